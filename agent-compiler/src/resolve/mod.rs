//! Joins all definitions to a roster, with Rust identifiers for the agents and the references between them.

pub mod access;
pub mod declared;
pub mod definitions;
pub mod delegation;
pub mod identifier;
pub mod identifiers;
pub mod mentioned;
pub mod mentions;
pub mod named;
pub mod prompts;
pub mod references;
pub mod roster;
#[cfg(feature = "routing")]
pub mod routing;
pub mod tools;
