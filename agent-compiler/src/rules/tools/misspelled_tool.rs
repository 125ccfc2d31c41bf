use std::cell::LazyCell;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{Meaning, ToolLists, Unknown};
use crate::rules::rule::rule;

rule! {
    /// A misspelled tool.
    ///
    /// ## What it does
    /// Checks for a tool that is close to a known one, or differs from it only in letter case or in spaces. Also checks
    /// `disallowedTools` for tools of other programs that have another name in Claude Code, and for words such as `all`.
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
    let lists = ToolLists { definition, settings: roster.settings };
    let phrases = lists.phrases();
    // Looks at the whole list.
    let of_granted = LazyCell::new(|| lists.consequence(false));
    let consequence = |is_denied| if is_denied { lists.consequence(true) } else { *of_granted };
    for phrase in &phrases {
        if let Meaning::Tool(meant) = phrase.meaning {
            let (name, span) = (&*phrase.part.value, phrase.part.span);
            diagnostics.push(report(source, (name, span), meant).note(consequence(phrase.is_denied)));
        }
    }
    if definition.has_plain_tools() {
        return;
    }
    let is_whole = lists.is_reported_as_a_whole(&phrases);
    let granted = lists.granted();
    for unknown in lists.unknown(&phrases).filter(|unknown| unknown.is_denied || !is_whole) {
        let found = match unknown.suggest(&granted) {
            Some(meant) => Some(report(source, (unknown.name, unknown.entry.span), meant)),
            None if unknown.is_denied => report_denied(&unknown),
            None => None,
        };
        diagnostics.extend(found.map(|found| found.note(consequence(unknown.is_denied))));
    }
}

fn report(source: &Source, (name, span): (&str, Span), meant: &str) -> Diagnostic {
    let fix = Fix::replace(source, span, name, meant, meant.eq_ignore_ascii_case(name));
    RULE.diagnostic(format!("unknown tool `{name}`")).at(span, format!("help: did you mean `{meant}`?")).fix(fix)
}

/// The diagnostic for a denial of what has another name in Claude Code.
fn report_denied(unknown: &Unknown) -> Option<Diagnostic> {
    let diagnostic = RULE.diagnostic(format!("unknown tool `{}`", unknown.name));
    if unknown.is_every_tool() {
        let help = "list the tools to deny, or write `tools: []`, which grants no tools";
        return Some(diagnostic.at(unknown.entry.span, "not the name of a tool").help(help));
    }
    let foreign = unknown.foreign()?;
    let instead = foreign.instead?;
    let label = format!("a tool of {}", foreign.product);
    Some(
        diagnostic
            .at(unknown.entry.span, label)
            .help(format!("write `{instead}`, the closest equivalent in Claude Code")),
    )
}
