//! All definitions in; one roster out, with Rust identifiers for its agents.

pub mod identifiers;
pub mod references;
pub mod roster;
pub mod tools;
