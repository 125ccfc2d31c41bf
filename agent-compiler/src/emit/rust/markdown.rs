//! Any text in, Markdown that shows it as it is out.

use std::borrow::Cow;

/// Escapes what Markdown or HTML would take for its own, and joins the lines.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for character in word.chars().filter(|character| !is_hidden(*character)) {
            if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    // An address would become a link by itself.
    escaped.replace("://", "\\://").into()
}

/// Whether nobody sees a character, or it turns the direction of text, which rustc refuses in a comment. Joiners that shape letters
/// and emoji stay.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
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
        assert_eq!(escape("a\u{200b}b\u{202e}c\u{e0041}\u{ad}\u{7}d"), "abcd");
        assert_eq!(escape("👩\u{200d}💻"), "👩\u{200d}💻");
        assert_eq!(escape("a: b, (c) \"d\" e/f"), "a: b, (c) \"d\" e/f");
        assert_eq!(escape("[x] <b> `c` https://d.e"), r"\[x\] \<b\> \`c\` https\://d.e");
    }
}
