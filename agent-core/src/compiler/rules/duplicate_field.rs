//! A key occurs twice in one map.
//!
//! # What it finds
//! The same key twice in the frontmatter, or in a map inside it.
//!
//! # Why it matters
//! Some programs refuse the file, others take the first value, others the last: nobody can tell which tools the agent has.
//!
//! # Example
//! ```yaml
//! tools: Read
//! model: opus
//! tools: Read, Write
//! ```
//!
//! # Cure
//! Keep one of them.

use std::collections::HashMap;

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::yaml::{Entry, Node, Yaml};

/// The rule.
pub static RULE: Rule = Rule { name: "duplicate-field", level: Level::Error };

/// Checks every map of every frontmatter.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        map(definition.entries.as_deref().unwrap_or_default(), diagnostics);
    }
}

fn map(entries: &[Entry], diagnostics: &mut Vec<Diagnostic>) {
    let mut first = HashMap::new();
    for entry in entries {
        let key = &entry.key;
        if let Some(before) = first.get(&key.value) {
            diagnostics.push(
                Diagnostic::new(&RULE, format!("the field `{}` occurs twice", key.value))
                    .at(key.span, "again here")
                    .at(*before, "first here")
                    .note("some programs refuse the file, some take the first value, some the last")
                    .help("keep one of them"),
            );
        } else {
            first.insert(&key.value, key.span);
        }
        value(&entry.value, diagnostics);
    }
}

fn value(node: &Node, diagnostics: &mut Vec<Diagnostic>) {
    match &node.value {
        Yaml::Map(entries) => map(entries, diagnostics),
        Yaml::List(items) => items.iter().for_each(|item| value(item, diagnostics)),
        _ => {}
    }
}
