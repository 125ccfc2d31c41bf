//! A field's name is a slip, or another program's word for it.
//!
//! # What it finds
//! An unknown key that was plainly meant as a field of the format: `modle`, `max_turns`, `allowed-tools`, `modelOverride`.
//!
//! # Why it matters
//! Programs ignore an unknown key without a word. An agent with `allowed-tools: Read` runs with every tool there is.
//!
//! # Example
//! `allowedTools: Read, Grep`
//!
//! # Cure
//! Use the name that the message gives. Names are exact, letter case included.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::fields;
use crate::compiler::link::Roster;

/// The rule.
pub static RULE: Rule = Rule { name: "misspelled-field", level: Level::Error };

/// Checks every key of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for entry in roster.definitions.iter().flat_map(|definition| definition.entries.iter().flatten()) {
        let key = &entry.key.value;
        if fields::find(key).is_some() {
            continue;
        }
        let Some(meant) = fields::meant(key) else { continue };
        diagnostics.push(
            Diagnostic::new(&RULE, format!("unknown field `{key}`"))
                .at(entry.key.span, format!("help: did you mean `{}`?", meant.name))
                .note(if meant.required {
                    format!("programs skip an agent without `{}` in silence", meant.name)
                } else {
                    format!("programs ignore an unknown field in silence: this `{}` would not apply", meant.name)
                }),
        );
    }
}
