use crate::base::diagnostic::Diagnostic;
use crate::format::tool_entries;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::ToolLists;
use crate::rules::rule::rule;

rule! {
    /// A tool that is both granted and denied.
    ///
    /// ## What it does
    /// Checks for entries of `disallowedTools` that deny a tool listed in `tools`. An entry for an MCP server denies
    /// all of its tools. Parentheses do not narrow a denial: `Bash(rm:*)` denies all of `Bash`.
    ///
    /// ## Why is this bad?
    /// The denial takes precedence, so that the agent lacks a tool that its author granted. If only some uses of the
    /// tool were to be forbidden, use a `PreToolUse` hook or a rule under `permissions.deny` in the settings of Claude
    /// Code: both were seen to work with version 2.1.331. Parentheses in `tools` do not limit it either, see
    /// `widened-tool`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: test-runner
    /// description: Runs the tests of a change.
    /// tools: Read, Bash
    /// disallowedTools: Bash(git push *)
    /// ---
    /// Run the tests and list the failures.
    /// ```
    ///
    /// ## Use instead
    /// Remove one of the two entries. Here a hook rejects the commands that were to be forbidden:
    /// ```markdown
    /// ---
    /// name: test-runner
    /// description: Runs the tests of a change.
    /// tools: Read, Bash
    /// hooks:
    ///   PreToolUse:
    ///     - matcher: Bash
    ///       hooks:
    ///         - type: command
    ///           command: ./scripts/deny-git-push.sh
    /// ---
    /// Run the tests and list the failures.
    /// ```
    "conflicting-tools": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let grants = ToolLists { definition, settings: roster.settings }.grants();
    for denied in &definition.disallowed_tools {
        let Some(granted) = grants.denied_by(&denied.value) else { continue };
        let name = tool_entries::name(&granted.value);
        let diagnostic = RULE
            .diagnostic(format!("`{name}` is both granted and denied"))
            .at(denied.span, "denied here")
            .at(granted.span, "granted here");
        diagnostics.push(if denied.value.contains('(') {
            diagnostic
                .note(format!("parentheses do not narrow a denial: `{}` denies all of `{name}`", denied.value))
                .help(format!(
                    "remove one of the two; to forbid only some uses of `{name}`, add a `PreToolUse` hook or a rule \
                     under `permissions.deny` in the settings of Claude Code"
                ))
        } else {
            diagnostic
                .note(format!("the denial takes precedence: the agent runs without `{name}`"))
                .help("remove one of the two")
        });
    }
}
