//! Line breaks that a description has as a backslash and `n`.

use std::borrow::Cow;

use crate::base::span::slice;

/// A line break as a backslash and `n`.
const LITERAL: &str = "\\n";
/// What may stand before it.
const LITERAL_RETURN: &str = "\\r";
/// A real line break of the same length, with white space that YAML does not allow.
const BREAK: &str = "\u{b}\n";
/// White space of the length of a literal return.
const RETURN: &str = "\u{b}\u{b}";
/// How far back the drive of a path is looked for.
const LONGEST_PATH: usize = 260;

/// The text with a line break for each literal `\n`, where it is written so. Every other byte keeps its offset, so that what
/// holds no such break can be borrowed from the file.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !has_literal_breaks(text) {
        return Cow::Borrowed(text);
    }
    let mut lines = text.to_owned();
    for at in literal_breaks(text) {
        let before = slice(text, 0..at);
        let behind = slice(text, at + LITERAL.len()..text.len());
        let is_in_code = before.ends_with('`') && behind.starts_with('`');
        if !is_in_code && !is_path(before, behind) {
            lines.replace_range(at..at + LITERAL.len(), BREAK);
            if let Some(before) = before.strip_suffix(LITERAL_RETURN) {
                lines.replace_range(before.len()..at, RETURN);
            }
        }
    }
    Cow::Owned(lines)
}

/// A part of a [`decode`]d text, `lines`, as a part of the text it was made of.
pub(super) fn restore<'a>(text: &Cow<'a, str>, lines: &str, part: &str) -> Cow<'a, str> {
    if let Cow::Borrowed(text) = *text
        && !part.contains(BREAK)
        && let Some(start) = (part.as_ptr() as usize).checked_sub(lines.as_ptr() as usize)
        && let Some(same) = text.get(start..).and_then(|rest| rest.get(..part.len())).filter(|same| *same == part)
    {
        return Cow::Borrowed(same);
    }
    // Both begin with it, and hardly any text holds one.
    if !part.contains('\u{b}') {
        return Cow::Owned(part.to_owned());
    }
    // A text without literal breaks has no reason to hold the two characters.
    Cow::Owned(part.replace(RETURN, "").replace(BREAK, "\n"))
}

/// Whether a text has its line breaks written as a backslash and `n`. A path, a regular expression and LaTeX hold the two
/// characters as well, but not where a line ends.
#[must_use]
pub fn has_literal_breaks(text: &str) -> bool {
    let has_example = text.contains("<example>");
    literal_breaks(text).any(|at| {
        let before = slice(text, 0..at);
        let before = before.strip_suffix(LITERAL_RETURN).unwrap_or(before);
        let behind = slice(text, at + LITERAL.len()..text.len());
        let line = behind.trim_start_matches([' ', '\t', '-', '*']);
        let is_at_tag = before.ends_with('>') || line.starts_with('<');
        let is_at_label = ["context:", "user:", "assistant:"]
            .iter()
            .any(|label| line.get(..label.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(label)));
        let ends_sentence = before.ends_with(['.', '!', '?', ':', ';', ',']) && !is_path(before, behind);
        let ends_word = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '*' | '"' | '\''));
        let next = behind.trim_start_matches(LITERAL_RETURN).strip_prefix(LITERAL);
        let begins_line = |line: &str| {
            line.starts_with(|c: char| c.is_uppercase() || c.is_whitespace() || matches!(c, '<' | '-' | '*' | '#'))
        };
        (has_example && (is_at_tag || is_at_label))
            || (ends_sentence && (behind.is_empty() || begins_line(behind) || next.is_some()))
            || (ends_word && next.is_some_and(begins_line))
    })
}

/// Where a backslash and `n` are, unless the backslash is itself behind one: that is a backslash, and an `n`.
fn literal_breaks(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(LITERAL).map(|(at, _)| at).filter(|at| {
        let before = slice(text, 0..*at);
        (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
    })
}

/// Whether a backslash between two parts of a text is in a path of Windows: `C:\notes`, `C:\app\new`.
fn is_path(before: &str, behind: &str) -> bool {
    let is_of_path = |byte: &u8| byte.is_ascii_alphanumeric() || b":\\._-".contains(byte);
    let length = before.bytes().rev().take(LONGEST_PATH).take_while(is_of_path).count();
    let has_drive = match slice(before, before.len() - length..before.len()).as_bytes() {
        [drive, b':', rest @ ..] => drive.is_ascii_alphabetic() && matches!(rest, [] | [b'\\', ..]),
        _ => false,
    };
    has_drive && behind.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
}
