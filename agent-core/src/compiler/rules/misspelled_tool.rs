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

use super::Rule;
use crate::compiler::diagnostic::{Diagnostic, Level};
use crate::compiler::link::Roster;
use crate::compiler::tools;

/// The rule.
pub static RULE: Rule = Rule { name: "misspelled-tool", level: Level::Error };

/// Checks every tool of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for entry in roster.definitions.iter().flat_map(tools::entries) {
        let name = tools::name(&entry.value);
        if tools::is_known(name) {
            continue;
        }
        let note = "programs drop a tool they do not know in silence: the agent would run without it";
        let diagnostic = Diagnostic::new(&RULE, format!("unknown tool `{name}`")).note(note);
        let words: Vec<_> = name.split_whitespace().collect();
        if words.len() > 1 && words.iter().all(|word| tools::is_known(word)) {
            diagnostics.push(
                diagnostic
                    .at(entry.span, "these are several tools")
                    .help(format!("put commas between them: `{}`", words.join(", "))),
            );
        } else if let Some(meant) = tools::meant(name) {
            diagnostics.push(diagnostic.at(entry.span, format!("help: did you mean `{meant}`?")));
        }
    }
}
