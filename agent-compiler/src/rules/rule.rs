//! What a rule is made of: documentation, name, group, level and check, in one declaration.

use crate::base::diagnostic::Diagnostic;
use crate::base::rule::RuleInfo;
use crate::resolve::roster::{Roster, RosterAgent};

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
    /// The roster as a whole.
    Roster(fn(&Roster, &mut Vec<Diagnostic>)),
}

impl Rule {
    /// A diagnostic of this rule, at the level of the rule and without a span yet.
    #[must_use]
    pub fn diagnostic(&'static self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.info, message)
    }
}

/// Declares the rule of a file as its `RULE`: documentation, name, group, level, and a check of each agent or of the roster.
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
    (@ roster $check:path) => { $crate::rules::rule::Check::Roster($check) };
}
pub(crate) use rule;
