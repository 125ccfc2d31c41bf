//! A field holds a value outside its set or range.
//!
//! # What it finds
//! `permissionMode`, `memory`, `isolation`, `effort`, `maxTurns` and `experimental.cacheTtl` with a value they cannot have.
//!
//! # Why it matters
//! Programs drop the field in silence, and the agent runs with the default: without isolation, without a limit.
//!
//! # Example
//! `permissionMode: Plan`, which is spelt `plan`.
//!
//! # Cure
//! Write one of the values that the message lists, in that spelling.

use super::Rule;
use crate::compiler::diagnostic::{Diagnostic, Level};
use crate::compiler::source::{Source, Span};
use crate::distance;

/// The rule.
pub static RULE: Rule = Rule { name: "invalid-value", level: Level::Error };

/// The value of `name` at `span` is none of `values`.
#[must_use]
pub fn report(source: &Source, name: &str, values: &[&str], span: Span) -> Diagnostic {
    let written = source.text.get(span.range()).unwrap_or_default();
    let bare = written.trim_matches(['"', '\'']);
    let listed: Vec<_> = values
        .iter()
        .map(|value| if value.contains(' ') { (*value).to_owned() } else { format!("`{value}`") })
        .collect();
    let label = match distance::closest(bare, values.iter().copied()) {
        Some(close) => format!("help: did you mean `{close}`?"),
        None => String::new(),
    };
    Diagnostic::new(&RULE, format!("`{bare}` is no value of `{name}`"))
        .at(span, label)
        .note("programs drop such a field in silence and run the agent with the default")
        .help(format!("`{name}` can be {}", listed.join(", ")))
}
