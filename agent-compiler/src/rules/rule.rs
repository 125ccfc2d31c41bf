//! What a rule is made of: documentation, name, group, level and check, in one declaration.

use crate::base::diagnostic::Diagnostic;
use crate::base::rule::RuleInfo;
use crate::base::source::Source;
use crate::input::settings::Settings;
use crate::parse::definition::Definition;
use crate::resolve::roster::{Roster, RosterAgent};
use crate::text::index::TextIndex;

/// A rule and how it checks.
#[derive(Debug)]
pub struct Rule {
    /// What is known of it.
    pub info: RuleInfo,
    /// How it checks.
    pub check: Check,
}

/// How a rule checks.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Each agent by itself, though it may ask about the others.
    Agent(fn(&RosterAgent, &mut Vec<Diagnostic>)),
    /// The text of each agent, and nothing but that: where it has found nothing, a later run of the same text need not look.
    Text(fn(&TextAgent, &mut Vec<Diagnostic>)),
    /// The roster as a whole.
    Roster(fn(&Roster, &mut Vec<Diagnostic>)),
}

/// An agent as far as its file and the settings tell of it.
#[derive(Clone, Copy, Debug)]
pub struct TextAgent<'r, 'a> {
    /// The settings of its folder.
    pub settings: &'a Settings,
    /// Its definition.
    pub definition: &'r Definition<'a>,
    /// Its file.
    pub source: &'a Source,
    /// The index of the text of its file.
    pub index: &'r TextIndex<'a>,
}

impl<'r, 'a> TextAgent<'r, 'a> {
    /// An agent of a roster, without the others.
    #[must_use]
    pub fn of(agent: &RosterAgent<'r, 'a>) -> Self {
        let RosterAgent { roster, definition, source, index } = *agent;
        Self { settings: roster.settings, definition, source, index }
    }
}

impl Rule {
    /// A diagnostic of this rule, at the level of the rule and without a span yet.
    #[must_use]
    pub fn diagnostic(&'static self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.info, message)
    }
}

/// Declares the rule of a file as its `RULE`: documentation, name, group, level, and a check of each agent, of each text or of the roster.
/// `Fixed` is the level of an error that no setting can lower. A second level, in brackets, is that of agents which run in a
/// program of the user's own.
macro_rules! rule {
    ($(#[doc = $doc:literal])* $name:literal: $group:ident, Fixed, $kind:ident($check:path)) => {
        rule!(@ [$($doc)*] $name, $group, Error, Error, true, $kind, $check);
    };
    ($(#[doc = $doc:literal])* $name:literal: $group:ident, $level:ident, $kind:ident($check:path)) => {
        rule!(@ [$($doc)*] $name, $group, $level, $level, false, $kind, $check);
    };
    ($(#[doc = $doc:literal])* $name:literal: $group:ident, $level:ident [own: $own:ident], $kind:ident($check:path)) => {
        rule!(@ [$($doc)*] $name, $group, $level, $own, false, $kind, $check);
    };
    (@ [$($doc:literal)*] $name:literal, $group:ident, $level:ident, $own:ident, $fixed:literal, $kind:ident, $check:path) => {
        $(#[doc = $doc])*
        pub static RULE: $crate::rules::rule::Rule = $crate::rules::rule::Rule {
            info: $crate::base::rule::RuleInfo {
                name: $name,
                group: $crate::base::rule::Group::$group,
                level: $crate::base::rule::Level::$level,
                level_in_own: $crate::base::rule::Level::$own,
                is_fixed: $fixed,
                docs: &[$($doc),*],
            },
            check: rule!(@ $kind $check),
        };
    };
    (@ agent $check:path) => { $crate::rules::rule::Check::Agent($check) };
    (@ text $check:path) => { $crate::rules::rule::Check::Text($check) };
    (@ roster $check:path) => { $crate::rules::rule::Check::Roster($check) };
}
pub(crate) use rule;
