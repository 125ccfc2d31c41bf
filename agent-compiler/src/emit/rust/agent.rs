//! The value of one agent's static.

use std::ops::Range;

use super::code::{Quoted, Rust, Separated, list, push, rust};
use super::item::{Facade, ItemOptions, Private};
use super::prompts;
use crate::base::source::Source;
use crate::parse::definition::Definition;
use crate::parse::example::ParsedExample;
use crate::parse::yaml::{Entry, Node, Yaml};
use crate::resolve::roster::Roster;

/// The parts of an agent's static.
#[derive(Default)]
pub(super) struct AgentParts {
    /// Start and end of name, description, raw description, body and prompt.
    pub(super) ranges: [usize; 10],
    /// The fields of its options that are not as in an agent that sets none.
    pub(super) options: Rust,
    /// Whether the options name the file, as `__SOURCE`.
    pub(super) needs_source: bool,
}

impl AgentParts {
    fn set(&mut self, field: &'static str, value: &Rust) {
        push!(self.options, field, ": ", value, ", ");
    }
}

/// The agent with its name alone.
pub(super) fn name_only(name: &str) -> AgentParts {
    let mut parts = AgentParts::default();
    parts.set("name", &some(&rust![Quoted(name)]));
    parts
}

/// The agent with every field that its file sets.
pub(super) fn full(item: &ItemOptions, roster: &Roster, definition: &Definition, source: &Source) -> AgentParts {
    let mut fields = Fields { facade: &item.facade, source, parts: AgentParts::default() };
    fields.texts(definition, roster.name_of(definition));
    fields.options(definition);
    fields.extra(definition);
    if let Some(pieces) = prompts::pieces(roster, item, definition.file) {
        fields.set("pieces", &pieces);
        fields.set("parameters", &prompts::names(roster.prompts().parameters(definition.file)));
    }
    fields.parts
}

pub(super) fn some(value: &Rust) -> Rust {
    rust!["::core::option::Option::Some(", value, ")"]
}

/// The fields of an agent that are written so far. `fields` writes those that the list of the format has.
pub(super) struct Fields<'a> {
    pub(super) facade: &'a Facade,
    source: &'a Source,
    parts: AgentParts,
}

impl Fields<'_> {
    pub(super) fn set(&mut self, field: &'static str, value: &Rust) {
        self.parts.set(field, value);
    }

    fn set_list(&mut self, field: &'static str, values: &[Rust]) {
        if !values.is_empty() {
            self.set(field, &list(values));
        }
    }

    fn texts(&mut self, definition: &Definition, name: &str) {
        let body = self.source.text.get(definition.body.clone()).unwrap_or_default();
        let name = self.range("name", name);
        let description = self.range("description", &definition.examples.description);
        let raw = self.range("raw_description", &definition.examples.raw);
        let (body, prompt) = (&definition.body, self.source.range_of(body.trim()).unwrap_or_default());
        self.parts.ranges = [
            name.start,
            name.end,
            description.start,
            description.end,
            raw.start,
            raw.end,
            body.start,
            body.end,
            prompt.start,
            prompt.end,
        ];
        let examples: Vec<_> = definition.examples.list.iter().map(|example| self.example(example)).collect();
        self.parts.needs_source = !examples.is_empty();
        self.set_list("examples", &examples);
    }

    fn extra(&mut self, definition: &Definition) {
        let extra: Vec<_> = definition.extra().map(|entry| self.pair(entry)).collect();
        self.set_list("extra", &extra);
    }

    /// Where the file holds a text as it is; the options have the text itself where it does not.
    fn range(&mut self, field: &'static str, text: &str) -> Range<usize> {
        let range = self.source.range_of(text);
        if range.is_none() && !text.is_empty() {
            self.set(field, &some(&rust![Quoted(text)]));
        }
        range.unwrap_or_default()
    }

    /// A text: as a range where the file holds it as it is, so that it is in the binary once.
    pub(super) fn text(&self, part: &str) -> Rust {
        match self.source.range_of(part).filter(|range| !range.is_empty()) {
            Some(range) => {
                rust![Private(self.facade), "::Text::Range(", range.start, ", ", range.end, ")"]
            }
            None => rust![Private(self.facade), "::Text::Literal(", Quoted(part), ")"],
        }
    }

    fn example(&self, example: &ParsedExample) -> Rust {
        let ParsedExample { context, user, assistant, commentary } = example;
        let texts = [context, user, assistant, commentary].map(|part| self.text(part));
        rust![Private(self.facade), "::example(__SOURCE, [", Separated(&texts), "])"]
    }

    pub(super) fn value(&self, node: &Node) -> Rust {
        let facade = self.facade;
        match &node.value {
            Yaml::Null => rust![facade, "::Value::Null"],
            Yaml::Bool(value) => rust![facade, "::Value::Bool(", *value, ")"],
            Yaml::Integer(number) => rust![facade, "::Value::Integer(", *number, ")"],
            Yaml::Float(number) => rust![facade, "::Value::Float(", *number, ")"],
            Yaml::Text(text) => rust![facade, "::Value::String(", Quoted(text), ")"],
            Yaml::List(items) => {
                let items: Vec<_> = items.iter().map(|node| self.value(node)).collect();
                rust![facade, "::Value::List(", &list(&items), ")"]
            }
            Yaml::Map(entries) => {
                let entries: Vec<_> = entries.iter().map(|entry| self.pair(entry)).collect();
                rust![facade, "::Value::Map(", &list(&entries), ")"]
            }
        }
    }

    fn pair(&self, entry: &Entry) -> Rust {
        rust!["(", Quoted(&entry.key.value), ", ", &self.value(&entry.value), ")"]
    }
}
