//! A text that is a Rust identifier.

use std::fmt;

use heck::ToSnakeCase as _;

/// The keywords of all editions.
pub const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The words that are not identifiers after `r#` either.
const NEVER_RAW: [&str; 5] = ["Self", "crate", "self", "super", "_"];

/// A Rust identifier, which code can be made of as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier(String);

impl Identifier {
    /// The identifier of this spelling, if it is one. A keyword needs `r#` before it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let is_valid = match text.strip_prefix("r#") {
            Some(raw) => is_word(raw) && !NEVER_RAW.contains(&raw),
            None => is_word(&text) && text != "_" && !KEYWORDS.contains(&text.as_str()),
        };
        is_valid.then_some(Self(text))
    }

    /// An identifier that this program spells itself.
    #[must_use]
    pub fn fixed(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// The identifier of a text that was made of characters which may be in one, and is not a keyword.
    pub(super) fn of_letters(text: String) -> Self {
        Self(text)
    }

    /// An identifier for generated code alone, made of one for everybody. No agent's begins with two underscores.
    #[must_use]
    pub fn hidden(&self) -> Self {
        Self(format!("__{}", self.0.trim_start_matches("r#")))
    }

    /// The name of an enum that belongs to the one of this name: `AgentTool` to `AgentKind`, and `BackendTool` to `Backend`.
    #[must_use]
    pub fn beside(&self, what: &'static str) -> Self {
        let name = self.0.trim_start_matches("r#");
        Self(format!("{}{what}", if name == "AgentKind" { "Agent" } else { name }))
    }

    /// The name of the enum of a field: `Team` beside `AgentKind`, and `BackendTeam` beside `Backend`.
    #[must_use]
    pub fn with_field(&self, field: &Self) -> Self {
        let name = self.0.trim_start_matches("r#");
        Self(format!("{}{}", if name == "AgentKind" { "" } else { name }, field.0))
    }

    /// The name of the module of prompts: `prompt` beside `AgentKind`, and `backend_prompt` beside `Backend`.
    #[must_use]
    pub fn prompts(&self) -> Self {
        let name = self.0.trim_start_matches("r#");
        Self(if name == "AgentKind" { "prompt".to_owned() } else { format!("{}_prompt", name.to_snake_case()) })
    }

    /// Its spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether all characters are those of an identifier, which a keyword is made of too.
#[must_use]
pub fn is_word(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Identifier;

    #[test]
    fn an_identifier_is_one_word_and_no_keyword() {
        for text in ["Backend", "_x", "审查员", "r#match", "BACKEND_2", "union"] {
            assert_eq!(Identifier::new(text).as_ref().map(Identifier::as_str), Some(text));
        }
        for text in ["", "_", "3d", "a-b", "a b", "match", "Self", "r#self", "r#", "a;b", "℘ x", "a\n", "gen"] {
            assert_eq!(Identifier::new(text), None, "{text}");
        }
    }

    #[test]
    fn a_hidden_identifier_is_an_identifier() {
        for text in ["Backend", "r#match"] {
            let hidden = Identifier::new(text).map(|identifier| identifier.hidden());
            assert!(hidden.is_some_and(|hidden| Identifier::new(hidden.as_str()) == Some(hidden)));
        }
    }
}
