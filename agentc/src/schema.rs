//! `agentc schema`

use agent_core::compiler::fields::{self, Field, Keywords, Kind};
use agent_core::compiler::{models, tools};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::output::{self, Result};

/// Prints a JSON Schema of the frontmatter, made from the tables of the compiler.
pub(crate) fn run() -> Result<Outcome> {
    output::print([format!("{:#}\n", schema())])?;
    Ok(Outcome::Clean)
}

fn schema() -> Value {
    let mut properties = Map::new();
    for field in fields::all() {
        properties.insert(field.name.into(), property(field));
    }
    for (wrong, field) in fields::wrong() {
        let message = format!("write `{field}`: programs ignore an unknown field in silence");
        properties.insert((*wrong).into(), json!({ "not": {}, "errorMessage": message, "doNotSuggest": true }));
    }
    let required: Vec<_> = fields::all().iter().filter(|field| field.required).map(|field| field.name).collect();
    json!({
        // The version that editors know best.
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Frontmatter of an agent",
        "type": "object",
        "required": required,
        "properties": properties,
    })
}

fn property(field: &Field) -> Value {
    let mut property = kind(field);
    let since = field.since.map_or_else(String::new, |version| format!(" Since Claude Code {version}."));
    property.insert("description".into(), format!("{}{since}", field.what).into());
    Value::Object(property)
}

/// What a field may hold. Numbers and booleans count in quotes too.
fn kind(field: &Field) -> Map<String, Value> {
    let list = |known: Vec<&str>| {
        json!({ "anyOf": [
            { "type": "string", "pattern": TEXT },
            { "type": "array", "items": { "anyOf": [{ "enum": known }, { "type": "string" }] } },
        ] })
    };
    let models: Vec<_> = models::names(models::Status::Alias).chain(models::names(models::Status::Active)).collect();
    let value = match &field.kind {
        Kind::Text => json!({ "type": "string", "pattern": TEXT }),
        Kind::Model => json!({ "anyOf": [{ "enum": models }, { "type": "string", "pattern": TEXT }] }),
        Kind::Tools => list(tools::names(tools::Status::Current).collect()),
        Kind::Names => list(Vec::new()),
        Kind::Keyword(keywords) => words(keywords),
        Kind::Effort => json!({ "anyOf": [words(&fields::EFFORT), positive()] }),
        Kind::PositiveInteger => positive(),
        Kind::Boolean => json!({ "enum": [true, false, "true", "false"] }),
        Kind::McpServers => json!({ "type": "array", "items": { "type": ["string", "object"] } }),
        Kind::Hooks => json!({ "type": "object" }),
        Kind::Experimental => {
            json!({ "type": "object", "properties": { "cacheTtl": words(&fields::CACHE_TTL_WORDS) } })
        }
    };
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// Text that is more than white space.
const TEXT: &str = "\\S";

fn words(keywords: &Keywords) -> Value {
    let words = keywords.words.iter().chain(keywords.aliases).map(|(word, _)| *word).collect::<Vec<_>>();
    if keywords.open {
        json!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": TEXT }] })
    } else {
        json!({ "enum": words })
    }
}

fn positive() -> Value {
    json!({ "anyOf": [{ "type": "integer", "minimum": 1, "maximum": u32::MAX }, { "type": "string", "pattern": "^[1-9][0-9]*$" }] })
}
