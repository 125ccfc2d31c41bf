//! YAML of any kind, by a parser of the whole language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, options};

use super::error::{self, YamlError};
use super::scalar::resolve;
use super::tree::{DEEPEST, Entry, MOST_VALUES, Node, Yaml, count, depth};
use crate::base::source::Source;
use crate::base::span::{Span, Spanned, SpannedText};

/// Reads the fields in a range of a source, whatever YAML it is.
///
/// # Errors
/// The text is not valid YAML, or not a map.
pub fn parse_full(file: usize, source: &Source, range: Range<usize>) -> Result<Vec<Entry<'_>>, YamlError> {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let mut builder =
        Builder { file, base: range.start, text, open: Vec::new(), anchors: HashMap::new(), values: 0, root: None };
    let options = options! { flow_nesting_limit: DEEPEST, block_nesting_limit: DEEPEST };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| {
            // The parser gives an offset for every text; the start is the honest guess without one.
            let offset = error.marker().byte_offset().unwrap_or_default().min(text.len());
            let offset = offset + error::control_behind(text, offset, error.kind());
            let (reason, help) = error::unspaced_item(text, offset).unwrap_or_else(|| error::explain(error.kind()));
            let is_line = matches!(error.kind(), ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey);
            let hidden = error::hidden_cause(text, offset).filter(|_| is_line);
            let (offset, reason, help) = hidden.unwrap_or((offset, reason, help));
            YamlError { offset: range.start + offset, reason, help: help.into() }
        })?;
        let span = span.byte_range().unwrap_or_default();
        builder.event(event, range.start + span.start..range.start + span.end)?;
    }
    match builder.root {
        None | Some(Node { value: Yaml::Null, .. }) => Ok(Vec::new()),
        Some(Node { value: Yaml::Map(entries), .. }) => Ok(entries),
        Some(node) => {
            let (reason, help) = match node.value {
                Yaml::List(_) => ("expected fields, found a list", "write fields as `key: value`, without dashes"),
                _ => ("expected fields", "write fields as `key: value`"),
            };
            Err(YamlError { offset: node.span.start, reason: reason.into(), help: help.into() })
        }
    }
}

/// A list or map that is still being read.
struct Open<'a> {
    node: Node<'a>,
    anchor: usize,
    /// The key whose value comes next.
    key: Option<SpannedText<'a>>,
}

struct Builder<'a> {
    file: usize,
    base: usize,
    text: &'a str,
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Node<'a>>,
    values: usize,
    root: Option<Node<'a>>,
}

impl<'a> Builder<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) -> Result<(), YamlError> {
        let span = Span::new(self.file, range);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = tag.is_some_and(|tag| tag.core_suffix() == Some("str"));
                // The parser writes an absent value as `~`, on an empty range.
                let value = match (style, span.start == span.end) {
                    (ScalarStyle::Plain, true) if is_text => Yaml::Text(Cow::Borrowed("")),
                    (ScalarStyle::Plain, true) => Yaml::Null,
                    (ScalarStyle::Plain, false) if !is_text => resolve(&text).unwrap_or(Yaml::Text(text)),
                    _ => Yaml::Text(text),
                };
                let node = Node { value, span: self.span(span.range()) };
                self.finish(node, anchor)?;
            }
            Event::SequenceStart(_, anchor, _) => self.start(Yaml::List(Vec::new()), span, anchor),
            Event::MappingStart(_, anchor, _) => self.start(Yaml::Map(Vec::new()), span, anchor),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut open) = self.open.pop() {
                    let range = open.node.span.start..span.end.max(open.node.span.start);
                    open.node.span = self.span(range);
                    self.finish(open.node, open.anchor)?;
                }
            }
            Event::Alias(id) => {
                let Some(mut node) = self.anchors.get(&id).cloned() else {
                    return Err(YamlError {
                        offset: span.start,
                        reason: "this alias refers to a value that contains it".into(),
                        help: "write the value in place of the alias".into(),
                    });
                };
                // An alias can nest what the parser, which sees only its name, has let pass.
                if self.open.len() + depth(&node) > DEEPEST {
                    let reason = format!("more than {DEEPEST} levels of lists and maps");
                    return Err(YamlError { offset: span.start, reason, help: "use fewer aliases".into() });
                }
                self.values += count(&node);
                node.span = span;
                self.finish(node, 0)?;
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                return Err(YamlError {
                    offset: span.start,
                    reason: "a second YAML document begins here".into(),
                    help: "remove the line `---` or `...` that ends the first document".into(),
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// The span of a value without the line break behind it, which the parser counts to blocks.
    fn span(&self, range: Range<usize>) -> Span {
        let written = self.text.get(range.start.saturating_sub(self.base)..range.end.saturating_sub(self.base));
        let length = written.map_or(range.len(), |written| written.trim_end_matches([' ', '\t', '\r', '\n']).len());
        Span::new(self.file, range.start..range.start + length)
    }

    fn start(&mut self, value: Yaml<'a>, span: Span, anchor: usize) {
        self.open.push(Open { node: Node { value, span }, anchor, key: None });
    }

    /// Puts a finished value where it belongs: under the key that waits for it, into its list, or at the root.
    fn finish(&mut self, node: Node<'a>, anchor: usize) -> Result<(), YamlError> {
        self.values += 1;
        if self.values > MOST_VALUES {
            let reason = format!("more than {MOST_VALUES} values, with aliases expanded");
            return Err(YamlError { offset: node.span.start, reason, help: "use fewer values and aliases".into() });
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let written = || {
            let range = node.span.start.saturating_sub(self.base)..node.span.end.saturating_sub(self.base);
            Cow::Borrowed(self.text.get(range).unwrap_or_default())
        };
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open { node: Node { value: Yaml::List(items), .. }, .. }) => items.push(node),
            Some(Open { node: Node { value: Yaml::Map(entries), .. }, key, .. }) => match key.take() {
                Some(key) => entries.push(Entry { key, value: node }),
                None => {
                    // A key that is not text counts as it is written.
                    let written = written();
                    let span = node.span;
                    let value = if let Yaml::Text(text) = node.value { text } else { written };
                    *key = Some(Spanned { value, span });
                }
            },
            // Only lists and maps are ever opened.
            Some(_) => {}
        }
        Ok(())
    }
}
