//! The quotations and list items around a line.

/// A line that is indented this many columns within its container belongs to an indented block or to a paragraph.
pub(super) const INDENTED: usize = 4;

/// The column at which the text of a line begins, and that text. In a quotation, columns count from its content.
pub(super) fn indentation(line: &str) -> (usize, &str) {
    let (_, column, text) = quotation(line);
    (column, text)
}

/// The number of quotations around a line, the column at which its text begins in them, and that text.
pub(super) fn quotation(line: &str) -> (usize, usize, &str) {
    let (mut depth, mut column) = (0, 0);
    let mut rest = line;
    loop {
        if let Some(behind) = rest.strip_prefix(' ') {
            column += 1;
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix('\t') {
            column += INDENTED - column % INDENTED;
            rest = behind;
        } else if let Some(quoted) = rest.strip_prefix('>').filter(|_| column < INDENTED) {
            depth += 1;
            column = 0;
            rest = quoted.strip_prefix(' ').unwrap_or(quoted);
        } else {
            return (depth, column, rest);
        }
    }
}

/// The content of the list item that begins with a text at a column: the column of the content, its indentation, and its text.
pub(super) fn item(column: usize, text: &str) -> Option<(usize, usize, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < text.len();
    let rest = rest.strip_prefix(if is_numbered { &['.', ')'] } else { &['-', '*', '+'] as &[char] })?;
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let content = rest.trim_start_matches([' ', '\t']);
    let marker = column + text.len() - rest.len();
    let mut begins = marker;
    for blank in rest.chars().take(rest.len() - content.len()) {
        begins += if blank == '\t' { INDENTED - begins % INDENTED } else { 1 };
    }
    // Text further right is an indented block in the item.
    if content.is_empty() || begins > marker + INDENTED {
        return Some((marker + 1, begins.saturating_sub(marker + 1), content));
    }
    Some((begins, 0, content))
}
