//! An example hands over to another agent, which is not there either.
//!
//! # What it finds
//! In an `<example>` of the description, an order such as "I'll use the code-reviewer agent", where that is neither the name
//! of this agent nor of another one.
//!
//! # Why it matters
//! The example teaches the model to call a name that does not exist. Mostly the agent was renamed, or copied from another.
//!
//! # Example
//! In `reviewer.md`: `assistant: "I'll use the code-reviewer agent to look at it."`
//!
//! # Cure
//! Write the name of this agent.

use std::collections::BTreeSet;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::resolve::roster::Roster;
use crate::rules::references::unknown_mention;

/// The rule.
pub static RULE: Rule = Rule::of_roster("foreign-example", Level::Warn, check);

/// Checks every example of every agent; one name is one finding.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    for (definition, source) in roster.agents() {
        let Some(description) = &definition.description else { continue };
        let mut seen = BTreeSet::new();
        for example in &definition.examples.list {
            for part in example.parts() {
                for mention in unknown_mention::names(part) {
                    let Some(name) = part.get(mention.object) else { continue };
                    if !seen.insert(name) || !unknown_mention::is_unknown(&search, name) {
                        continue;
                    }
                    let span = source.locate(name, description.span).unwrap_or(description.span);
                    diagnostics.push(
                        Diagnostic::new(&RULE, format!("an example hands over to an agent `{name}`, which is not there"))
                            .at(span, format!("this agent is called `{}`", roster.name_of(definition)))
                            .note("examples teach the model which name to call, and this one does not exist")
                            .help("write the name of this agent, or list the other under `[agents] external` in `agents.toml`"),
                    );
                }
            }
        }
    }
}
