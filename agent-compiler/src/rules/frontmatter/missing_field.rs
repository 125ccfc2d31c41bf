//! An agent has no name or no description.
//!
//! # What it finds
//! Frontmatter without `name`, or without `description`.
//!
//! # Why it matters
//! Without a name programs take the file for documentation, without a description they skip it; both in silence.
//!
//! # Example
//! ```yaml
//! ---
//! name: reviewer
//! ---
//! ```
//!
//! # Cure
//! Add the field: the name is what others call the agent, the description says when to call it.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::Span;
use crate::format::fields;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("missing-field", Level::Error, check);

/// Checks that every agent has the fields without which it is lost.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    let Some(entries) = &definition.entries else { return };
    // The field may stand in the lines that could not be read.
    if definition.has_invalid_yaml {
        return;
    }
    for field in fields::all().iter().filter(|field| field.required) {
        // A slip in the name of the field is `misspelled-field`, and one finding is enough.
        let is_there = |key: &str| {
            key == field.name
                || (fields::find(key).is_none() && fields::suggest(key).is_some_and(|meant| meant.name == field.name))
        };
        if entries.iter().any(|entry| is_there(&entry.key.value)) {
            continue;
        }
        let start = source.text.find("---").unwrap_or_default();
        let help = match field.name {
            "name" => format!("add the line `name: {}`", source.stem()),
            _ => "add a `description` that says when to hand over to this agent".to_owned(),
        };
        diagnostics.push(
            Diagnostic::new(&RULE, format!("the field `{}` is missing", field.name))
                .at(Span::new(definition.file, start..start + 3), format!("no `{}` in this frontmatter", field.name))
                .note("programs skip such an agent in silence; one of a plugin gets a stopgap")
                .help(help),
        );
    }
}
