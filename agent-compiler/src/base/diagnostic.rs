//! What the compiler reports about an agent.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::fix::Fix;
use crate::base::rule::{Level, RuleInfo};
use crate::base::span::Span;

/// The most spans with one cause that a diagnostic shows.
const MOST_SPANS: usize = 5;

/// What is wrong, where, why it matters, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that reports it.
    pub rule: &'static RuleInfo,
    /// How severe it is.
    pub level: Level,
    /// What is wrong, on one line.
    pub message: String,
    /// Spans with text. The first one is the primary label. Empty for the folder as a whole.
    pub labels: Vec<Label>,
    /// Why it matters, each on one line.
    pub notes: Vec<String>,
    /// What to do, each on one line, but for an example below it.
    pub helps: Vec<String>,
    /// The edits that resolve it, if they are certain.
    pub fix: Option<Fix>,
}

/// A span and a text for it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The span.
    pub span: Span,
    /// The text beside the span; may be empty.
    pub message: String,
}

impl Diagnostic {
    /// A diagnostic at the level of its rule, without a label.
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

    /// Adds a label. The first one is the primary label.
    #[must_use]
    pub fn at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Adds labels for spans with one cause. Only the first few are shown, and the others are counted.
    #[must_use]
    pub fn at_all(mut self, file: usize, ranges: &[Range<usize>], message: &str) -> Self {
        for (index, range) in ranges.iter().take(MOST_SPANS).enumerate() {
            self = self.at(Span::new(file, range.clone()), if index == 0 { message } else { "here too" });
        }
        match ranges.len().checked_sub(MOST_SPANS) {
            Some(1) => self.note("one more occurrence in this file is not shown"),
            Some(others @ 2..) => self.note(format!("{others} more occurrences in this file are not shown")),
            _ => self,
        }
    }

    /// Adds a note: why it matters.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(one_line(note.into()));
        self
    }

    /// Adds a help: what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(one_line(help.into()));
        self
    }

    /// Adds a help, with lines below it that show what is meant.
    #[must_use]
    pub fn help_with_example(mut self, help: impl Into<String>, example: &str) -> Self {
        self.helps.push(one_line(help.into()) + "\n" + example);
        self
    }

    /// Sets the fix, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// The text of the primary label, unless it is a help or repeats the message. Formats without source lines need it.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let label = self.labels.first()?.message.as_str();
        let is_known = self.message.contains(label.strip_prefix("this is ").unwrap_or(label));
        let is_new = !label.is_empty() && !label.starts_with("help: ") && !is_known;
        is_new.then_some(label)
    }

    /// The message and the reason, on one line.
    #[must_use]
    pub fn message_with_reason(&self) -> Cow<'_, str> {
        match self.reason() {
            Some(reason) => Cow::Owned(format!("{}: {reason}", self.message)),
            None => Cow::Borrowed(&self.message),
        }
    }

    /// All helps: that of the primary label, then the others.
    pub fn all_helps(&self) -> impl Iterator<Item = &str> {
        let primary = self.labels.first().and_then(|label| label.message.strip_prefix("help: "));
        primary.into_iter().chain(self.helps.iter().map(String::as_str))
    }

    /// The span of the primary label.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Whether any of these diagnostics fails the build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}

/// Escapes line breaks of the input. As they are, they would look like lines of our own.
#[must_use]
pub fn one_line(text: String) -> String {
    if text.contains(['\n', '\r', '\t']) {
        text.replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n")
    } else {
        text
    }
}
