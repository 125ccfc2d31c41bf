//! A folder in; its settings and its agent files out.

pub mod agents_toml;
pub mod declared_field;
pub mod discover;
pub mod package;
pub mod problem;
pub mod prompt_settings;
pub mod settings;
mod walk;
