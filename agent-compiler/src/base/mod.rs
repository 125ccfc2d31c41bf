//! What all modules share: sources and spans, diagnostics and fixes, and access to the file system.

pub mod diagnostic;
pub mod fix;
pub mod io;
pub mod memory;
pub mod parallel;
pub mod path;
pub mod recorded;
pub mod rule;
pub mod source;
pub mod span;
pub mod stamp;
