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

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::fields::Field;
use crate::compiler::source::{Source, Span};
use crate::distance;

/// The rule.
pub static RULE: Rule = Rule { name: "invalid-value", level: Level::Error };

/// Words that are no values, with the one that says the same.
const SYNONYMS: &[(&str, &str)] =
    &[("global", "user"), ("ask", "default"), ("bypass", "bypassPermissions"), ("readonly", "plan")];

/// The value at `span` is none that the field may have.
#[must_use]
pub fn report(source: &Source, field: &Field, span: Span) -> Diagnostic {
    let written = source.text.get(span.range()).unwrap_or_default();
    let bare = written.trim_matches(['"', '\'']);
    let values = field.values();
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == bare).map(|(_, value)| *value);
    let known = values.iter().map(|value| value.trim_matches('`'));
    let meant = synonym
        .filter(|synonym| known.clone().any(|value| value == *synonym))
        .or_else(|| distance::closest(bare, known));
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    Diagnostic::new(&RULE, format!("`{bare}` is no value of `{}`", field.name))
        .at(span, label)
        .note("programs drop such a field in silence and run the agent with the default")
        .help(format!("`{}` can be {}", field.name, field.alternatives()))
}
