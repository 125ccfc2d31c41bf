//! What an editor shows over a variant: the agent's description, model, tools and file.

use std::borrow::Cow;

use crate::base::span::SpannedText;
use crate::parse::definition::Definition;
use crate::resolve::roster::Roster;

/// The most characters of a description that are shown.
const SHOWN: usize = 400;

/// The documentation of an agent as one comment, since each costs rustc its time. Everything from its file is escaped:
/// Markdown in it would become links, headings or code that rustdoc tries to run.
#[must_use]
pub fn agent(roster: &Roster, definition: &Definition) -> String {
    let description = &definition.examples.description;
    let mut shown = description.clone();
    // No character takes less than a byte.
    if description.len() > SHOWN
        && let Some((end, _)) = description.char_indices().nth(SHOWN)
    {
        let start = description.get(..end).unwrap_or_default();
        // Back to the last whole word.
        let whole = start.rfind(' ').and_then(|end| start.get(..end)).unwrap_or(start);
        shown = format!("{whole}…").into();
    }
    let model = definition.model.as_ref().map_or("not set".into(), |model| escape(&model.value));
    let tools = match &definition.tools {
        None => "all".to_owned(),
        Some(tools) if tools.is_empty() => "none".to_owned(),
        Some(tools) => list(tools),
    };
    let without = if definition.disallowed_tools.is_empty() {
        String::new()
    } else {
        format!(", without {}", list(&definition.disallowed_tools))
    };
    let path = roster.source(definition).map_or_else(Cow::default, |source| escape(&source.path));
    let name = escape(roster.name_of(definition));
    let colon = if shown.is_empty() { "" } else { ": " };
    let shown = escape(&shown);
    format!("/// {name}{colon}{shown} *Model: {model}. Tools: {tools}{without}. File: {path}*\n")
}

fn list(tools: &[SpannedText]) -> String {
    escape(&tools.iter().map(|tool| &*tool.value).collect::<Vec<_>>().join(", ")).into_owned()
}

/// Escapes what Markdown or HTML would take for its own, and joins the lines.
fn escape(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        // rustc refuses comments with marks that turn the direction of text.
        let is_shown = |c: &char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        for character in word.chars().filter(is_shown) {
            if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    // An address would become a link by itself.
    escaped.replace("://", "\\://").into()
}

/// Whether nothing is to be escaped or joined, which is seen much faster than done where nothing is optimised.
fn is_plain(text: &[u8]) -> bool {
    let mut rest = text;
    if matches!(rest, [b' ', ..]) {
        return false;
    }
    loop {
        rest = match rest {
            [] => return true,
            [
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b',' | b'.' | b'-' | b'\'' | b'"' | b';' | b'(' | b')' | b'/',
                next @ ..,
            ]
            | [b' ', b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'(' | b'"', next @ ..]
            | [b':', b' ', b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'(' | b'"', next @ ..] => next,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_description_is_markdown() {
        assert_eq!(escape("a\n    b-c"), "a b-c");
        assert_eq!(escape(" a b "), "a b");
        assert_eq!(escape(" a"), "a");
        assert_eq!(escape("a: b, (c) \"d\" e/f"), "a: b, (c) \"d\" e/f");
        assert_eq!(escape("[x] <b> `c` https://d.e"), r"\[x\] \<b\> \`c\` https\://d.e");
    }
}
