use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::SpannedText;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An entry of a list of tools that can be no tool.
    ///
    /// ## What it does
    /// An empty entry between two commas, parentheses that are not closed or hold nothing, and `mcp__*` outside
    /// `disallowedTools`.
    ///
    /// ## Why is this bad?
    /// What follows an open parenthesis belongs to its specifier: of `Bash(rm, Write` only one entry is left, and it is no
    /// tool. An entry that programs do not understand they drop in silence.
    ///
    /// ## Example
    /// `disallowedTools: Bash(rm, Write`
    ///
    /// ## Use instead
    /// Close the parenthesis; remove the empty entry or the empty parentheses; name a server, `mcp__server__*`.
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
