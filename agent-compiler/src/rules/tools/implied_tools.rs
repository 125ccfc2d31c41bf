use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A list of tools that `memory` extends.
    ///
    /// ## What it does
    /// Checks for `memory` beside a list of `tools` without `Read`, `Write` or `Edit`, unless `disallowedTools` denies
    /// the missing ones.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 grants all three to an agent with `memory`, also if its list of tools is empty. An agent that
    /// seems to be able only to read can then write files.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// memory: project
    /// ---
    /// Read the change, and remember what this project decided before.
    /// ```
    ///
    /// ## Use instead
    /// List the tools, so that the file says what the agent can do, or remove `memory`.
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep, Write, Edit
    /// memory: project
    /// ---
    /// Read the change, and remember what this project decided before.
    /// ```
    "implied-tools": Tools, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    let (Some(_), Some(list)) = (&definition.memory, &definition.tools) else { return };
    let (Some(memory), Some(entry)) = (definition.entry("memory"), definition.entry("tools")) else {
        return;
    };
    let is_granted = |tool: &str| list.iter().any(|entry| permission::grants(&entry.value, tool));
    let is_denied = |tool: &str| definition.disallowed_tools.iter().any(|entry| permission::denies(&entry.value, tool));
    let lacking: Vec<_> =
        permission::OF_MEMORY.into_iter().filter(|tool| !is_granted(tool) && !is_denied(tool)).collect();
    if lacking.is_empty() {
        return;
    }
    let lacking = lacking.join("`, `");
    diagnostics.push(
        RULE.diagnostic(format!("`memory` grants tools that are not in `tools`: `{lacking}`"))
            .at(memory.key.span, "grants `Read`, `Write` and `Edit`")
            .at(entry.value.span, "does not list all of them")
            .note("the agent can do more than its list of tools says")
            .help(format!(
                "remove `memory`, or add `{lacking}` to `tools` so that the file says what the agent can do"
            )),
    );
}
