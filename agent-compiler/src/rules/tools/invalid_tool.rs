use std::cell::LazyCell;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::rule::Level;
use crate::base::source::Source;
use crate::base::span::SpannedText;
use crate::format::tool_entries;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{Meaning, Phrase, ToolLists};
use crate::rules::rule::rule;

rule! {
    /// A malformed entry in a list of tools.
    ///
    /// ## What it does
    /// Checks `tools` and `disallowedTools` for tools that no comma separates, for empty entries, for parentheses that are
    /// not balanced, and for patterns that match no tool: `mcp__server` and `mcp__server__*` are the only ones, besides
    /// `mcp__*` in `disallowedTools`.
    ///
    /// ## Why is this bad?
    /// A comma inside parentheses does not separate entries: `Bash(rm *, Write` is one entry, which matches no tool.
    /// Nor do `mcp__github__delete_*` and the `Read;` of `Read; Edit`. Claude Code 2.1.331 silently ignores such an entry,
    /// which then denies nothing, or refuses to start the agent if there is no other. It reads tools that only spaces separate,
    /// and ignores an empty entry beside others: these are warnings.
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
    let RosterAgent { roster, definition, source, .. } = *agent;
    let lists = ToolLists { definition, settings: roster.settings };
    // Looks at the whole list.
    let is_refused = LazyCell::new(|| lists.is_refused());
    for phrase in &lists.phrases() {
        if let Meaning::Tools { tools, is_read } = &phrase.meaning {
            let note = match (is_read, phrase.is_denied) {
                (true, _) => "Claude Code 2.1.331 reads each of them, other programs may read one unknown tool",
                (false, true) => {
                    "Claude Code 2.1.331 silently ignores what is not separated by a comma or space: it is not denied"
                }
                (false, false) if *is_refused => {
                    "Claude Code 2.1.331 reads an unknown tool, and refuses to start the agent"
                }
                (false, false) => "Claude Code 2.1.331 silently ignores what is not separated by a comma or space",
            };
            let mut found = several(source, phrase, tools).note(note);
            if *is_read {
                found.level = Level::Warn;
            }
            diagnostics.push(found);
        }
    }
    if definition.has_plain_tools() {
        return;
    }
    for (list, is_denied) in definition.tool_lists() {
        let is_empty = list.iter().all(|entry| entry.value.is_empty());
        for (index, entry) in list.iter().enumerate() {
            if entry.value.is_empty() {
                let fix = Fix::remove_entry(source, list, index);
                diagnostics.push(empty(entry, is_denied, is_empty).fix(fix));
            } else {
                diagnostics.extend(malformed(entry, is_denied));
            }
        }
    }
}

/// The diagnostic for tools that are not separated by commas.
fn several(source: &Source, phrase: &Phrase, tools: &[&str]) -> Diagnostic {
    let (part, span) = (&phrase.part.value, phrase.part.span);
    let shown = part.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("several tools without commas between them: `{shown}`");
    let diagnostic = RULE.diagnostic(message).at(span, "each tool needs its own entry");
    if phrase.is_item {
        return diagnostic.help(format!("make each tool a list item of its own: `{}`", tools.join("`, `")));
    }
    let list = tools.join(", ");
    let fix = Fix::replace(source, span, part, &list, true);
    diagnostic.help(format!("separate them with commas: `{list}`")).fix(fix)
}

/// The diagnostic for an entry without text.
fn empty(entry: &SpannedText, is_denied: bool, is_only: bool) -> Diagnostic {
    let mut diagnostic = RULE.diagnostic("empty tool entry").at(entry.span, "this entry is empty");
    if is_only && !is_denied {
        return diagnostic
            .note("Claude Code 2.1.331 runs such an agent without any tools")
            .help("name a tool, or write `[]`");
    }
    diagnostic.level = Level::Warn;
    diagnostic.note("Claude Code 2.1.331 ignores it, other programs may reject the list").help("remove it")
}

/// The diagnostic for an entry that matches no tool, whatever tools there are.
fn malformed(entry: &SpannedText, is_denied: bool) -> Option<Diagnostic> {
    let written = entry.value.as_ref();
    if !tool_entries::is_malformed(written, is_denied) {
        return None;
    }
    let name = tool_entries::name(written);
    let (opened, closed) = (written.matches('(').count(), written.matches(')').count());
    let (label, help) = if opened > closed {
        (
            "a parenthesis is never closed",
            "add the missing `)`; in a list in brackets, quote an entry that contains a comma",
        )
    } else if closed > opened {
        (
            "a `)` without a `(`",
            "remove the `)`, or add the missing `(`; in a list in brackets, quote an entry that contains a comma",
        )
    } else if name == "*" {
        ("`*` denies nothing", "list the tools to deny, or write `tools: []`, which grants no tools")
    } else if name == "mcp__*" {
        ("`mcp__*` is valid only in `disallowedTools`", "name the servers, such as `mcp__github__*`")
    } else if !name.starts_with("mcp__") {
        ("names of tools are not patterns", "name each tool")
    } else if name.contains('*') {
        let help = if is_denied {
            "name each tool, such as `mcp__github__get_issue`, or the whole server"
        } else {
            // The whole server would be more than the pattern says.
            "name each tool, such as `mcp__github__get_issue`"
        };
        ("a pattern can only stand for all tools of a server, such as `mcp__github__*`", help)
    } else {
        (
            "the name of the server or of the tool is missing",
            "write `mcp__server__tool`, or `mcp__server` for all its tools",
        )
    };
    let note = if is_denied {
        "Claude Code 2.1.331 silently ignores such an entry: this denies nothing"
    } else {
        "Claude Code 2.1.331 silently ignores such an entry, or refuses to start the agent if nothing else is in the list"
    };
    Some(RULE.diagnostic(format!("malformed tool entry `{written}`")).at(entry.span, label).note(note).help(help))
}
