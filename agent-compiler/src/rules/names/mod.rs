//! About names.

pub mod confusable_name;
pub mod duplicate_name;
pub mod file_name_mismatch;
pub mod identifier_collision;
pub mod invalid_name;
pub mod no_identifier;
pub mod unconventional_name;
