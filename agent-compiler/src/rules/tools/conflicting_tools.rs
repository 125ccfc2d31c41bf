use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::format::tools;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool is granted and denied.
    ///
    /// ## What it does
    /// A tool that is in `tools` and in `disallowedTools`. An entry of `disallowedTools` takes the whole tool away, also where
    /// something stands in parentheses, and a server with all of its tools.
    ///
    /// ## Why is this bad?
    /// The denial wins, so the agent lacks a tool that its author granted; or the denial was meant to be narrower than it is.
    ///
    /// ## Example
    /// `tools: Read, Bash` with `disallowedTools: Bash(rm:*)`: the agent has no Bash at all.
    ///
    /// ## Use instead
    /// Remove one of the two. What a tool may do is limited where it is granted: `Bash(git diff:*)`.
    "conflicting-tools": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    for denied in &definition.disallowed_tools {
        let mut granted = definition.tools.iter().flatten();
        let Some(granted) = granted.find(|granted| permission::denies(&denied.value, &granted.value)) else { continue };
        let name = tools::name(&granted.value);
        let diagnostic = RULE
            .diagnostic(format!("`{name}` is both granted and denied"))
            .at(denied.span, "denied here")
            .at(granted.span, "granted here");
        diagnostics.push(if denied.value.contains('(') {
            diagnostic
                .note(format!("parentheses do not narrow a denial: `{}` denies all of `{name}`", denied.value))
                .help(format!(
                    "remove one of the two; to forbid only some uses of `{name}`, add a `PreToolUse` hook or a rule under \
                     `permissions.deny` in the settings of Claude Code"
                ))
        } else {
            diagnostic.note(format!("the denial takes precedence: the agent runs without `{name}`")).help("remove one of the two")
        });
    }
}
