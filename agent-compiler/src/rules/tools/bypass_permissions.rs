use crate::base::diagnostic::Diagnostic;
use crate::format::types::PermissionMode;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent that asks to skip all permission prompts.
    ///
    /// ## What it does
    /// Checks for `permissionMode: bypassPermissions`.
    ///
    /// ## Why is this bad?
    /// In Claude Code before 2.1.267, such an agent runs every command without asking. Later versions ignore the
    /// setting, so that the agent may stop at permission prompts that its author did not expect.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: formatter
    /// description: Formats the files of a change.
    /// tools: Read, Edit, Bash
    /// permissionMode: bypassPermissions
    /// ---
    /// Run the formatter on every file of the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: formatter
    /// description: Formats the files of a change.
    /// tools: Read, Edit, Bash
    /// permissionMode: acceptEdits
    /// ---
    /// Run the formatter on every file of the change.
    /// ```
    "bypass-permissions": Tools, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    let Some(entry) = definition.entry("permissionMode") else { return };
    if definition.permission_mode == Some(PermissionMode::BypassPermissions) {
        diagnostics.push(
            RULE.diagnostic("this agent asks to skip all permission prompts")
                .at(entry.value.span, "")
                .note("Claude Code before 2.1.267 runs every command without asking; later versions ignore the setting")
                .help("write `acceptEdits` or `dontAsk`, and list the tools that the agent needs"),
        );
    }
}
