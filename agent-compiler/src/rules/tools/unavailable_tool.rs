use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::tool_entries;
use crate::format::tools::ToolStatus;
use crate::format::types::PermissionMode;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::ToolLists;
use crate::rules::rule::rule;

rule! {
    /// A tool that subagents do not get.
    ///
    /// ## What it does
    /// Checks `tools` for tools of the main conversation, such as `AskUserQuestion`, and for `ExitPlanMode` without
    /// `permissionMode: plan`. An agent with an `initialPrompt` is meant to run as the main conversation, and is not
    /// checked.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 silently leaves such a tool out when it starts the agent as a subagent, so that the agent cannot
    /// do what its prompt says. If the list names nothing else, see `no-usable-tool`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: planner
    /// description: Plans a change.
    /// tools: Read, Grep, AskUserQuestion
    /// ---
    /// Read the code, and ask the user when the goal is unclear.
    /// ```
    ///
    /// ## Use instead
    /// Let the agent answer with its question, which the main conversation can then ask.
    /// ```markdown
    /// ---
    /// name: planner
    /// description: Plans a change.
    /// tools: Read, Grep
    /// ---
    /// Read the code. When the goal is unclear, answer with your question.
    /// ```
    "unavailable-tool": Tools, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let (Some(list), None) = (&definition.tools, &definition.initial_prompt) else { return };
    let lists = ToolLists { definition, settings: roster.settings };
    if lists.is_reported_as_a_whole(&lists.phrases()) {
        return;
    }
    let plans = definition.permission_mode == Some(PermissionMode::Plan);
    for (index, entry) in list.iter().enumerate() {
        let name = tool_entries::name(&entry.value);
        let tool = roster.format.tools.find(name).filter(|_| !roster.settings.known_tools.contains(name));
        let status = tool.map(|tool| tool.status);
        if status != Some(ToolStatus::Main) && (plans || status != Some(ToolStatus::Plan)) {
            continue;
        }
        // Not safe: the agent may be meant to run as the main conversation.
        let fix = Fix::remove_entry(source, list, index).map(|fix| Fix { safe: false, ..fix });
        let message = if status == Some(ToolStatus::Plan) {
            format!("subagents get the tool `{name}` only with `permissionMode: plan`")
        } else {
            format!("subagents never get the tool `{name}`")
        };
        let help = if status == Some(ToolStatus::Plan) {
            "remove it, and let the agent answer with the plan"
        } else {
            "remove it, and leave this step to the main conversation"
        };
        let note = "Claude Code silently leaves it out when it starts the agent as a subagent";
        diagnostics.push(
            RULE.diagnostic(message).at(entry.span, "a tool of the main conversation").note(note).help(help).fix(fix),
        );
    }
}
