//! A field that `[fields]` in the settings declares: what its values are.

use toml_span::Value;
use toml_span::value::Table;

use include_agents_core::__private::distance;

use crate::base::span::{Span, Spanned};
use crate::format::claude_code::CLAUDE_CODE;
use crate::format::fields::normalize;
use crate::input::problem::{Reserved, SettingsProblem};

/// A field of the user's own.
#[derive(Debug)]
pub struct DeclaredField {
    /// Its name.
    pub name: Spanned<String>,
    /// What its value is, or each item of it.
    pub kind: DeclaredKind,
    /// Whether its value is a list.
    pub is_list: bool,
    /// Whether each agent must set it.
    pub is_required: bool,
    /// The value of agents that do not set it.
    pub default: Option<DeclaredValue>,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub enum DeclaredKind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of these texts.
    Choice(Vec<Spanned<String>>),
}

/// A value of a declared field.
#[derive(Clone, Debug, PartialEq)]
pub enum DeclaredValue {
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Any number.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// The place of one of the values.
    Choice(usize),
    /// A list.
    List(Vec<DeclaredValue>),
}

const KINDS: [(&str, DeclaredKind); 4] = [
    ("text", DeclaredKind::Text),
    ("integer", DeclaredKind::Integer),
    ("number", DeclaredKind::Number),
    ("boolean", DeclaredKind::Boolean),
];

const KEYS: &[&str] = &["kind", "values", "list", "required", "default"];

/// The names, without dashes and letter case, of what every agent has, whose accessor another would hide.
const ACCESSORS: &str = " agent name tools allows allowedtools model group delegates mentions section sections asstr asref fromname \
    fromstr tryfrom tostring all count clone cmp eq hash fmt into from index items ";

/// The names of enums that are generated anyway.
const ENUMS: &str = " agentkind agenttool agentmodel agentgroup agentset ";

/// A place in the settings, from one of the parser.
type Place<'p> = &'p dyn Fn(toml_span::Span) -> Span;

impl DeclaredField {
    /// Reads a declaration: the name of a kind, a list of values, or a table. A field cannot have the name of a setting, which is
    /// then in the wrong table.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub(super) fn read(
        name: Spanned<String>,
        value: &Value,
        settings: &[&str],
        place: Place,
    ) -> Result<Self, SettingsProblem> {
        let plain = normalize(&name.value);
        if settings.contains(&name.value.as_str()) {
            return Err(SettingsProblem::ReservedField(name, Reserved::Setting));
        }
        if CLAUDE_CODE.fields.find(&name.value).is_some() {
            return Err(SettingsProblem::ReservedField(name, Reserved::Field));
        }
        if ACCESSORS.contains(&format!(" {plain} ")) {
            return Err(SettingsProblem::ReservedField(name, Reserved::Method));
        }
        let wrong = |value: &Value, wanted: &str| SettingsProblem::WrongValue(place(value.span), wanted.to_owned());
        let mut field = Self { name, kind: DeclaredKind::Text, is_list: false, is_required: false, default: None };
        if let Some(table) = value.as_table() {
            field.table(value, table, place)?;
        } else if value.as_array().is_some() {
            field.kind = values(value, place)?;
        } else {
            field.kind = kind(value).map_err(|wanted| wrong(value, &wanted))?;
        }
        if matches!(field.kind, DeclaredKind::Choice(_)) && ENUMS.contains(&format!(" {plain} ")) {
            return Err(SettingsProblem::ReservedField(field.name, Reserved::Enum));
        }
        Ok(field)
    }

    fn table(&mut self, value: &Value, table: &Table, place: Place) -> Result<(), SettingsProblem> {
        let wrong = |value: &Value, wanted: &str| SettingsProblem::WrongValue(place(value.span), wanted.to_owned());
        if let Some((key, _)) = table.iter().find(|(key, _)| !KEYS.contains(&key.name.as_ref())) {
            let key = Spanned { value: key.name.to_string(), span: place(key.span) };
            return Err(SettingsProblem::UnknownKey(key, KEYS));
        }
        self.kind = match (table.get("kind"), table.get("values")) {
            (Some(name), None) => kind(name).map_err(|wanted| wrong(name, &wanted))?,
            (None, Some(list)) => values(list, place)?,
            _ => return Err(wrong(value, "either a `kind` or `values`")),
        };
        for (key, is_set) in [("list", &mut self.is_list), ("required", &mut self.is_required)] {
            if let Some(value) = table.get(key) {
                *is_set = value.as_bool().ok_or_else(|| wrong(value, "`true` or `false`"))?;
            }
        }
        if let Some(value) = table.get("default") {
            if self.is_required {
                return Err(wrong(value, "no default: an agent has to set what is `required`"));
            }
            let default = self.default_value(value);
            self.default = Some(default.ok_or_else(|| wrong(value, &self.wanted()))?);
        }
        Ok(())
    }

    fn default_value(&self, value: &Value) -> Option<DeclaredValue> {
        if self.is_list {
            value.as_array()?.iter().map(|item| self.item(item)).collect::<Option<_>>().map(DeclaredValue::List)
        } else {
            self.item(value)
        }
    }

    fn item(&self, value: &Value) -> Option<DeclaredValue> {
        #[allow(clippy::cast_precision_loss, reason = "a number of a declared field is a floating point number")]
        let number = || value.as_float().or_else(|| value.as_integer().map(|number| number as f64));
        match &self.kind {
            DeclaredKind::Text => value.as_str().map(|text| DeclaredValue::Text(text.to_owned())),
            DeclaredKind::Integer => value.as_integer().map(DeclaredValue::Integer),
            DeclaredKind::Number => number().map(DeclaredValue::Number),
            DeclaredKind::Boolean => value.as_bool().map(DeclaredValue::Boolean),
            DeclaredKind::Choice(_) => self.choice(value.as_str()?).map(DeclaredValue::Choice),
        }
    }

    /// The place of a text among the values of the field.
    #[must_use]
    pub fn choice(&self, text: &str) -> Option<usize> {
        self.values().position(|value| value == text)
    }

    /// The values, where they are a set.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let values = if let DeclaredKind::Choice(values) = &self.kind { values.as_slice() } else { &[] };
        values.iter().map(|value| value.value.as_str())
    }

    /// What a value is, in words.
    #[must_use]
    pub fn wanted(&self) -> String {
        let (one, several) = match &self.kind {
            DeclaredKind::Text => ("text", "a list of texts"),
            DeclaredKind::Integer => ("a whole number", "a list of whole numbers"),
            DeclaredKind::Number => ("a number", "a list of numbers"),
            DeclaredKind::Boolean => ("`true` or `false`", "a list of `true` and `false`"),
            DeclaredKind::Choice(_) => {
                let values: Vec<_> = self.values().map(|value| format!("`{value}`")).collect();
                let values = match values.split_last() {
                    Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
                    _ => values.concat(),
                };
                return if self.is_list { format!("a list of {values}") } else { values };
            }
        };
        if self.is_list { several } else { one }.to_owned()
    }
}

fn kind(value: &Value) -> Result<DeclaredKind, String> {
    let word = value.as_str().unwrap_or_default();
    if let Some((_, kind)) = KINDS.into_iter().find(|(known, _)| *known == word) {
        return Ok(kind);
    }
    Err(match distance::closest(word, KINDS.iter().map(|(known, _)| *known)) {
        Some(close) => format!("\"{close}\""),
        None => "\"text\", \"integer\", \"number\", \"boolean\", or a list of values".to_owned(),
    })
}

fn values(list: &Value, place: Place) -> Result<DeclaredKind, SettingsProblem> {
    let wrong = |value: &Value, wanted: &str| SettingsProblem::WrongValue(place(value.span), wanted.to_owned());
    let mut values: Vec<Spanned<String>> = Vec::new();
    for value in list.as_array().ok_or_else(|| wrong(list, "a list of values"))? {
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        let text = text.ok_or_else(|| wrong(value, "text in quotes that is not empty"))?;
        if values.iter().any(|other| other.value == text) {
            return Err(wrong(value, "each value once"));
        }
        values.push(Spanned { value: text.to_owned(), span: place(value.span) });
    }
    if values.is_empty() { Err(wrong(list, "at least one value")) } else { Ok(DeclaredKind::Choice(values)) }
}
