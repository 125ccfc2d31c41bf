//! The field that was meant by a name that is none, or by a line that YAML takes for text.

use heck::ToKebabCase as _;

use crate::format::fields::{Field, Fields, have_same_letters, normalize};
use include_agents_core::__private::distance;

impl<'f> Fields<'f> {
    /// The field that a wrong name was meant for: its words joined differently, a known wrong name, or a typo.
    #[must_use]
    pub fn suggest(&self, name: &str) -> Option<&'f Field<'f>> {
        let exactly = self.same_words(name);
        if exactly.is_some() || self.foreign(name).is_some() {
            return exactly;
        }
        if let Some(field) = suggest_by_words(name) {
            return self.find(field);
        }
        // Short words with a meaning of their own are often two letters away from a field, or differ in the first one.
        let words = normalize(name);
        let limit = if words.len() < 9 { 1 } else { 2 };
        let is_typo = |field: &&Field| {
            field.name != "experimental"
                && field.name.chars().next() == name.chars().next()
                && distance::distance(&words, field.name, limit).is_some()
        };
        self.list.iter().find(is_typo)
    }

    /// The field with the same words, or the one that a known wrong name means.
    #[must_use]
    pub fn same_words(&self, name: &str) -> Option<&'f Field<'f>> {
        let wrong = || self.wrong().iter().find(|(wrong, _)| have_same_letters(wrong, name)).map(|(_, field)| *field);
        self.list.iter().find(|field| have_same_letters(field.name, name)).or_else(|| self.find(wrong()?))
    }

    /// The field that a line was meant to set although YAML reads something else, with the help that makes it do so.
    #[must_use]
    pub fn suggest_in_line(&self, line: &str) -> Option<(&'f Field<'f>, &'static str)> {
        let is_decoration = |c: char| c.is_whitespace() || matches!(c, '-' | '?' | '*' | '"' | '\'' | '\u{feff}');
        let trimmed = line.trim_start_matches(is_decoration);
        let end = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'))?;
        let (key, rest) = trimmed.split_at_checked(end)?;
        // A misspelled field is likely only at column 0: within a text, `Tools: …` is text.
        let field =
            if trimmed.len() == line.len() { self.find(key).or_else(|| self.suggest(key)) } else { self.find(key) }?;
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

#[cfg(test)]
mod tests {
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::format::fields::Fields;

    fn fields() -> &'static Fields<'static> {
        &CLAUDE_CODE.fields
    }

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
            assert_eq!(fields().suggest(wrong).map(|field| field.name), Some(field), "{wrong}");
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
            assert_eq!(fields().suggest(name).map(|field| field.name), None, "{name}");
        }
    }

    #[test]
    fn a_line_that_yaml_takes_for_text_may_have_been_a_field() {
        let meant = |line| fields().suggest_in_line(line).map(|(field, help)| (field.name, help));
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
}
