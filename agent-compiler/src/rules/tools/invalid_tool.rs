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
            diagnostics.extend(finding(entry, is_denied).map(|finding| finding.fix(fix())));
        }
    }
}

fn finding(entry: &SpannedText, is_denied: bool) -> Option<Diagnostic> {
    let written = entry.value.as_ref();
    let (opened, closed) = (written.matches('(').count(), written.matches(')').count());
    let (label, help) = if written.is_empty() {
        ("this entry is empty", "remove one of the commas")
    } else if opened > closed {
        ("a parenthesis is never closed", "close it; in a list in brackets put an entry with a comma in quotes")
    } else if closed > opened {
        (
            "a parenthesis is closed that was never opened",
            "open it; in a list in brackets put an entry with a comma in quotes",
        )
    } else if written.ends_with("()") {
        ("there is nothing between the parentheses", "remove them, which takes the whole tool")
    } else if written == "mcp__*" && !is_denied {
        ("all servers at once can only be denied", "name the server: `mcp__server__*`")
    } else {
        return None;
    };
    let diagnostic = RULE.diagnostic(format!("`{written}` is no entry for a tool"));
    Some(diagnostic.at(entry.span, label).note("programs drop such an entry in silence").help(help))
}
