use crate::base::diagnostic::Diagnostic;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A field that is ignored in a plugin.
    ///
    /// ## What it does
    /// Checks agents in the folder `agents` of a plugin, beside which `.claude-plugin/plugin.json` is, and in the folders below it,
    /// for `permissionMode`, `hooks`, `mcpServers`, `initialPrompt`, `observer`, `observerMessage` and `observeSubagents`.
    ///
    /// ## Why is this bad?
    /// Measured on Claude Code 2.1.331: it loads the agent of a plugin without these fields. A hook that should deny a tool call
    /// never sees one, and an agent that needs a server runs without it.
    ///
    /// ## Example
    /// ```json reviews/.claude-plugin/plugin.json
    /// { "name": "reviews" }
    /// ```
    ///
    /// ```markdown reviews/agents/reviewer.md
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// permissionMode: plan
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// Remove the field, and limit the agent by fields that apply. Or move the agent to `.claude/agents`.
    ///
    /// ```json reviews/.claude-plugin/plugin.json
    /// { "name": "reviews" }
    /// ```
    ///
    /// ```markdown reviews/agents/reviewer.md
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "ignored-field": Frontmatter, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let ignored = agent.roster.format.ignored_in_plugins;
    for entry in agent.definition.entries.iter().flatten() {
        let key = entry.key.value.as_ref();
        if !ignored.contains(&key) || matches!(entry.value.value, Yaml::Null) || !agent.is_of_plugin() {
            continue;
        }
        let help = match key {
            "hooks" => {
                "move the agent to `.claude/agents`, or its hooks to `hooks/hooks.json`, where they are for the whole session"
            }
            _ => "remove the field, or move the agent to `.claude/agents`",
        };
        diagnostics.push(
            RULE.diagnostic(format!("`{key}` has no effect in a plugin"))
                .at(entry.key.span, "ignored, as `.claude-plugin/plugin.json` is beside this folder of agents")
                .note(format!("Claude Code 2.1.331 loads the agent of a plugin without its `{key}`"))
                .help(help),
        );
    }
}
