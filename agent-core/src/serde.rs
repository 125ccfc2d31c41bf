//! The feature `serde`: names both ways, and an agent as the JSON of `claude --agents`.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{Deserializer, Error, Visitor};
use serde_core::ser::{Error as _, Serialize, SerializeMap, Serializer};

use crate::{
    Agent, Effort, Isolation, McpServer, Memory, Model, PermissionMode, Template, Tool, ToolAccess, UnknownName, Value,
};

/// Reads one of an enum of names, from text of any kind. The error for an unknown one suggests the closest: for generated code only.
///
/// # Errors
/// Where there is no text, or no such name.
pub fn deserialize<'de, Name: FromStr<Err = UnknownName>, D: Deserializer<'de>>(
    what: &'static str,
    deserializer: D,
) -> Result<Name, D::Error> {
    deserializer.deserialize_str(NameVisitor { what, name: PhantomData })
}

struct NameVisitor<Name> {
    what: &'static str,
    name: PhantomData<Name>,
}

impl<Name: FromStr<Err = UnknownName>> Visitor<'_> for NameVisitor<Name> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a known {}", self.what)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        name.parse().map_err(E::custom)
    }
}

/// Implements `Serialize` and `Deserialize` for an enum of names.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident, $what:literal) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::v1::deserialize($what, deserializer)
            }
        }
    };
}

/// Writes an agent as the object that `claude --agents` takes for it: its fields by the names that files use, without `name`, which
/// is the key of the object, and with the prompt. Fields that are not of the format are left out, and so are `color` and
/// `experimental`, which Claude Code does not take there.
impl Serialize for Agent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let own = self.claude_code();
        map.serialize_entry("description", self.raw_description())?;
        if let ToolAccess::Only(tools) = self.tools()
            && !tools.iter().any(|tool| tool.as_str() == "*")
        {
            map.serialize_entry("tools", &Texts(tools, Tool::as_str))?;
        }
        if !self.disallowed_tools().is_empty() {
            map.serialize_entry("disallowedTools", &Texts(self.disallowed_tools(), Tool::as_str))?;
        }
        entry(&mut map, "model", self.model().map(Model::as_str))?;
        entry(&mut map, "permissionMode", own.permission_mode().map(PermissionMode::as_str))?;
        entry(&mut map, "maxTurns", self.max_turns())?;
        entry(&mut map, "skills", Some(self.skills()).filter(|skills| !skills.is_empty()))?;
        entry(&mut map, "mcpServers", Some(Servers(self.mcp_servers())).filter(|servers| !servers.0.is_empty()))?;
        entry(&mut map, "hooks", own.hooks())?;
        entry(&mut map, "memory", own.memory().map(Memory::as_str))?;
        entry(&mut map, "background", own.background().then_some(true))?;
        entry(&mut map, "omitClaudeMd", own.omit_claude_md().then_some(true))?;
        match self.effort() {
            Some(Effort::Number(number)) => map.serialize_entry("effort", &number)?,
            effort => entry(&mut map, "effort", effort.and_then(Effort::as_str))?,
        }
        entry(&mut map, "isolation", own.isolation().map(Isolation::as_str))?;
        entry(&mut map, "initialPrompt", own.initial_prompt())?;
        entry(&mut map, "autoCompactWindow", own.auto_compact_window())?;
        entry(&mut map, "observer", own.observer())?;
        entry(&mut map, "observerMessage", own.observer_message())?;
        entry(&mut map, "observeToolResults", self.options().observe_tool_results)?;
        entry(&mut map, "observeSubagents", self.options().observe_subagents)?;
        map.serialize_entry("prompt", &Rendered(self))?;
        map.end()
    }
}

/// The prompt with its fragments. One with parameters is an error: nobody would fill them in.
struct Rendered<'a>(&'a Agent);

impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let template = self.0.template();
        if template.is_plain() {
            return serializer.serialize_str(self.0.prompt());
        }
        match template.parameters() {
            [] => serializer.collect_str(&Joined(template)),
            [name, ..] => Err(S::Error::custom(format_args!(
                "the prompt of the agent `{}` has the parameter `{name}`: render it instead",
                self.0.name()
            ))),
        }
    }
}

/// A prompt without parameters, with its fragments.
struct Joined(Template);

impl fmt::Display for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_with(f, &|_, _| None)
    }
}

/// Writes a field that is set.
fn entry<Map: SerializeMap>(map: &mut Map, key: &str, value: Option<impl Serialize>) -> Result<(), Map::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

/// Items by their texts.
struct Texts<Item: 'static>(&'static [Item], fn(Item) -> &'static str);

impl<Item: Copy> Serialize for Texts<Item> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|item| (self.1)(*item)))
    }
}

/// Each as its name, or as a map from its name to its configuration.
struct Servers(&'static [McpServer]);

impl Serialize for Servers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|server| Server(*server)))
    }
}

struct Server(McpServer);

impl Serialize for Server {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.config() {
            Some(config) => serializer.collect_map([(self.0.name(), config)]),
            None => serializer.serialize_str(self.0.name()),
        }
    }
}

/// Writes a value of YAML. What JSON cannot hold, such as infinity, is a text as YAML writes it.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::Integer(number) => serializer.serialize_i64(number),
            Self::Float(number) if number.is_nan() => serializer.serialize_str(".nan"),
            Self::Float(f64::INFINITY) => serializer.serialize_str(".inf"),
            Self::Float(f64::NEG_INFINITY) => serializer.serialize_str("-.inf"),
            Self::Float(number) => serializer.serialize_f64(number),
            Self::String(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries.iter().copied()),
        }
    }
}
