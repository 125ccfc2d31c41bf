//! The values that agents give to the fields which the settings declare.

use crate::base::span::Span;
use crate::input::declared_field::{DeclaredField, DeclaredKind, DeclaredValue};
use crate::parse::definition::Definition;
use crate::parse::yaml::{Node, Yaml};

/// Why an agent has no value for a declared field.
#[derive(Clone, Copy)]
pub enum NoValue<'n, 'a> {
    /// The file does not set it.
    NotSet,
    /// The value, or an item of it, is not of the kind that is declared.
    WrongType(&'n Node<'a>),
    /// The value, or an item of it, is not one of those that are declared.
    NotAmong(&'n str, Span),
}

/// The value of a field in a file.
///
/// # Errors
/// Why there is none.
pub fn value<'n, 'a>(field: &DeclaredField, definition: &'n Definition<'a>) -> Result<DeclaredValue, NoValue<'n, 'a>> {
    let entry = definition.set_entry(&field.name.value).ok_or(NoValue::NotSet)?;
    match &entry.value.value {
        Yaml::List(items) if field.is_list => {
            items.iter().map(|item| item_of(field, item)).collect::<Result<_, _>>().map(DeclaredValue::List)
        }
        _ if field.is_list => Err(NoValue::WrongType(&entry.value)),
        _ => item_of(field, &entry.value),
    }
}

fn item_of<'n, 'a>(field: &DeclaredField, node: &'n Node<'a>) -> Result<DeclaredValue, NoValue<'n, 'a>> {
    #[allow(clippy::cast_precision_loss, reason = "a number of a declared field is a floating point number")]
    match (&field.kind, &node.value) {
        (DeclaredKind::Text, Yaml::Text(text)) => Ok(DeclaredValue::Text(text.to_string())),
        (DeclaredKind::Integer, Yaml::Integer(number)) => Ok(DeclaredValue::Integer(*number)),
        (DeclaredKind::Number, Yaml::Integer(number)) => Ok(DeclaredValue::Number(*number as f64)),
        (DeclaredKind::Number, Yaml::Float(number)) => Ok(DeclaredValue::Number(*number)),
        (DeclaredKind::Boolean, Yaml::Bool(value)) => Ok(DeclaredValue::Boolean(*value)),
        (DeclaredKind::Choice(_), Yaml::Text(text)) => {
            field.choice(text).map(DeclaredValue::Choice).ok_or(NoValue::NotAmong(text, node.span))
        }
        _ => Err(NoValue::WrongType(node)),
    }
}
