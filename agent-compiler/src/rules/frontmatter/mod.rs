//! About the frontmatter.

mod declared;
mod found;
mod recovered;
mod repaired;

pub mod byte_order_mark;
pub mod duplicate_field;
pub mod empty_field;
pub mod ignored_field;
pub mod invalid_hook;
pub mod invalid_value;
pub mod invalid_yaml;
pub mod missing_field;
pub mod missing_frontmatter;
pub mod misspelled_field;
pub mod recovered_yaml;
pub mod second_frontmatter;
pub mod split_frontmatter;
pub mod truncated_text;
pub mod unclosed_frontmatter;
pub mod unindented_text;
pub mod unknown_color;
pub mod unknown_field;
pub mod unknown_hook_event;
pub mod unreadable_yaml;
pub mod wrong_type;
