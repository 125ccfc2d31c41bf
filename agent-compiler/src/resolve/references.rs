//! The references between agents: in lists of tools, in prose, in examples.

use std::ops::Range;

use include_agents_core::__private::permission;

use crate::base::source::Source;
use crate::base::span::Span;
use crate::parse::definition::Definition;
use crate::parse::example::ParsedExample;
use crate::text::calls::{self, Call};
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
    /// An instruction in the prose of the description or prompt, such as "use the code-reviewer agent".
    Order,
    /// The quoted value of `subagent_type`, which is nothing but a name.
    Call,
    /// `@agent-name` in prose. An agent may also have `agent-` in its name.
    Mention,
    /// Any of these in an example of the description.
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

/// The names in `Agent(…)` and `Task(…)` of `tools`. Where they are denied they mean nothing: all of the tool is.
fn in_tools<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let mut found = Vec::new();
    for entry in definition.tools.iter().flatten() {
        let names = permission::specifier(&entry.value);
        let Some(names) = names.filter(|_| permission::current(permission::name(&entry.value)) == "Agent") else {
            continue;
        };
        let mut rest = entry.span;
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            // So that a repeated name is found where it is repeated.
            let span = source.locate(name, rest).unwrap_or(entry.span);
            rest.start = rest.start.max(span.end).min(rest.end);
            found.push((name, span, ReferenceKind::Grant));
        }
    }
    found
}

/// What the prose of the description refers to. A name that also occurs in an example is left to the example.
fn in_description<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let Some(description) = &definition.description else { return Vec::new() };
    let prose = &*definition.examples.description;
    let found = in_prose(prose);
    let code = if found.is_empty() { CodeSpans::default() } else { code_spans::of(prose) };
    let found = found.into_iter().filter(|found| found.may_be_code || !code.is_code(found.position));
    let is_in_example = |name: &str| definition.examples.list.iter().any(|example| example.mentions(name));
    let span = |name| source.locate(name, description.span).unwrap_or(description.span);
    let found = found.filter_map(|found| Some((prose.get(found.name)?, found.kind)));
    found.filter(|(name, _)| !is_in_example(name)).map(|(name, kind)| (name, span(name), kind)).collect()
}

/// What the prompt refers to.
fn in_body<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, index } = agent;
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    let base = definition.body.start;
    let found = in_prose(body).into_iter();
    let found = found.filter(|found| found.may_be_code || !index.code_spans().is_code(base + found.position));
    let found = found.filter_map(|InText { name, kind, .. }| {
        let span = Span::new(definition.file, base + name.start..base + name.end);
        Some((body.get(name)?, span, kind))
    });
    found.collect()
}

/// What the examples of the description refer to.
fn in_examples<'t>(agent: Referrer<'t, '_>) -> Found<'t> {
    let Referrer { definition, source, .. } = agent;
    let Definition { description: Some(description), examples, .. } = definition else { return Vec::new() };
    let span = |name| source.locate(name, description.span).unwrap_or(description.span);
    let mut found = Vec::new();
    for part in examples.list.iter().flat_map(ParsedExample::parts) {
        // Whom an example hands over to is an agent, whatever its name ends with.
        let is_likely = |word: &str, order: &Order| !is_adjective(word) && !order.is_indefinite;
        let names = in_text(part, is_likely).into_iter().filter_map(|found| part.get(found.name));
        found.extend(names.map(|name| (name, span(name), ReferenceKind::Example)));
    }
    found
}

/// A name in a text.
struct InText {
    name: Range<usize>,
    /// An offset that is in code if the reference is.
    position: usize,
    /// Whether it counts in code too.
    may_be_code: bool,
    kind: ReferenceKind,
}

/// All references in a text that is not an example.
fn in_prose(text: &str) -> Vec<InText> {
    in_text(text, |word, order| is_person(word) && !is_adjective(word) && !order.is_indefinite)
}

/// All references in a text. Of the names that are not marked as such, only those that are `likely`.
fn in_text(text: &str, likely: fn(&str, &Order) -> bool) -> Vec<InText> {
    let (mut found, mut calls, mut mentions) = (Vec::new(), Vec::new(), Vec::new());
    // All of them have the same noun, so that the text is searched once.
    for at in orders::nouns(text, "agent") {
        let order = orders::order(text, at, &["sub-", "sub"], "agent").filter(|order| is_name(text, order, likely));
        found.extend(order.map(|Order { object, position, .. }| InText {
            name: object,
            position,
            may_be_code: false,
            kind: ReferenceKind::Order,
        }));
        calls.extend(calls::call(text, at).map(|Call { name, is_quoted }| InText {
            position: name.start,
            name,
            may_be_code: true,
            kind: if is_quoted { ReferenceKind::Call } else { ReferenceKind::Order },
        }));
        mentions.extend(calls::mention(text, at).map(|name| InText {
            position: name.start,
            name,
            may_be_code: false,
            kind: ReferenceKind::Mention,
        }));
    }
    found.append(&mut calls);
    found.append(&mut mentions);
    found
}

/// Endings of words for persons, which names of agents have and the words in "a real-time agent" do not.
const PERSON_ENDINGS: &str = "er or ist ect pro expert analyst master guru lead agent bot";

/// Endings of hyphenated words that end like a person but are not the name of an agent.
const OTHER_ENDINGS: &str = "-tier -user -order -layer -server -number -parameter -after -over -per -power -vendor \
    -container -cluster -browser -factor";

/// Beginnings of hyphenated words that are adjectives.
const ADJECTIVE_BEGINNINGS: &str = "multi- cross- single- low- high- non- per- ever- much- well-";

/// Whether the object of an instruction is the name of an agent. Of those that are not marked as names, only the ones that are
/// `likely`.
fn is_name(text: &str, order: &Order, likely: fn(&str, &Order) -> bool) -> bool {
    let word = text.get(order.object.clone()).unwrap_or_default();
    // `@agent-name` is a mention.
    let is_mention =
        word.starts_with("agent-") && text.get(..order.object.start).is_some_and(|text| text.ends_with('@'));
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    word.split('-').all(is_part) && !is_mention && (order.is_marked || (word.contains('-') && likely(word, order)))
}

fn is_person(word: &str) -> bool {
    PERSON_ENDINGS.split_whitespace().any(|end| word.ends_with(end))
}

fn is_adjective(word: &str) -> bool {
    OTHER_ENDINGS.split_whitespace().any(|end| word.ends_with(end))
        || ADJECTIVE_BEGINNINGS.split_whitespace().any(|start| word.starts_with(start))
}
