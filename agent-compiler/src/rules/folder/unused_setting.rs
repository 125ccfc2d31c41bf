//! A setting that changes nothing.
//!
//! # What it finds
//! In `agents.toml`: a silence of a finding that is not there, a pattern that matches no file, an identifier for an agent
//! that does not exist. And settings that are not read, since they lie in a folder below or are called `agent.toml`.
//!
//! # Why it matters
//! The finding was mended or the file renamed. What is left hides the next finding of its kind, or was a slip from the
//! beginning.
//!
//! # Example
//! `exclude = ["darfts/**"]`, where the folder is called `drafts`.
//!
//! # Cure
//! Remove the setting, or correct it.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::{Span, Spanned};

/// The rule.
pub static RULE: Rule = Rule::early("unused-setting", Level::Warn);

/// A silence found nothing to silence.
#[must_use]
pub fn silence(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, "a silence that silences nothing")
        .at(span, "no such finding in such a file")
        .note("it would hide the next finding of its kind; findings about the folder itself have no file to be silenced in")
        .help("remove it, correct `file` and `rule`, or set the level under `[rules]`")
}

/// A pattern matched no file.
#[must_use]
pub fn pattern(pattern: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&RULE, format!("the pattern `{}` matches no file", pattern.value))
        .at(pattern.span, "")
        .note("patterns mean paths of agent files, relative to the folder of agents and with `/`: `team/**`, `x.md`")
        .help("remove it, or correct it")
}

/// A file of settings lies where none is read.
#[must_use]
pub fn elsewhere(path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, format!("the settings in `{path}` are not read"))
        .note("settings are read from `agents.toml` in the folder that is compiled, and from nowhere else")
        .help("move them there, or remove the file")
}

/// There is no agent of this name.
#[must_use]
pub fn name(name: &str, variant: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&RULE, format!("no agent is called `{name}`"))
        .at(variant.span, "this identifier is for nobody")
        .note("the agent it was for was renamed or removed")
        .help("remove the line, or correct the name")
}
