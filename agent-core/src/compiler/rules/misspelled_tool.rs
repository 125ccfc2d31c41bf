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

use std::collections::BTreeSet;

use super::unknown_tool;
use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::tools;
use crate::distance;

/// The rule.
pub static RULE: Rule = Rule { name: "misspelled-tool", level: Level::Error };

/// Checks every tool of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let granted: BTreeSet<_> = definition.tools.iter().flatten().map(|entry| tools::name(&entry.value)).collect();
        for unknown in tools::unknown(definition) {
            let name = unknown.name;
            let span = unknown.entry.span;
            let finding = |shown: &str| {
                Diagnostic::new(&RULE, format!("unknown tool `{shown}`")).note(if unknown.is_denied {
                    "programs drop a tool they do not know in silence: it would not be denied"
                } else {
                    "programs drop a tool they do not know in silence: the agent would run without it"
                })
            };
            // A tool that is in the list already was hardly meant once more, unless it is one letter away.
            let is_there = |tool: &str| granted.contains(tool);
            let is_likely = |tool: &&str| !is_there(tool) || distance::distance(name, tool, 1).is_some();
            if let Some(instead) = unknown.instead {
                diagnostics.push(finding(name).at(span, "this is no tool").help(instead));
            } else if unknown.several.len() > 1 {
                let help = format!("write each as an entry of its own: `{}`", unknown.several.join("`, `"));
                diagnostics.push(finding(&unknown.entry.value).at(span, "these are several tools").help(help));
            } else if let Some(meant) = tools::meant(name).filter(is_likely) {
                diagnostics.push(finding(name).at(span, format!("help: did you mean `{meant}`?")));
            } else {
                diagnostics.push(unknown_tool::report(&unknown));
            }
        }
    }
}
