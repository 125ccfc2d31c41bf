//! The fields of a format: what each holds, and the names that people write instead, which `data/fields.tsv` lists.

use crate::format::tables::{self, Table};
use include_agents_core::{CacheTtl, Effort};

/// A field of the frontmatter.
#[derive(Debug)]
pub struct Field<'f> {
    /// Its name, in its only valid spelling.
    pub name: &'f str,
    /// What its value is.
    pub kind: FieldKind<'f>,
    /// Whether an agent without it is not loaded.
    pub required: bool,
    /// What it does, in a sentence or two.
    pub what: &'f str,
    /// The version of the program that brought it, where that is known.
    pub since: Option<&'f str>,
    /// Where it is documented.
    pub source: &'f str,
    /// The day on which it was last compared with its source.
    pub verified: &'f str,
}

impl Field<'_> {
    /// The valid values as part of a sentence: "`a`, `b` or `c`". Empty for fields whose values are not a set.
    #[must_use]
    pub fn alternatives(&self) -> String {
        let mut values: Vec<_> = self.values().into_iter().map(|value| format!("`{value}`")).collect();
        let minimum = match self.kind {
            FieldKind::Effort => Some(1),
            FieldKind::Integer(minimum) => Some(minimum),
            _ => None,
        };
        values.extend(minimum.map(|minimum| format!("a whole number from {minimum} to {}", u32::MAX)));
        match values.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The valid words, for fields whose values are a set.
    #[must_use]
    pub fn values(&self) -> Vec<&str> {
        let keywords = match &self.kind {
            FieldKind::Keyword(keywords) => keywords,
            FieldKind::Effort => &EFFORT,
            _ => return Vec::new(),
        };
        keywords.words.iter().map(|(word, _)| *word).collect()
    }
}

/// What the value of a field is.
#[derive(Debug)]
pub enum FieldKind<'f> {
    /// Free text.
    Text,
    /// The alias or id of a model.
    Model,
    /// Tools, as a list or separated by commas.
    Tools,
    /// Names, as a list or separated by commas.
    Names,
    /// One of a set of words.
    Keyword(Keywords<'f>),
    /// One of a set of words, or a whole number.
    Effort,
    /// A whole number from this one.
    Integer(u32),
    /// `true` or `false`.
    Boolean,
    /// A list of server names and server configurations.
    McpServers,
    /// A map from events to hooks.
    Hooks,
    /// A map whose only key is `cacheTtl`.
    Experimental,
}

/// The valid words of a field.
#[derive(Debug)]
pub struct Keywords<'f> {
    /// Each word with the name of its enum variant.
    pub words: &'f [(&'f str, &'f str)],
    /// Other valid spellings, each with the word that it means.
    pub aliases: &'f [(&'f str, &'f str)],
    /// Whether any other word is kept as it is.
    pub open: bool,
}

/// The valid words of `effort`.
pub const EFFORT: Keywords = Keywords { words: Effort::WORDS, aliases: &[("med", "medium")], open: false };

/// The valid words of `experimental.cacheTtl`.
pub const CACHE_TTL_WORDS: Keywords = Keywords { words: CacheTtl::WORDS, aliases: &[], open: false };

/// The fields of a format.
#[derive(Debug)]
pub struct Fields<'f> {
    /// Every field, in the order of the documentation.
    pub list: &'f [Field<'f>],
    others: Table<OtherNames>,
}

/// Names that are not fields of the format.
#[derive(Debug)]
struct OtherNames {
    /// Names that people write where a field was meant, each with that field.
    wrong: Vec<(&'static str, &'static str)>,
    /// Fields of other products, each with its product.
    foreign: Vec<(&'static str, &'static str)>,
}

/// What a row of the table says about a name that is not a field.
enum Row {
    Wrong(&'static str, &'static str),
    Foreign(&'static str, &'static str),
}

impl Row {
    fn read([name, status, instead, product, ..]: [&'static str; 6]) -> Option<Self> {
        match status {
            "wrong" => Some(Self::Wrong(name, tables::cell(instead)?)),
            "foreign" => Some(Self::Foreign(name, tables::cell(product)?)),
            _ => None,
        }
    }
}

impl OtherNames {
    fn read(table: &'static str) -> Self {
        let mut names = Self { wrong: Vec::new(), foreign: Vec::new() };
        for row in tables::rows(table).filter_map(Row::read) {
            match row {
                Row::Wrong(name, field) => names.wrong.push((name, field)),
                Row::Foreign(name, product) => names.foreign.push((name, product)),
            }
        }
        names
    }
}

impl<'f> Fields<'f> {
    /// These fields, and the other names of a table.
    #[must_use]
    pub const fn new(list: &'f [Field<'f>], table: &'static str) -> Self {
        Self { list, others: Table::new(table, OtherNames::read) }
    }

    /// Names that people write where a field was meant, each with that field.
    #[must_use]
    pub fn wrong(&self) -> &[(&'static str, &'static str)] {
        &self.others.get().wrong
    }

    /// The field of exactly this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&'f Field<'f>> {
        let mut rest = self.list;
        while let [field, others @ ..] = rest {
            if field.name.len() == name.len() && field.name == name {
                return Some(field);
            }
            rest = others;
        }
        None
    }

    /// The product that has a field of this name.
    #[must_use]
    pub fn foreign(&self, name: &str) -> Option<&'static str> {
        self.others.get().foreign.iter().find(|(foreign, _)| *foreign == name).map(|(_, product)| *product)
    }
}

/// A name in lower case and without dashes, underscores and spaces.
#[must_use]
pub fn normalize(name: &str) -> String {
    letters(name).collect()
}

/// Whether two names differ in nothing but letter case, dashes, underscores and spaces.
#[must_use]
pub fn have_same_letters(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{OtherNames, Row};
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::format::tables;

    #[test]
    fn every_row_is_a_name() {
        for row in tables::rows(tables::FIELDS) {
            assert!(Row::read(row).is_some(), "{row:?}");
        }
        assert!(Row::read(["mode", "foreing", "", "OpenCode", "", ""]).is_none());
        assert!(Row::read(["desc", "wrong", "", "", "", ""]).is_none());
    }

    #[test]
    fn the_tables_agree_with_each_other() {
        let fields = &CLAUDE_CODE.fields;
        let OtherNames { wrong, foreign } = fields.others.get();
        for (wrong, field) in wrong {
            assert!(fields.find(field).is_some() && fields.find(wrong).is_none(), "{wrong}");
        }
        for (name, _) in foreign {
            assert!(fields.find(name).is_none() && fields.foreign(name).is_some(), "{name}");
        }
    }
}
