//! A tool that is on no list.
//!
//! # What it finds
//! A tool that is neither built into Claude Code nor of the form `mcp__server__tool`, and close to none.
//!
//! # Why it matters
//! Programs drop an entry they do not know, in silence. If nothing is left, the agent cannot run.
//!
//! # Example
//! `tools: search, editFiles`, which are tools of GitHub Copilot.
//!
//! # Cure
//! Remove the entry, or write the tool of Claude Code that does the same.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::format::tools::{self, Unknown};
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("unknown-tool", Level::Warn, check);

/// Checks every tool of every agent that is no slip for another, which is `misspelled-tool`.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = tools::granted(definition);
    let unknown = tools::unknown(definition, roster.settings).filter(|unknown| !unknown.is_slip(&granted));
    diagnostics.extend(unknown.map(|unknown| report(&unknown)));
}

fn report(unknown: &Unknown) -> Diagnostic {
    let name = unknown.name;
    let (label, help) = match tools::foreign(name) {
        Some((product, here)) => {
            (format!("a tool of {product}"), format!("write `{here}`, which does the same, or remove it"))
        }
        None => (
            format!("not on the list of {}", tools::verified()),
            "remove it, or list it under `[tools] extra` in `agents.toml`; a tool of an MCP server is written \
             `mcp__server__tool`"
                .to_owned(),
        ),
    };
    Diagnostic::new(&RULE, format!("unknown tool `{name}`"))
        .at(unknown.entry.span, label)
        .note("programs drop a tool they do not know in silence")
        .help(help)
}
