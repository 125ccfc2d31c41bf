use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::format::tools::ToolStatus;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::orders::{self, Order};

rule! {
    /// A prompt that uses a tool that the agent does not have.
    ///
    /// ## What it does
    /// Checks the prose of the prompt for instructions such as "use the Bash tool", where `tools` does not grant that tool or
    /// `disallowedTools` denies it.
    ///
    /// ## Why is this bad?
    /// The agent cannot follow the instruction. Since prose is not exact, this rule is off by default.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Use the Bash tool to run the tests.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change, and check that there are tests for it.
    /// ```
    "ungranted-tool": Prompt, Allow, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, index, .. } = *agent;
    if definition.tools.is_none() && definition.disallowed_tools.is_empty() {
        return;
    }
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    let is_allowed = |name: &str| {
        let granted = definition.tools.as_deref().map(|list| list.iter().map(|entry| &*entry.value));
        let denied = definition.disallowed_tools.iter().map(|entry| &*entry.value);
        permission::allows(granted, denied, definition.memory.is_some(), name)
    };
    let orders = orders::nouns(body, "tool").into_iter().filter_map(|at| orders::order(body, at, &[], "tool"));
    for Order { object, position, .. } in orders {
        let Some(name) = body.get(object.clone()) else { continue };
        let is_tool =
            roster.format.tools.find(name).is_some_and(|tool| tool.is_current() || tool.status == ToolStatus::Alias);
        let base = definition.body.start;
        if !is_tool || is_allowed(name) || index.code_spans().is_code(base + position) {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("the prompt uses the tool `{name}`, which this agent does not have"))
                .at(Span::new(definition.file, base + object.start..base + object.end), "")
                .note("the agent cannot follow this instruction")
                .help("change the prompt to use the tools that the agent has"),
        );
    }
}
