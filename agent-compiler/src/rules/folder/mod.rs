//! About the folder as a whole.

pub mod description_budget;
pub mod empty_roster;
pub mod invalid_settings;
pub mod outside_path;
pub mod skipped_agent;
pub mod unreadable_file;
pub mod unused_setting;
