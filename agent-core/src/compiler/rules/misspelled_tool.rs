//! A tool's name is a slip.
//!
//! # What it finds
//! A tool close to a known one, or in the wrong letter case; several tools with spaces between them.
//!
//! # Why it matters
//! Programs drop an entry they do not know, in silence: the agent lacks the tool. If nothing is left, it cannot run.
//!
//! # Example
//! `tools: bash, Reed`
//!
//! # Cure
//! Write the name that the message gives. Names are exact, letter case included.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::tools;

/// The rule.
pub static RULE: Rule = Rule { name: "misspelled-tool", level: Level::Error };

/// Checks every tool of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for unknown in roster.definitions.iter().flat_map(tools::unknown) {
        let note = if unknown.is_denied {
            "programs drop a tool they do not know in silence: it would not be denied"
        } else {
            "programs drop a tool they do not know in silence: the agent would run without it"
        };
        let span = unknown.entry.span;
        if unknown.several.len() > 1 {
            diagnostics.push(
                Diagnostic::new(&RULE, format!("unknown tool `{}`", unknown.entry.value))
                    .at(span, "these are several tools")
                    .note(note)
                    .help(format!(
                        "put commas between them, and each into an item of its own in a list: `{}`",
                        unknown.several.join(", ")
                    )),
            );
        } else if let Some(meant) = tools::meant(unknown.name) {
            diagnostics.push(
                Diagnostic::new(&RULE, format!("unknown tool `{}`", unknown.name))
                    .at(span, format!("help: did you mean `{meant}`?"))
                    .note(note),
            );
        }
    }
}
