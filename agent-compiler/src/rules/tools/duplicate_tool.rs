use std::collections::HashMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool that is listed twice.
    ///
    /// ## What it does
    /// Checks `tools` and `disallowedTools` for two equal entries.
    ///
    /// ## Why is this bad?
    /// The second entry has no effect, unless it was meant to be another tool.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep, Read
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "duplicate-tool": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    for (list, _) in definition.tool_lists() {
        let mut first = HashMap::new();
        for (index, entry) in list.iter().enumerate().filter(|(_, entry)| !entry.value.is_empty()) {
            let before = *first.entry(&entry.value).or_insert(entry.span);
            if before == entry.span {
                continue;
            }
            diagnostics.push(
                RULE.diagnostic(format!("`{}` is listed twice", entry.value))
                    .at(entry.span, "listed again here")
                    .at(before, "first listed here")
                    .note("the second entry has no effect, unless it was meant to be another tool")
                    .help("remove one of them")
                    .fix(Fix::remove_entry(source, list, index)),
            );
        }
    }
}
