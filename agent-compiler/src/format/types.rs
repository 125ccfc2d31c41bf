//! The types of fields, and what a field of each may hold. `parse::types` says how each is decoded.

use std::fmt::Debug;

use crate::format::fields::{EFFORT, FieldKind, Keywords};
pub use include_agents_core::{CacheTtl, Color, Effort, Isolation, Memory, Model, PermissionMode};

/// A type of fields.
pub trait FieldType {
    /// What a field of this type holds.
    const KIND: FieldKind<'static>;
}

/// A type of the core crate whose values are fixed words.
pub trait Keyword: Copy + Debug + PartialEq + 'static {
    /// The name of the type.
    const NAME: &'static str;
    /// Each word with the name of its enum variant.
    const WORDS: &'static [(&'static str, &'static str)];
    /// The variants, in the same order.
    const ALL: &'static [Self];
    /// Other spellings, each with the word that it stands for.
    const ALIASES: &'static [(&'static str, &'static str)];

    /// The value of a word.
    fn read(word: &str) -> Option<Self> {
        find(word, Self::WORDS, Self::ALIASES, Self::ALL)
    }

    /// The word of a value, and the name of its variant.
    fn spelling(self) -> Option<(&'static str, &'static str)> {
        let mut spellings = Self::ALL.iter().zip(Self::WORDS);
        spellings.find(|(value, _)| **value == self).map(|(_, spelling)| *spelling)
    }
}

/// The effort of a word in any letter case, which Claude Code ignores in this field alone.
#[must_use]
pub fn effort(word: &str) -> Option<Effort> {
    find(&word.to_ascii_lowercase(), Effort::WORDS, EFFORT.aliases, Effort::ALL)
}

fn find<T: Copy>(word: &str, words: &[(&str, &str)], aliases: &[(&str, &str)], values: &[T]) -> Option<T> {
    let word = aliases.iter().find(|(alias, _)| *alias == word).map_or(word, |(_, word)| word);
    words.iter().zip(values).find(|((known, _), _)| *known == word).map(|(_, value)| *value)
}

/// The types of fixed words, given to another macro. A word in braces is another spelling of the one behind it.
macro_rules! keyword_types {
    ($then:ident) => {
        $then! {
            PermissionMode { "manual" = "default" }
            Memory {}
            Isolation {}
            CacheTtl {}
        }
    };
}
pub(crate) use keyword_types;

macro_rules! keyword {
    ($($type:ident { $($alias:literal = $word:literal)? })*) => {
        $(
            impl Keyword for $type {
                const NAME: &'static str = stringify!($type);
                const WORDS: &'static [(&'static str, &'static str)] = Self::WORDS;
                const ALL: &'static [Self] = Self::ALL;
                const ALIASES: &'static [(&'static str, &'static str)] = &[$(($alias, $word))?];
            }

            impl FieldType for $type {
                const KIND: FieldKind<'static> = FieldKind::Keyword(Keywords {
                    words: <$type as Keyword>::WORDS,
                    aliases: <$type as Keyword>::ALIASES,
                    open: false,
                });
            }
        )*
    };
}
keyword_types!(keyword);

impl FieldType for Color {
    const KIND: FieldKind<'static> = FieldKind::Keyword(Keywords { words: Self::WORDS, aliases: &[], open: true });
}

impl FieldType for Effort {
    const KIND: FieldKind<'static> = FieldKind::Effort;
}

impl FieldType for Model {
    const KIND: FieldKind<'static> = FieldKind::Model;
}

macro_rules! markers {
    ($($(#[$doc:meta])* $type:ident = $kind:ident $(($least:literal))?;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $type {}

            impl FieldType for $type {
                const KIND: FieldKind<'static> = FieldKind::$kind $(($least))?;
            }
        )*
    };
}
markers! {
    /// The name of an agent: text without the white space around it.
    Name = Text;
    /// Free text.
    Text = Text;
    /// Tools that are granted, or all of them where the field is absent or `*`.
    Tools = Tools;
    /// Tools that are denied.
    DeniedTools = Tools;
    /// Names, as a list or separated by commas.
    Names = Names;
    /// A whole number from 1.
    PositiveInteger = Integer(1);
    /// A number of tokens from 100,000.
    Window = Integer(100_000);
    /// `true` or `false`.
    Boolean = Boolean;
    /// `true` or `false`, and `true` where the field is absent.
    OnByDefault = Boolean;
    /// A list of server names and server configurations.
    McpServers = McpServers;
    /// A map from events to hooks.
    Hooks = Hooks;
    /// A map whose only key is `cacheTtl`.
    Experimental = Experimental;
}

#[cfg(test)]
mod tests {
    use super::{CacheTtl, Effort, Isolation, Keyword, Memory, PermissionMode, effort};
    use crate::format::fields::{EFFORT, FieldKind, Keywords};

    /// Whether the words and variants of a type are those of each other, and its other spellings lead to words.
    fn agree<K: Keyword>() {
        assert_eq!(K::WORDS.len(), K::ALL.len(), "{}", K::NAME);
        for (value, (word, variant)) in K::ALL.iter().zip(K::WORDS) {
            assert_eq!((K::read(word), value.spelling()), (Some(*value), Some((*word, *variant))));
            assert_eq!(format!("{value:?}"), *variant);
        }
        for (alias, word) in K::ALIASES {
            assert!(K::read(alias).is_some() && K::read(alias) == K::read(word), "{alias}");
        }
        assert_eq!(K::read("no such word"), None);
    }

    macro_rules! agree_all {
        ($($type:ident { $($aliases:tt)* })*) => {
            $(
                agree::<$type>();
                assert!(matches!(
                    <$type as super::FieldType>::KIND,
                    FieldKind::Keyword(Keywords { open: false, words, .. }) if words == $type::WORDS
                ));
            )*
        };
    }

    #[test]
    fn words_and_variants_agree() {
        keyword_types!(agree_all);
    }

    #[test]
    fn an_effort_has_its_words() {
        let words = Effort::WORDS.iter().map(|(word, _)| effort(word));
        assert!(words.eq(Effort::ALL.iter().copied().map(Some)));
        for (alias, word) in EFFORT.aliases {
            assert!(effort(alias).is_some() && effort(alias) == effort(word), "{alias}");
        }
        assert_eq!((effort("XHigh"), effort("MED")), (Some(Effort::XHigh), Some(Effort::Medium)));
    }
}
