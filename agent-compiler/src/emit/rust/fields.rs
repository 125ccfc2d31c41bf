//! The fields of an agent's options: each value as Rust.

use include_agents_core::{CacheTtl, Color, Effort, Model};

use super::agent::{Fields, some};
use super::code::{Quoted, Rust, list, rust};
use crate::base::span::SpannedText;
use crate::parse::definition::Definition;
use crate::parse::types::{FieldValue, WrittenColor};
use crate::parse::yaml::Node;

/// The members that are not set as the others are: an agent has ranges of its file for them.
const RANGES: [&str; 2] = ["name", "description"];

impl Fields<'_> {
    /// Sets the options that the file sets. A member of a definition has the name of the option.
    pub(super) fn options(&mut self, definition: &Definition) {
        for (member, value) in definition.values().filter(|(member, _)| !RANGES.contains(member)) {
            if let Some(expression) = self.expression(value) {
                self.set(member, &expression);
            }
        }
    }

    /// The value of an option; nothing where it is that of an agent that does not set it.
    fn expression(&self, value: FieldValue) -> Option<Rust> {
        let facade = self.facade;
        Some(match value {
            FieldValue::Text(text) => self.text(&text.value),
            FieldValue::Model(model) => some(&self.model(&model.value)),
            FieldValue::Tools(tools) => rust![facade, "::ToolAccess::Only(", &list(&self.tools(tools)), ")"],
            FieldValue::DeniedTools([])
            | FieldValue::Names([])
            | FieldValue::McpServers([])
            | FieldValue::Boolean(false) => return None,
            FieldValue::DeniedTools(tools) => list(&self.tools(tools)),
            FieldValue::Names(names) => list(&names.iter().map(|name| rust![Quoted(&name.value)]).collect::<Vec<_>>()),
            FieldValue::Keyword { type_name, variant, .. } => some(&rust![facade, "::", type_name, "::", variant]),
            FieldValue::Effort(Effort::Number(number)) => some(&rust![facade, "::Effort::Number(", number, ")"]),
            FieldValue::Effort(word) => some(&self.word("Effort", Effort::WORDS, word.as_str().unwrap_or_default())),
            FieldValue::CacheTtl(ttl) => some(&self.word("CacheTtl", CacheTtl::WORDS, ttl.as_str())),
            FieldValue::Color(WrittenColor::Known(color)) => some(&self.word("Color", Color::WORDS, color.as_str())),
            FieldValue::Color(WrittenColor::Other(color)) => some(&self.word("Color", Color::WORDS, color)),
            FieldValue::Number(number) => some(&rust![number]),
            FieldValue::Boolean(true) => rust![true],
            FieldValue::Choice(is_set) => some(&rust![is_set]),
            FieldValue::McpServers(servers) => {
                list(&servers.iter().map(|(name, node)| self.server(name, node.as_ref())).collect::<Vec<_>>())
            }
            FieldValue::Hooks(hooks) => some(&self.value(hooks)),
        })
    }

    fn tools(&self, tools: &[SpannedText]) -> Vec<Rust> {
        tools.iter().map(|tool| rust![self.facade, "::Tool::new(", Quoted(&tool.value), ")"]).collect()
    }

    fn model(&self, model: &str) -> Rust {
        // `inherit` is the one word that is free in case.
        let inherit = Model::INHERIT.as_str();
        let model = if model.eq_ignore_ascii_case(inherit) { inherit } else { model };
        self.word("Model", Model::WORDS, model)
    }

    /// The constant or the variant of a word; a value made of the text where the word has none.
    fn word(&self, type_name: &'static str, words: &[(&str, &'static str)], text: &str) -> Rust {
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, constant)) => rust![self.facade, "::", type_name, "::", *constant],
            None => rust![self.facade, "::", type_name, "::new(", Quoted(text), ")"],
        }
    }

    fn server(&self, name: &str, configuration: Option<&Node>) -> Rust {
        let configuration =
            configuration.map_or_else(|| rust!["::core::option::Option::None"], |node| some(&self.value(node)));
        rust![self.facade, "::McpServer::new(", Quoted(name), ", ", &configuration, ")"]
    }
}
