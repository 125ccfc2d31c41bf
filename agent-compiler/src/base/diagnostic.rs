//! What the compiler has to say about an agent.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::fix::Fix;
use crate::base::rule::{Level, RuleInfo};
use crate::base::span::Span;

/// The most places with one cause that one finding shows.
const MOST_PLACES: usize = 5;

/// One finding: what is wrong, where, why it matters, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// How much it weighs.
    pub level: Level,
    /// What is wrong, on one line.
    pub message: String,
    /// The places; the first is the primary one. Empty where the folder itself is meant.
    pub labels: Vec<Label>,
    /// Why it matters.
    pub notes: Vec<String>,
    /// What to do.
    pub helps: Vec<String>,
    /// The cure that a machine can apply, where it is certain.
    pub fix: Option<Fix>,
}

/// A place and what to say there.
#[derive(Clone, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The words at the place; may be empty.
    pub message: String,
}

impl Diagnostic {
    /// A finding at the level of its rule, without a place yet.
    #[must_use]
    pub fn new(rule: &'static RuleInfo, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: message.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fix: None,
        }
    }

    /// Adds a place; the first one added is the primary one.
    #[must_use]
    pub fn at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Adds places that have one cause; beyond the first few they are only counted.
    #[must_use]
    pub fn at_all(mut self, file: usize, places: &[Range<usize>], message: &str) -> Self {
        for (index, place) in places.iter().take(MOST_PLACES).enumerate() {
            self = self.at(Span::new(file, place.clone()), if index == 0 { message } else { "here too" });
        }
        match places.len().checked_sub(MOST_PLACES) {
            Some(1) => self.note("one more place in this file is not shown"),
            Some(others @ 2..) => self.note(format!("{others} more places in this file are not shown")),
            _ => self,
        }
    }

    /// Adds why it matters.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    /// Adds the cure for a machine, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// Why it is wrong, in the words at the primary place: what a format needs that shows no excerpt.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let label = self.labels.first()?.message.as_str();
        let is_known = self.message.contains(label.strip_prefix("this is ").unwrap_or(label));
        let is_new = !label.is_empty() && !label.starts_with("help: ") && !is_known;
        is_new.then_some(label)
    }

    /// What is wrong and why, on one line.
    #[must_use]
    pub fn message_with_reason(&self) -> Cow<'_, str> {
        match self.reason() {
            Some(reason) => Cow::Owned(format!("{}: {reason}", self.message)),
            None => Cow::Borrowed(&self.message),
        }
    }

    /// What to do: what the label at the primary place says of it, then the rest.
    pub fn cures(&self) -> impl Iterator<Item = &str> {
        let primary = self.labels.first().and_then(|label| label.message.strip_prefix("help: "));
        primary.into_iter().chain(self.helps.iter().map(String::as_str))
    }

    /// The primary place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Whether any of them fails the build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}
