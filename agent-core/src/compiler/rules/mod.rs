//! Phase 7: the roster in, findings out. One rule per file; its documentation explains it to users.
//!
//! Some rules look at the whole roster, in a function `check`. What others find comes to light in an earlier phase, which
//! calls the function of the rule that says so.

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

use super::diagnostic::{Diagnostic, Level, Rule};
use super::link::Roster;
use super::parallel;

/// Every rule, in the order in which the phases come to them.
pub static RULES: [&Rule; 53] = [
    &invalid_settings::RULE,
    &unreadable_file::RULE,
    &outside_path::RULE,
    &skipped_agent::RULE,
    &unused_setting::RULE,
    &empty_roster::RULE,
    &byte_order_mark::RULE,
    &missing_frontmatter::RULE,
    &unclosed_frontmatter::RULE,
    &invalid_yaml::RULE,
    &recovered_yaml::RULE,
    &truncated_text::RULE,
    &duplicate_field::RULE,
    &missing_field::RULE,
    &empty_field::RULE,
    &wrong_type::RULE,
    &invalid_value::RULE,
    &misspelled_field::RULE,
    &unknown_field::RULE,
    &unknown_color::RULE,
    &invalid_name::RULE,
    &unconventional_name::RULE,
    &file_name_mismatch::RULE,
    &duplicate_name::RULE,
    &no_identifier::RULE,
    &identifier_collision::RULE,
    &confusable_name::RULE,
    &misspelled_model::RULE,
    &unknown_model::RULE,
    &retired_model::RULE,
    &invalid_tool::RULE,
    &misspelled_tool::RULE,
    &unknown_tool::RULE,
    &retired_tool::RULE,
    &duplicate_tool::RULE,
    &conflicting_tools::RULE,
    &no_tools::RULE,
    &unavailable_tool::RULE,
    &implied_tools::RULE,
    &inherits_all_tools::RULE,
    &bypass_permissions::RULE,
    &unknown_agent::RULE,
    &unknown_mention::RULE,
    &malformed_example::RULE,
    &foreign_example::RULE,
    &description_budget::RULE,
    &empty_prompt::RULE,
    &unclosed_fence::RULE,
    &leftover_placeholder::RULE,
    &hidden_text::RULE,
    &mojibake::RULE,
    &secret::RULE,
    &ungranted_tool::RULE,
];

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}

/// Runs every rule that looks at the whole roster, unless the settings allow what it finds.
#[must_use]
pub fn check(roster: &Roster) -> Vec<Diagnostic> {
    let is_on = |rule: &&Rule| roster.settings.level(rule) != Level::Allow;
    let checks: Vec<_> = RULES.into_iter().filter(is_on).filter_map(|rule| rule.check).collect();
    let found = parallel::map(&checks, roster.folder.is_large(), |_, check| {
        let mut diagnostics = Vec::new();
        check(roster, &mut diagnostics);
        diagnostics
    });
    found.into_iter().flatten().collect()
}
