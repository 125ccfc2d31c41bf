//! What users of the command see: the binary, run on folders of files.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may"
)]

mod folder;
#[allow(dead_code, reason = "other tests need the rest")]
#[path = "../../../tests/end_to_end/project.rs"]
mod project;

mod check;
mod fix;
mod formats;
mod front_ends;
mod generate;
mod graph;
mod leaks;
mod new;
mod paths;
mod prompts;
mod readme;
mod roster;
mod route;
mod schema;
mod terminal;
#[cfg(unix)]
mod trouble;

/// Where this repository lies.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
