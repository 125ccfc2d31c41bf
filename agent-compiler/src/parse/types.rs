//! What a definition holds of a field of each type, how it is decoded, and what those see who write it down.

use std::borrow::Cow;
use std::fmt::Debug;

use crate::base::span::SpannedText;
use crate::format::claude_code::CACHE_TTL;
use crate::format::fields::Field;
use crate::format::types::{self, FieldType, Keyword, keyword_types};
use crate::parse::problem::ParseProblem;
use crate::parse::reader::{McpServer, ValueReader, trim, trimmed};
use crate::parse::yaml::{Node, Yaml};

/// A type of fields that a definition can hold.
pub trait Decode: FieldType {
    /// What a definition holds; its default is what it holds where a file does not set the field.
    type Value<'a>: Debug + Default;

    /// Decodes a value, which is not null. What is wrong with it goes to the reader.
    fn decode<'a>(reader: &mut ValueReader<'a>, field: &'a Field<'a>, node: &Node<'a>) -> Self::Value<'a>;

    /// The value as [`FieldValue`], if there is one.
    fn view<'d, 'a>(value: &'d Self::Value<'a>) -> Option<FieldValue<'d, 'a>>;
}

/// What a definition holds of each type, under the name of the type.
pub mod held {
    pub use super::{keywords::*, values::*};
}

/// The value of any field, for code that treats all fields alike.
#[derive(Clone, Copy, Debug)]
pub enum FieldValue<'d, 'a> {
    /// Text.
    Text(&'d SpannedText<'a>),
    /// The alias or the id of a model.
    Model(&'d SpannedText<'a>),
    /// The tools that are granted.
    Tools(&'d [SpannedText<'a>]),
    /// The tools that are denied.
    DeniedTools(&'d [SpannedText<'a>]),
    /// Names.
    Names(&'d [SpannedText<'a>]),
    /// A fixed word, with the names of its type and variant.
    Keyword {
        /// The name of the type.
        type_name: &'static str,
        /// The name of the variant.
        variant: &'static str,
        /// The word.
        word: &'static str,
    },
    /// An effort.
    Effort(types::Effort),
    /// A color.
    Color(&'d WrittenColor<'a>),
    /// A whole number.
    Number(u32),
    /// `true` or `false`.
    Boolean(bool),
    /// `true` or `false`, where an absent field is not the same as `false`.
    Choice(bool),
    /// Servers.
    McpServers(&'d [McpServer<'a>]),
    /// Hooks.
    Hooks(&'d Node<'a>),
    /// The `cacheTtl` of `experimental`.
    CacheTtl(types::CacheTtl),
}

/// A color as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub enum WrittenColor<'a> {
    /// One that has a constant.
    Known(types::Color),
    /// Another text.
    Other(Cow<'a, str>),
}

/// Implements [`Decode`], and makes a module with the type of what a definition holds under the name of each type: by such
/// a name, unlike by the trait's, a definition may be used where one of a shorter lifetime is wanted.
macro_rules! decode {
    ($module:ident: $(
        $type:ident: $value:ty = |$reader:ident, $field:ident, $node:ident| $decode:expr, |$held:ident| $view:expr;
    )*) => {
        $(
            impl Decode for types::$type {
                type Value<'a> = $value;

                fn decode<'a>(
                    $reader: &mut ValueReader<'a>,
                    $field: &'a Field<'a>,
                    $node: &Node<'a>,
                ) -> Self::Value<'a> {
                    $decode
                }

                fn view<'d, 'a>($held: &'d Self::Value<'a>) -> Option<FieldValue<'d, 'a>> {
                    $view
                }
            }
        )*

        #[allow(missing_docs, reason = "the table says what each is")]
        mod $module {
            #[allow(clippy::wildcard_imports, reason = "the types of the table are those of this file")]
            use super::*;

            $(pub type $type<'a> = $value;)*
        }
    };
}
decode! {
    values:
    Name: Option<SpannedText<'a>> = |reader, field, node| reader.text(field, node).map(trimmed),
        |name| name.as_ref().map(FieldValue::Text);
    Text: Option<SpannedText<'a>> = |reader, field, node| reader.text(field, node),
        |text| text.as_ref().map(FieldValue::Text);
    Model: Option<SpannedText<'a>> = |reader, field, node| reader.text(field, node).map(trimmed),
        |model| model.as_ref().map(FieldValue::Model);
    Tools: Option<Vec<SpannedText<'a>>> = |reader, field, node| reader.granted(field, node),
        |tools| tools.as_deref().map(FieldValue::Tools);
    DeniedTools: Vec<SpannedText<'a>> = |reader, field, node| reader.tools(field, node).unwrap_or_default(),
        |tools| Some(FieldValue::DeniedTools(tools));
    Names: Vec<SpannedText<'a>> = |reader, field, node| reader.names(field, node),
        |names| Some(FieldValue::Names(names));
    Effort: Option<types::Effort> = |reader, field, node| reader.effort(field, node),
        |effort| effort.map(FieldValue::Effort);
    Color: Option<WrittenColor<'a>> = |reader, field, node| reader.word(field, node).map(color),
        |color| color.as_ref().map(FieldValue::Color);
    PositiveInteger: Option<u32> = |reader, field, node| reader.integer(field, node),
        |number| number.map(FieldValue::Number);
    Window: Option<u32> = |reader, field, node| reader.integer(field, node),
        |number| number.map(FieldValue::Number);
    Boolean: bool = |reader, field, node| reader.boolean(field, node).unwrap_or_default(),
        |is_set| Some(FieldValue::Boolean(*is_set));
    OnByDefault: Option<bool> = |reader, field, node| reader.boolean(field, node),
        |is_set| is_set.map(FieldValue::Choice);
    McpServers: Vec<McpServer<'a>> = |reader, field, node| reader.servers(field, node),
        |servers| Some(FieldValue::McpServers(servers));
    Hooks: Option<Node<'a>> = |reader, field, node| reader.map(field, node).map(|_| node.clone()),
        |hooks| hooks.as_ref().map(FieldValue::Hooks);
    Experimental: Option<types::CacheTtl> = |reader, field, node| experimental(reader, field, node),
        |ttl| ttl.map(FieldValue::CacheTtl);
}

macro_rules! decode_keywords {
    ($($type:ident { $($aliases:tt)* })*) => {
        decode! {
            keywords: $($type: Option<types::$type> = |reader, field, node| reader.keyword_in(field, node),
                |word| word.and_then(keyword);)*
        }
    };
}
keyword_types!(decode_keywords);

fn keyword<'d, 'a, K: Keyword>(value: K) -> Option<FieldValue<'d, 'a>> {
    let (word, variant) = value.spelling()?;
    Some(FieldValue::Keyword { type_name: K::NAME, variant, word })
}

fn color<'a>(word: &Cow<'a, str>) -> WrittenColor<'a> {
    match types::Color::WORDS.iter().find(|(known, _)| *known == word.trim()) {
        Some((known, _)) => WrittenColor::Known(types::Color::new(known)),
        None => WrittenColor::Other(trim(word.clone())),
    }
}

fn experimental<'a>(reader: &mut ValueReader<'a>, field: &'a Field<'a>, node: &Node<'a>) -> Option<types::CacheTtl> {
    let entry = reader.map(field, node)?.iter().rfind(|entry| entry.key.value == "cacheTtl")?;
    match &entry.value.value {
        Yaml::Text(text) if !text.trim().is_empty() => reader.keyword(&CACHE_TTL, text, entry.value.span),
        Yaml::Text(_) | Yaml::Null => {
            reader.problems.push(ParseProblem::EmptyValue(&CACHE_TTL, entry.clone()));
            None
        }
        _ => reader.invalid(&CACHE_TTL, entry.value.span),
    }
}
