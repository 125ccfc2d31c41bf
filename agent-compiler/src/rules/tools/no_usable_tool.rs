use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::format::tool_entries;
use crate::format::tools::{KnownTool, ToolStatus};
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::ToolLists;
use crate::rules::rule::rule;

rule! {
    /// A list of tools of which the agent can have none.
    ///
    /// ## What it does
    /// Checks for a list of `tools` in which no entry is a tool that a subagent can have: each is unknown, retired, of
    /// another program, or only for the main conversation. Also checks for words such as `all`, `none` and `no`. A tool of
    /// an MCP server may exist, and so may one that is listed in `known` under `[tools]` in `agents.toml`. With `memory`,
    /// which grants tools, or with an entry that is reported as a typo, the list is not checked.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 refuses to start such an agent. With `tools: []` it starts the agent without any tools.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: asker
    /// description: Finds out what a change is for.
    /// tools: AskUserQuestion
    /// ---
    /// Ask what the change is for, and write down the answer.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: asker
    /// description: Finds out what a change is for.
    /// tools: Read, Grep
    /// ---
    /// Read the change. Answer with the questions that are open.
    /// ```
    "no-usable-tool": Tools, Error [own: Allow], agent(check)
}

/// How many entries a message explains.
const MOST_LABELS: usize = 5;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let lists = ToolLists { definition, settings: roster.settings };
    let Some([first, .., last] | [first @ last]) = definition.tools.as_deref() else { return };
    if definition.has_plain_tools() || !lists.is_reported_as_a_whole(&lists.phrases()) {
        return;
    }
    let note = "Claude Code 2.1.331 refuses to start such an agent";
    if let Some(help) = lists.whole_list() {
        let span = Span::new(first.span.file, first.span.start..last.span.end);
        let written = source.text.get(span.range()).unwrap_or_default();
        let message = format!("`{written}` is not the name of a tool");
        diagnostics.push(RULE.diagnostic(message).at(span, "no tool has this name").note(note).help(help));
        return;
    }
    let tools = &roster.format.tools;
    let mut found = RULE.diagnostic("`tools` lists no tool that this agent can have").note(note);
    let mut is_unknown = false;
    for entry in definition.tools.iter().flatten().filter(|entry| !entry.value.is_empty()).take(MOST_LABELS) {
        let name = tool_entries::name(&entry.value);
        let label = match (tools.find(name).and_then(state), tools.foreign(name)) {
            (Some(state), _) => state,
            (None, Some(foreign)) => {
                let instead = foreign.instead.map(|instead| format!(", here `{instead}`")).unwrap_or_default();
                format!("a tool of {}{instead}", foreign.product)
            }
            (None, None) if is_unknown => "not known either".to_owned(),
            (None, None) => {
                is_unknown = true;
                format!("not a known tool as of {}", tools.verified())
            }
        };
        found = found.at(entry.span, label);
    }
    found = found.help("list the tools that the agent needs, or write `[]` if it needs none");
    diagnostics.push(if is_unknown {
        found.help("add a tool that exists to `known` under `[tools]` in `agents.toml`; one of an MCP server is written `mcp__server__tool`")
    } else {
        found
    });
}

/// Why an agent cannot have a tool of Claude Code.
fn state(tool: &KnownTool) -> Option<String> {
    let state = match tool.status {
        ToolStatus::Main => "a tool of the main conversation",
        ToolStatus::Plan => "a tool only for `permissionMode: plan`",
        ToolStatus::Deprecated => "a deprecated tool",
        ToolStatus::Retired => "a retired tool",
        _ => return None,
    };
    Some(tool.instead.map_or_else(|| state.to_owned(), |instead| format!("{state}, replaced by `{instead}`")))
}
