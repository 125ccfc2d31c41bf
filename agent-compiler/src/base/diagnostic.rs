//! What the compiler has to say about an agent.

use std::ops::Range;

use crate::base::fix::Fix;
use crate::base::source::Span;
use crate::resolve::roster::{Roster, RosterAgent};
use crate::text::invisible;
use crate::text::markers::MarkerIndex;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The build fails: the agent would be lost, or would run otherwise than written.
    Error,
    /// The build goes on: the agent works here, but something is off.
    Warn,
    /// Nothing is said.
    Allow,
}

impl Level {
    /// The words for the levels, in settings and in documentation.
    pub const WORDS: [(&'static str, Self); 3] = [("error", Self::Error), ("warn", Self::Warn), ("allow", Self::Allow)];

    /// The word for this level.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, level)| *level == self).map_or("", |(word, _)| word)
    }
}

/// What is known of a rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab-case: in messages and in settings.
    pub name: &'static str,
    /// How much its findings weigh, unless the settings say otherwise.
    pub level: Level,
    /// How it looks for what it finds; absent where that comes to light in an earlier phase.
    pub check: Option<Check>,
    /// Whether no setting can change its level, since what it finds leaves no agent to build.
    pub is_fixed: bool,
}

/// How a rule looks for what it finds.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At each agent by itself, though it may ask about the others.
    Agent(fn(&RosterAgent, &mut Vec<Diagnostic>)),
    /// At the roster as a whole.
    Roster(fn(&Roster, &mut Vec<Diagnostic>)),
}

impl Rule {
    /// A rule that looks at each agent.
    #[must_use]
    pub const fn new(name: &'static str, level: Level, check: fn(&RosterAgent, &mut Vec<Diagnostic>)) -> Self {
        Self { name, level, check: Some(Check::Agent(check)), is_fixed: false }
    }

    /// A rule that looks at the roster as a whole.
    #[must_use]
    pub const fn of_roster(name: &'static str, level: Level, check: fn(&Roster, &mut Vec<Diagnostic>)) -> Self {
        Self { name, level, check: Some(Check::Roster(check)), is_fixed: false }
    }

    /// A rule whose findings come to light in an earlier phase.
    #[must_use]
    pub const fn early(name: &'static str, level: Level) -> Self {
        Self { name, level, check: None, is_fixed: false }
    }

    /// Whether a setting can give it this level.
    #[must_use]
    pub fn may_be(&self, level: Level) -> bool {
        !self.is_fixed || level == Level::Error
    }

    /// An error that no setting can lower, since without its cure there is no agent.
    #[must_use]
    pub const fn fixed(self) -> Self {
        Self { is_fixed: true, ..self }
    }
}

/// The most places with one cause that one finding shows.
const MOST_PLACES: usize = 5;

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
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: one_line(message.into()),
            labels: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fix: None,
        }
    }

    /// Adds a place; the first one added is the primary one.
    #[must_use]
    pub fn at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: one_line(message.into()) });
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
        self.notes.push(visible(note.into()));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(visible(help.into()));
        self
    }

    /// Adds the cure for a machine, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
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

/// Shows line breaks of the input as escapes, so that they cannot break a message apart.
#[must_use]
pub fn one_line(text: String) -> String {
    let text = if text.contains(['\n', '\r', '\t']) {
        text.replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n")
    } else {
        text
    };
    visible(text)
}

/// Shows characters of the input that nobody sees as escapes, so that they cannot hide in a message.
#[must_use]
pub fn visible(mut text: String) -> String {
    for hidden in invisible::find(&text, &MarkerIndex::of(&text)).into_iter().rev() {
        let escaped: String = hidden.characters.iter().flat_map(|character| character.escape_unicode()).collect();
        text.replace_range(hidden.range, &escaped);
    }
    text
}

/// Whether any of them fails the build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}
