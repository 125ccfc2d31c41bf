//! A prompt orders to use a tool that the agent does not have.
//!
//! # What it finds
//! In the prose of the body, an order such as "use the Bash tool", where `tools` does not grant that tool or
//! `disallowedTools` takes it away.
//!
//! # Why it matters
//! The order cannot be carried out. Prose is not exact, so the rule is off unless `agents.toml` turns it on.
//!
//! # Example
//! `tools: Read` and "Use the Bash tool to run the tests."
//!
//! # Cure
//! Grant the tool, or change the prompt.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::{Span, SpannedText};
use crate::format::tools::{self, ToolStatus};
use crate::resolve::roster::RosterAgent;
use crate::text::orders::{self, Mention};

/// The rule.
pub static RULE: Rule = Rule::new("ungranted-tool", Level::Allow, check);

/// Checks the body of every agent whose tools are limited.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if definition.tools.is_none() && definition.disallowed_tools.is_empty() {
        return;
    }
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    let is_in = |list: &[SpannedText], name: &str| {
        list.iter().any(|entry| tools::current(tools::name(&entry.value)) == tools::current(name))
    };
    for Mention { object, order, .. } in orders::ordered(body, &[], "tool") {
        let Some(name) = body.get(object.clone()) else { continue };
        let is_tool =
            tools::find(name).is_some_and(|tool| matches!(tool.status, ToolStatus::Current | ToolStatus::Alias));
        let is_granted = definition.tools.as_deref().is_none_or(|list| is_in(list, name));
        let is_denied = is_in(&definition.disallowed_tools, name);
        let base = definition.body.start;
        if !is_tool || (is_granted && !is_denied) || definition.code_spans(source).is_code(base + order) {
            continue;
        }
        diagnostics.push(
            Diagnostic::new(&RULE, format!("the prompt orders to use `{name}`, which is not granted"))
                .at(Span::new(definition.file, base + object.start..base + object.end), "")
                .note("the order cannot be carried out")
                .help(format!("grant `{name}`, or change the prompt")),
        );
    }
}
