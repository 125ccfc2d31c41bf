use include_agents_core::__private::distance;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{ToolLists, Unknown};
use crate::rules::rule::rule;

rule! {
    /// An unknown tool.
    ///
    /// ## What it does
    /// Checks for tools that are neither known tools of Claude Code nor of the form `mcp__server__tool`, and not close
    /// to one. Tools of other programs are reported once per list, with the closest equivalents. Add tools of your own to
    /// `known` under `[tools]` in `agents.toml`. With `runs-in = "own"`, no other tools are known.
    ///
    /// ## Why is this bad?
    /// The tool may be newer than the list of known tools, or exist only with some accounts and platforms. If it does not
    /// exist, Claude Code 2.1.331 silently ignores it. If nothing else is in the list, see `no-usable-tool`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, search
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
    "unknown-tool": Tools, Warn [own: Error], agent(check)
}

/// How many names a message has.
const MOST_NAMES: usize = 10;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    if roster.settings.is_own() {
        return undeclared(agent, diagnostics);
    }
    if definition.has_plain_tools() {
        return;
    }
    let lists = ToolLists { definition, settings: roster.settings };
    let phrases = lists.phrases();
    let is_whole = lists.is_reported_as_a_whole(&phrases);
    let granted = lists.granted();
    let unknown: Vec<_> = lists.unknown(&phrases).filter(|unknown| !unknown.is_misspelled(&granted)).collect();
    for (list, is_denied) in definition.tool_lists() {
        let (foreign, others): (Vec<_>, Vec<_>) = unknown
            .iter()
            .filter(|unknown| unknown.is_denied == is_denied && (is_denied || !is_whole))
            .partition(|unknown| unknown.foreign().is_some());
        let note = lists.consequence(is_denied);
        // What is left must not be a field without a value.
        let remove = |unknown: &[&Unknown]| match unknown.len() {
            count if count == list.len() && is_denied => "remove `disallowedTools`",
            count if count == list.len() => "write `[]`",
            1 => "remove it",
            _ => "remove them",
        };
        diagnostics.extend(report(&foreign).map(|found| equivalents(&foreign, remove(&foreign), found.note(note))));
        let exists = |found: Diagnostic| exists(&others, remove(&others), found.note(note));
        diagnostics.extend(report(&others).map(exists));
    }
}

/// The program has no tools but those of the settings.
fn undeclared(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let known = &roster.settings.known_tools;
    for (entry, name) in (ToolLists { definition, settings: roster.settings }).undeclared() {
        let close = distance::closest(name, known.iter().map(String::as_str));
        let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        diagnostics.push(
            RULE.diagnostic(format!("unknown tool `{name}`"))
                .at(entry.span, label)
                .note("with `runs-in = \"own\"`, only the tools under `[tools] known` in `agents.toml` exist")
                .help(format!("remove it, or add `{name}` to `known` under `[tools]` in `agents.toml`"))
                .fix(close.and_then(|close| Fix::replace(source, entry.span, name, close, false))),
        );
    }
}

/// One diagnostic for all unknown entries of a list.
fn report(unknown: &[&Unknown]) -> Option<Diagnostic> {
    let mut names: Vec<_> = unknown.iter().take(MOST_NAMES).map(|unknown| format!("`{}`", unknown.name)).collect();
    if let Some(others @ 1..) = unknown.len().checked_sub(MOST_NAMES) {
        names.push(format!("and {others} more"));
    }
    let names = names.join(", ");
    let message = match unknown.len() {
        0 => return None,
        1 => format!("unknown tool {names}"),
        count => format!("{count} unknown tools: {names}"),
    };
    Some(RULE.diagnostic(message))
}

/// Adds whose tools these are, at the first of each product, and what Claude Code has instead.
fn equivalents(unknown: &[&Unknown], remove: &str, mut found: Diagnostic) -> Diagnostic {
    let (mut products, mut instead) = (Vec::new(), Vec::new());
    for (unknown, foreign) in unknown.iter().filter_map(|unknown| Some((unknown, unknown.foreign()?))) {
        for tool in foreign.instead.iter().flat_map(|tools| tools.split(", ")) {
            if instead.len() < MOST_NAMES && !instead.iter().any(|other| other == tool) {
                instead.push(tool.to_owned());
            }
        }
        if !products.contains(&foreign.product) {
            products.push(foreign.product);
            found = found.at(unknown.entry.span, format!("a tool of {}", foreign.product));
        }
    }
    let equivalent = if unknown.len() == 1 { "equivalent" } else { "equivalents" };
    found.help(if instead.is_empty() {
        format!("{remove}: Claude Code has no {equivalent}")
    } else {
        format!("{remove}, or write `{}`, the closest {equivalent} in Claude Code", instead.join(", "))
    })
}

/// Adds that the tools may exist all the same.
fn exists(unknown: &[&Unknown], remove: &str, mut found: Diagnostic) -> Diagnostic {
    if let Some(first) = unknown.first() {
        found = found.at(first.entry.span, format!("not a known tool as of {}", first.tools.verified()));
    }
    let help = match unknown {
        [one] => format!("{remove}, or add `{}` to `known` under `[tools]` in `agents.toml` if it exists", one.name),
        _ => format!("{remove}, or add those that exist to `known` under `[tools]` in `agents.toml`"),
    };
    found.help(format!("{help}; a tool of an MCP server is written `mcp__server__tool`"))
}
