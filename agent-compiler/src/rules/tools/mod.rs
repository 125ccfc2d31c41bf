//! About models, tools and permissions.

pub mod bypass_permissions;
pub mod conflicting_tools;
pub mod duplicate_tool;
pub mod implied_tools;
pub mod inherits_all_tools;
pub mod invalid_tool;
pub mod misspelled_model;
pub mod misspelled_tool;
pub mod no_tools;
pub mod no_usable_tool;
pub mod retired_model;
pub mod retired_tool;
pub mod unavailable_tool;
pub mod unknown_model;
pub mod unknown_tool;
pub mod widened_tool;
