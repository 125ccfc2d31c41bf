use crate::base::diagnostic::Diagnostic;
use crate::format::tools;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{self as entries, Unknown};
use crate::rules::rule::rule;

rule! {
    /// A tool that is on no list.
    ///
    /// ## What it does
    /// A tool that is neither built into Claude Code nor of the form `mcp__server__tool`, and close to none.
    ///
    /// ## Why is this bad?
    /// Programs drop an entry they do not know, in silence. If nothing is left, the agent cannot run.
    ///
    /// ## Example
    /// `tools: search, editFiles`, which are tools of GitHub Copilot.
    ///
    /// ## Use instead
    /// Remove the entry, or write the tool of Claude Code that does the same.
    "unknown-tool": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = entries::granted(definition);
    let unknown = entries::unknown(definition, roster.settings).filter(|unknown| !unknown.is_misspelled(&granted));
    diagnostics.extend(unknown.map(|unknown| report(&unknown)));
}

fn report(unknown: &Unknown) -> Diagnostic {
    let name = unknown.name;
    // An absent or empty `tools` is not the same as `[]` for every program.
    let remove = if unknown.is_alone { "write `[]` if the agent needs no tools" } else { "remove it" };
    let (label, help) = match tools::foreign(name) {
        Some((product, here)) => (
            format!("a tool of {product}"),
            format!("{remove}, or write `{here}`, the closest equivalent in Claude Code"),
        ),
        None => (
            format!("not a known tool as of {}", tools::verified()),
            format!(
                "{remove}, or add `{name}` to `extra` under `[tools]` in `agents.toml` if it exists; a tool of an MCP server is written \
                 `mcp__server__tool`"
            ),
        ),
    };
    RULE.diagnostic(format!("unknown tool `{name}`")).at(unknown.entry.span, label).note(unknown.note()).help(help)
}
