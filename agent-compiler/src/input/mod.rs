//! A folder in; its settings and its agent files out.

pub mod discover;
pub mod settings;
