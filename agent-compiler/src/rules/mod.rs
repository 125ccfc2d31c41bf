//! Phase 7: the roster in, findings out. One rule per file; its documentation explains it to users.
//!
//! Most rules look at one agent after the other, and some at the roster as a whole, in a function `check`. What the others
//! find comes to light in an earlier phase, which calls the function of the rule that says so.

pub mod folder;
pub mod frontmatter;
pub mod names;
pub mod prompt;
pub mod references;
pub mod tools;

use crate::base::diagnostic::{Check, Diagnostic, Level, Rule};
use crate::base::parallel;
use crate::resolve::roster::{Roster, RosterAgent};
use include_agents_core::__private::distance;

/// The rules and their documentation, from one list.
macro_rules! rules {
    ($($group:ident $module:ident)*) => {
        /// Every rule, in the order in which the phases come to them.
        pub static RULES: [&Rule; 53] = [$(&$group::$module::RULE),*];

        /// The source of every rule, in the same order.
        static SOURCES: [&str; 53] = [$(include_str!(concat!(stringify!($group), "/", stringify!($module), ".rs"))),*];
    };
}

rules! {
    folder invalid_settings
    folder unreadable_file
    folder outside_path
    folder skipped_agent
    folder unused_setting
    folder empty_roster
    frontmatter byte_order_mark
    frontmatter missing_frontmatter
    frontmatter unclosed_frontmatter
    frontmatter invalid_yaml
    frontmatter recovered_yaml
    frontmatter truncated_text
    frontmatter duplicate_field
    frontmatter missing_field
    frontmatter empty_field
    frontmatter wrong_type
    frontmatter invalid_value
    frontmatter misspelled_field
    frontmatter unknown_field
    frontmatter unknown_color
    names invalid_name
    names unconventional_name
    names file_name_mismatch
    names duplicate_name
    names no_identifier
    names identifier_collision
    names confusable_name
    tools misspelled_model
    tools unknown_model
    tools retired_model
    tools invalid_tool
    tools misspelled_tool
    tools unknown_tool
    tools retired_tool
    tools duplicate_tool
    tools conflicting_tools
    tools no_tools
    tools unavailable_tool
    tools implied_tools
    tools inherits_all_tools
    tools bypass_permissions
    references unknown_agent
    references unknown_mention
    references malformed_example
    references foreign_example
    folder description_budget
    prompt empty_prompt
    prompt unclosed_fence
    prompt leftover_placeholder
    prompt hidden_text
    prompt mojibake
    prompt secret
    prompt ungranted_tool
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
            let agent = RosterAgent { roster, definition, source };
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
