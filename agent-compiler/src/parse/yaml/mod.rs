//! Phase 3: YAML text in, a small tree out in which every key and value has its place.
//!
//! The tree keeps duplicate keys, for a rule to report. Where the text is no YAML, [`recover`](super::recover) reads it
//! field by field.

mod error;
mod scalar;
mod simple;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, options};

use crate::base::source::{Source, Span, Spanned, SpannedText};
pub use error::{YamlError, cannot_begin_with};
pub use scalar::resolve;
pub use simple::parse_simple;

/// The most values one frontmatter may have after its aliases are resolved.
const MOST_VALUES: usize = 10_000;

/// The most lists and maps that may lie within each other.
const DEEPEST: usize = 128;

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// The value.
    pub value: Yaml<'a>,
    /// Its place; that of a block text begins at its first character.
    pub span: Span,
}

/// A value of YAML's core schema.
#[derive(Clone, Debug)]
pub enum Yaml<'a> {
    /// `null`, `~`, or nothing at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text, borrowed where the file holds it as it is.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A map, with duplicate keys and in the order of the file.
    Map(Vec<Entry<'a>>),
}

/// One key of a map with its value.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: SpannedText<'a>,
    /// The value.
    pub value: Node<'a>,
}

/// Reads the fields in a range of a source.
///
/// # Errors
/// The text is no YAML, or is no map.
pub fn parse(file: usize, source: &Source, range: Range<usize>) -> Result<Vec<Entry<'_>>, YamlError> {
    match parse_simple(file, source, range.clone()) {
        Some(entries) => Ok(entries),
        None => parse_full(file, source, range),
    }
}

/// Reads the fields in a range of a source, whatever YAML it is.
///
/// # Errors
/// The text is no YAML, or is no map.
pub fn parse_full(file: usize, source: &Source, range: Range<usize>) -> Result<Vec<Entry<'_>>, YamlError> {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let mut builder =
        Builder { file, base: range.start, text, open: Vec::new(), anchors: HashMap::new(), values: 0, root: None };
    let options = options! { flow_nesting_limit: DEEPEST, block_nesting_limit: DEEPEST };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| {
            let (reason, help) = error::explain(error.kind());
            // The parser gives an offset for every text; the start is the honest guess without one.
            let offset = range.start + error.marker().byte_offset().unwrap_or_default().min(text.len());
            YamlError { offset, reason, help }
        })?;
        let span = span.byte_range().unwrap_or_default();
        builder.event(event, range.start + span.start..range.start + span.end)?;
    }
    match builder.root {
        None | Some(Node { value: Yaml::Null, .. }) => Ok(Vec::new()),
        Some(Node { value: Yaml::Map(entries), .. }) => Ok(entries),
        Some(node) => {
            let (reason, help) = match node.value {
                Yaml::List(_) => ("this is a list", "write fields, `key: value`, without dashes"),
                _ => ("this is no field", "write fields, `key: value`"),
            };
            Err(YamlError { offset: node.span.start, reason: reason.into(), help })
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
                        reason: "an alias inside the value it stands for".into(),
                        help: "write the value out",
                    });
                };
                // An alias can nest what the parser, which sees only its name, has let pass.
                if self.open.len() + depth(&node) > DEEPEST {
                    let reason = format!("this nests more than {DEEPEST} lists and maps");
                    return Err(YamlError { offset: span.start, reason, help: "use fewer aliases" });
                }
                self.values += count(&node);
                node.span = span;
                self.finish(node, 0)?;
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                return Err(YamlError {
                    offset: span.start,
                    reason: "a second YAML document begins here".into(),
                    help: "remove the line that ends the first one, `---` or `...`",
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
            let reason = format!("more than {MOST_VALUES} values, aliases counted as what they stand for");
            return Err(YamlError { offset: node.span.start, reason, help: "write fewer values" });
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
                    // A key that is no text counts as it is written.
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

/// How many lists and maps lie within each other in a tree.
fn depth(node: &Node) -> usize {
    match &node.value {
        Yaml::List(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Yaml::Map(entries) => 1 + entries.iter().map(|entry| depth(&entry.value)).max().unwrap_or_default(),
        _ => 0,
    }
}

/// How many values a tree has.
fn count(node: &Node) -> usize {
    1 + match &node.value {
        Yaml::List(items) => items.iter().map(count).sum(),
        Yaml::Map(entries) => entries.iter().map(|entry| count(&entry.value)).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Source, parse};

    fn show(entries: &[Entry]) -> String {
        let show = |entry: &Entry| format!("{}@{}={:?};", entry.key.value, entry.key.span.start, entry.value.value);
        entries.iter().map(show).collect::<Vec<_>>().concat()
    }

    fn read(text: &str) -> Result<String, usize> {
        let source = Source::new("x.md", text);
        parse(0, &source, 0..text.len()).map(|entries| show(&entries)).map_err(|error| error.offset)
    }

    #[test]
    fn duplicate_keys_are_kept_with_their_places() {
        assert_eq!(read("a: 1\na: x\n"), Ok("a@0=Integer(1);a@5=Text(\"x\");".into()));
    }

    #[test]
    fn a_value_that_is_not_there_is_null() {
        assert_eq!(read("a:\nb: ~\n"), Ok("a@0=Null;b@3=Null;".into()));
        assert_eq!(read(""), Ok(String::new()));
        assert_eq!(read("# only a comment\n"), Ok(String::new()));
    }

    #[test]
    fn an_alias_is_what_it_stands_for_within_a_budget() {
        assert!(
            read("a: &x [1]\nb: *x\n")
                .expect("valid")
                .ends_with("[Node { value: Integer(1), span: Span { file: 0, start: 7, end: 8 } }]);")
        );
        let bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        assert!(read(bomb).is_err());
        assert!(read("a: &x [*x]\n").is_err());
    }

    #[test]
    fn what_is_no_map_is_refused_where_it_begins() {
        assert_eq!(read("- a\n"), Err(0));
        assert_eq!(read("just text\n"), Err(0));
        assert_eq!(read("a: b\n---\nc: d\n"), Err(5));
        assert_eq!(read("a: b: c\n"), Err(4));
    }
}
