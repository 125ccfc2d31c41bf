use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent without tools.
    ///
    /// ## What it does
    /// Checks for `tools` with an empty list. With `memory`, which grants tools all the same, that is `implied-tools`.
    ///
    /// ## Why is this bad?
    /// Without tools an agent cannot read files or run commands, and answers only from its prompt. If this is intended,
    /// a `[[silence]]` entry in `agents.toml` says so.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: []
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
    "no-tools": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let definition = agent.definition;
    let Some(entry) = definition.entry("tools") else { return };
    let denied = || definition.disallowed_tools.iter().map(|entry| &*entry.value);
    let has_memory = definition.memory.is_some();
    let is_implied =
        permission::OF_MEMORY.into_iter().any(|tool| permission::allows(Some([]), denied(), has_memory, tool));
    if !is_implied && matches!(&entry.value.value, Yaml::List(items) if items.is_empty()) {
        diagnostics.push(
            RULE.diagnostic("this agent has no tools")
                .at(entry.value.span, "the list is empty")
                .note("without tools an agent cannot read files or run commands, and answers only from its prompt")
                .help("list the tools that it needs; if it needs none, add a `[[silence]]` entry to `agents.toml`"),
        );
    }
}
