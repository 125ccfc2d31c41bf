use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::format::tools::{self, ToolStatus};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::orders::{self, Order};

rule! {
    /// A prompt orders to use a tool that the agent does not have.
    ///
    /// ## What it does
    /// In the prose of the body, an order such as "use the Bash tool", where `tools` does not grant that tool or
    /// `disallowedTools` takes it away.
    ///
    /// ## Why is this bad?
    /// The order cannot be carried out. Prose is not exact, so the rule is off unless `agents.toml` turns it on.
    ///
    /// ## Example
    /// `tools: Read` and "Use the Bash tool to run the tests."
    ///
    /// ## Use instead
    /// Grant the tool, or change the prompt.
    "ungranted-tool": Prompt, Allow, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, index, .. } = *agent;
    if definition.tools.is_none() && definition.disallowed_tools.is_empty() {
        return;
    }
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    let is_allowed = |name: &str| {
        let granted = definition.tools.as_deref().map(|list| list.iter().map(|entry| &*entry.value));
        let denied = definition.disallowed_tools.iter().map(|entry| &*entry.value);
        permission::allows(granted, denied, definition.memory.is_some(), name)
    };
    for Order { object, position, .. } in orders::find(body, &[], "tool") {
        let Some(name) = body.get(object.clone()) else { continue };
        let is_tool =
            tools::find(name).is_some_and(|tool| matches!(tool.status, ToolStatus::Current | ToolStatus::Alias));
        let base = definition.body.start;
        if !is_tool || is_allowed(name) || index.code_spans().is_code(base + position) {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("the prompt orders to use `{name}`, which is not granted"))
                .at(Span::new(definition.file, base + object.start..base + object.end), "")
                .note("the order cannot be carried out")
                .help(format!("grant `{name}`, or change the prompt")),
        );
    }
}
