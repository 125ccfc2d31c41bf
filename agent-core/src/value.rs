/// A YAML value: the configuration of hooks and servers, and every field that this crate does not know.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Value;
///
/// const LIMITS: Value = Value::Map(&[("steps", Value::Integer(5)), ("cost", Value::Float(0.5))]);
///
/// assert_eq!(LIMITS.get("steps").and_then(Value::as_i64), Some(5));
/// assert_eq!(LIMITS.get("steps").and_then(Value::as_f64), Some(5.0));
/// assert_eq!(LIMITS.get("time"), None);
/// ```
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

    /// The number, if this is one. A whole number beyond 2⁵³ is rounded.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the documentation says so")]
    pub const fn as_f64(self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(number as f64),
            Self::Float(number) => Some(number),
            _ => None,
        }
    }

    /// Whether there is no value.
    #[must_use]
    pub const fn is_null(self) -> bool {
        matches!(self, Self::Null)
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
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{McpServer, Value};
///
/// const TRACKER: McpServer = McpServer::new("tracker", Some(Value::Map(&[("type", Value::String("http"))])));
/// let kind = TRACKER.config().and_then(|config| config.get("type"));
/// assert_eq!(kind.and_then(Value::as_str), Some("http"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct McpServer {
    name: &'static str,
    config: Option<Value>,
}

impl McpServer {
    /// An entry, as agent files have it.
    #[must_use]
    pub const fn new(name: &'static str, config: Option<Value>) -> Self {
        Self { name, config }
    }

    /// The server's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The configuration, where the agent brings its own; `None` where it names a configured server.
    #[must_use]
    pub const fn config(self) -> Option<Value> {
        self.config
    }
}
