//! The enums and accessors of declared fields.

use super::code::{Bytes, Quoted, Rust, Separated, push, rust};
use super::enums::Typed;
use super::item::{ItemOptions, Private};
use super::tables::{Lists, numbers, picks};
use super::without::Part;
use crate::emit::hover;
use crate::input::declared_field::{DeclaredField, DeclaredKind, DeclaredValue};
use crate::resolve::declared::value;
use crate::resolve::identifier::Identifier;
use crate::resolve::identifiers;
use crate::resolve::named::Names;

/// Writes the enums and the accessors of all declared fields. `values` are those of each field.
pub(super) fn write(typed: &mut Typed, values: &[Names]) {
    if typed.item.without.contains(&Part::Fields) {
        return;
    }
    for (field, values) in typed.roster.settings.declared_fields.iter().zip(values) {
        let Some((accessor, type_name)) = identifiers::field(&field.name.value) else { continue };
        let type_name = typed.item.name.with_field(&type_name);
        let found: Vec<_> = typed.agents.iter().map(|(agent, _)| value(field, agent).ok()).collect();
        if !values.list.is_empty() {
            enumeration(typed, field, &type_name, values, &found);
        }
        let writer = Writer { field, type_name: &type_name, values };
        writer.accessor(typed, &accessor, &found);
    }
}

fn enumeration(
    typed: &mut Typed,
    field: &DeclaredField,
    type_name: &Identifier,
    values: &Names,
    found: &[Option<DeclaredValue>],
) {
    let has = |value: &Option<DeclaredValue>, place: usize| match value.as_ref().or(field.default.as_ref()) {
        Some(DeclaredValue::List(items)) => items.contains(&DeclaredValue::Choice(place)),
        value => value == Some(&DeclaredValue::Choice(place)),
    };
    let comments = values.list.iter().map(|item| {
        let place = field.choice(&item.name).unwrap_or_default();
        let agents = found.iter().enumerate().filter(|(_, value)| has(value, place)).map(|(agent, _)| agent);
        hover::used(&item.name, ": the value of ", &typed.names(agents.collect()))
    });
    let comments: Vec<_> = comments.collect();
    let summary = format!(" The values of the field `{}`.", field.name.value);
    typed.names_enum(type_name, &field.name.value, &summary, values, &comments);
}

struct Writer<'w> {
    field: &'w DeclaredField,
    type_name: &'w Identifier,
    values: &'w Names,
}

impl Writer<'_> {
    fn accessor(&self, typed: &mut Typed, accessor: &Identifier, found: &[Option<DeclaredValue>]) {
        let DeclaredField { name, is_list, is_required, default, .. } = self.field;
        let summary = match default {
            _ if *is_required => format!(" The field `{}`, which every agent sets.", name.value),
            Some(_) => format!(" The field `{}`, or its default.", name.value),
            None => format!(" The field `{}`.", name.value),
        };
        let values = found.iter().map(|value| value.as_ref().or(default.as_ref()));
        // An agent whose file has no value is broken, and has any.
        let is_certain = !is_list && (*is_required || default.is_some());
        let neutral = self.neutral();
        let lists = values.map(|value| match value {
            Some(DeclaredValue::List(items)) => Some(items.iter().map(|item| self.expression(item)).collect()),
            Some(value) => Some(vec![self.expression(value)]),
            None if is_certain => Some(vec![self.expression(&neutral)]),
            None => None,
        });
        let Lists { items, ends, numbers: lists } = Lists::new(lists);
        let ItemOptions { facade, name, .. } = typed.item;
        push!(
            typed.code,
            Private(facade),
            "::field! {\n#[doc = ",
            Quoted(&summary),
            "]\n",
            name,
            "::",
            accessor,
            ",\n"
        );
        push!(
            typed.code,
            if *is_list {
                "list"
            } else if is_certain {
                "value"
            } else {
                "option"
            }
        );
        push!(typed.code, " of ", &self.type_of_item(), ",\nvalues = [", Separated(&items), "],\n");
        if *is_list {
            push!(typed.code, "ends = ", Bytes(&ends), ",\ntable = ", Bytes(&numbers(&lists)));
        } else {
            // Each list has one item.
            push!(typed.code, "table = ", Bytes(&picks(lists.iter().map(|number| number.checked_sub(1)))));
        }
        typed.code.push(",\n}\n");
    }

    fn type_of_item(&self) -> Rust {
        match self.field.kind {
            DeclaredKind::Text => rust!["&'static ::core::primitive::str"],
            DeclaredKind::Integer => rust!["::core::primitive::i64"],
            DeclaredKind::Number => rust!["::core::primitive::f64"],
            DeclaredKind::Boolean => rust!["::core::primitive::bool"],
            DeclaredKind::Choice(_) => rust![self.type_name],
        }
    }

    fn expression(&self, value: &DeclaredValue) -> Rust {
        match value {
            DeclaredValue::Text(text) => rust![Quoted(text)],
            DeclaredValue::Integer(number) => rust![*number],
            DeclaredValue::Number(number) => rust![*number],
            DeclaredValue::Boolean(value) => rust![*value],
            DeclaredValue::Choice(place) => {
                let name = self.field.values().nth(*place).and_then(|name| self.values.index(name)).unwrap_or_default();
                self.values.list.get(name).map_or_else(Rust::default, |item| rust![self.type_name, "::", &item.variant])
            }
            DeclaredValue::List(items) => {
                rust!["&[", Separated(&items.iter().map(|item| self.expression(item)).collect::<Vec<_>>()), "]"]
            }
        }
    }

    fn neutral(&self) -> DeclaredValue {
        match self.field.kind {
            DeclaredKind::Text => DeclaredValue::Text(String::new()),
            DeclaredKind::Integer => DeclaredValue::Integer(0),
            DeclaredKind::Number => DeclaredValue::Number(0.0),
            DeclaredKind::Boolean => DeclaredValue::Boolean(false),
            DeclaredKind::Choice(_) => DeclaredValue::Choice(0),
        }
    }
}
