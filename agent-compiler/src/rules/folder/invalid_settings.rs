//! A mistake in `agents.toml`.
//!
//! # What it finds
//! In `agents.toml`: text that is no TOML, a key or a rule that does not exist, a value of another kind, a silence without
//! its reason, and a lower level for a rule without whose cure there is no agent.
//!
//! # Why it matters
//! A setting that does not apply is a check that somebody believes to be made, or to be left out.
//!
//! # Example
//! ```toml
//! [rules]
//! unknown-feild = "eror"
//! ```
//!
//! # Cure
//! Write the key or the value that the message gives.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::{Source, Span};
use crate::input::settings::SOURCE;
use crate::rules;
use include_agents_core::__private::distance;

/// The rule.
pub static RULE: Rule = Rule::early("invalid-settings", Level::Error).fixed();

const NOTE: &str = "a setting that is not understood does not apply";

/// The text is no TOML.
#[must_use]
pub fn syntax(source: &Source, error: &toml_span::Error) -> Diagnostic {
    let from = (0..=error.span.start.min(source.text.len())).rfind(|at| source.text.is_char_boundary(*at));
    let from = from.unwrap_or_default();
    let is_on_line = source.text.get(from..error.span.end).is_some_and(|part| !part.contains('\n'));
    let to = if is_on_line { error.span.end } else { from };
    Diagnostic::new(&RULE, format!("these settings are no TOML: {error}"))
        .at(Span::new(SOURCE, from..to), "")
        .note("none of the settings applies")
        .help("write texts in quotes, lists in brackets, `[table]` on a line of its own, and no dates or huge numbers")
}

/// There is no such key.
#[must_use]
pub fn unknown(name: &str, span: Span, known: &[&'static str]) -> Diagnostic {
    let label = distance::closest(name, known.iter().copied());
    let label = label.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
    Diagnostic::new(&RULE, format!("unknown setting `{name}`"))
        .at(span, label)
        .note(NOTE)
        .help(format!("here can stand `{}`", known.join("`, `")))
}

/// There is no such rule.
#[must_use]
pub fn unknown_rule(name: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&RULE, format!("unknown rule `{name}`")).note(NOTE);
    match rules::closest(name) {
        Some(close) => diagnostic.at(span, format!("help: did you mean `{close}`?")),
        None => diagnostic.at(span, "").help("a finding gives the name of its rule in brackets"),
    }
}

/// A value is of another kind.
#[must_use]
pub fn wrong(span: Span, wanted: &str) -> Diagnostic {
    Diagnostic::new(&RULE, "a setting has a value that it cannot have")
        .at(span, format!("this must be {wanted}"))
        .note(NOTE)
        .help(format!("write {wanted}"))
}

/// A pattern cannot be understood.
#[must_use]
pub fn pattern(span: Span, error: &fast_glob::Error) -> Diagnostic {
    Diagnostic::new(&RULE, "a pattern cannot be understood")
        .at(span, error.to_string())
        .note("it would match nothing")
        .help("`*` stands for anything within a name, `**` for any folders, `{a,b}` for one of both")
}

/// The level of this rule cannot be lowered.
#[must_use]
pub fn fixed(rule: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, format!("the level of `{rule}` cannot be lowered"))
        .at(span, "")
        .note("what it finds leaves no agent that could be built, or no settings that could be read")
        .help("mend the file, or leave it out: `exclude = [\"…\"]`")
}

/// A silence lacks a part.
#[must_use]
pub fn missing(span: Span, key: &str) -> Diagnostic {
    let help = match key {
        "file" => "name the file, relative to this folder; for all files use `[rules]`",
        "rule" => "name the rule",
        _ => "write a reason, for whoever wonders later why the finding is not shown",
    };
    Diagnostic::new(&RULE, format!("a silence without `{key}`")).at(span, "").note("it silences nothing").help(help)
}
