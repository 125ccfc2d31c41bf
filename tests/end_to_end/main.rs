//! What users see, from agent files to diagnostics, code and running programs.
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

#[path = "../invariants/mod.rs"]
mod invariants;
mod project;

mod agents;
mod at_run_time;
mod book;
mod cases;
mod changes;
mod corpus;
mod defects;
mod downstream;
mod fields;
mod front_ends;
mod hostile;
mod mutations;
mod oracle;
mod outline;
mod packages;
mod permissions;
mod prepared;
mod prompts;
mod properties;
mod readme;
mod reproducible;
mod robust;
mod round_trip;
mod rules;
mod sandbox;
mod seeds;
mod typed;
mod works;

/// Where this repository lies.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");
