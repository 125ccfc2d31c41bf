use std::collections::HashMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// The same tool twice in one list.
    ///
    /// ## What it does
    /// Two equal entries of `tools`, or of `disallowedTools`.
    ///
    /// ## Why is this bad?
    /// It changes nothing, but one of the two may have been meant to be another tool.
    ///
    /// ## Example
    /// `tools: Read, Grep, Read`
    ///
    /// ## Use instead
    /// Remove one of them.
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
                RULE.diagnostic(format!("`{}` is in this list twice", entry.value))
                    .at(entry.span, "again here")
                    .at(before, "first here")
                    .note("it changes nothing, unless one of the two was meant to be another tool")
                    .help("remove one of them")
                    .fix(Fix::remove_entry(source, list, index)),
            );
        }
    }
}
