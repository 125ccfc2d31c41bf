use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent has every tool there is, without saying so.
    ///
    /// ## What it does
    /// An agent with neither `tools` nor `disallowedTools`. `tools: "*"` says the same, and is no finding.
    ///
    /// ## Why is this bad?
    /// It can write, run commands, and use every server that is connected, now and later. Some teams want that to be written
    /// down; the rule is off unless `agents.toml` turns it on.
    ///
    /// ## Example
    /// A file with `name` and `description` alone.
    ///
    /// ## Use instead
    /// Name the tools, or write `tools: "*"`.
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
