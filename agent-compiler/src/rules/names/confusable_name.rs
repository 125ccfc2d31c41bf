//! Two names that are easily taken for each other.
//!
//! # What it finds
//! Names that are equal but for letter case, dashes, underscores, spaces, or the spelling of their characters in Unicode.
//!
//! # Why it matters
//! Claude Code looks up a name that it does not find in just this way; with two candidates it refuses.
//!
//! # Example
//! `code-reviewer` and `codereviewer`
//!
//! # Cure
//! Give one of the two another name.

use std::collections::HashMap;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::parse::definition::Definition;
use crate::resolve::identifiers;
use crate::resolve::roster::{self, Roster};

/// The rule.
pub static RULE: Rule = Rule::of_roster("confusable-name", Level::Warn, check);

/// Compares each name with the first one that looks like it.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &Definition> = HashMap::new();
    for definition in roster.named() {
        let Some(name) = &definition.name else { continue };
        let folded = roster::lookup_key(&name.value);
        let Some(other) = first.get(&folded) else {
            first.insert(folded, definition);
            continue;
        };
        let other_name = roster.name_of(other);
        // Equal names are `duplicate-name`, equal identifiers `identifier-collision`.
        if other_name == name.value || identifiers::collide(roster.settings, other_name, &name.value) {
            continue;
        }
        diagnostics.push(
            Diagnostic::new(&RULE, format!("`{}` is easily taken for `{other_name}`", name.value))
                .at(name.span, "this name")
                .at(roster.name_span(other), "looks like this one")
                .note("a name that is not there as written is looked up without case, dashes and spaces, and two that fit are refused")
                .help("give one of the two another name"),
        );
    }
}
