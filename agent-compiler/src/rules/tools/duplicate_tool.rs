//! The same tool twice in one list.
//!
//! # What it finds
//! Two equal entries of `tools`, or of `disallowedTools`.
//!
//! # Why it matters
//! It changes nothing, but one of the two may have been meant to be another tool.
//!
//! # Example
//! `tools: Read, Grep, Read`
//!
//! # Cure
//! Remove one of them.

use std::collections::HashMap;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("duplicate-tool", Level::Warn, check);

/// Compares the entries of each list of every agent.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    for (list, _) in definition.tool_lists() {
        let mut first = HashMap::new();
        for (index, entry) in list.iter().enumerate().filter(|(_, entry)| !entry.value.is_empty()) {
            let before = *first.entry(&entry.value).or_insert(entry.span);
            if before == entry.span {
                continue;
            }
            diagnostics.push(
                Diagnostic::new(&RULE, format!("`{}` is in this list twice", entry.value))
                    .at(entry.span, "again here")
                    .at(before, "first here")
                    .note("it changes nothing, unless one of the two was meant to be another tool")
                    .help("remove one of them")
                    .fix(Fix::remove_entry(source, list, index)),
            );
        }
    }
}
