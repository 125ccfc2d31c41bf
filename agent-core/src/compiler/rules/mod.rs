//! Phase 7: the roster in, findings out. One rule per file; its documentation explains it to users.
//!
//! Most rules look at one agent after the other, and some at the roster as a whole, in a function `check`. What the others
//! find comes to light in an earlier phase, which calls the function of the rule that says so.

pub mod bypass_permissions;
pub mod byte_order_mark;
pub mod conflicting_tools;
pub mod confusable_name;
pub mod description_budget;
pub mod duplicate_field;
pub mod duplicate_name;
pub mod duplicate_tool;
pub mod empty_field;
pub mod empty_prompt;
pub mod empty_roster;
pub mod file_name_mismatch;
pub mod foreign_example;
pub mod hidden_text;
pub mod identifier_collision;
pub mod implied_tools;
pub mod inherits_all_tools;
pub mod invalid_name;
pub mod invalid_settings;
pub mod invalid_tool;
pub mod invalid_value;
pub mod invalid_yaml;
pub mod leftover_placeholder;
pub mod malformed_example;
pub mod missing_field;
pub mod missing_frontmatter;
pub mod misspelled_field;
pub mod misspelled_model;
pub mod misspelled_tool;
pub mod mojibake;
pub mod no_identifier;
pub mod no_tools;
pub mod outside_path;
pub mod recovered_yaml;
pub mod retired_model;
pub mod retired_tool;
pub mod secret;
pub mod skipped_agent;
pub mod truncated_text;
pub mod unavailable_tool;
pub mod unclosed_fence;
pub mod unclosed_frontmatter;
pub mod unconventional_name;
pub mod ungranted_tool;
pub mod unknown_agent;
pub mod unknown_color;
pub mod unknown_field;
pub mod unknown_mention;
pub mod unknown_model;
pub mod unknown_tool;
pub mod unreadable_file;
pub mod unused_setting;
pub mod wrong_type;

use super::diagnostic::{Check, Diagnostic, Level, Rule};
use super::link::{Agent, Roster};
use super::parallel;
use crate::distance;

/// The rules and their documentation, from one list.
macro_rules! rules {
    ($($module:ident)*) => {
        /// Every rule, in the order in which the phases come to them.
        pub static RULES: [&Rule; 53] = [$(&$module::RULE),*];

        /// The source of every rule, in the same order.
        static SOURCES: [&str; 53] = [$(include_str!(concat!(stringify!($module), ".rs"))),*];
    };
}

rules! {
    invalid_settings
    unreadable_file
    outside_path
    skipped_agent
    unused_setting
    empty_roster
    byte_order_mark
    missing_frontmatter
    unclosed_frontmatter
    invalid_yaml
    recovered_yaml
    truncated_text
    duplicate_field
    missing_field
    empty_field
    wrong_type
    invalid_value
    misspelled_field
    unknown_field
    unknown_color
    invalid_name
    unconventional_name
    file_name_mismatch
    duplicate_name
    no_identifier
    identifier_collision
    confusable_name
    misspelled_model
    unknown_model
    retired_model
    invalid_tool
    misspelled_tool
    unknown_tool
    retired_tool
    duplicate_tool
    conflicting_tools
    no_tools
    unavailable_tool
    implied_tools
    inherits_all_tools
    bypass_permissions
    unknown_agent
    unknown_mention
    malformed_example
    foreign_example
    description_budget
    empty_prompt
    unclosed_fence
    leftover_placeholder
    hidden_text
    mojibake
    secret
    ungranted_tool
}

/// The manual page of a rule, in Markdown: a line of summary, then what it finds, why it matters, an example, the cure.
#[must_use]
pub fn documentation(rule: &Rule) -> String {
    let source = RULES.iter().zip(SOURCES).find(|(known, _)| known.name == rule.name).map_or("", |(_, source)| source);
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
}

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}

/// The rule whose name is closest to another.
#[must_use]
pub fn closest(name: &str) -> Option<&'static str> {
    distance::closest(name, RULES.iter().map(|rule| rule.name))
}

/// Runs every rule that looks at agents, unless the settings allow what it finds.
#[must_use]
pub fn check(roster: &Roster) -> Vec<Diagnostic> {
    let is_on = |rule: &&Rule| roster.settings.level(rule) != Level::Allow;
    let checks: Vec<_> = RULES.into_iter().filter(is_on).filter_map(|rule| rule.check).collect();
    // An agent's file is in the processor's cache while one rule after the other looks at it.
    let found = parallel::map(&roster.definitions, roster.folder.is_large(), |file, definition| {
        let mut diagnostics = Vec::new();
        if let Some(source) = roster.folder.sources.get(file) {
            let agent = Agent { roster, definition, source };
            for check in &checks {
                if let Check::Agent(check) = check {
                    check(&agent, &mut diagnostics);
                }
            }
        }
        diagnostics
    });
    let mut diagnostics: Vec<_> = found.into_iter().flatten().collect();
    for check in &checks {
        if let Check::Roster(check) = check {
            check(roster, &mut diagnostics);
        }
    }
    diagnostics
}
