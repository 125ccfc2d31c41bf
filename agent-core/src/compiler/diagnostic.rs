//! What the compiler has to say about an agent.

use super::source::Span;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The build fails: the agent would be lost, or would run otherwise than written.
    Error,
    /// The build goes on: the agent works here, but something is off.
    Warn,
}

/// What is known of a rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab-case: in messages and in settings.
    pub name: &'static str,
    /// How much its findings weigh.
    pub level: Level,
}

/// One finding: what is wrong, where, why it matters, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
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
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: one_line(message.into()),
            labels: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
        }
    }

    /// Adds a place; the first one added is the primary one.
    #[must_use]
    pub fn at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: one_line(message.into()) });
        self
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

    /// The primary place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Shows control characters of the input as escapes, so that they cannot break a message apart.
fn one_line(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let show = |c: char| if c.is_control() { c.escape_debug().to_string() } else { c.to_string() };
    text.chars().map(show).collect()
}

/// Whether any of them fails the build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}
