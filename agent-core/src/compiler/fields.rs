//! The field table: every field of an agent's frontmatter, and the names that people write instead.
//!
//! Source of the fields: <https://code.claude.com/docs/en/sub-agents>, read in 2026-10.

use crate::distance;
use crate::{CacheTtl, Color, Isolation, Memory, PermissionMode};

/// A field of the frontmatter.
#[derive(Debug)]
pub struct Field {
    /// Its name, in the only spelling that counts.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether an agent is lost without it.
    pub required: bool,
    /// The version of Claude Code that brought it, where known.
    pub since: Option<&'static str>,
}

impl Field {
    /// The values that the field may have, as a sentence names them: "`a`, `b` or `c`". Empty for fields without a set.
    #[must_use]
    pub fn alternatives(&self) -> String {
        let values = self.values();
        match values.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The values that the field may have, where they are of a set or a range.
    #[must_use]
    pub fn values(&self) -> Vec<String> {
        let words =
            |keywords: &Keywords| keywords.words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>();
        let number = || "a whole number from 1 to 4294967295".to_owned();
        match &self.kind {
            Kind::Keyword(keywords) => words(keywords),
            Kind::Effort => words(&EFFORT).into_iter().chain([number()]).collect(),
            Kind::PositiveInteger => vec![number()],
            _ => Vec::new(),
        }
    }
}

/// What a field holds.
#[derive(Debug)]
pub enum Kind {
    /// Free text.
    Text,
    /// The alias or the id of a model.
    Model,
    /// Tools, between commas or as a list.
    Tools,
    /// Names, between commas or as a list.
    Names,
    /// One of some words.
    Keyword(Keywords),
    /// One of some words, or a whole number.
    Effort,
    /// A whole number from 1 on.
    PositiveInteger,
    /// `true` or `false`.
    Boolean,
    /// A list of server names and configurations.
    McpServers,
    /// A map from event to hooks.
    Hooks,
    /// A map that holds `cacheTtl`.
    Experimental,
}

/// The words a field may hold.
#[derive(Debug)]
pub struct Keywords {
    /// Each word with the name of its variant.
    pub words: &'static [(&'static str, &'static str)],
    /// Other spellings with the word each stands for.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Whether other words are kept as they are.
    pub open: bool,
}

/// The words of `effort`.
pub const EFFORT: Keywords = Keywords { words: crate::Effort::WORDS, aliases: &[("med", "medium")], open: false };

/// The words of `experimental.cacheTtl`.
pub const CACHE_TTL_WORDS: Keywords = Keywords { words: CacheTtl::WORDS, aliases: &[], open: false };

/// The one field of `experimental`.
pub static CACHE_TTL: Field = field("experimental.cacheTtl", keyword(CacheTtl::WORDS));

const fn keyword(words: &'static [(&'static str, &'static str)]) -> Kind {
    Kind::Keyword(Keywords { words, aliases: &[], open: false })
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: false, since: None }
}

const fn since(name: &'static str, kind: Kind, version: &'static str) -> Field {
    Field { name, kind, required: false, since: Some(version) }
}

/// Every field, in the order of the documentation.
pub static FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, required: true, since: None },
    Field { name: "description", kind: Kind::Text, required: true, since: None },
    field("tools", Kind::Tools),
    since("disallowedTools", Kind::Tools, "2.0.30"),
    field("model", Kind::Model),
    since(
        "permissionMode",
        Kind::Keyword(Keywords { words: PermissionMode::WORDS, aliases: &[("manual", "default")], open: false }),
        "2.0.43",
    ),
    field("maxTurns", Kind::PositiveInteger),
    since("skills", Kind::Names, "2.0.43"),
    field("mcpServers", Kind::McpServers),
    since("hooks", Kind::Hooks, "2.1.0"),
    since("memory", keyword(Memory::WORDS), "2.1.33"),
    since("background", Kind::Boolean, "2.1.49"),
    since("omitClaudeMd", Kind::Boolean, "2.1.271"),
    field("effort", Kind::Effort),
    since("isolation", keyword(Isolation::WORDS), "2.1.50"),
    field("color", Kind::Keyword(Keywords { words: Color::WORDS, aliases: &[], open: true })),
    since("initialPrompt", Kind::Text, "2.1.83"),
    since("experimental", Kind::Experimental, "2.1.248"),
];

/// Names that people write where a field was meant.
const WRONG_NAMES: &[(&str, &str)] = &[
    ("allowedTools", "tools"),
    ("agentTools", "tools"),
    ("toolsets", "tools"),
    ("toolset", "tools"),
    ("permittedTools", "tools"),
    ("deniedTools", "disallowedTools"),
    ("disabledTools", "disallowedTools"),
    ("excludedTools", "disallowedTools"),
    ("excludeTools", "disallowedTools"),
    ("forbiddenTools", "disallowedTools"),
    ("blockedTools", "disallowedTools"),
    ("modelOverride", "model"),
    ("modelName", "model"),
    ("modelId", "model"),
    ("permission", "permissionMode"),
    ("permissions", "permissionMode"),
    ("maxIterations", "maxTurns"),
    ("maxSteps", "maxTurns"),
    ("turns", "maxTurns"),
    ("mcp", "mcpServers"),
    ("runInBackground", "background"),
    ("isBackground", "background"),
    ("reasoningEffort", "effort"),
    ("agentName", "name"),
    ("desc", "description"),
    ("colour", "color"),
];

/// Fields of other products, with whose they are.
const FOREIGN: &[(&str, &str)] = &[
    ("mode", "OpenCode"),
    ("permission", "OpenCode"),
    ("temperature", "OpenCode and Gemini CLI"),
    ("top_p", "OpenCode"),
    ("steps", "OpenCode"),
    ("variant", "OpenCode"),
    ("hidden", "OpenCode"),
    ("disable", "OpenCode"),
    ("options", "OpenCode"),
    ("prompt", "OpenCode"),
    ("target", "GitHub Copilot"),
    ("infer", "GitHub Copilot"),
    ("handoffs", "VS Code"),
    ("agents", "VS Code"),
    ("argument-hint", "VS Code, and commands and skills of Claude Code"),
    ("user-invocable", "VS Code, and skills of Claude Code"),
    ("disable-model-invocation", "GitHub Copilot, and skills of Claude Code"),
    ("metadata", "GitHub Copilot and agent skills"),
    ("license", "agent skills"),
    ("compatibility", "agent skills"),
    ("when_to_use", "skills of Claude Code"),
    ("kind", "Gemini CLI"),
    ("display_name", "Gemini CLI"),
    ("timeout_mins", "Gemini CLI"),
    ("readonly", "Cursor"),
    ("resources", "Kiro"),
    ("nickname_candidates", "Codex"),
    ("developer_instructions", "Codex"),
];

/// The field of exactly this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// The product that has a field of this name.
#[must_use]
pub fn foreign(name: &str) -> Option<&'static str> {
    FOREIGN.iter().find(|(foreign, _)| *foreign == name).map(|(_, product)| *product)
}

/// The field that a wrong name was meant for: another way to join its words, a known wrong name, or a slip.
#[must_use]
pub fn meant(name: &str) -> Option<&'static Field> {
    let same_words = |other: &str| squeeze(name) == squeeze(other);
    if let Some(field) = FIELDS.iter().find(|field| same_words(field.name)) {
        return Some(field);
    }
    if foreign(name).is_some() {
        return None;
    }
    if let Some((_, field)) = WRONG_NAMES.iter().find(|(wrong, _)| same_words(wrong)) {
        return find(field);
    }
    find(distance::closest(name, FIELDS.iter().map(|field| field.name))?)
}

/// The parts of a list in one text, trimmed and without empty ones. What stands in parentheses is not split.
pub fn split_outside_parentheses(text: &str, is_separator: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let parts = text.split(move |character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_separator(character)
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// A name without what joins its words.
fn squeeze(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, FOREIGN, WRONG_NAMES, find, foreign, meant};

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
        ] {
            assert_eq!(meant(wrong).map(|field| field.name), Some(field), "{wrong}");
        }
    }

    #[test]
    fn names_with_a_meaning_of_their_own_are_no_slips() {
        for name in ["mode", "tags", "version", "category", "author", "priority", "kind", "role", "title", "type"] {
            assert_eq!(meant(name).map(|field| field.name), None, "{name}");
        }
    }

    #[test]
    fn the_tables_agree_with_each_other() {
        for (wrong, field) in WRONG_NAMES {
            assert!(find(field).is_some() && find(wrong).is_none(), "{wrong}");
        }
        for (name, _) in FOREIGN {
            assert!(find(name).is_none() && foreign(name).is_some(), "{name}");
        }
        assert_eq!(FIELDS.len(), 18);
    }
}
