use std::cell::LazyCell;
use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::SpannedText;
use crate::format::tool_entries;
use crate::format::tools::{KnownTool, ToolStatus};
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::ToolLists;
use crate::rules::rule::rule;

rule! {
    /// A tool that was retired, deprecated or renamed.
    ///
    /// ## What it does
    /// Checks for tools that Claude Code once had, such as `MultiEdit` and `LS`, for `TaskOutput`, which is deprecated, and for
    /// `Task` and `KillShell`, which were renamed to `Agent` and `TaskStop`.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 silently ignores a tool that it no longer has, and does not give `TaskOutput` to subagents. It still
    /// accepts the former names, but a later version may not. If nothing else is in the list, see `no-usable-tool`.
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
        definition.disallowed_tools.iter().map(|entry| tool_entries::name(&entry.value)).collect()
    });
    let lists = ToolLists { definition, settings: roster.settings };
    let is_whole = LazyCell::new(|| lists.is_reported_as_a_whole(&lists.phrases()));
    for (list, is_denied) in definition.tool_lists() {
        let written = LazyCell::new(|| -> HashSet<&str> { list.iter().map(|entry| &*entry.value).collect() });
        for (index, entry) in list.iter().enumerate() {
            let name = tool_entries::name(&entry.value);
            let tool = roster.format.tools.find(name).filter(|_| !roster.settings.known_tools.contains(name));
            let is_former = |tool: &&KnownTool| {
                matches!(tool.status, ToolStatus::Alias | ToolStatus::Deprecated | ToolStatus::Retired)
            };
            if let Some(tool) = tool.filter(is_former).filter(|_| is_denied || !*is_whole) {
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
    let (state, note) = if tool.status == ToolStatus::Deprecated {
        ("deprecated", "Claude Code 2.1.331 does not give it to subagents")
    } else {
        ("retired", "Claude Code 2.1.331 silently ignores it")
    };
    RULE.diagnostic(format!("tool `{name}` is {state}")).at(span, label).note(note)
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
    // What is only deprecated may still be of use where the agent runs as the main conversation.
    let removed = || {
        let fix = Fix::remove_entry(source, list, index)?;
        Some(Fix { safe: tool.status != ToolStatus::Deprecated, ..fix })
    };
    let renamed = |instead| entry.map(|entry| entry.value.replacen(tool.name, instead, 1));
    match instead {
        Some(instead) if renamed(instead).is_some_and(|renamed| !written.contains(renamed.as_str())) => {
            let is_alias = tool.status == ToolStatus::Alias;
            let fix = entry.and_then(|entry| Fix::replace(source, entry.span, tool.name, instead, is_alias));
            (format!("write `{instead}` instead"), fix)
        }
        Some(instead) => (format!("remove it: `{instead}` is already in the list"), removed()),
        None if is_denied => {
            let other =
                tool.instead.map_or_else(String::new, |instead| format!("deny `{instead}` if that is meant, or "));
            if list.len() == 1 {
                (format!("{other}remove `disallowedTools`, which denies nothing else"), None)
            } else {
                (format!("{other}remove it"), removed())
            }
        }
        // Without `tools` the agent would have every tool.
        None if list.len() == 1 => ("write `[]`: no other tool is in the list".to_owned(), None),
        None => ("remove it".to_owned(), removed()),
    }
}
