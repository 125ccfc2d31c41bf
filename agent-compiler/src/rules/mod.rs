//! The roster in; diagnostics out. One rule per file, which documents it for users.
#![allow(missing_docs, reason = "the documentation of a rule is at its `RULE`")]

pub mod registry;
pub mod rule;

pub mod folder;
pub mod frontmatter;
pub mod names;
pub mod prompt;
pub mod references;
pub mod tools;

use include_agents_core::__private::distance;

use crate::base::diagnostic::Diagnostic;
use crate::base::parallel;
use crate::base::rule::{Group, Level, RuleInfo};
use crate::resolve::roster::Roster;
use crate::rules::folder::unused_setting;
use crate::rules::registry::RULES;
use crate::rules::rule::{Check, Rule, TextAgent};

/// Every rule, in the order of their groups.
#[must_use]
pub fn all() -> impl ExactSizeIterator<Item = &'static RuleInfo> {
    RULES.iter().map(|rule| &rule.info)
}

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static RuleInfo> {
    all().find(|rule| rule.name == name)
}

/// The rule whose name is closest to another.
#[must_use]
pub fn closest(name: &str) -> Option<&'static str> {
    distance::closest(name, all().map(|rule| rule.name))
}

/// Runs every rule that is on, and gives the diagnostics the levels of the settings. They are in no particular order.
#[must_use]
pub fn check(roster: &Roster) -> Vec<Diagnostic> {
    let Roster { folder, settings, .. } = roster;
    let path = |diagnostic: &Diagnostic| Some(folder.below(&folder.source(diagnostic.span()?.file)?.path));
    let (mut diagnostics, unused) = settings.apply(run(roster), path);
    let level = settings.level(&unused_setting::RULE.info);
    if level != Level::Allow {
        diagnostics.extend(unused.into_iter().map(|span| Diagnostic { level, ..unused_setting::suppression(span) }));
    }
    diagnostics
}

fn run(roster: &Roster) -> Vec<Diagnostic> {
    let is_on = |rule: &&&Rule| roster.settings.level(&rule.info) != Level::Allow;
    let checks: Vec<_> = RULES.iter().filter(is_on).map(|rule| rule.check).collect();
    // An agent's file is in the processor's cache while one rule after the other looks at it.
    let found = parallel::map(&roster.definitions, roster.folder.is_large(), |file, _| {
        let mut diagnostics = Vec::new();
        if let Some(agent) = roster.agent(file) {
            let text = TextAgent::of(&agent);
            let is_known = agent.index.looked().has_no_findings;
            let mut findings = 0;
            for check in &checks {
                let before = diagnostics.len();
                match check {
                    Check::Agent(check) => check(&agent, &mut diagnostics),
                    Check::Text(check) if !is_known => {
                        check(&text, &mut diagnostics);
                        findings += diagnostics.len() - before;
                    }
                    Check::Text(_) | Check::Roster(_) => {}
                }
            }
            agent.index.note_findings(findings > 0);
        }
        diagnostics
    });
    let mut diagnostics: Vec<_> = found.into_iter().flatten().collect();
    // The text of a fragment is a part of prompts.
    for fragment in roster.fragments().filter_map(|file| roster.agent(file)) {
        for rule in RULES.iter().filter(is_on).filter(|rule| rule.info.group == Group::Prompt) {
            match rule.check {
                Check::Agent(check) => check(&fragment, &mut diagnostics),
                Check::Text(check) => check(&TextAgent::of(&fragment), &mut diagnostics),
                Check::Roster(_) => {}
            }
        }
    }
    for check in &checks {
        if let Check::Roster(check) = check {
            check(roster, &mut diagnostics);
        }
    }
    diagnostics
}
