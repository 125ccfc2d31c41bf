use crate::base::diagnostic::Diagnostic;
use crate::format::tools::Tools;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{self as entries, Unknown};
use crate::rules::rule::rule;

rule! {
    /// An unknown tool.
    ///
    /// ## What it does
    /// Checks for a tool that is neither a known tool of Claude Code nor of the form `mcp__server__tool`, and not close
    /// to one. Tools of other programs are reported with the closest equivalent. Add tools of your own to `extra` under
    /// `[tools]` in `agents.toml`.
    ///
    /// ## Why is this bad?
    /// The tool may be newer than the list of known tools. If it does not exist, Claude Code 2.1.331 silently ignores
    /// it, or refuses to start the agent if nothing else is in the list.
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

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = entries::granted(definition);
    let unknown = entries::unknown(definition, roster.settings).filter(|unknown| !unknown.is_misspelled(&granted));
    diagnostics.extend(unknown.map(|unknown| report(&unknown, &roster.format.tools)));
}

fn report(unknown: &Unknown, tools: &Tools) -> Diagnostic {
    let name = unknown.name;
    // Without `tools` the agent would have every tool.
    let remove = if unknown.is_alone { "write `[]` if the agent needs no tools" } else { "remove it" };
    let (label, help) = match tools.foreign(name) {
        Some((product, here)) => (
            format!("a tool of {product}"),
            format!("{remove}, or write `{here}`, the closest equivalent in Claude Code"),
        ),
        None => (
            format!("not a known tool as of {}", tools.verified()),
            format!(
                "{remove}, or add `{name}` to `extra` under `[tools]` in `agents.toml` if it exists; a tool of an MCP \
                 server is written `mcp__server__tool`"
            ),
        ),
    };
    RULE.diagnostic(format!("unknown tool `{name}`")).at(unknown.entry.span, label).note(unknown.note()).help(help)
}
