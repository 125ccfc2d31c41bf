use crate::base::diagnostic::Diagnostic;
use crate::parse::definition::Word;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// The agent asks to skip every question for permission.
    ///
    /// ## What it does
    /// `permissionMode: bypassPermissions`
    ///
    /// ## Why is this bad?
    /// Before Claude Code 2.1.267 such an agent runs every command without a question. Later versions ignore it: there the agent
    /// stops for questions that its author did not expect.
    ///
    /// ## Example
    /// `permissionMode: bypassPermissions`
    ///
    /// ## Use instead
    /// Use `acceptEdits` or `dontAsk`, and grant the tools that the agent needs.
    "bypass-permissions": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    let Some(entry) = definition.entry("permissionMode") else { return };
    if definition.permission_mode == Some(Word::Variant("BypassPermissions")) {
        diagnostics.push(
            RULE.diagnostic("this agent asks to skip all permission prompts")
                .at(entry.value.span, "")
                .note("Claude Code before 2.1.267 runs every command without asking; later versions ignore the setting")
                .help("write `acceptEdits` or `dontAsk`, and list the tools that the agent needs"),
        );
    }
}
