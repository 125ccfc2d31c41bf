use std::cell::LazyCell;
use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::SpannedText;
use crate::format::tools::{self, KnownTool, ToolStatus};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool that was retired or renamed.
    ///
    /// ## What it does
    /// Checks for tools that Claude Code once had, such as `MultiEdit` and `LS`, and for `Task`, which was renamed to
    /// `Agent`.
    ///
    /// ## Why is this bad?
    /// Claude Code may silently ignore a tool that it no longer has: version 2.1.331 ignores `MultiEdit` and `LS`. It
    /// still accepts `Task`, but a later version may not.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: fixer
    /// description: Fixes the defects that a review has found.
    /// tools: Read, MultiEdit
    /// ---
    /// Fix the defects one by one.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: fixer
    /// description: Fixes the defects that a review has found.
    /// tools: Read, Edit
    /// ---
    /// Fix the defects one by one.
    /// ```
    "retired-tool": Tools, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    // Lazy, because most lists contain no such tool.
    let denied = LazyCell::new(|| -> HashSet<&str> {
        definition.disallowed_tools.iter().map(|entry| tools::name(&entry.value)).collect()
    });
    for (list, is_denied) in definition.tool_lists() {
        let written = LazyCell::new(|| -> HashSet<&str> { list.iter().map(|entry| &*entry.value).collect() });
        for (index, entry) in list.iter().enumerate() {
            let name = tools::name(&entry.value);
            let tool = roster.format.tools.find(name).filter(|_| !roster.settings.extra_tools.contains(name));
            if let Some(tool) = tool.filter(|tool| matches!(tool.status, ToolStatus::Alias | ToolStatus::Retired)) {
                // Denying a tool does not mean denying its successor, and a denied successor must not be granted.
                let is_wanted =
                    |instead: &&str| tool.status == ToolStatus::Alias || !(is_denied || denied.contains(*instead));
                let instead = tool.instead.filter(is_wanted);
                let (help, fix) = replacement(source, list, index, is_denied, (tool, instead), &written);
                diagnostics.push(report(source, entry, tool).help(help).fix(fix));
            }
        }
    }
}

fn report(source: &Source, entry: &SpannedText, tool: &KnownTool) -> Diagnostic {
    let name = tool.name;
    let span = source.locate(name, entry.span).unwrap_or(entry.span);
    if tool.status == ToolStatus::Alias {
        return RULE
            .diagnostic(format!("`{name}` was renamed to `{}`", tool.instead.unwrap_or_default()))
            .at(span, "the old name")
            .note("Claude Code 2.1.331 still accepts the old name, a later version may not");
    }
    let label = tool.instead.map_or_else(String::new, |instead| format!("replaced by `{instead}`"));
    RULE.diagnostic(format!("tool `{name}` is retired"))
        .at(span, label)
        .note("Claude Code may silently ignore a retired tool")
}

/// What to do, as help and as a fix.
fn replacement(
    source: &Source,
    list: &[SpannedText],
    index: usize,
    is_denied: bool,
    (tool, instead): (&KnownTool, Option<&str>),
    written: &HashSet<&str>,
) -> (String, Option<Fix>) {
    let entry = list.get(index);
    let renamed = |instead| entry.map(|entry| entry.value.replacen(tool.name, instead, 1));
    match instead {
        Some(instead) if renamed(instead).is_some_and(|renamed| !written.contains(renamed.as_str())) => {
            let is_alias = tool.status == ToolStatus::Alias;
            let fix = entry.and_then(|entry| Fix::replace(source, entry.span, tool.name, instead, is_alias));
            (format!("write `{instead}` instead"), fix)
        }
        Some(instead) => {
            (format!("remove it: `{instead}` is already in the list"), Fix::remove_entry(source, list, index))
        }
        None if is_denied => {
            let other =
                tool.instead.map_or_else(String::new, |instead| format!("deny `{instead}` if that is meant, or "));
            if list.len() == 1 {
                (format!("{other}remove `disallowedTools`, which denies nothing else"), None)
            } else {
                (format!("{other}remove it"), Fix::remove_entry(source, list, index))
            }
        }
        // Without `tools` the agent would have every tool.
        None if list.len() == 1 => ("write `[]`: no other tool is in the list".to_owned(), None),
        None => ("remove it".to_owned(), Fix::remove_entry(source, list, index)),
    }
}
