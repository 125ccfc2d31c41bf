//! Whether an entry of `tools` or `disallowedTools` covers a tool. Where Claude Code gives no answer, the agent may not use
//! the tool.

/// Former names of tools that still work, each with the name of today.
pub const ALIASES: &[(&str, &str)] =
    &[("Task", "Agent"), ("KillShell", "TaskStop"), ("KillBash", "TaskStop"), ("ListPeers", "ListAgents")];

/// What `memory` grants to an agent with a list of `tools`.
pub const OF_MEMORY: [&str; 3] = ["Read", "Write", "Edit"];

/// The tool whose specifier, where it is granted, is a list of agents.
const AGENT: &str = "Agent";

/// The pattern that denies every tool of every server.
const ALL_SERVERS: &str = "mcp__*";

/// The name of the tool in an entry: `Bash` of `Bash(git diff:*)`. An entry whose parenthesis is not closed is a name as a
/// whole, which no tool has.
#[must_use]
pub fn name(entry: &str) -> &str {
    let before = entry.split_once('(').filter(|(_, rest)| rest.ends_with(')')).map(|(name, _)| name);
    before.unwrap_or(entry).trim_end()
}

/// What is in parentheses after the name: `git diff:*` of `Bash(git diff:*)`.
#[must_use]
pub fn specifier(entry: &str) -> Option<&str> {
    let (_, rest) = entry.split_once('(')?;
    rest.strip_suffix(')')
}

/// The name that a tool has today.
#[must_use]
pub fn current(name: &str) -> &str {
    ALIASES.iter().find(|(former, _)| *former == name).map_or(name, |(_, current)| current)
}

/// Whether an entry of `tools` grants a tool.
#[must_use]
pub fn grants(entry: &str, tool: &str) -> bool {
    let (granted, wanted) = (current(name(entry)), current(name(tool)));
    if let Some(server) = server(granted) {
        return is_of(wanted, server);
    }
    granted == wanted
        && match (specifier(entry), specifier(tool)) {
            (Some(granted), Some(agents)) if wanted == AGENT => is_within(agents, granted),
            _ => true,
        }
}

/// Whether an entry of `disallowedTools` takes a tool away. No specifier narrows it, and no pattern but that of a server or of
/// all servers matches anything.
#[must_use]
pub fn denies(entry: &str, tool: &str) -> bool {
    let (denied, wanted) = (current(name(entry)), current(name(tool)));
    match server(denied) {
        Some(server) => is_of(wanted, server),
        None if denied == ALL_SERVERS => wanted.starts_with("mcp__"),
        None => denied == wanted,
    }
}

/// Whether an agent may use a tool. `granted` is absent where it has every tool there is.
#[must_use]
pub fn allows<'t>(
    granted: Option<impl IntoIterator<Item = &'t str>>,
    denied: impl IntoIterator<Item = &'t str>,
    has_memory: bool,
    tool: &str,
) -> bool {
    let is_granted = match granted {
        None => true,
        Some(granted) => {
            (has_memory && OF_MEMORY.contains(&name(tool))) || granted.into_iter().any(|entry| grants(entry, tool))
        }
    };
    is_granted && !denied.into_iter().any(|entry| denies(entry, tool))
}

/// `mcp__server` of `mcp__server` and `mcp__server__*`, which mean the same.
#[must_use]
pub fn server(name: &str) -> Option<&str> {
    let start = name.strip_suffix("__*").unwrap_or(name);
    let server = start.strip_prefix("mcp__")?;
    (!server.is_empty() && !server.contains("__") && !server.contains('*')).then_some(start)
}

/// Whether a name is that of a server or of one of its tools.
fn is_of(name: &str, server: &str) -> bool {
    name.strip_prefix(server).is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
}

/// Whether each agent of one list is in the other.
fn is_within(agents: &str, list: &str) -> bool {
    agents.split(',').all(|agent| list.split(',').any(|other| other.trim() == agent.trim()))
}
