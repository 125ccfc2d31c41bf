use std::collections::{BTreeMap, BTreeSet};

use include_agents_core::__private::permission;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, SpannedText};
use crate::format::tool_entries;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::ToolLists;
use crate::rules::rule::rule;

rule! {
    /// An entry of a list of tools that stands for more than it says.
    ///
    /// ## What it does
    /// Checks `tools` and `disallowedTools` for entries with parentheses, such as `Bash(git diff:*)`, and `tools` for `*`
    /// beside other entries. `Agent(one, two)` in `tools` is accepted: it lists the agents that an agent may start while it
    /// runs as the main conversation. A tool that is both granted and denied is reported by `conflicting-tools`.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 ignores what is in parentheses: with `tools: Bash(git diff:*)` the agent may run every command, and
    /// with `disallowedTools: Bash(git push *)` none. `disallowedTools: Agent(Explore)` takes away every agent. With
    /// `tools: Read, *` the agent has every tool.
    ///
    /// To forbid only some uses of a tool, add a rule under `permissions.deny` in the settings of Claude Code, or a
    /// `PreToolUse` hook. Both were seen to stop a command of a subagent in version 2.1.331; the hooks of an agent file only
    /// in a folder that the user trusts.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Bash(git diff:*)
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Bash
    /// hooks:
    ///   PreToolUse:
    ///     - matcher: Bash
    ///       hooks:
    ///         - type: command
    ///           command: ./scripts/allow-git-diff-only.sh
    /// ---
    /// Read the change and list its defects.
    /// ```
    "widened-tool": Tools, Warn [own: Allow], agent(check)
}

/// How many entries for one tool a message shows.
const MOST_LABELS: usize = 5;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    for problem in &definition.problems {
        if let ParseProblem::EveryTool(span) = *problem {
            diagnostics.push(every_tool(span));
        }
    }
    if definition.has_plain_tools() {
        return;
    }
    let grants = ToolLists { definition, settings: roster.settings }.grants();
    let conflicting: BTreeSet<&str> = definition
        .disallowed_tools
        .iter()
        .filter_map(|denied| grants.denied_by(&denied.value))
        .map(|granted| tool_entries::name(&granted.value))
        .collect();
    for (list, is_denied) in definition.tool_lists() {
        let mut by_name: BTreeMap<&str, Vec<&SpannedText>> = BTreeMap::new();
        for entry in list {
            let name = tool_entries::name(&entry.value);
            let is_known = roster.format.tools.is_known(name) || roster.settings.known_tools.contains(name);
            if name.len() < entry.value.len() && is_known && !tool_entries::is_malformed(&entry.value, is_denied) {
                by_name.entry(name).or_default().push(entry);
            }
        }
        for (name, entries) in by_name {
            let is_list_of_agents = !is_denied
                && permission::current(name) == "Agent"
                && entries
                    .iter()
                    .all(|entry| permission::specifier(&entry.value).is_some_and(|names| !names.is_empty()));
            let is_conflict = if is_denied { grants.denied_by(name).is_some() } else { conflicting.contains(name) };
            if !is_list_of_agents && !is_conflict {
                diagnostics.push(report(name, &entries, is_denied));
            }
        }
    }
}

fn report(name: &str, entries: &[&SpannedText], is_denied: bool) -> Diagnostic {
    let (message, label, note) = if is_denied {
        (
            format!("parentheses do not narrow a denial: the agent loses all of `{name}`"),
            format!("denies all of `{name}`"),
            "Claude Code 2.1.331 ignores what is in parentheses in `disallowedTools`",
        )
    } else {
        (
            format!("parentheses do not narrow a tool: the agent gets all of `{name}`"),
            format!("grants all of `{name}`"),
            "Claude Code 2.1.331 ignores what is in parentheses in `tools`",
        )
    };
    let mut diagnostic = RULE.diagnostic(message).note(note);
    for (index, entry) in entries.iter().take(MOST_LABELS).enumerate() {
        diagnostic = diagnostic.at(entry.span, if index == 0 { &label } else { "this one too" });
    }
    let uses = if is_denied { "only some" } else { "the other" };
    diagnostic.help(format!(
        "to forbid {uses} uses of `{name}`, add a rule under `permissions.deny` in the settings of Claude Code or a \
         `PreToolUse` hook; write `{name}` if all of it is meant"
    ))
}

fn every_tool(span: Span) -> Diagnostic {
    RULE.diagnostic("`*` grants every tool: the other entries have no effect")
        .at(span, "grants every tool")
        .note("Claude Code 2.1.331 gives the agent every tool if `*` is anywhere in the list")
        .help("remove `*` if the other tools are all that the agent needs, or write `tools: \"*\"`")
}
