//! The references between agents: in lists of tools, in prose, in examples.

use include_agents_core::__private::permission;

use crate::base::source::Source;
use crate::base::span::Span;
use crate::parse::definition::Definition;
use crate::parse::example::ParsedExample;
use crate::text::code_spans::{self, CodeSpans};
use crate::text::index::TextIndex;
use crate::text::orders::{self, Order};

/// A reference to an agent, which may not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The index of the definition that contains it.
    pub from: usize,
    /// The name of the other agent.
    pub name: String,
    /// Where the name is.
    pub span: Span,
    /// What kind of reference it is.
    pub kind: ReferenceKind,
}

/// How an agent refers to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `Agent(name)` in `tools`.
    Grant,
    /// `Agent(name)` in `disallowedTools`.
    Denial,
    /// An instruction in the prose of the description or prompt, such as "use the code-reviewer agent".
    Order,
    /// An instruction in an example of the description.
    Example,
}

/// An agent whose references are collected.
#[derive(Clone, Copy)]
pub struct Referrer<'t, 'a> {
    /// Its definition.
    pub definition: &'t Definition<'a>,
    /// Its file.
    pub source: &'a Source,
    /// The index of its text.
    pub index: &'t TextIndex<'a>,
}

/// The references of an agent: in its tools, its description, its prompt, its examples.
#[must_use]
pub fn references(from: usize, agent: Referrer) -> Vec<Reference> {
    let mut found = in_tools(agent);
    found.extend(in_description(agent));
    found.extend(in_body(agent));
    found.extend(in_examples(agent));
    let reference =
        |(name, span, kind): (&str, Span, ReferenceKind)| Reference { from, name: name.to_owned(), span, kind };
    found.into_iter().map(reference).collect()
}

type Found<'t> = Vec<(&'t str, Span, ReferenceKind)>;

/// The names in `Agent(…)` and `Task(…)`.
fn in_tools<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let mut found = Vec::new();
    for (entry, is_denied) in definition.tool_entries() {
        let names = permission::specifier(&entry.value);
        let Some(names) = names.filter(|_| permission::current(permission::name(&entry.value)) == "Agent") else {
            continue;
        };
        let kind = if is_denied { ReferenceKind::Denial } else { ReferenceKind::Grant };
        let mut rest = entry.span;
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            // So that a repeated name is found where it is repeated.
            let span = source.locate(name, rest).unwrap_or(entry.span);
            rest.start = rest.start.max(span.end).min(rest.end);
            found.push((name, span, kind));
        }
    }
    found
}

/// The instructions in the prose of the description. A name that also occurs in an example is left to the example.
fn in_description<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let Some(description) = &definition.description else { return Vec::new() };
    let prose = &*definition.examples.description;
    let orders = names(prose);
    let code = if orders.is_empty() { CodeSpans::default() } else { code_spans::of(prose) };
    let orders = orders.into_iter().filter(|order| !code.is_code(order.position));
    let names = orders.filter_map(|order| prose.get(order.object));
    let is_in_example = |name: &str| definition.examples.list.iter().any(|example| example.mentions(name));
    let span = |name| source.locate(name, description.span).unwrap_or(description.span);
    names.filter(|name| !is_in_example(name)).map(|name| (name, span(name), ReferenceKind::Order)).collect()
}

/// The instructions in the prose of the prompt.
fn in_body<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, index } = agent;
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    let base = definition.body.start;
    let found = names(body).into_iter().filter(|order| !index.code_spans().is_code(base + order.position));
    let found = found.filter_map(|Order { object, .. }| {
        let span = Span::new(definition.file, base + object.start..base + object.end);
        Some((body.get(object)?, span, ReferenceKind::Order))
    });
    found.collect()
}

/// The instructions in the examples of the description.
fn in_examples<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let Definition { description: Some(description), examples, .. } = definition else { return Vec::new() };
    let parts = examples.list.iter().flat_map(ParsedExample::parts);
    let names = parts.flat_map(|part| names(part).into_iter().filter_map(|order| part.get(order.object)));
    let span = |name| source.locate(name, description.span).unwrap_or(description.span);
    names.map(|name| (name, span(name), ReferenceKind::Example)).collect()
}

/// Endings of words for persons, which names of agents have and the words in "a real-time agent" do not.
const PERSON_ENDINGS: &str = "er or ist ect pro expert analyst master guru lead agent bot";

/// Endings of hyphenated words that end like a person but are not the name of an agent.
const OTHER_ENDINGS: &str = "-tier -user -order -layer -server -number -parameter -after -over -per -power -vendor \
    -container -cluster -browser -factor";

/// Beginnings of hyphenated words that are adjectives.
const ADJECTIVE_BEGINNINGS: &str = "multi- cross- single- low- high- non- per- ever- much- well-";

/// The names of agents that a text instructs to use.
fn names(text: &str) -> Vec<Order> {
    let is_name = |order: &Order| {
        let word = text.get(order.object.clone()).unwrap_or_default();
        is_name(word) && (order.is_marked || (word.contains('-') && is_person(word) && !order.is_indefinite))
    };
    orders::find(text, &["sub-", "sub"], "agent").into_iter().filter(is_name).collect()
}

fn is_name(word: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    word.split('-').all(is_part)
}

fn is_person(word: &str) -> bool {
    let ends = |list: &str| list.split_whitespace().any(|end| word.ends_with(end));
    let begins = |list: &str| list.split_whitespace().any(|start| word.starts_with(start));
    ends(PERSON_ENDINGS) && !ends(OTHER_ENDINGS) && !begins(ADJECTIVE_BEGINNINGS)
}
