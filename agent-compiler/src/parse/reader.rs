//! The value of a field as text, a list, a number or a word; what is wrong with it is noted.

use std::borrow::Cow;

use crate::base::source::Source;
use crate::base::span::{Span, Spanned, SpannedText};
use crate::format::fields::{Field, FieldKind};
use crate::format::tool_entries;
use crate::format::types::{self, Effort, Keyword};
use crate::parse::problem::ParseProblem;
use crate::parse::servers;
use crate::parse::yaml::{self, Entry, MOST_VALUES, Node, Yaml};

/// The name of a server, and its configuration.
pub type McpServer<'a> = (Cow<'a, str>, Option<Node<'a>>);

/// Reads the values of one file's fields.
pub struct ValueReader<'a> {
    source: &'a Source,
    /// What was noticed so far.
    pub(super) problems: Vec<ParseProblem<'a>>,
}

impl<'a> ValueReader<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self { source, problems: Vec::new() }
    }

    fn wrong<T>(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<T> {
        self.problems.push(ParseProblem::WrongType(field, node.clone()));
        None
    }

    pub(super) fn invalid<T>(&mut self, field: &'a Field<'a>, span: Span) -> Option<T> {
        self.problems.push(ParseProblem::InvalidValue(field, span));
        None
    }

    pub(super) fn text(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<SpannedText<'a>> {
        match &node.value {
            Yaml::Text(value) => {
                Some(Spanned { value: value.clone(), span: node.span }).filter(|text| !text.value.trim().is_empty())
            }
            _ => self.wrong(field, node),
        }
    }

    pub(super) fn map<'n>(&mut self, field: &'a Field<'a>, node: &'n Node<'a>) -> Option<&'n [Entry<'a>]> {
        match &node.value {
            Yaml::Map(entries) => Some(entries),
            _ => self.wrong(field, node),
        }
    }

    /// Comma-separated names, or a list of names. Text in parentheses is not split.
    pub(super) fn list(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<Vec<SpannedText<'a>>> {
        match &node.value {
            Yaml::Text(text) if text.trim().is_empty() => None,
            Yaml::Text(text) => self.bounded(field, node.span, split_at_commas(self.source, text, node.span)),
            Yaml::List(items) => {
                let mut names = Vec::new();
                for item in items {
                    match &item.value {
                        Yaml::Text(name) => names.push(trimmed(Spanned { value: name.clone(), span: item.span })),
                        _ => self.problems.push(ParseProblem::WrongItem(field, item.clone())),
                    }
                }
                Some(names)
            }
            _ => self.wrong(field, node),
        }
    }

    /// The entries of a list of tools. Spaces separate them as commas do, also within the items of a list.
    pub(super) fn tools(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<Vec<SpannedText<'a>>> {
        let parts = self.list(field, node)?;
        if !parts.iter().any(|part| part.value.contains(' ') || part.value.contains(',')) {
            return Some(parts);
        }
        let mut entries = Vec::new();
        for part in parts {
            let words = split(self.source, &part.value, part.span, tool_entries::words);
            if words.len() < 2 {
                entries.push(part);
                continue;
            }
            entries.extend(words);
            self.problems.push(ParseProblem::SeveralTools(field, part));
        }
        self.bounded(field, node.span, entries)
    }

    /// A list that is no longer than YAML may have values; each entry can have findings of its own.
    fn bounded(
        &mut self,
        field: &'a Field<'a>,
        span: Span,
        entries: Vec<SpannedText<'a>>,
    ) -> Option<Vec<SpannedText<'a>>> {
        if entries.len() > MOST_VALUES {
            self.problems.push(ParseProblem::TooManyItems(field, span));
            return None;
        }
        Some(entries)
    }

    /// The tools that are granted; nothing if that is every tool.
    pub(super) fn granted(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<Vec<SpannedText<'a>>> {
        let tools = self.tools(field, node)?;
        let Some(every) = tools.iter().find(|entry| entry.value == "*") else { return Some(tools) };
        if tools.len() > 1 {
            self.problems.push(ParseProblem::EveryTool(every.span));
        }
        None
    }

    /// The names of a list; an empty one is a problem.
    pub(super) fn names(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Vec<SpannedText<'a>> {
        let mut names = self.list(field, node).unwrap_or_default();
        names.retain(|name| self.is_given(field, &name.value, name.span));
        names
    }

    /// Whether a name in a list is one; an empty one is a problem.
    fn is_given(&mut self, field: &'a Field<'a>, name: &str, span: Span) -> bool {
        let is_given = !name.trim().is_empty();
        if !is_given {
            self.problems.push(ParseProblem::EmptyItem(field, span));
        }
        is_given
    }

    /// A whole number from the least one that the field may hold.
    pub(super) fn integer(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<u32> {
        let least = if let FieldKind::Integer(least) = field.kind { least } else { 1 };
        // A number in quotes counts as that number.
        let in_quotes = match &node.value {
            Yaml::Text(text) => yaml::resolve(text.trim()),
            _ => None,
        };
        let number = match in_quotes.as_ref().unwrap_or(&node.value) {
            Yaml::Integer(number) => u32::try_from(*number).ok(),
            Yaml::Float(number) if number.fract() == 0.0 => whole(*number),
            _ => return self.wrong(field, node),
        };
        number.filter(|number| *number >= least).or_else(|| self.invalid(field, node.span))
    }

    pub(super) fn boolean(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<bool> {
        match &node.value {
            Yaml::Bool(value) => Some(*value),
            // In quotes it counts as the same, in this spelling only.
            Yaml::Text(text) if text == "true" => Some(true),
            Yaml::Text(text) if text == "false" => Some(false),
            _ => self.wrong(field, node),
        }
    }

    /// A list of names and of maps from name to configuration.
    pub(super) fn servers(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Vec<McpServer<'a>> {
        let Yaml::List(items) = &node.value else {
            return self.wrong(field, node).unwrap_or_default();
        };
        let mut servers = Vec::new();
        for item in items {
            match &item.value {
                Yaml::Text(name) => {
                    if self.is_given(field, name, item.span) {
                        servers.push((trim(name.clone()), None));
                    }
                }
                // `- name: github` is a map of settings, not a server `name`.
                Yaml::Map(entries)
                    if entries.iter().all(|entry| matches!(entry.value.value, Yaml::Map(_) | Yaml::Null)) =>
                {
                    let problems = entries.iter().flat_map(servers::problems);
                    self.problems.extend(problems.map(ParseProblem::Server));
                    let given = entries.iter().filter(|entry| self.is_given(field, &entry.key.value, entry.key.span));
                    servers.extend(given.map(|entry| (entry.key.value.clone(), configuration(&entry.value))));
                }
                _ => self.problems.push(ParseProblem::WrongItem(field, item.clone())),
            }
        }
        servers
    }

    /// A word, if it is more than white space.
    pub(super) fn word<'n>(&mut self, field: &'a Field<'a>, node: &'n Node<'a>) -> Option<&'n Cow<'a, str>> {
        match &node.value {
            Yaml::Text(text) => Some(text).filter(|text| !text.trim().is_empty()),
            _ => self.wrong(field, node),
        }
    }

    pub(super) fn keyword_in<K: Keyword>(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<K> {
        let word = self.word(field, node)?;
        self.keyword(field, word, node.span)
    }

    pub(super) fn keyword<K: Keyword>(&mut self, field: &'a Field<'a>, text: &str, span: Span) -> Option<K> {
        K::read(text).or_else(|| self.invalid(field, span))
    }

    pub(super) fn effort(&mut self, field: &'a Field<'a>, node: &Node<'a>) -> Option<Effort> {
        match &node.value {
            Yaml::Integer(_) | Yaml::Float(_) => self.integer(field, node).map(Effort::Number),
            Yaml::Text(text) if matches!(yaml::resolve(text.trim()), Some(Yaml::Integer(_) | Yaml::Float(_))) => {
                self.integer(field, node).map(Effort::Number)
            }
            _ => {
                let word = self.word(field, node)?;
                types::effort(word).or_else(|| self.invalid(field, node.span))
            }
        }
    }
}

/// A number without a fraction, such as `5.0` and `1e2`, if it is in range.
fn whole(number: f64) -> Option<u32> {
    (0.0..=f64::from(u32::MAX)).contains(&number).then(|| format!("{number:.0}").parse().ok()).flatten()
}

/// The configuration of a server, if it has one.
fn configuration<'a>(node: &Node<'a>) -> Option<Node<'a>> {
    (!matches!(node.value, Yaml::Null)).then(|| node.clone())
}

/// Takes white space off both ends, without giving up what was borrowed.
pub(super) fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

pub(super) fn trimmed(text: SpannedText<'_>) -> SpannedText<'_> {
    Spanned { value: trim(text.value), span: text.span }
}

/// The entries of a comma list. A comma at the end is nothing; an empty entry within the list is kept for a rule to report.
fn split_at_commas<'a>(source: &Source, text: &Cow<'a, str>, span: Span) -> Vec<SpannedText<'a>> {
    let mut entries = split(source, text, span, tool_entries::at_commas);
    if entries.last().is_some_and(|entry| entry.value.is_empty()) {
        entries.pop();
    }
    entries
}

/// The parts of a text, each with its own place where the file holds it as it is.
fn split<'a>(source: &Source, text: &Cow<'a, str>, span: Span, parts: fn(&str) -> Vec<&str>) -> Vec<SpannedText<'a>> {
    match text {
        Cow::Borrowed(text) => {
            let place = |part| Span::new(span.file, source.range_of(part).unwrap_or(span.range()));
            parts(text).into_iter().map(|part| Spanned { value: Cow::Borrowed(part), span: place(part) }).collect()
        }
        Cow::Owned(text) => {
            let mut from = span.start;
            let mut place = |part: &str| {
                let start = from + source.text.get(from..span.end)?.find(part)?;
                from = start + part.len();
                Some(Span::new(span.file, start..from))
            };
            let spanned =
                |part: &str| Spanned { value: Cow::Owned(part.to_owned()), span: place(part).unwrap_or(span) };
            parts(text).into_iter().map(spanned).collect()
        }
    }
}
