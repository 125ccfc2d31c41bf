//! The fields of an agent as the compiler has decoded them, as JSON values under the names that files use.

use include_agents_compiler::base::source::Source;

use include_agents_compiler::base::span::SpannedText;
use include_agents_compiler::format::fields::{self, FieldKind};
use include_agents_compiler::parse::definition::{Definition, Word};
use include_agents_compiler::parse::yaml::{Node, Yaml};
use serde_json::{Map, Value, json};

/// The value of a field of the format; nothing where the agent does not set it, or to what it cannot hold. Of `tools: "*"`
/// there is none either, since it says what its absence says.
pub(crate) fn value(agent: &Definition, field: &str) -> Option<Value> {
    if !is_read(agent, field) {
        return None;
    }
    match field {
        "name" => text(agent.name.as_ref()),
        "description" => text(agent.description.as_ref()),
        "tools" => agent.tools.as_deref().map(texts),
        "disallowedTools" => Some(texts(&agent.disallowed_tools)),
        "model" => text(agent.model.as_ref()),
        "permissionMode" => word(field, agent.permission_mode.as_ref()),
        "maxTurns" => agent.max_turns.map(Value::from),
        "skills" => Some(texts(&agent.skills)),
        "mcpServers" => Some(agent.mcp_servers.iter().map(|(name, node)| server(name, node.as_ref())).collect()),
        "hooks" => agent.hooks.as_ref().map(json),
        "memory" => word(field, agent.memory.as_ref()),
        "background" => Some(agent.background.into()),
        "omitClaudeMd" => Some(agent.omit_claude_md.into()),
        "effort" => word(field, agent.effort.as_ref()),
        "isolation" => word(field, agent.isolation.as_ref()),
        "color" => word(field, agent.color.as_ref()),
        "initialPrompt" => text(agent.initial_prompt.as_ref()),
        "experimental" => word(field, agent.cache_ttl.as_ref()).map(|ttl| json!({ "cacheTtl": ttl })),
        _ => None,
    }
}

/// Whether a field is set, and to something that it can hold.
pub(crate) fn is_read(agent: &Definition, field: &str) -> bool {
    agent.entry(field).is_some_and(|entry| !matches!(entry.value.value, Yaml::Null)) && !agent.unread.contains(&field)
}

/// The prompt as one sends it to a model.
pub(crate) fn prompt<'s>(agent: &Definition, source: &'s Source) -> &'s str {
    source.text.get(agent.body.clone()).unwrap_or_default().trim()
}

fn text(text: Option<&SpannedText>) -> Option<Value> {
    text.map(|text| text.value.as_ref().into())
}

fn texts(texts: &[SpannedText]) -> Value {
    texts.iter().map(|text| text.value.as_ref()).collect()
}

/// The word as it is spelled, which the compiler knows by the name of its variant.
fn word(field: &str, word: Option<&Word>) -> Option<Value> {
    let words = match fields::find(field).map(|field| &field.kind) {
        Some(FieldKind::Keyword(keywords)) => keywords.words,
        Some(FieldKind::Effort) => fields::EFFORT.words,
        _ => fields::CACHE_TTL_WORDS.words,
    };
    Some(match word? {
        Word::Variant(variant) => {
            words.iter().find(|(_, known)| known == variant).map_or(*variant, |(word, _)| word).into()
        }
        Word::Number(number) => (*number).into(),
        Word::Other(other) => other.as_ref().into(),
    })
}

fn server(name: &str, configuration: Option<&Node>) -> Value {
    configuration.map_or_else(|| name.into(), |node| json!({ name: json(node) }))
}

/// A value of YAML. What JSON cannot hold, such as infinity, is a text as YAML writes it.
pub(crate) fn json(node: &Node) -> Value {
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => (*value).into(),
        Yaml::Integer(number) => (*number).into(),
        Yaml::Float(number) if number.is_finite() => (*number).into(),
        Yaml::Float(number) if number.is_nan() => ".nan".into(),
        Yaml::Float(number) => if *number > 0.0 { ".inf" } else { "-.inf" }.into(),
        Yaml::Text(text) => text.as_ref().into(),
        Yaml::List(items) => items.iter().map(json).collect(),
        Yaml::Map(entries) => {
            let pairs = entries.iter().map(|entry| (entry.key.value.clone().into_owned(), json(&entry.value)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}
