//! A tool is granted and denied.
//!
//! # What it finds
//! A tool that is in `tools` and in `disallowedTools`. An entry of `disallowedTools` takes the whole tool away, also where
//! something stands in parentheses, and a server with all of its tools.
//!
//! # Why it matters
//! The denial wins, so the agent lacks a tool that its author granted; or the denial was meant to be narrower than it is.
//!
//! # Example
//! `tools: Read, Bash` with `disallowedTools: Bash(rm:*)`: the agent has no Bash at all.
//!
//! # Cure
//! Remove one of the two. What a tool may do is limited where it is granted: `Bash(git diff:*)`.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::tools::{self, Status};

/// The rule.
pub static RULE: Rule = Rule::new("conflicting-tools", Level::Error, check);

/// Compares both lists of every agent that has both.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        for denied in &definition.disallowed_tools {
            let mut granted = definition.tools.iter().flatten();
            let Some(granted) = granted.find(|granted| takes(&denied.value, &granted.value)) else { continue };
            let name = tools::name(&granted.value);
            let diagnostic = Diagnostic::new(&RULE, format!("`{name}` is granted and denied"))
                .at(denied.span, "denied here")
                .at(granted.span, "granted here");
            diagnostics.push(if denied.value.contains('(') {
                diagnostic.note("in `disallowedTools` parentheses do not narrow: the whole tool is taken away").help(
                    format!("limit it where it is granted, such as `{name}(git diff:*)`, or remove one of the two"),
                )
            } else {
                diagnostic
                    .note(format!("the denial wins: the agent runs without `{name}`"))
                    .help("remove one of the two")
            });
        }
    }
}

/// Whether a denied entry takes away what another one grants.
fn takes(denied: &str, granted: &str) -> bool {
    let (denied_name, granted_name) = (current(tools::name(denied)), current(tools::name(granted)));
    if let Some(server) = denied_name.strip_prefix("mcp__") {
        let Some(granted) = granted_name.strip_prefix("mcp__") else { return false };
        let server = server.strip_suffix('*').unwrap_or(server);
        // `mcp__github` takes `mcp__github__search`, and not `mcp__github_enterprise`.
        return granted == server
            || granted
                .strip_prefix(server)
                .is_some_and(|rest| server.is_empty() || server.ends_with("__") || rest.starts_with("__"));
    }
    // To forbid one kind of agent does not take away the tool that starts them.
    let is_narrow = denied_name == "Agent" && denied.contains('(');
    denied_name == granted_name && !is_narrow
}

/// The name that a tool has today.
fn current(name: &str) -> &str {
    tools::find(name).filter(|tool| tool.status == Status::Alias).and_then(|tool| tool.instead).unwrap_or(name)
}
