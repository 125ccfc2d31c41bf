use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::SpannedText;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A malformed entry in a list of tools.
    ///
    /// ## What it does
    /// Checks `tools` and `disallowedTools` for empty entries, for parentheses that are empty or not balanced, and for
    /// `mcp__*`, which is valid only in `disallowedTools`.
    ///
    /// ## Why is this bad?
    /// A comma inside parentheses does not separate entries: `Bash(rm *, Write` is one entry, which matches no tool.
    /// Programs may silently ignore such an entry, which then denies nothing, or refuse to start the agent.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// disallowedTools: Bash(rm *, Write
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// Parentheses do not narrow a denial: `Bash(rm *)` would deny all of `Bash` as well.
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// disallowedTools: Bash, Write
    /// ---
    /// Read the change and list its defects.
    /// ```
    "invalid-tool": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    for (list, is_denied) in definition.tool_lists() {
        for (index, entry) in list.iter().enumerate() {
            let fix = || entry.value.is_empty().then(|| Fix::remove_entry(source, list, index)).flatten();
            diagnostics.extend(report(entry, is_denied).map(|diagnostic| diagnostic.fix(fix())));
        }
    }
}

fn report(entry: &SpannedText, is_denied: bool) -> Option<Diagnostic> {
    let written = entry.value.as_ref();
    let (opened, closed) = (written.matches('(').count(), written.matches(')').count());
    let (label, help) = if written.is_empty() {
        ("this entry is empty", "remove it")
    } else if opened > closed {
        (
            "a parenthesis is never closed",
            "add the missing `)`; in a list in brackets, quote an entry that contains a comma",
        )
    } else if closed > opened {
        (
            "a `)` without a `(`",
            "remove the `)`, or add the missing `(`; in a list in brackets, quote an entry that contains a comma",
        )
    } else if written.ends_with("()") {
        ("the parentheses are empty", "remove them if the entry is meant for the whole tool, or fill them in")
    } else if written == "mcp__*" && !is_denied {
        ("`mcp__*` is valid only in `disallowedTools`", "name the servers, such as `mcp__github__*`")
    } else {
        return None;
    };
    let message =
        if written.is_empty() { "empty tool entry".to_owned() } else { format!("malformed tool entry `{written}`") };
    let note = if is_denied {
        "programs may silently ignore such an entry, and deny nothing"
    } else {
        "programs may silently ignore such an entry, or refuse to start the agent"
    };
    Some(RULE.diagnostic(message).at(entry.span, label).note(note).help(help))
}
