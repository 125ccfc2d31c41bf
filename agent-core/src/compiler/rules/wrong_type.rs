//! A field holds a value of another kind.
//!
//! # What it finds
//! A number as a name, a map of tools, a list of hooks, `yes` where `true` belongs.
//!
//! # Why it matters
//! Programs drop such a field, or the whole agent: `name: 3000` is a number to YAML, and an agent without a name is
//! skipped. The `tools: {write: false}` of `OpenCode` restricts nothing elsewhere.
//!
//! # Example
//! `description: 2024`
//!
//! # Cure
//! Put a text that looks like a number in quotes; give the other fields the form that the message names.

use super::Rule;
use crate::compiler::diagnostic::{Diagnostic, Level};
use crate::compiler::fields::{Field, Kind};
use crate::compiler::source::Source;
use crate::compiler::yaml::{Node, Yaml};

/// The rule.
pub static RULE: Rule = Rule { name: "wrong-type", level: Level::Error };

/// The whole value is of another kind.
#[must_use]
pub fn report(source: &Source, field: &Field, node: &Node) -> Diagnostic {
    let written = source.text.get(node.span.range()).unwrap_or_default();
    let wanted = wanted(&field.kind);
    let found = found(&node.value);
    let diagnostic = Diagnostic::new(&RULE, format!("`{}` must be {wanted}, and is {found}", field.name))
        .at(node.span, format!("this is {found}"))
        .note("programs drop such a field, or the whole agent");
    match (&field.kind, &node.value) {
        (Kind::Text | Kind::Model, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_)) => {
            diagnostic.help(format!("put it in quotes: `{}: \"{written}\"`", field.name))
        }
        (Kind::Text, Yaml::Map(_)) => diagnostic.help(format!(
            "a text with a colon in it looks like a map to YAML: put it into a block, `{}: |-`",
            field.name
        )),
        (Kind::Tools, Yaml::Map(_)) => diagnostic.help("name the tools that are granted: `tools: Read, Grep`"),
        (Kind::Boolean, Yaml::Text(text)) if matches!(text.to_lowercase().as_str(), "yes" | "on" | "true") => {
            diagnostic.help(format!("write `{}: true`", field.name))
        }
        (Kind::Boolean, Yaml::Text(text)) if matches!(text.to_lowercase().as_str(), "no" | "off" | "false") => {
            diagnostic.help(format!("write `{}: false`", field.name))
        }
        _ => diagnostic.help(format!("write {wanted}, or remove the field")),
    }
}

/// One item of a list is of another kind.
#[must_use]
pub fn item(source: &Source, field: &Field, node: &Node) -> Diagnostic {
    let found = found(&node.value);
    let written = source.text.get(node.span.range()).unwrap_or_default();
    let diagnostic = Diagnostic::new(&RULE, format!("an item of `{}` must be a name, and is {found}", field.name))
        .at(node.span, format!("this is {found}"))
        .note("programs drop such an item, or the whole agent");
    match node.value {
        Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_) => {
            diagnostic.help(format!("put it in quotes: `\"{written}\"`"))
        }
        Yaml::Map(_) => diagnostic.help("put an item with a colon in it in quotes"),
        _ => diagnostic.help("write a name, or remove the item"),
    }
}

fn wanted(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Model => "text",
        Kind::Tools | Kind::Names => "names between commas or a list of names",
        Kind::Keyword(_) => "a word",
        Kind::Effort => "a word or a whole number",
        Kind::PositiveInteger => "a whole number",
        Kind::Boolean => "`true` or `false`",
        Kind::McpServers => "a list of servers",
        Kind::Hooks | Kind::Experimental => "a map",
    }
}

fn found(value: &Yaml) -> &'static str {
    match value {
        Yaml::Null => "nothing",
        Yaml::Bool(_) => "`true` or `false`",
        Yaml::Integer(_) | Yaml::Float(_) => "a number",
        Yaml::Text(_) => "text",
        Yaml::List(_) => "a list",
        Yaml::Map(_) => "a map",
    }
}
