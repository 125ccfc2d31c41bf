use crate::base::diagnostic::Diagnostic;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent without any tool.
    ///
    /// ## What it does
    /// `tools` with an empty list.
    ///
    /// ## Why is this bad?
    /// The agent can read no file and run nothing: it answers from its prompt alone. That may be meant.
    ///
    /// ## Example
    /// `tools: []`
    ///
    /// ## Use instead
    /// Name the tools, or remove the line to grant all. If it is meant, say so in a `[[silence]]` of `agents.toml`.
    "no-tools": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(entry) = agent.definition.entry("tools") else { return };
    if matches!(&entry.value.value, Yaml::List(items) if items.is_empty()) {
        diagnostics.push(
            RULE.diagnostic("this agent has no tools")
                .at(entry.value.span, "the list is empty")
                .note("without tools an agent cannot read files or run commands, and answers only from its prompt")
                .help("list the tools that it needs; if it needs none, add a `[[silence]]` entry to `agents.toml`"),
        );
    }
}
