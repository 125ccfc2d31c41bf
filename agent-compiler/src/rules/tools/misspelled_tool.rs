use std::collections::BTreeSet;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{self as entries, Unknown};
use crate::rules::rule::rule;

rule! {
    /// A misspelled tool.
    ///
    /// ## What it does
    /// Checks for a tool that is close to a known one or differs from it only in letter case, for several tools without
    /// commas between them, and for words such as `all` and `none`.
    ///
    /// ## Why is this bad?
    /// Tool names are exact, including letter case. Claude Code 2.1.331 silently ignores an unknown tool: the agent
    /// runs without it or, if it is in `disallowedTools`, keeps the tool that was to be denied. If `tools` lists only
    /// unknown tools, Claude Code refuses to start the agent.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    "misspelled-tool": Tools, Error [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = entries::granted(definition);
    let unknown = entries::unknown(definition, roster.settings);
    diagnostics.extend(unknown.filter_map(|unknown| report(source, &unknown, &granted)));
}

/// The diagnostic for an unknown entry, or nothing if no known tool was meant: `unknown-tool` reports those.
fn report(source: &Source, unknown: &Unknown, granted: &BTreeSet<&str>) -> Option<Diagnostic> {
    let (name, span) = (unknown.name, unknown.entry.span);
    if unknown.several.len() > 1 {
        return Some(report_several(source, unknown));
    }
    let diagnostic = RULE.diagnostic(format!("unknown tool `{name}`")).note(unknown.note());
    if let Some(instead) = unknown.instead {
        return Some(diagnostic.at(span, "not the name of a tool").help(instead));
    }
    let meant = unknown.suggest(granted)?;
    let fix = Fix::replace(source, span, name, meant, meant.eq_ignore_ascii_case(name));
    Some(diagnostic.at(span, format!("help: did you mean `{meant}`?")).fix(fix))
}

/// The diagnostic for an entry in which tools are not separated by commas.
fn report_several(source: &Source, unknown: &Unknown) -> Diagnostic {
    let (entry, span) = (&unknown.entry.value, unknown.entry.span);
    let diagnostic = RULE
        .diagnostic(format!("several tools in one entry: `{entry}`"))
        .at(span, "each tool needs its own entry")
        .note("programs may read this as one unknown tool and silently ignore it");
    if unknown.is_item {
        return diagnostic.help(format!("make each tool a list item of its own: `{}`", unknown.several.join("`, `")));
    }
    let list = unknown.several.join(", ");
    let fix = Fix::replace(source, span, entry, &list, true);
    diagnostic.help(format!("separate them with commas: `{list}`")).fix(fix)
}
