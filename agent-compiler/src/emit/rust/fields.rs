//! The fields of an agent's options: each value as Rust.

use super::agent::{Fields, list, quoted, some};
use super::item::Item;
use crate::base::span::SpannedText;
use crate::parse::definition::Definition;
use crate::parse::types::{FieldValue, WrittenColor};
use crate::parse::yaml::Node;
use include_agents_core::{Color, Model};

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
    fn expression(&self, value: FieldValue) -> Option<String> {
        let Item { krate, .. } = self.item;
        Some(match value {
            FieldValue::Text(text) => self.text(&text.value),
            FieldValue::Model(model) => some(&self.model(&model.value)),
            FieldValue::Tools(tools) => format!("{krate}::ToolAccess::Only({})", list(&self.tools(tools))),
            FieldValue::DeniedTools([])
            | FieldValue::Names([])
            | FieldValue::McpServers([])
            | FieldValue::Boolean(false) => return None,
            FieldValue::DeniedTools(tools) => list(&self.tools(tools)),
            FieldValue::Names(names) => list(&names.iter().map(|name| quoted(&name.value)).collect::<Vec<_>>()),
            FieldValue::Keyword { type_name, variant, .. } => some(&format!("{krate}::{type_name}::{variant}")),
            FieldValue::Effort(effort) => some(&format!("{krate}::Effort::{effort:?}")),
            FieldValue::CacheTtl(ttl) => some(&format!("{krate}::CacheTtl::{ttl:?}")),
            FieldValue::Color(WrittenColor::Known(color)) => some(&self.known("Color", Color::WORDS, color.as_str())),
            FieldValue::Color(WrittenColor::Other(color)) => some(&self.known("Color", Color::WORDS, color)),
            FieldValue::Number(number) => some(&number.to_string()),
            FieldValue::Boolean(true) => "true".to_owned(),
            FieldValue::McpServers(servers) => {
                list(&servers.iter().map(|(name, node)| self.server(name, node.as_ref())).collect::<Vec<_>>())
            }
            FieldValue::Hooks(hooks) => some(&self.value(hooks)),
        })
    }

    fn tools(&self, tools: &[SpannedText]) -> Vec<String> {
        let Item { krate, .. } = self.item;
        tools.iter().map(|tool| format!("{krate}::Tool::new({:?})", tool.value)).collect()
    }

    fn model(&self, model: &str) -> String {
        // `inherit` is the one word that is free in case.
        let inherit = Model::INHERIT.as_str();
        let model = if model.eq_ignore_ascii_case(inherit) { inherit } else { model };
        self.known("Model", Model::WORDS, model)
    }

    /// The constant of a text, or the text.
    fn known(&self, type_name: &str, constants: &[(&str, &str)], text: &str) -> String {
        let Item { krate, .. } = self.item;
        match constants.iter().find(|(word, _)| *word == text) {
            Some((_, constant)) => format!("{krate}::{type_name}::{constant}"),
            None => format!("{krate}::{type_name}::new({text:?})"),
        }
    }

    fn server(&self, name: &str, configuration: Option<&Node>) -> String {
        let Item { krate, .. } = self.item;
        let configuration =
            configuration.map_or("::core::option::Option::None".to_owned(), |node| some(&self.value(node)));
        format!("{krate}::McpServer::new({name:?}, {configuration})")
    }
}
