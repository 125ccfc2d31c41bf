//! The frontmatter is no YAML, and nothing sensible can be read from it.
//!
//! # What it finds
//! An unclosed quote or bracket, wrong indentation, a tab before a list item, a second document.
//!
//! # Why it matters
//! Every program drops the agent, or runs it without the fields that cannot be read: with all tools instead of three.
//!
//! # Example
//! `tools: [Read, Grep` without the closing bracket.
//!
//! # Cure
//! Close what is open, or indent with spaces; put a text with special characters into a block (`description: |-`).

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::{Source, Span};
use crate::parse::yaml::YamlError;

/// The rule.
pub static RULE: Rule = Rule::early("invalid-yaml", Level::Error).fixed();

/// Nothing could be recovered where the parser refused the text.
#[must_use]
pub fn report(file: usize, source: &Source, error: &YamlError) -> Diagnostic {
    let character = source.text.get(error.offset..).and_then(|rest| rest.chars().next());
    let width = character.filter(|character| !character.is_control()).map_or(0, char::len_utf8);
    Diagnostic::new(&RULE, "the frontmatter is not valid YAML")
        .at(Span::new(file, error.offset..error.offset + width), &error.reason)
        .note("programs drop such an agent, or run it without the fields they cannot read")
        .help(error.help)
}
