//! `agentc schema`: a JSON Schema made from the list of fields and the tables, here and not in the compiler for the reason
//! that [`crate::fields`] has.

use heck::{ToKebabCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::format::fields::{self, Field, FieldKind, Keywords};
use include_agents_compiler::format::models::ModelStatus;
use include_agents_compiler::format::tools::ToolStatus;
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::output::{self, Result};

/// Prints a JSON Schema of the frontmatter, made from the tables of the compiler.
pub(crate) fn run() -> Result<Outcome> {
    output::stdout_raw([format!("{:#}\n", schema())])?;
    Ok(Outcome::Clean)
}

fn schema() -> Value {
    let mut properties = Map::new();
    let fields = &CLAUDE_CODE.fields;
    for field in fields.list {
        properties.insert(field.name.into(), property(field));
    }
    let wrong = fields.wrong().iter().copied().chain(fields.list.iter().map(|field| (field.name, field.name)));
    for (wrong, field) in wrong {
        for spelling in [
            wrong.to_owned(),
            wrong.to_kebab_case(),
            wrong.to_snake_case(),
            wrong.to_upper_camel_case(),
            wrong.to_lowercase(),
        ] {
            let message = format!("write `{field}`: programs may silently ignore an unknown field");
            // Editors differ in which message they show.
            let refusal = json!({
                "not": {}, "errorMessage": message, "deprecationMessage": message, "doNotSuggest": true,
            });
            properties.entry(spelling).or_insert(refusal);
        }
    }
    let required: Vec<_> = fields.list.iter().filter(|field| field.required).map(|field| field.name).collect();
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
    let since = field.since.map_or_else(String::new, |version| format!(" Since Claude Code {version}."));
    let mut property = Map::from_iter([("description".to_owned(), format!("{}{since}", field.what).into())]);
    if let Value::Object(kind) = kind(&field.kind) {
        property.extend(kind);
    }
    Value::Object(property)
}

/// What a field may hold. Numbers and booleans count in quotes too.
fn kind(kind: &FieldKind) -> Value {
    let models = CLAUDE_CODE.models.names(ModelStatus::Alias).chain(CLAUDE_CODE.models.names(ModelStatus::Active));
    match kind {
        FieldKind::Text => text(),
        FieldKind::Model => json!({ "anyOf": [one_of(models), text()] }),
        FieldKind::Tools => {
            let tools = [ToolStatus::Current, ToolStatus::Conditional].into_iter();
            let tools = one_of(tools.flat_map(|status| CLAUDE_CODE.tools.names(status)));
            list(&json!({ "anyOf": [tools, { "type": "string" }] }))
        }
        FieldKind::Names => list(&json!({ "type": "string" })),
        FieldKind::Keyword(keywords) if keywords.open => json!({ "anyOf": [words(keywords), text()] }),
        FieldKind::Keyword(keywords) => words(keywords),
        FieldKind::Effort => json!({ "anyOf": [words(&fields::EFFORT), any_case(&fields::EFFORT), integer(1)] }),
        FieldKind::Integer(least) => integer(*least),
        FieldKind::Boolean => json!({ "enum": [true, false, "true", "false"] }),
        FieldKind::McpServers => {
            let server = json!({ "type": "object", "additionalProperties": { "type": "object" } });
            json!({ "type": "array", "items": { "anyOf": [{ "type": "string" }, server] } })
        }
        FieldKind::Hooks => json!({ "type": "object" }),
        FieldKind::Experimental => {
            json!({ "type": "object", "properties": { "cacheTtl": words(&fields::CACHE_TTL_WORDS) } })
        }
    }
}

/// Text that is more than white space.
fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

/// Names between commas, or a list of them.
fn list(item: &Value) -> Value {
    json!({ "anyOf": [text(), { "type": "array", "items": item }] })
}

/// Words that an editor completes.
fn one_of<'w>(words: impl Iterator<Item = &'w str>) -> Value {
    json!({ "enum": words.collect::<Vec<_>>() })
}

fn words(keywords: &Keywords) -> Value {
    one_of(keywords.words.iter().chain(keywords.aliases).map(|(word, _)| *word))
}

/// The same words in any letter case, which editors do not complete.
fn any_case(keywords: &Keywords) -> Value {
    let letter = |letter: char| format!("[{letter}{}]", letter.to_ascii_uppercase());
    let word = |(word, _): &(&str, &str)| word.chars().map(letter).collect::<String>();
    let words: Vec<_> = keywords.words.iter().chain(keywords.aliases).map(word).collect();
    json!({ "type": "string", "pattern": format!("^({})$", words.join("|")) })
}

/// A whole number from the least one; in quotes at least one with as many digits.
fn integer(least: u32) -> Value {
    let zeros = least.to_string().len() - 1;
    let in_quotes = json!({ "type": "string", "pattern": format!("^[1-9][0-9]{{{zeros},}}$") });
    json!({ "anyOf": [{ "type": "integer", "minimum": least, "maximum": u32::MAX }, in_quotes] })
}
