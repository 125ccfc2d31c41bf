//! How an entry of a list of tools is written: commas, spaces, parentheses, patterns.

use include_agents_core::__private::permission;

/// The entries of a comma-separated text. Text in parentheses is not split.
#[must_use]
pub fn at_commas(text: &str) -> Vec<&str> {
    split_outside_parentheses(text, |character| character == ',').collect()
}

/// The words of an entry, which Claude Code reads as entries of their own. Parentheses belong to the word before them.
#[must_use]
pub fn words(entry: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = entry.trim_matches(SEPARATORS);
    while let Some((word, others)) = rest.split_at_checked(end_of_word(rest)).filter(|(word, _)| !word.is_empty()) {
        words.push(word);
        rest = others.trim_start_matches(SEPARATORS);
    }
    words
}

/// What separates the words of an entry. Tabs and line breaks do not.
const SEPARATORS: [char; 2] = [' ', ','];

fn end_of_word(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut blank = None;
    for (offset, character) in text.char_indices() {
        match character {
            ' ' if depth == 0 => {
                blank.get_or_insert(offset);
                continue;
            }
            '(' => depth += 1,
            _ if blank.is_some() => break,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => return offset,
            _ => {}
        }
        blank = None;
    }
    blank.unwrap_or(text.len())
}

/// The tools in an entry, if it consists of names that are known, with anything that people write between them. Text in
/// parentheses is not split.
#[must_use]
pub fn tools_of(entry: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let is_separator =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/' | '&' | '+' | '、' | '，' | '；');
    let parts = split_outside_parentheses(entry, is_separator);
    // Removes the dashes or stars of a list that YAML reads as one text.
    let parts = parts.map(|part| part.trim_start_matches(['-', '*'])).filter(|part| !is_filler(part));
    let parts: Vec<_> = parts.collect();
    if parts.iter().all(|part| is_known(name(part))) { parts } else { Vec::new() }
}

/// Whether a word says nothing but that another tool follows.
#[must_use]
pub fn is_filler(word: &str) -> bool {
    matches!(word, "" | "and" | "or" | "plus")
}

/// The trimmed parts of a text between separators. Text in parentheses is not split.
fn split_outside_parentheses(text: &str, is_separator: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let parts = text.split(move |character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_separator(character)
    });
    parts.map(str::trim)
}

/// The name of the tool in an entry, without the parentheses.
#[must_use]
pub fn name(entry: &str) -> &str {
    permission::name(entry)
}

/// Whether an entry cannot match any tool, whatever tools there are; `invalid-tool` reports it.
#[must_use]
pub fn is_malformed(entry: &str, is_denied: bool) -> bool {
    entry.is_empty() || !has_balanced_parentheses(entry) || is_dead_pattern(name(entry), is_denied)
}

/// Whether an entry has as many closing parentheses as opening ones.
#[must_use]
pub fn has_balanced_parentheses(entry: &str) -> bool {
    entry.matches('(').count() == entry.matches(')').count()
}

/// Whether a name has a star where none is a pattern, or lacks the server or the tool of an MCP server.
#[must_use]
pub fn is_dead_pattern(name: &str, is_denied: bool) -> bool {
    if let Some(rest) = name.strip_prefix("mcp__") {
        return match rest {
            "*" => !is_denied,
            _ => !is_server(name) && (rest.contains('*') || rest.split("__").any(str::is_empty)),
        };
    }
    // `github/*` and `mcp_github_*` are patterns of other products.
    name.contains('*') && (is_denied || name != "*") && !name.contains('/') && !name.starts_with("mcp_")
}

/// Whether a name stands for a server or one of its tools.
#[must_use]
pub fn is_of_server(name: &str) -> bool {
    name.starts_with("mcp__") && !is_dead_pattern(name, false)
}

/// Whether a name stands for all tools of a server.
fn is_server(name: &str) -> bool {
    permission::server(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::{is_dead_pattern, name, tools_of, words};

    #[test]
    fn a_specifier_is_not_part_of_the_name() {
        assert_eq!(name("Bash(git diff:*)"), "Bash");
        assert_eq!(name("Agent(a, b)"), "Agent");
        assert_eq!(name("Bash(git diff:*"), "Bash(git diff:*");
    }

    #[test]
    fn spaces_and_commas_separate_words_outside_parentheses() {
        assert_eq!(words("Read Grep  Glob"), ["Read", "Grep", "Glob"]);
        assert_eq!(words("Grep Bash(git diff:*, git log) Read"), ["Grep", "Bash(git diff:*, git log)", "Read"]);
        assert_eq!(words("Bash  (git diff:*) Read"), ["Bash  (git diff:*)", "Read"]);
        assert_eq!(words("Read, Grep,"), ["Read", "Grep"]);
        assert_eq!(words("Read; Grep"), ["Read;", "Grep"]);
        assert_eq!(words("Read\nGrep\tGlob"), ["Read\nGrep\tGlob"]);
        assert_eq!(words("Bash(git diff:* Read"), ["Bash(git diff:* Read"]);
        assert_eq!(words(" , "), [""; 0]);
    }

    #[test]
    fn tools_without_commas_between_them_are_several() {
        let tools = |entry| tools_of(entry, |name| matches!(name, "Read" | "Grep" | "Bash" | "Write"));
        assert_eq!(tools("Read Bash(git diff:*) Grep"), ["Read", "Bash(git diff:*)", "Grep"]);
        for entry in
            ["Read; Grep", "Read - Grep", "Read and Grep", "Read & Grep", "Read\nGrep", "Read、Grep", "- Read\n- Grep"]
        {
            assert_eq!(tools(entry), ["Read", "Grep"], "{entry}");
        }
        assert_eq!(tools("Read/Write"), ["Read", "Write"]);
        assert_eq!(tools("Read the file"), [""; 0]);
        assert_eq!(tools("github/*"), [""; 0]);
    }

    #[test]
    fn only_a_whole_server_is_a_pattern() {
        for name in ["mcp__*x*__y", "mcp__x__get_*", "mcp__x*", "mcp__", "mcp__x__", "mcp____y", "Bas*", "mcp__*__*"] {
            assert!(is_dead_pattern(name, false) && is_dead_pattern(name, true), "{name}");
        }
        for name in ["mcp__x", "mcp__x__*", "mcp__x__y", "mcp__x__y__z", "Read", "github/*", "mcp_github_*"] {
            assert!(!is_dead_pattern(name, false) && !is_dead_pattern(name, true), "{name}");
        }
        assert!(is_dead_pattern("mcp__*", false) && !is_dead_pattern("mcp__*", true));
        assert!(is_dead_pattern("*", true) && !is_dead_pattern("*", false));
    }
}
