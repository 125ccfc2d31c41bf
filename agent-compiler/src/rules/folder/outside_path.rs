//! The agents lie outside the package.
//!
//! # What it finds
//! A folder that is not below the folder of Cargo.toml, and an agent file behind a link that leads out of it. A package
//! that is never published (`publish = false`, or no version) may do as it likes.
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

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::io::Files;
use crate::base::source::Span;
use crate::input::discover;

/// The rule.
pub static RULE: Rule = Rule::early("outside-path", Level::Error);

/// The most bytes of a Cargo.toml that are read.
const LARGEST: usize = 1 << 20;

/// The place that the agents must not leave, if there is one, and the finding where the whole folder lies outside of it.
/// Without a Cargo.toml there is nothing that could be published.
#[must_use]
pub fn root(files: &dyn Files, folder: &str) -> (Option<PathBuf>, Option<Diagnostic>) {
    let Some(package) = files.package().filter(|package| is_published(files, package)) else { return (None, None) };
    let root = files.identity(package);
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

/// Whether the package can be published: it has a version, and says nothing else. What a workspace says is not looked up.
fn is_published(files: &dyn Files, package: &str) -> bool {
    let bytes = files.read(&discover::join(package, "Cargo.toml"), LARGEST).unwrap_or_default();
    let manifest = String::from_utf8_lossy(&bytes);
    // A manifest that cannot be read is for Cargo to report.
    let Ok(manifest) = toml_span::parse(&manifest) else { return false };
    manifest.pointer("/package/version").is_some()
        && manifest.pointer("/package/publish").is_none_or(|publish| {
            publish.as_bool() == Some(true) || publish.as_array().is_some_and(|registries| !registries.is_empty())
        })
}
