use core::fmt;

/// One entry of `tools` or `disallowedTools`, such as `Read`, `Bash(git diff:*)` or `mcp__github`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tool(&'static str);

/// Builds a tool entry: for generated code only.
#[must_use]
pub const fn tool(entry: &'static str) -> Tool {
    Tool(entry)
}

impl Tool {
    /// The entry as written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The tool's name, without a specifier: `Bash` of `Bash(git diff:*)`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.split_once('(').map_or(self.0, |(name, _)| name.trim_end())
    }

    /// What stands in parentheses after the name: `git diff:*` of `Bash(git diff:*)`.
    #[must_use]
    pub fn specifier(self) -> Option<&'static str> {
        let (_, rest) = self.0.split_once('(')?;
        rest.strip_suffix(')')
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ToolAccess {
    /// Every tool there is: `tools` is absent, or `*`.
    All,
    /// These and no other. An empty list stays an empty list.
    Only(&'static [Tool]),
}

impl ToolAccess {
    /// Whether a tool of this name is granted, with or without a specifier.
    #[must_use]
    pub fn grants(self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(tools) => tools.iter().any(|tool| tool.name() == name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ToolAccess, tool};

    #[test]
    fn a_specifier_is_apart_from_the_name() {
        let entry = tool("Bash(git diff:*)");
        assert_eq!(entry.name(), "Bash");
        assert_eq!(entry.specifier(), Some("git diff:*"));
        assert_eq!(tool("Read").specifier(), None);
    }

    #[test]
    fn an_empty_list_grants_nothing() {
        assert!(!ToolAccess::Only(&[]).grants("Read"));
        assert!(ToolAccess::All.grants("Read"));
    }
}
