//! The value of one agent's static.

use std::fmt::Write as _;
use std::ops::Range;

use super::item::Item;
use crate::base::source::Source;
use crate::parse::definition::Definition;
use crate::parse::examples::ParsedExample;
use crate::parse::yaml::{Entry, Node, Yaml};

/// An agent as it is written down.
#[derive(Default)]
pub(super) struct Written {
    /// Start and end of name, description, raw description, body and prompt.
    pub(super) ranges: Vec<usize>,
    /// The fields of its options that are not as in an agent that sets none.
    pub(super) options: String,
    /// Whether the options name the file, as `__SOURCE`.
    pub(super) needs_source: bool,
}

/// The agent with its name alone.
pub(super) fn name_only(name: &str) -> Written {
    let mut written = Written { ranges: vec![0; 10], ..Written::default() };
    set(&mut written.options, "name", &some(&quoted(name)));
    written
}

/// The agent with every field that its file sets.
pub(super) fn full(item: &Item, definition: &Definition, source: &Source) -> Written {
    let mut fields = Fields { item, source, written: Written::default() };
    fields.texts(definition);
    fields.options(definition);
    fields.extra(definition);
    fields.written
}

/// A Rust literal.
pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

pub(super) fn some(value: &str) -> String {
    format!("::core::option::Option::Some({value})")
}

fn set(options: &mut String, field: &str, value: &str) {
    let _ = write!(options, "{field}: {value}, ");
}

/// The fields of an agent that are written so far. `fields` writes those that the list of the format has.
pub(super) struct Fields<'a> {
    pub(super) item: &'a Item<'a>,
    source: &'a Source,
    written: Written,
}

impl Fields<'_> {
    pub(super) fn set(&mut self, field: &str, value: &str) {
        set(&mut self.written.options, field, value);
    }

    fn set_list(&mut self, field: &str, values: &[String]) {
        if !values.is_empty() {
            self.set(field, &list(values));
        }
    }

    fn texts(&mut self, definition: &Definition) {
        let name = definition.name.as_ref().map_or("", |name| &name.value);
        let raw_description = definition.description.as_ref().map_or("", |description| &description.value);
        let body = self.source.text.get(definition.body.clone()).unwrap_or_default();
        let ranges = [
            self.range("name", name),
            self.range("description", &definition.examples.description),
            self.range("raw_description", raw_description),
            definition.body.clone(),
            self.source.range_of(body.trim()).unwrap_or_default(),
        ];
        self.written.ranges = ranges.into_iter().flat_map(|range| [range.start, range.end]).collect();
        let examples: Vec<_> = definition.examples.list.iter().map(|example| self.example(example)).collect();
        self.written.needs_source = !examples.is_empty();
        self.set_list("examples", &examples);
    }

    fn extra(&mut self, definition: &Definition) {
        let extra: Vec<_> = definition.extra().map(|entry| self.pair(entry)).collect();
        self.set_list("extra", &extra);
    }

    /// Where the file holds a text as it is; the options have the text itself where it does not.
    fn range(&mut self, field: &str, text: &str) -> Range<usize> {
        let range = self.source.range_of(text);
        if range.is_none() && !text.is_empty() {
            self.set(field, &some(&quoted(text)));
        }
        range.unwrap_or_default()
    }

    /// A text: as a range where the file holds it as it is, so that it is in the binary once.
    pub(super) fn text(&self, part: &str) -> String {
        let Item { krate, .. } = self.item;
        match self.source.range_of(part).filter(|range| !range.is_empty()) {
            Some(range) => format!("{krate}::__private::v1::Text::Range({}, {})", range.start, range.end),
            None => format!("{krate}::__private::v1::Text::Literal({part:?})"),
        }
    }

    fn example(&self, example: &ParsedExample) -> String {
        let ParsedExample { context, user, assistant, commentary } = example;
        let [context, user, assistant, commentary] = [context, user, assistant, commentary].map(|part| self.text(part));
        let Item { krate, .. } = self.item;
        format!("{krate}::__private::v1::example(__SOURCE, [{context}, {user}, {assistant}, {commentary}])")
    }

    pub(super) fn value(&self, node: &Node) -> String {
        let Item { krate, .. } = self.item;
        match &node.value {
            Yaml::Null => format!("{krate}::Value::Null"),
            Yaml::Bool(value) => format!("{krate}::Value::Bool({value})"),
            Yaml::Integer(number) => format!("{krate}::Value::Integer({number})"),
            Yaml::Float(number) => format!("{krate}::Value::Float({})", float(*number)),
            Yaml::Text(text) => format!("{krate}::Value::String({text:?})"),
            Yaml::List(items) => {
                let items: Vec<_> = items.iter().map(|node| self.value(node)).collect();
                format!("{krate}::Value::List({})", list(&items))
            }
            Yaml::Map(entries) => {
                let entries: Vec<_> = entries.iter().map(|entry| self.pair(entry)).collect();
                format!("{krate}::Value::Map({})", list(&entries))
            }
        }
    }

    fn pair(&self, entry: &Entry) -> String {
        format!("({:?}, {})", entry.key.value, self.value(&entry.value))
    }
}

pub(super) fn list(values: &[String]) -> String {
    format!("&[{}]", values.join(", "))
}

/// A literal has to be finite, and to have a point.
fn float(number: f64) -> String {
    if number.is_nan() {
        "::core::primitive::f64::NAN".to_owned()
    } else if number.is_infinite() {
        let sign = if number < 0.0 { "NEG_" } else { "" };
        format!("::core::primitive::f64::{sign}INFINITY")
    } else {
        format!("{number:?}")
    }
}
