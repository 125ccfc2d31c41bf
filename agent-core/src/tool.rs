use core::fmt;

use crate::permission;

/// One entry of `tools` or `disallowedTools`, such as `Read`, `Bash(git diff:*)` or `mcp__github`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tool(&'static str);

impl Tool {
    /// An entry, as agent files spell it.
    ///
    /// ```
    /// # extern crate include_agents_core as include_agents;
    /// use include_agents::Tool;
    ///
    /// const LOG: Tool = Tool::new("Bash(git log:*)");
    /// assert_eq!((LOG.name(), LOG.specifier()), ("Bash", Some("git log:*")));
    /// ```
    #[must_use]
    pub const fn new(entry: &'static str) -> Self {
        Self(entry)
    }

    /// The entry as written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The tool's name, without a specifier: `Bash` of `Bash(git diff:*)`.
    #[must_use]
    pub fn name(self) -> &'static str {
        permission::name(self.0)
    }

    /// What is in parentheses after the name: `git diff:*` of `Bash(git diff:*)`.
    ///
    /// Claude Code 2.1.331 ignores it, and takes the entry for all of the tool. A program of your own may heed it.
    #[must_use]
    pub fn specifier(self) -> Option<&'static str> {
        permission::specifier(self.0)
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

/// Which tools an agent may use, before `disallowedTools` takes some away.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{Agent, ToolAccess};
///
/// fn summary(agent: &Agent) -> String {
///     match agent.tools() {
///         ToolAccess::All => "every tool".to_owned(),
///         ToolAccess::Only(tools) => format!("{} tools", tools.len()),
///         other => format!("{other:?}"),
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolAccess {
    /// Every tool there is: `tools` is absent, or has the entry `*`.
    All,
    /// These and no other. An empty list stays an empty list.
    Only(&'static [Tool]),
}

impl ToolAccess {
    /// Whether a tool is granted, with or without a specifier.
    ///
    /// `mcp__github` and `mcp__github__*` grant each tool of that server, and `Task` is `Agent`.
    /// [`Agent::may_use`](crate::Agent::may_use) also counts what is denied.
    #[must_use]
    pub fn grants(self, tool: &str) -> bool {
        permission::allows(self.entries(), [], false, tool)
    }

    /// The list, unless it grants everything.
    pub(crate) fn entries(self) -> Option<impl Iterator<Item = &'static str>> {
        match self {
            Self::All => None,
            Self::Only(tools) if tools.iter().any(|tool| tool.0 == "*") => None,
            Self::Only(tools) => Some(tools.iter().map(|tool| tool.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tool, ToolAccess};

    #[test]
    fn a_specifier_is_apart_from_the_name() {
        let entry = Tool::new("Bash(git diff:*)");
        assert_eq!(entry.name(), "Bash");
        assert_eq!(entry.specifier(), Some("git diff:*"));
        assert_eq!(Tool::new("Read").specifier(), None);
    }

    #[test]
    fn an_empty_list_grants_nothing() {
        assert!(!ToolAccess::Only(&[]).grants("Read"));
        assert!(ToolAccess::All.grants("Read"));
    }
}
