//! A definition in, an agent out, with the values that generated code gives it.

use std::ops::Range;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::base::span::SpannedText;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::example::ParsedExample;
use include_agents_compiler::parse::types::WrittenColor;
use include_agents_compiler::parse::yaml::{Entry, Node, Yaml};
use include_agents_core::__private::v1::{self, Options, Text};
use include_agents_core::{Agent, Color, Example, McpServer, Model, Tool, ToolAccess, Value};

use crate::kept::text;

/// The agent of a definition.
pub(crate) fn agent(definition: &Definition, name: &str, source: &Source, template: Template) -> &'static Agent {
    let file = File { source, text: text(source) };
    // Each option is named, so that one that is added is not forgotten here.
    let options = Options {
        name: Some(file.text(name)),
        description: Some(file.text(&definition.examples.description)),
        raw_description: Some(file.text(&definition.examples.raw)),
        examples: list(&definition.examples.list, |example| file.example(example)),
        model: definition.model.as_ref().map(|model| file.model(model)),
        tools: definition.tools.as_ref().map_or(ToolAccess::All, |tools| ToolAccess::Only(file.tools(tools))),
        disallowed_tools: file.tools(&definition.disallowed_tools),
        color: definition.color.as_ref().map(|color| match color {
            WrittenColor::Known(color) => *color,
            WrittenColor::Other(color) => Color::new(file.text(color)),
        }),
        permission_mode: definition.permission_mode,
        max_turns: definition.max_turns,
        skills: list(&definition.skills, |skill| file.text(&skill.value)),
        mcp_servers: list(&definition.mcp_servers, |(name, configuration)| {
            McpServer::new(file.text(name), configuration.as_ref().map(|node| file.value(node)))
        }),
        hooks: definition.hooks.as_ref().map(|hooks| file.value(hooks)),
        memory: definition.memory,
        background: definition.background,
        omit_claude_md: definition.omit_claude_md,
        effort: definition.effort,
        isolation: definition.isolation,
        initial_prompt: file.optional(definition.initial_prompt.as_ref()),
        cache_ttl: definition.cache_ttl,
        auto_compact_window: definition.auto_compact_window,
        observer: file.optional(definition.observer.as_ref()),
        observer_message: file.optional(definition.observer_message.as_ref()),
        observe_tool_results: definition.observe_tool_results,
        observe_subagents: definition.observe_subagents,
        extra: list(&definition.extra().collect::<Vec<_>>(), |entry| file.pair(entry)),
        pieces: template.pieces,
        parameters: template.parameters,
    };
    let (body, prompt) = file.body(definition);
    // The three texts before them are in the options.
    let [start, end, length] = [body.start, body.end, file.text.len()].map(|place| place as u128);
    // A loader reads no file that is too long for these.
    let numbers = [0, start << 32 | end, length << 96 | (prompt.start as u128) << 32 | prompt.end as u128];
    let path = source.path.clone().leak();
    keep(v1::agent(path, file.text.as_bytes(), numbers, keep(options)))
}

/// What a prompt that is not plain text is made of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Template {
    pub(crate) pieces: &'static [v1::Piece],
    pub(crate) parameters: &'static [&'static str],
}

pub(crate) fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn list<Item, T>(items: &[Item], value: impl FnMut(&Item) -> T) -> &'static [T] {
    if items.is_empty() { &[] } else { items.iter().map(value).collect::<Vec<_>>().leak() }
}

/// The file of an agent: as its definition borrows from it, and as the agent does.
struct File<'a> {
    source: &'a Source,
    text: &'static str,
}

impl File<'_> {
    /// A text: a part of the file where the file holds it as it is.
    fn text(&self, part: &str) -> &'static str {
        let range = self.source.range_of(part);
        range.and_then(|range| self.text.get(range)).unwrap_or_else(|| part.to_owned().leak())
    }

    fn optional(&self, text: Option<&SpannedText>) -> Text {
        text.map_or(Text::EMPTY, |text| Text::Literal(self.text(&text.value)))
    }

    fn model(&self, model: &SpannedText) -> Model {
        // `inherit` is the one word that is free in case.
        let is_inherit = model.value.eq_ignore_ascii_case(Model::INHERIT.as_str());
        if is_inherit { Model::INHERIT } else { Model::new(self.text(&model.value)) }
    }

    fn tools(&self, tools: &[SpannedText]) -> &'static [Tool] {
        list(tools, |tool| Tool::new(self.text(&tool.value)))
    }

    fn example(&self, example: &ParsedExample) -> Example {
        let ParsedExample { context, user, assistant, commentary } = example;
        v1::example(&[], [context, user, assistant, commentary].map(|part| Text::Literal(self.text(part))))
    }

    fn value(&self, node: &Node) -> Value {
        match &node.value {
            Yaml::Null => Value::Null,
            Yaml::Bool(value) => Value::Bool(*value),
            Yaml::Integer(number) => Value::Integer(*number),
            Yaml::Float(number) => Value::Float(*number),
            Yaml::Text(text) => Value::String(self.text(text)),
            Yaml::List(items) => Value::List(list(items, |item| self.value(item))),
            Yaml::Map(entries) => Value::Map(list(entries, |entry| self.pair(entry))),
        }
    }

    fn pair(&self, entry: &Entry) -> (&'static str, Value) {
        (self.text(&entry.key.value), self.value(&entry.value))
    }

    /// Where the body is, and the prompt in it.
    fn body(&self, definition: &Definition) -> (Range<usize>, Range<usize>) {
        let body = self.source.text.get(definition.body.clone()).unwrap_or_default();
        (definition.body.clone(), self.source.range_of(body.trim()).unwrap_or_default())
    }
}
