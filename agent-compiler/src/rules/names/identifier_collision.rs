//! Two names give one Rust identifier.
//!
//! # What it finds
//! Names that differ only in what an identifier cannot show: letter case, dashes, signs.
//!
//! # Why it matters
//! The enum would have the same variant twice. A number added in silence would make code mean another agent after a
//! rename.
//!
//! # Example
//! `code-reviewer` and `code_reviewer` are both `CodeReviewer`.
//!
//! # Cure
//! Rename one of the two so that they differ in letters or digits.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::parse::definition::Definition;
use crate::resolve::identifiers::Identified;
use crate::resolve::roster::Roster;

/// The rule.
pub static RULE: Rule = Rule::early("identifier-collision", Level::Error).fixed();

/// The identifiers of `definition` belong to `other` already.
#[must_use]
pub fn report(roster: &Roster, other: &Identified, definition: &Definition, variant: &str) -> Diagnostic {
    let name = roster.name_of(definition);
    let shared = if other.variant == variant { &other.variant } else { &other.constant };
    Diagnostic::new(&RULE, format!("`{}` and `{name}` are the same identifier in Rust", other.name))
        .at(roster.name_span(definition), format!("this is `{shared}` too"))
        .at(roster.name_span(other.definition), format!("this is `{shared}`"))
        .note("an enum cannot have one variant for two agents, and a module not one static")
        .help("give one of the two a name of which another identifier is made")
}
