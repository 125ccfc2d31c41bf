/// Which tools an agent may use, with the tools of its roster: what `kind.tools()` gives.
///
/// It is what the file grants. `kind.allows(tool)` also counts what is denied, and what a memory implies.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Access;
///
/// fn summary<Tool>(tools: Access<Tool>) -> String {
///     match tools {
///         Access::All => "every tool".to_owned(),
///         Access::Only(grants) => format!("{} tools", grants.len()),
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access<Tool: 'static> {
    /// Every tool that the program has, also those that no agent names: `tools` is absent, or has the entry `*`.
    All,
    /// These and no other.
    Only(&'static [Grant<Tool>]),
}

/// One entry of `tools`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grant<Tool> {
    /// The tool. That of an MCP server as a whole stands for each tool of the server.
    pub tool: Tool,
    /// What is in parentheses after the tool: `git diff:*` of `Bash(git diff:*)`.
    pub specifier: Option<&'static str>,
}
