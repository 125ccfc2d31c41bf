//! A list of tools names an agent that is not there.
//!
//! # What it finds
//! In `Agent(…)` or `Task(…)`, a name that no agent of the folder has, that is none of those which Claude Code brings along,
//! and that is not listed under `[agents] external`. `plugin:name` is not looked up.
//!
//! # Why it matters
//! The agent may start only those that are listed: with a slip in the name, it cannot start the one that was meant.
//!
//! # Example
//! `tools: Read, Agent(code-reveiwer)`
//!
//! # Cure
//! Correct the name, or list it under `[agents] external` in `agents.toml`.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::fix::Fix;
use crate::format::tools;
use crate::resolve::roster::Roster;

/// The rule.
pub static RULE: Rule = Rule::of_roster("unknown-agent", Level::Error, check);

/// Checks the entries for agents in both lists of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    for (definition, source) in roster.agents() {
        for (entry, is_denied) in definition.tool_entries() {
            let specifier = entry.value.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
            let Some(agents) = specifier.filter(|_| matches!(tools::name(&entry.value), "Agent" | "Task")) else {
                continue;
            };
            let mut rest = entry.span;
            for name in agents.split(',').map(str::trim) {
                // Each name stands behind the one before it.
                let span = source.locate(name, rest).unwrap_or(entry.span);
                rest.start = rest.start.max(span.end).min(rest.end);
                if name.is_empty() || name.contains([':', '*']) || roster.is_known_agent(name) {
                    continue;
                }
                let close = search.closest(name);
                let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
                let fix = close.and_then(|close| Fix::replace(source, span, name, close, false));
                diagnostics.push(
                    Diagnostic::new(&RULE, format!("there is no agent `{name}`"))
                        .at(span, label)
                        .note(if is_denied {
                            "this denies nobody: the agent that was meant can still be started"
                        } else {
                            "the agent may start only those that are listed here, and this one does not exist"
                        })
                        .help("correct the name, or list it under `[agents] external` in `agents.toml`")
                        .fix(fix),
                );
            }
        }
    }
}
