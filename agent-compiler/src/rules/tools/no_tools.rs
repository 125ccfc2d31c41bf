//! An agent without any tool.
//!
//! # What it finds
//! `tools` with an empty list.
//!
//! # Why it matters
//! The agent can read no file and run nothing: it answers from its prompt alone. That may be meant.
//!
//! # Example
//! `tools: []`
//!
//! # Cure
//! Name the tools, or remove the line to grant all. If it is meant, say so in a `[[silence]]` of `agents.toml`.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("no-tools", Level::Warn, check);

/// Checks the tools of every agent.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(entry) = agent.definition.entry("tools") else { return };
    if matches!(&entry.value.value, Yaml::List(items) if items.is_empty()) {
        diagnostics.push(
            Diagnostic::new(&RULE, "this agent has no tool at all")
                .at(entry.value.span, "an empty list")
                .note("it can read no file and run nothing: it answers from its prompt alone")
                .help("name the tools, or remove the line to grant all; if it is meant, silence this in `agents.toml`"),
        );
    }
}
