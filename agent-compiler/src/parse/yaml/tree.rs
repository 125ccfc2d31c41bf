//! The tree that YAML is read into, in which every key and value has its span.

use std::borrow::Cow;

use crate::base::span::{Span, SpannedText};

/// The most values one frontmatter may have after its aliases are resolved.
pub const MOST_VALUES: usize = 10_000;

/// The most lists and maps that may lie within each other.
pub(super) const DEEPEST: usize = 128;

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

/// Whether the fields of two trees have the same names and values, wherever they are.
#[must_use]
pub fn have_same_values(left: &[Entry], right: &[Entry]) -> bool {
    let is_same = |(left, right): (&Entry, &Entry)| {
        left.key.value == right.key.value && is_same_value(&left.value.value, &right.value.value)
    };
    left.len() == right.len() && left.iter().zip(right).all(is_same)
}

fn is_same_value(left: &Yaml, right: &Yaml) -> bool {
    match (left, right) {
        (Yaml::Null, Yaml::Null) => true,
        (Yaml::Bool(left), Yaml::Bool(right)) => left == right,
        (Yaml::Integer(left), Yaml::Integer(right)) => left == right,
        (Yaml::Float(left), Yaml::Float(right)) => left.total_cmp(right).is_eq(),
        (Yaml::Text(left), Yaml::Text(right)) => left == right,
        (Yaml::List(left), Yaml::List(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| is_same_value(&left.value, &right.value))
        }
        (Yaml::Map(left), Yaml::Map(right)) => have_same_values(left, right),
        _ => false,
    }
}

/// Calls a function with every key and every text of a tree.
pub fn for_each_text<'n>(entries: &'n [Entry], look: &mut impl FnMut(&'n str, Span)) {
    for entry in entries {
        look(&entry.key.value, entry.key.span);
        for_each_text_of(&entry.value, look);
    }
}

fn for_each_text_of<'n>(node: &'n Node, look: &mut impl FnMut(&'n str, Span)) {
    match &node.value {
        Yaml::Text(text) => look(text, node.span),
        Yaml::List(items) => items.iter().for_each(|item| for_each_text_of(item, look)),
        Yaml::Map(entries) => for_each_text(entries, look),
        _ => {}
    }
}

/// How many lists and maps lie within each other in a tree.
pub(super) fn depth(node: &Node) -> usize {
    match &node.value {
        Yaml::List(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Yaml::Map(entries) => 1 + entries.iter().map(|entry| depth(&entry.value)).max().unwrap_or_default(),
        _ => 0,
    }
}

/// How many values a tree has.
pub(super) fn count(node: &Node) -> usize {
    1 + match &node.value {
        Yaml::List(items) => items.iter().map(count).sum(),
        Yaml::Map(entries) => entries.iter().map(|entry| count(&entry.value)).sum(),
        _ => 0,
    }
}
