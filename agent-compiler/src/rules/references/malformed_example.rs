//! An `<example>` that is empty or never closed.
//!
//! # What it finds
//! An `<example>` without its `</example>`, or with nothing in it.
//!
//! # Why it matters
//! The model that chooses an agent reads the description: with a tag left open it takes what follows for a part of the
//! example. In Rust the example would be missing.
//!
//! # Example
//! `<example>user: "Review this"` and no `</example>`.
//!
//! # Cure
//! Close the tag, or remove it.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::parse::examples::Malformed;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("malformed-example", Level::Warn, check);

/// Reports what was found while the examples were read.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for malformed in &agent.definition.examples.malformed {
        diagnostics.push(match *malformed {
            Malformed::Unclosed(span) => Diagnostic::new(&RULE, "this `<example>` is never closed")
                .at(span, "no `</example>` follows before the next one or the end")
                .note("a model takes what follows for a part of the example, and `examples()` is without it")
                .help("add `</example>` where it ends"),
            Malformed::Empty(span) => Diagnostic::new(&RULE, "this `<example>` is empty")
                .at(span, "nothing in it")
                .note("an example shows when to hand over to the agent")
                .help("write `Context:`, `user:` and `assistant:`, or remove it"),
        });
    }
}
