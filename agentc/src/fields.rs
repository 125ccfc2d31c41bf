//! The fields of an agent as the compiler has decoded them, as JSON values under the names that files use.
//!
//! This and the JSON Schema are made from the compiler's values and tables, and not within the compiler: it would depend on
//! `serde_json`, which would be built for every user of the macro.

use include_agents_compiler::base::source::Source;
use include_agents_compiler::base::span::SpannedText;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::types::{FieldValue, WrittenColor};
use include_agents_compiler::parse::yaml::{Node, Yaml};
use serde_json::{Map, Value, json};

/// The value of a field of the format; nothing where the agent does not set it, or to what it cannot hold. Of `tools: "*"`
/// there is none either, since it says what its absence says.
pub(crate) fn value(agent: &Definition, field: &str) -> Option<Value> {
    if !is_read(agent, field) {
        return None;
    }
    Some(match agent.value(field)? {
        FieldValue::Text(text) | FieldValue::Model(text) => text.value.as_ref().into(),
        FieldValue::Tools(names) | FieldValue::DeniedTools(names) | FieldValue::Names(names) => texts(names),
        FieldValue::Keyword { word, .. } => word.into(),
        FieldValue::Effort(effort) => effort.as_number().map_or_else(|| effort.as_str().into(), Value::from),
        FieldValue::Color(WrittenColor::Known(color)) => color.as_str().into(),
        FieldValue::Color(WrittenColor::Other(color)) => color.as_ref().into(),
        FieldValue::Number(number) => number.into(),
        FieldValue::Boolean(is_set) | FieldValue::Choice(is_set) => is_set.into(),
        FieldValue::McpServers(servers) => servers.iter().map(|(name, node)| server(name, node.as_ref())).collect(),
        FieldValue::Hooks(hooks) => json(hooks),
        FieldValue::CacheTtl(ttl) => json!({ "cacheTtl": ttl.as_str() }),
    })
}

/// Whether a field is set, and to something that it can hold.
pub(crate) fn is_read(agent: &Definition, field: &str) -> bool {
    agent.entry(field).is_some_and(|entry| !matches!(entry.value.value, Yaml::Null)) && !agent.unread.contains(&field)
}

/// The prompt as one sends it to a model.
pub(crate) fn prompt<'s>(agent: &Definition, source: &'s Source) -> &'s str {
    source.text.get(agent.body.clone()).unwrap_or_default().trim()
}

fn texts(texts: &[SpannedText]) -> Value {
    texts.iter().map(|text| text.value.as_ref()).collect()
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
