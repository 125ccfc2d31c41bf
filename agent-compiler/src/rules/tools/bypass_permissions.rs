//! The agent asks to skip every question for permission.
//!
//! # What it finds
//! `permissionMode: bypassPermissions`
//!
//! # Why it matters
//! Before Claude Code 2.1.267 such an agent runs every command without a question. Later versions ignore it: there the agent
//! stops for questions that its author did not expect.
//!
//! # Example
//! `permissionMode: bypassPermissions`
//!
//! # Cure
//! Use `acceptEdits` or `dontAsk`, and grant the tools that the agent needs.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::parse::definition::Word;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("bypass-permissions", Level::Warn, check);

/// Checks the permission mode of every agent.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    let Some(entry) = definition.entry("permissionMode") else { return };
    if definition.permission_mode == Some(Word::Variant("BypassPermissions")) {
        diagnostics.push(
            Diagnostic::new(&RULE, "this agent asks to run without any permission")
                .at(entry.value.span, "")
                .note("before Claude Code 2.1.267 it runs every command unasked; later versions ignore it")
                .help("write `acceptEdits` or `dontAsk`, and grant the tools that it needs"),
        );
    }
}
