//! The blocks of a Markdown text, by version 0.31 of `CommonMark` and the tables of GitHub.
//!
//! Only what a prompt's outline needs: no tree, no inline syntax, and no memory of its own.

pub(crate) mod blocks;
mod container;
mod line;

/// A line that is indented this many columns within its container belongs to an indented block or to a paragraph.
pub const INDENTED: usize = 4;

/// The column at which the text of a line begins, and that text. What is given of the line begins at a column, too.
pub(crate) fn blanks(column: usize, line: &str) -> (usize, &str) {
    let (mut column, mut rest) = (column, line);
    loop {
        if let Some(behind) = rest.strip_prefix(' ') {
            (column, rest) = (column + 1, behind);
        } else if let Some(behind) = rest.strip_prefix('\t') {
            (column, rest) = (column + INDENTED - column % INDENTED, behind);
        } else {
            return (column, rest);
        }
    }
}

/// The content of the list item that begins with a text at a column: the column of the content, its indentation, and its text.
#[must_use]
pub fn item(column: usize, text: &str) -> Option<(usize, usize, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let rest = rest.strip_prefix(if digits == 0 { &['-', '*', '+'] as &[char] } else { &['.', ')'] })?;
    if digits > 9 || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let marker = column + text.len() - rest.len();
    let (begins, content) = blanks(marker, rest);
    // Text further right is an indented block in the item.
    if content.is_empty() || begins > marker + INDENTED {
        return Some((marker + 1, begins.saturating_sub(marker + 1), content));
    }
    Some((begins, 0, content))
}
