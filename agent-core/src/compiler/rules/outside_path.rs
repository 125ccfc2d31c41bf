//! The agents lie outside the package.
//!
//! # What it finds
//! A folder that is not below the folder of Cargo.toml, and an agent file behind a link that leads out of it. A package
//! that says `publish = false` may do as it likes.
//!
//! # Why it matters
//! `cargo publish` packs what lies in the package. The crate would build here, and nowhere else.
//!
//! # Example
//! `include_agents!("../agents")`
//!
//! # Cure
//! Move the folder into the package, or write `publish = false` into its Cargo.toml.

use std::path::PathBuf;

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::discover::Files;
use crate::compiler::source::Span;

/// The rule.
pub static RULE: Rule = Rule::early("outside-path", Level::Error);

/// The most bytes of a Cargo.toml that are read.
const LARGEST: usize = 1 << 20;

/// The place that the agents must not leave, if there is one, and the finding where the whole folder lies outside of it.
/// Without a Cargo.toml there is nothing that could be published.
#[must_use]
pub fn root(files: &dyn Files, folder: &str) -> (Option<PathBuf>, Option<Diagnostic>) {
    if !is_published(files) {
        return (None, None);
    }
    let root = files.identity(".");
    if files.identity(folder).starts_with(&root) {
        return (Some(root), None);
    }
    let diagnostic = Diagnostic::new(&RULE, format!("the folder `{folder}` lies outside the package"));
    (None, Some(diagnostic.note(NOTE).help("move it into the package, or write `publish = false` into Cargo.toml")))
}

/// A link leads out of the package.
#[must_use]
pub fn file(at: Span) -> Diagnostic {
    Diagnostic::new(&RULE, "this agent lies behind a link that leads out of the package")
        .at(at, "")
        .note(NOTE)
        .help("copy the file, or link within the package")
}

const NOTE: &str = "it would be missing from the published crate, which then builds nowhere";

fn is_published(files: &dyn Files) -> bool {
    let Ok(bytes) = files.read("Cargo.toml", LARGEST) else { return false };
    let manifest = String::from_utf8_lossy(&bytes);
    let Ok(manifest) = toml_span::parse(&manifest) else { return true };
    let publish = manifest.pointer("/package/publish");
    let is_off = publish.is_some_and(|publish| publish.as_bool() == Some(false));
    let is_nowhere = publish.and_then(toml_span::Value::as_array).is_some_and(Vec::is_empty);
    !is_off && !is_nowhere
}
