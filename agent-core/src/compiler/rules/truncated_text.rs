//! A text that YAML cuts off at a `#`.
//!
//! # What it finds
//! A `description` or `initialPrompt` without quotes, with a space and a `#` behind it on its line.
//!
//! # Why it matters
//! To YAML a comment begins there. Who reads the file sees the whole sentence, programs see the half of it.
//!
//! # Example
//! `description: Fixes issue #12 and what belongs to it.` is read as `Fixes issue`.
//!
//! # Cure
//! Put the text in quotes or into a block; a real comment goes on a line of its own.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::fields::{self, Kind};
use crate::compiler::link::Roster;
use crate::compiler::source::Span;
use crate::compiler::yaml::Yaml;

/// The rule.
pub static RULE: Rule = Rule::new("truncated-text", Level::Warn, check);

/// Checks every field of prose of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let Some(source) = roster.source(definition) else { continue };
        for entry in definition.entries.iter().flatten() {
            let is_prose = fields::find(&entry.key.value).is_some_and(|field| matches!(field.kind, Kind::Text));
            let value = entry.value.span;
            let written = source.text.get(value.range()).unwrap_or_default();
            if !is_prose || !matches!(entry.value.value, Yaml::Text(_)) || written.starts_with(['"', '\'']) {
                continue;
            }
            let rest = source.text.get(value.end..source.line_of(Span::new(value.file, value.end..value.end)).end);
            let rest = rest.unwrap_or_default();
            let comment = rest.trim();
            // A name has no second half; behind it a comment is one.
            if entry.key.value == "name" || !comment.starts_with('#') || !rest.starts_with([' ', '\t']) {
                continue;
            }
            let start = value.end + (rest.len() - rest.trim_start().len());
            diagnostics.push(
                Diagnostic::new(&RULE, format!("`{}` ends before the `#`", entry.key.value))
                    .at(Span::new(value.file, start..start + comment.len()), "to YAML this is a comment")
                    .note("programs read the text without it")
                    .help("put the text in quotes or into a block, `|-`; move a real comment to a line of its own"),
            );
        }
    }
}
