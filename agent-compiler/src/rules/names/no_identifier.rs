//! A name of which no Rust identifier can be made.
//!
//! # What it finds
//! A name without a letter or digit that Rust allows in an identifier.
//!
//! # Why it matters
//! The agent could not be a variant of the enum.
//!
//! # Example
//! `name: 🚀`
//!
//! # Cure
//! Give it a name with letters.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::Span;

/// The rule.
pub static RULE: Rule = Rule::early("no-identifier", Level::Error).fixed();

/// Nothing in the name may stand in an identifier.
#[must_use]
pub fn report(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&RULE, format!("no Rust identifier can be made of the name `{name}`"))
        .at(at, "no letter or digit in it")
        .note("the agent becomes a variant of an enum, which needs an identifier")
        .help("give it a name with letters")
}
