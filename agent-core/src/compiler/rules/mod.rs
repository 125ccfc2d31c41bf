//! Phase 7: the roster in, findings out. One rule per file; its documentation explains it to users.
//!
//! Some rules look at the whole roster, in a function `check`. What others find comes to light in an earlier phase, which
//! calls the function of the rule that says so.

pub mod byte_order_mark;
pub mod duplicate_field;
pub mod duplicate_name;
pub mod empty_field;
pub mod empty_prompt;
pub mod empty_roster;
pub mod identifier_collision;
pub mod invalid_name;
pub mod invalid_tool;
pub mod invalid_value;
pub mod invalid_yaml;
pub mod malformed_example;
pub mod missing_field;
pub mod missing_frontmatter;
pub mod misspelled_field;
pub mod misspelled_model;
pub mod misspelled_tool;
pub mod no_identifier;
pub mod recovered_yaml;
pub mod unclosed_frontmatter;
pub mod unknown_field;
pub mod unknown_model;
pub mod unknown_tool;
pub mod unreadable_file;
pub mod wrong_type;

use super::diagnostic::{Diagnostic, Rule};
use super::link::Roster;

/// Every rule, in the order in which the phases come to them.
pub static RULES: [&Rule; 25] = [
    &unreadable_file::RULE,
    &empty_roster::RULE,
    &byte_order_mark::RULE,
    &missing_frontmatter::RULE,
    &unclosed_frontmatter::RULE,
    &invalid_yaml::RULE,
    &recovered_yaml::RULE,
    &duplicate_field::RULE,
    &missing_field::RULE,
    &empty_field::RULE,
    &wrong_type::RULE,
    &invalid_value::RULE,
    &misspelled_field::RULE,
    &unknown_field::RULE,
    &invalid_name::RULE,
    &duplicate_name::RULE,
    &no_identifier::RULE,
    &identifier_collision::RULE,
    &misspelled_model::RULE,
    &unknown_model::RULE,
    &invalid_tool::RULE,
    &misspelled_tool::RULE,
    &unknown_tool::RULE,
    &malformed_example::RULE,
    &empty_prompt::RULE,
];

/// Runs every rule that looks at the whole roster.
#[must_use]
pub fn check(roster: &Roster) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    duplicate_field::check(roster, &mut diagnostics);
    missing_field::check(roster, &mut diagnostics);
    empty_field::check(roster, &mut diagnostics);
    misspelled_field::check(roster, &mut diagnostics);
    unknown_field::check(roster, &mut diagnostics);
    invalid_name::check(roster, &mut diagnostics);
    duplicate_name::check(roster, &mut diagnostics);
    misspelled_model::check(roster, &mut diagnostics);
    unknown_model::check(roster, &mut diagnostics);
    invalid_tool::check(roster, &mut diagnostics);
    misspelled_tool::check(roster, &mut diagnostics);
    malformed_example::check(roster, &mut diagnostics);
    empty_prompt::check(roster, &mut diagnostics);
    diagnostics
}
