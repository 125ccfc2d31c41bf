//! A known field has no value.
//!
//! # What it finds
//! A field of the format with nothing, `null`, or white space alone behind its colon.
//!
//! # Why it matters
//! Without a name or a description the agent is lost. For `tools` nobody can tell whether all tools are meant or none.
//!
//! # Example
//! `tools:` with nothing behind it.
//!
//! # Cure
//! Write the value, or remove the line. `tools: []` grants none, and no `tools` line grants all.

use super::Rule;
use crate::compiler::diagnostic::{Diagnostic, Level};
use crate::compiler::fields::{self, Kind};
use crate::compiler::link::Roster;
use crate::compiler::source::Source;
use crate::compiler::yaml::{Entry, Yaml};

/// The rule.
pub static RULE: Rule = Rule { name: "empty-field", level: Level::Error };

/// Checks every known field of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let (Some(entries), Some(source)) = (&definition.entries, roster.source(definition)) else { continue };
        diagnostics.extend(entries.iter().filter_map(|entry| finding(source, entry)));
    }
}

fn finding(source: &Source, entry: &Entry) -> Option<Diagnostic> {
    let field = fields::find(&entry.key.value)?;
    match &entry.value.value {
        Yaml::Null => {}
        Yaml::Text(text) if text.trim().is_empty() => {}
        _ => return None,
    }
    let key = entry.key.span;
    let line = source.text.get(key.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let is_comment = line.trim_start_matches(':').trim_start().starts_with('#');
    let (note, help) = match field.kind {
        Kind::Tools => (
            "nobody can tell whether all tools are meant or none",
            "name the tools, write `[]` for none, or remove the line for the default",
        ),
        _ if field.required => ("programs skip an agent without it in silence", "write the value"),
        _ => (
            "programs read this as if the line were not there, or refuse the file",
            "write the value, or remove the line",
        ),
    };
    let diagnostic = Diagnostic::new(&RULE, format!("the field `{}` has no value", field.name))
        .at(key, "nothing follows")
        .note(note);
    Some(if is_comment {
        diagnostic.help("what follows `#` is a comment: put the value in quotes")
    } else {
        diagnostic.help(help)
    })
}
