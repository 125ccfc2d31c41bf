use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent that has every tool without saying so.
    ///
    /// ## What it does
    /// Checks for agents with neither `tools` nor `disallowedTools`. `tools: "*"` means the same, but says so, and is
    /// accepted.
    ///
    /// ## Why is this bad?
    /// Such an agent can write files, run commands, and use every connected MCP server, including those that are added
    /// later. This is often intended; the rule is off by default, for teams that want it to be written down.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    "inherits-all-tools": Tools, Allow, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    let is_set = |name| definition.entry(name).is_some();
    if definition.entries.is_some() && !is_set("tools") && !is_set("disallowedTools") {
        diagnostics.push(
            RULE.diagnostic("this agent has every tool")
                .at(roster.name_span(definition), "neither `tools` nor `disallowedTools` is set")
                .note("it can write files, run commands, and use every connected MCP server")
                .help("list the tools that it needs, or write `tools: \"*\"` if it needs all of them"),
        );
    }
}
