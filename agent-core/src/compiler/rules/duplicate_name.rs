//! Two files define an agent of the same name.
//!
//! # What it finds
//! The same name in two files of the folder, at whatever depth.
//!
//! # Why it matters
//! Programs keep one of the two, chosen by the order in which the file system lists them: on another machine it is the
//! other one.
//!
//! # Example
//! `agents/reviewer.md` and `agents/team/reviewer.md`, both with `name: reviewer`.
//!
//! # Cure
//! Rename one of them, or remove it.

use crate::compiler::decode::Definition;
use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;

/// The rule.
pub static RULE: Rule = Rule { name: "duplicate-name", level: Level::Error };

/// Compares each name with the one before it in order of name.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: Option<&Definition> = None;
    // A file whose name cannot be read has another error already.
    for definition in roster.named().filter(|definition| definition.name.is_some()) {
        let name = roster.name_of(definition);
        match first {
            Some(first) if roster.name_of(first) == name => diagnostics.push(
                Diagnostic::new(&RULE, format!("two agents have the name `{name}`"))
                    .at(roster.name_span(definition), "again here")
                    .at(roster.name_span(first), "first here")
                    .note("programs keep one of them, and which one depends on the machine")
                    .help("rename one of the two, or remove it"),
            ),
            _ => first = Some(definition),
        }
    }
}
