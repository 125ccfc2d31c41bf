//! Whether a value is what a key within a field holds.

use crate::format::shape::Shape;
use crate::parse::yaml::{Entry, Yaml};

/// Whether a value has a shape.
#[must_use]
pub fn fits(shape: Shape, value: &Yaml) -> bool {
    let is_text = |value: &Yaml| matches!(value, Yaml::Text(_));
    match (shape, value) {
        (Shape::Text, Yaml::Text(_)) | (Shape::Boolean, Yaml::Bool(_)) | (Shape::Map, Yaml::Map(_)) => true,
        // A URL with another scheme is one too.
        (Shape::Url, Yaml::Text(text)) => text.contains(':'),
        (Shape::Seconds | Shape::Count, Yaml::Integer(number)) => *number > 0,
        (Shape::Seconds, Yaml::Float(number)) => *number > 0.0 && number.is_finite(),
        (Shape::Texts, Yaml::List(items)) => items.iter().all(|item| is_text(&item.value)),
        (Shape::TextMap, Yaml::Map(entries)) => entries.iter().all(|entry| is_text(&entry.value.value)),
        (Shape::Words(words), Yaml::Text(text)) => words.split(' ').any(|word| word == text),
        _ => false,
    }
}

/// The entry of a key; of several the last.
#[must_use]
pub fn find<'e, 'a>(entries: &'e [Entry<'a>], key: &str) -> Option<&'e Entry<'a>> {
    entries.iter().rfind(|entry| entry.key.value == key)
}
