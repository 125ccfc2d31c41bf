//! The roster and the diagnostics in; Rust, hover text and messages out.

mod cut;
pub mod finalize;
pub mod fold;
pub mod hover;
pub mod prepared;
pub mod render;
pub mod rust;
