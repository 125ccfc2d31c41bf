/// A YAML value: the configuration of hooks and servers, and every field that this crate does not know.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// `null`, `~`, or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text.
    String(&'static str),
    /// A list.
    List(&'static [Value]),
    /// A map, in the order of the file.
    Map(&'static [(&'static str, Value)]),
}

impl Value {
    /// The value under a key, if this is a map that has it.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(name, _)| *name == key).map(|(_, value)| *value),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    #[must_use]
    pub const fn as_bool(self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The whole number, if this is one.
    #[must_use]
    pub const fn as_i64(self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The items, if this is a list.
    #[must_use]
    pub const fn as_list(self) -> Option<&'static [Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The keys with their values, if this is a map.
    #[must_use]
    pub const fn as_map(self) -> Option<&'static [(&'static str, Self)]> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// One entry of `mcpServers`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct McpServer {
    name: &'static str,
    configuration: Option<Value>,
}

/// Builds a server entry: for generated code only.
#[must_use]
pub const fn mcp_server(name: &'static str, configuration: Option<Value>) -> McpServer {
    McpServer { name, configuration }
}

impl McpServer {
    /// The server's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The configuration, where the agent brings its own; `None` where it names a configured server.
    #[must_use]
    pub const fn configuration(self) -> Option<Value> {
        self.configuration
    }
}
