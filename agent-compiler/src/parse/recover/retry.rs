//! What Claude Code reads of a frontmatter: measured on version 2.1.331, where its answers differ from ours.
//!
//! It reads the text as YAML. Where that fails it puts quotes around the values that look as if they need them, line by line,
//! and tries once more; an agent of which that cannot be read either is not loaded.

use std::borrow::Cow;

use crate::base::source::Source;
use crate::parse::yaml::{self, Entry, Yaml};

/// The top level of a frontmatter as Claude Code reads it.
#[derive(Debug)]
pub struct Retry {
    /// Whether it loads the agent.
    pub is_loaded: bool,
    /// Whether it reads the text only with quotes around values.
    pub is_quoted: bool,
    /// Each key, with its value if that is a text.
    fields: Vec<(String, Option<String>)>,
}

impl Retry {
    /// Whether a field of this name is read at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// The text of a field, if it is read as text; of several the last, which counts.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.fields.iter().rfind(|(key, _)| key == name)?.1.as_deref()
    }
}

/// Reads the lines of a frontmatter as Claude Code does, however they end. Nothing is read where it cannot.
#[must_use]
pub fn retry(yaml: &str) -> Option<Retry> {
    let fields = |source: &Source| {
        let entries = yaml::parse(0, source, 0..source.text.len()).ok()?;
        Some(entries.into_iter().map(field).collect::<Vec<_>>())
    };
    let source = Source::new("", shown_controls(&yaml.replace("\r\n", "\n")).into_owned());
    let (fields, is_quoted) = match fields(&source) {
        Some(fields) => (fields, false),
        None => (fields(&Source::new("", quoted(&source.text)))?, true),
    };
    let mut retry = Retry { is_loaded: false, is_quoted, fields };
    // Hooks on one line are a map until they are in quotes; as a text they lose the agent.
    let has_hooks = !(is_quoted && retry.text("hooks").is_some());
    let is_given = |name| retry.text(name).is_some_and(|text| !text.is_empty());
    retry.is_loaded = has_hooks && is_given("name") && is_given("description");
    Some(retry)
}

/// A text with U+FFFD in place of what YAML does not allow and Claude Code reads: every control character but U+0000.
#[must_use]
pub fn shown_controls(text: &str) -> Cow<'_, str> {
    let is_read = |c: char| {
        (c.is_control() && !matches!(c, '\0' | '\t' | '\n' | '\r' | '\u{85}')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(is_read) { Cow::Owned(text.replace(is_read, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// Whether lines that are valid by themselves lose the agent once another field makes Claude Code put values in quotes.
#[must_use]
pub fn is_lost_in_quotes(lines: &str) -> bool {
    let source = Source::new("", quoted(&lines.replace("\r\n", "\n")));
    match yaml::parse(0, &source, 0..source.text.len()) {
        Ok(entries) => entries.into_iter().map(field).any(|(key, text)| key == "hooks" && text.is_some()),
        Err(_) => true,
    }
}

fn field(entry: Entry) -> (String, Option<String>) {
    let text = match entry.value.value {
        Yaml::Text(text) => Some(text.into_owned()),
        _ => None,
    };
    (entry.key.value.into_owned(), text)
}

/// The text with quotes around each value, on the line of a key at column 0, that has a sign of YAML in it and is not in quotes.
fn quoted(yaml: &str) -> String {
    yaml.split('\n').map(quoted_line).collect::<Vec<_>>().join("\n")
}

fn quoted_line(line: &str) -> Cow<'_, str> {
    let Some((key, behind)) = line.split_once(':') else { return Cow::Borrowed(line) };
    let value = behind.trim();
    let is_in = |quote| value.starts_with(quote) && value.ends_with(quote);
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-".contains(&byte));
    // A line separator ends a line for it, and nothing but blanks is no value.
    let is_value = behind.starts_with([' ', '\t']) && !behind.contains(['\r', '\u{2028}', '\u{2029}']);
    let signs = ['{', '}', '[', ']', '*', '&', '#', '!', '|', '>', '%', '@', '`'];
    // A colon at the end counts with the blank behind it.
    // A comma at the start is text to its parser.
    let has_sign = value.contains(signs) || value.starts_with(',') || behind.trim_start().contains(": ");
    if !is_key || !is_value || value.is_empty() || !has_sign || is_in('"') || is_in('\'') {
        return Cow::Borrowed(line);
    }
    Cow::Owned(format!("{key}: \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
}

#[cfg(test)]
mod tests {
    use super::retry;

    fn is_loaded(rest: &str) -> bool {
        retry(&format!("name: x\n{rest}")).is_some_and(|retry| retry.is_loaded)
    }

    #[test]
    fn values_of_one_line_are_read() {
        for text in [
            "Use: this \"now\"",
            "*all* of it",
            "@lead",
            "`x` and",
            "%d",
            "[WIP] not yet",
            "- a: b",
            "{a} not",
            ", a]",
            "[a",
            "Use this: ",
            "\"Use: this\" and b",
            "\"a: b'",
            "it's: b",
            "&x y: b",
            "bell \u{7}",
            "\"bell \u{7}\"",
            "\u{1c}",
        ] {
            assert!(is_loaded(&format!("description: {text}\n")), "{text}");
        }
        assert!(is_loaded("description: Use: this\r\ntools: [Read]\r\n"));
        assert!(is_loaded("description: d\nx-y: a: b\ntools:\n  - Read\n"));
    }

    #[test]
    fn others_lose_the_agent() {
        for text in [
            "\"Use \"this\": it\"",
            "'it's fine'",
            "- a",
            "Use this:",
            "Use:\tthis: b\u{2028}",
            "Use: this\n  more",
            "\nUse: this",
            "Use this\n* a",
            "Use this\n<b>",
            "\"Use this",
            "nothing \0",
            "|\n  text\nx: a: b",
            "d\nhooks: {}\nx: a: b",
            "d\nx1: a: b",
            "d\n\"x\": a: b",
            "d\nx: b\n  k: a: b",
            "",
        ] {
            assert!(!is_loaded(&format!("description: {text}\n")), "{text}");
        }
    }

    #[test]
    fn comments_become_part_of_values() {
        let read = retry("name: x\ndescription: a: b\nmodel: opus # fast\ntools: \"Read\"\n").unwrap();
        assert_eq!((read.text("model"), read.text("tools")), (Some("opus # fast"), Some("Read")));
        assert!(read.has("name") && !read.has("color"));
    }
}
