//! The fields of an agent's frontmatter, and the names that people write instead, from `data/fields.tsv`.

use std::sync::LazyLock;

use heck::ToKebabCase as _;

use crate::format::tables;
use include_agents_core::__private::distance;
use include_agents_core::{CacheTtl, Color, Isolation, Memory, PermissionMode};

/// A field of the frontmatter.
#[derive(Debug)]
pub struct Field {
    /// Its name, in its only valid spelling.
    pub name: &'static str,
    /// What its value is.
    pub kind: FieldKind,
    /// Whether an agent without it is not loaded.
    pub required: bool,
    /// What it does, in a sentence or two.
    pub what: &'static str,
    /// The version of Claude Code that introduced it, if known.
    pub since: Option<&'static str>,
}

impl Field {
    /// The valid values as part of a sentence: "`a`, `b` or `c`". Empty for fields whose values are not a set.
    #[must_use]
    pub fn alternatives(&self) -> String {
        let mut values: Vec<_> = self.values().into_iter().map(|value| format!("`{value}`")).collect();
        if matches!(self.kind, FieldKind::Effort | FieldKind::PositiveInteger) {
            values.push("a whole number from 1 to 4294967295".to_owned());
        }
        match values.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The valid words, for fields whose values are a set.
    #[must_use]
    pub fn values(&self) -> Vec<&'static str> {
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
pub enum FieldKind {
    /// Free text.
    Text,
    /// The alias or id of a model.
    Model,
    /// Tools, as a list or separated by commas.
    Tools,
    /// Names, as a list or separated by commas.
    Names,
    /// One of a set of words.
    Keyword(Keywords),
    /// One of a set of words, or a whole number.
    Effort,
    /// A whole number from 1.
    PositiveInteger,
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
pub struct Keywords {
    /// Each word with the name of its enum variant.
    pub words: &'static [(&'static str, &'static str)],
    /// Other valid spellings, each with the word that it means.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Whether any other word is kept as it is.
    pub open: bool,
}

/// The valid words of `effort`.
pub const EFFORT: Keywords =
    Keywords { words: include_agents_core::Effort::WORDS, aliases: &[("med", "medium")], open: false };

/// The valid words of `experimental.cacheTtl`.
pub const CACHE_TTL_WORDS: Keywords = Keywords { words: CacheTtl::WORDS, aliases: &[], open: false };

/// The only field of `experimental`.
pub static CACHE_TTL: Field = Field {
    name: "experimental.cacheTtl",
    kind: keyword(CacheTtl::WORDS),
    required: false,
    what: "How long its prompt cache lives.",
    since: None,
};

const fn keyword(words: &'static [(&'static str, &'static str)]) -> FieldKind {
    FieldKind::Keyword(Keywords { words, aliases: &[], open: false })
}

/// The rows of `data/fields.tsv`, by status.
struct Table {
    fields: Vec<Field>,
    /// Names that people write instead of a field, each with that field.
    wrong: Vec<(&'static str, &'static str)>,
    /// Fields of other products, each with its product.
    foreign: Vec<(&'static str, &'static str)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { fields: Vec::new(), wrong: Vec::new(), foreign: Vec::new() };
    for [name, status, kind, since, instead, product, what, ..] in tables::rows::<9>(tables::FIELDS) {
        match status {
            "wrong" => table.wrong.push((name, instead)),
            "foreign" => table.foreign.push((name, product)),
            _ => table.fields.push(Field {
                name,
                kind: kind_of(name, kind),
                required: status == "required",
                what,
                since: tables::cell(since),
            }),
        }
    }
    table
});

/// The kind of a field according to the table. The words of a keyword field are those of its enum.
fn kind_of(name: &str, kind: &str) -> FieldKind {
    match (kind, name) {
        ("model", _) => FieldKind::Model,
        ("tools", _) => FieldKind::Tools,
        ("names", _) => FieldKind::Names,
        ("effort", _) => FieldKind::Effort,
        ("positive-integer", _) => FieldKind::PositiveInteger,
        ("boolean", _) => FieldKind::Boolean,
        ("mcp-servers", _) => FieldKind::McpServers,
        ("hooks", _) => FieldKind::Hooks,
        ("experimental", _) => FieldKind::Experimental,
        ("keyword", "permissionMode") => FieldKind::Keyword(Keywords {
            words: PermissionMode::WORDS,
            aliases: &[("manual", "default")],
            open: false,
        }),
        ("keyword", "memory") => keyword(Memory::WORDS),
        ("keyword", "isolation") => keyword(Isolation::WORDS),
        ("keyword", "color") => FieldKind::Keyword(Keywords { words: Color::WORDS, aliases: &[], open: true }),
        _ => FieldKind::Text,
    }
}

/// Every field, in the order of the documentation.
#[must_use]
pub fn all() -> &'static [Field] {
    &TABLE.fields
}

/// Names that people write instead of a field, each with that field.
#[must_use]
pub fn wrong() -> &'static [(&'static str, &'static str)] {
    &TABLE.wrong
}

/// The field of exactly this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Field> {
    let mut rest = all();
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
pub fn foreign(name: &str) -> Option<&'static str> {
    TABLE.foreign.iter().find(|(foreign, _)| *foreign == name).map(|(_, product)| *product)
}

/// The field that a wrong name was meant for: its words joined differently, a known wrong name, or a typo.
#[must_use]
pub fn suggest(name: &str) -> Option<&'static Field> {
    let exactly = same_words(name);
    if exactly.is_some() || foreign(name).is_some() {
        return exactly;
    }
    if let Some(field) = suggest_by_words(name) {
        return find(field);
    }
    // Short words with a meaning of their own are often two letters away from a field, or differ in the first one.
    let words = normalize(name);
    let limit = if words.len() < 9 { 1 } else { 2 };
    let is_typo = |field: &&Field| {
        field.name != "experimental"
            && field.name.chars().next() == name.chars().next()
            && distance::distance(&words, field.name, limit).is_some()
    };
    all().iter().find(is_typo)
}

/// The list of tools that a name of several words means: `agent_tools`, `denyTools`, but not `toolchain`, `tool_count`.
fn suggest_by_words(name: &str) -> Option<&'static str> {
    const GRANTS: &str =
        "allow allowed alowed permit permitted enabled grant granted available agent my default the list";
    const DENIES: &str = "deny denied disallow disallowed disalowed disabled block blocked exclude excluded forbid \
        forbidden without";
    let is_of = |words: &str, word: &str| words.split_whitespace().any(|known| known == word);
    let kebab = name.to_kebab_case();
    let words: Vec<_> = kebab.split('-').collect();
    let others = || words.iter().filter(|word| !matches!(**word, "tool" | "tools"));
    if others().count() == words.len() || !others().all(|word| is_of(GRANTS, word) || is_of(DENIES, word)) {
        return None;
    }
    Some(if others().any(|word| is_of(DENIES, word)) { "disallowedTools" } else { "tools" })
}

/// The field with the same words, or the one that a known wrong name means.
#[must_use]
pub fn same_words(name: &str) -> Option<&'static Field> {
    let words = normalize(name);
    let wrong = || TABLE.wrong.iter().find(|(wrong, _)| normalize(wrong) == words).map(|(_, field)| *field);
    all().iter().find(|field| normalize(field.name) == words).or_else(|| find(wrong()?))
}

/// The field that a line was meant to set although YAML reads something else, with the help that makes it do so.
#[must_use]
pub fn suggest_in_line(line: &str) -> Option<(&'static Field, &'static str)> {
    let is_decoration = |c: char| c.is_whitespace() || matches!(c, '-' | '?' | '*' | '"' | '\'' | '\u{feff}');
    let trimmed = line.trim_start_matches(is_decoration);
    let end = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'))?;
    let (key, rest) = trimmed.split_at_checked(end)?;
    // A misspelled field is likely only at column 0: within a text, `Tools: …` is text.
    let field = if trimmed.len() == line.len() { find(key).or_else(|| suggest(key)) } else { find(key) }?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '"' | '\''));
    let help = if let Some(value) = rest.strip_prefix(':') {
        match value.chars().next() {
            Some(' ' | '\t' | '\r' | '\n') | None if line.trim_start() == trimmed && trimmed != line => {
                "remove the white space before the field name"
            }
            Some(' ' | '\t' | '\r' | '\n') | None if trimmed != line => "begin the line with the plain field name",
            Some(' ' | '\t' | '\r' | '\n') | None => "end the value above, which continues into this line",
            Some(_) => "put a space after the colon",
        }
    } else if rest.starts_with('=') {
        "write a colon instead of the `=`"
    } else if rest.starts_with('：') {
        "write an ASCII colon `:` instead of `：`"
    } else {
        return None;
    };
    Some((field, help))
}

/// A name in lower case and without dashes, underscores and spaces.
#[must_use]
pub fn normalize(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{TABLE, find, foreign, suggest, suggest_in_line};

    #[test]
    fn a_wrong_name_leads_to_the_field_that_was_meant() {
        for (wrong, field) in [
            ("allowed-tools", "tools"),
            ("modle", "model"),
            ("max_turns", "maxTurns"),
            ("Name", "name"),
            ("disallowed_tools", "disallowedTools"),
            ("modelOverride", "model"),
            ("descripton", "description"),
            ("tool", "tools"),
            ("alowed-tools", "tools"),
            ("denyTools", "disallowedTools"),
            ("disabled_tools", "disallowedTools"),
            ("deny", "disallowedTools"),
            ("agent-tools", "tools"),
            ("max_turn", "maxTurns"),
            ("permision_mode", "permissionMode"),
        ] {
            assert_eq!(suggest(wrong).map(|field| field.name), Some(field), "{wrong}");
        }
    }

    #[test]
    fn names_with_a_meaning_of_their_own_are_not_typos() {
        for name in [
            "mode",
            "tags",
            "version",
            "category",
            "author",
            "priority",
            "kind",
            "role",
            "title",
            "type",
            "module",
            "effect",
            "game",
            "books",
            "toolchain",
            "tool_count",
            "tool-schema",
            "cli_tools",
            "display_tools",
            "tool_discovery",
            "use_tools",
            "no_tools",
            "tool_use",
        ] {
            assert_eq!(suggest(name).map(|field| field.name), None, "{name}");
        }
    }

    #[test]
    fn a_line_that_yaml_takes_for_text_may_have_been_a_field() {
        let meant = |line| suggest_in_line(line).map(|(field, help)| (field.name, help));
        assert_eq!(meant("tools:Read"), Some(("tools", "put a space after the colon")));
        assert_eq!(meant(" model: opus"), Some(("model", "remove the white space before the field name")));
        for line in ["\"model\": opus", "- model: opus", "**model**: opus", "\u{feff}model: opus"] {
            assert_eq!(meant(line), Some(("model", "begin the line with the plain field name")), "{line}");
        }
        assert_eq!(meant("tols: Read"), Some(("tools", "end the value above, which continues into this line")));
        assert_eq!(meant("name = x"), Some(("name", "write a colon instead of the `=`")));
        assert_eq!(meant("allowed-tools:Read"), Some(("tools", "put a space after the colon")));
        for text in ["  Tools: all of them", "name the folder", "user: hello", "https://example.org", ""] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn the_tables_agree_with_each_other() {
        for (wrong, field) in &TABLE.wrong {
            assert!(find(field).is_some() && find(wrong).is_none(), "{wrong}");
        }
        for (name, _) in &TABLE.foreign {
            assert!(find(name).is_none() && foreign(name).is_some(), "{name}");
        }
    }
}
