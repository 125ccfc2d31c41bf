use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::tools::{self, ToolStatus};
use crate::parse::definition::Word;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool that subagents never get.
    ///
    /// ## What it does
    /// In `tools`, a tool of the main conversation such as `AskUserQuestion`; `ExitPlanMode` outside of the permission mode
    /// `plan`. An agent with an `initialPrompt` is made to run as the main conversation, and may name them.
    ///
    /// ## Why is this bad?
    /// Claude Code leaves them out in silence when it starts the agent as a subagent: what the prompt says of them cannot
    /// happen.
    ///
    /// ## Example
    /// `tools: Read, AskUserQuestion`
    ///
    /// ## Use instead
    /// Remove the entry. A subagent that needs an answer ends with the question, which the main conversation then asks.
    "unavailable-tool": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let (Some(list), None) = (&definition.tools, &definition.initial_prompt) else { return };
    let plans = definition.permission_mode == Some(Word::Variant("Plan"));
    for (index, entry) in list.iter().enumerate() {
        let name = tools::name(&entry.value);
        let tool = tools::find(name).filter(|_| !roster.settings.extra_tools.contains(name));
        let status = tool.map(|tool| tool.status);
        if status != Some(ToolStatus::Main) && (plans || status != Some(ToolStatus::Plan)) {
            continue;
        }
        // It may be started as the main conversation all the same, so that somebody should look.
        let fix = Fix::remove_entry(source, list, index).map(|fix| Fix { safe: false, ..fix });
        let note = if status == Some(ToolStatus::Plan) {
            "Claude Code leaves it out in silence, unless `permissionMode` is `plan`"
        } else {
            "Claude Code leaves it out in silence when it starts the agent as a subagent"
        };
        diagnostics.push(
            RULE.diagnostic(format!("a subagent never gets the tool `{name}`"))
                .at(entry.span, "a tool of the main conversation")
                .note(note)
                .help("remove it, and let the agent end with the question or the plan")
                .fix(fix),
        );
    }
}
