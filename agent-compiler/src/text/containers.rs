//! The quotations and list items around a line.

use include_agents_core::__private::markdown::INDENTED;

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
