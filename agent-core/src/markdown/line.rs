//! What a line begins.

use super::{INDENTED, item};

/// The block that a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins<'t> {
    /// A heading of this level, with its text.
    Heading(u8, &'t str),
    /// A quotation, with the rest of the line.
    Quotation(&'t str),
    /// A line across the page, which also underlines a heading of the second level where there are only dashes.
    Break,
    /// An item of a list.
    Item(Item<'t>),
    /// Fenced code, with the character of its fence and how many of them there are.
    Fence(u8, usize),
    /// HTML.
    Html(Html),
    /// Text.
    Text,
}

/// The first line of an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item<'t> {
    /// The column of its content.
    pub(super) content: usize,
    /// The column at which the text begins, which differs where that is indented code.
    pub(super) column: usize,
    pub(super) text: &'t str,
    /// Whether it can interrupt a paragraph.
    pub(super) interrupts: bool,
}

/// A block of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Html {
    /// It goes to the line that contains this.
    To(&'static str),
    /// It goes to the next empty line, and can interrupt a paragraph or not.
    ToEmptyLine(bool),
}

/// Open fenced code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The character of the fence.
    pub(super) mark: u8,
    pub(super) length: usize,
    /// The column of the content of the item that contains it; 0 outside of items.
    pub(super) container: usize,
}

impl Html {
    /// Whether a line ends it.
    pub(super) fn is_end(self, text: &str) -> bool {
        match self {
            Self::To(end) => text.as_bytes().windows(end.len()).any(|part| part.eq_ignore_ascii_case(end.as_bytes())),
            Self::ToEmptyLine(_) => text.is_empty(),
        }
    }
}

impl Fence {
    /// Whether a line with a text at a column closes it.
    pub(super) fn is_closed(self, column: usize, text: &str) -> bool {
        let is_fence = text.len() >= self.length && text.bytes().all(|byte| byte == self.mark);
        is_fence && column < self.container + INDENTED
    }
}

/// The elements that begin a block, wherever they are.
const BLOCKS: &str = "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div \
    dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main \
    menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul";

/// What a line begins that is neither empty nor indented by four columns. Its text begins at a column.
pub(super) fn begins(column: usize, text: &str) -> Begins<'_> {
    match text.as_bytes() {
        [b'#', ..] => heading(text).unwrap_or(Begins::Text),
        [b'>', rest @ ..] => {
            let blanks = usize::from(rest.starts_with(b" "));
            Begins::Quotation(text.get(1 + blanks..).unwrap_or_default())
        }
        [mark @ (b'`' | b'~'), ..] => {
            let rest = text.trim_start_matches(char::from(*mark));
            let length = text.len() - rest.len();
            let is_fence = length >= 3 && (*mark == b'~' || !rest.contains('`'));
            if is_fence { Begins::Fence(*mark, length) } else { Begins::Text }
        }
        [b'<', ..] => html(text).map_or(Begins::Text, Begins::Html),
        [b'-' | b'*' | b'_' | b'+' | b'0'..=b'9', ..] if is_break(text) => Begins::Break,
        [b'-' | b'*' | b'+' | b'0'..=b'9', ..] => match item(column, text) {
            Some((content, indentation, inner)) => {
                let is_number = text.starts_with(|c: char| c.is_ascii_digit());
                let is_first = text.starts_with("1.") || text.starts_with("1)");
                let interrupts = !inner.is_empty() && (is_first || !is_number);
                Begins::Item(Item { content, column: content + indentation, text: inner, interrupts })
            }
            None => Begins::Text,
        },
        _ => Begins::Text,
    }
}

fn heading(text: &str) -> Option<Begins<'_>> {
    let rest = text.trim_start_matches('#');
    let level = u8::try_from(text.len() - rest.len()).ok().filter(|level| *level <= 6)?;
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let title = rest.trim();
    let without_end = title.trim_end_matches('#');
    let is_closed = without_end.is_empty() || without_end.ends_with([' ', '\t']);
    Some(Begins::Heading(level, if is_closed { without_end.trim_end() } else { title }))
}

fn is_break(text: &str) -> bool {
    let Some(first) = text.chars().next().filter(|first| matches!(first, '-' | '*' | '_')) else { return false };
    let mut marks = text.chars().filter(|c| !matches!(c, ' ' | '\t'));
    marks.clone().all(|c| c == first) && marks.nth(2).is_some()
}

/// Whether a line underlines a heading, and of which level.
pub(super) fn underlines(text: &str) -> Option<u8> {
    let text = text.trim_end();
    match text.bytes().next()? {
        b'=' if text.bytes().all(|byte| byte == b'=') => Some(1),
        b'-' if text.bytes().all(|byte| byte == b'-') => Some(2),
        _ => None,
    }
}

/// Whether a line is the second of a table, whose first is another line.
pub(super) fn begins_table(header: &str, text: &str) -> bool {
    let is_cell = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    let cells = |row: &str| {
        let row = row.trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
        row.matches('|').count() + 1 - row.matches("\\|").count()
    };
    let row = text.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    row.contains(['|', ':']) && inner.split('|').all(is_cell) && cells(header) == cells(text)
}

/// The HTML that a line begins, which starts with `<`.
fn html(text: &str) -> Option<Html> {
    let rest = text.strip_prefix('<')?;
    for (start, end) in [("!--", "-->"), ("?", "?>"), ("![CDATA[", "]]>")] {
        if rest.starts_with(start) {
            return Some(Html::To(end));
        }
    }
    if rest.strip_prefix('!').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
        return Some(Html::To(">"));
    }
    let is_end = rest.starts_with('/');
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (name, behind) = name.split_at_checked(length).filter(|(name, _)| !name.is_empty())?;
    let is_delimited = behind.is_empty() || behind.starts_with([' ', '\t', '>']);
    let raw = RAW.iter().find(|(raw, _)| raw.eq_ignore_ascii_case(name));
    if let Some((_, end)) = raw.filter(|_| !is_end && is_delimited) {
        return Some(Html::To(end));
    }
    let is_block = is_delimited || behind.starts_with("/>");
    if is_block && BLOCKS.split(' ').any(|block| block.eq_ignore_ascii_case(name)) {
        return Some(Html::ToEmptyLine(true));
    }
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && is_whole_tag(behind, is_end);
    is_tag.then_some(Html::ToEmptyLine(false))
}

/// The elements whose text is not Markdown, with their ends.
const RAW: [(&str, &str); 4] =
    [("pre", "</pre>"), ("script", "</script>"), ("style", "</style>"), ("textarea", "</textarea>")];

/// Whether what follows the name of a tag closes it, and nothing else is on the line.
fn is_whole_tag(behind: &str, is_end: bool) -> bool {
    let Some((attributes, rest)) = split_tag(behind) else { return false };
    let attributes = attributes.strip_suffix('/').filter(|_| !is_end).unwrap_or(attributes);
    rest.trim().is_empty() && (attributes.trim().is_empty() || (!is_end && are_attributes(attributes)))
}

/// What is before and behind the `>` that ends a tag, outside of quotes.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((text.get(..at)?, text.get(at + 1..)?)),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether a text is a list of attributes of HTML, each behind white space.
fn are_attributes(text: &str) -> bool {
    let mut rest = text;
    while !rest.trim().is_empty() {
        let name = rest.trim_start();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-');
        if name.len() == rest.len() || !name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | ':')) {
            return false;
        }
        rest = name.trim_start_matches(is_name);
        if let Some(value) = rest.trim_start().strip_prefix('=') {
            let value = value.trim_start();
            rest = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => match value.get(1..).and_then(|value| value.split_once(quote)) {
                    Some((_, rest)) => rest,
                    None => return false,
                },
                _ => {
                    let unquoted = value.trim_start_matches(|c: char| !c.is_whitespace() && !"\"'=<>`".contains(c));
                    if unquoted.len() == value.len() {
                        return false;
                    }
                    unquoted
                }
            };
        }
    }
    true
}

/// The text of a line that is nothing but one piece of strong emphasis, with a colon in it or behind it or without.
pub(super) fn strong(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = text.strip_suffix(':').unwrap_or(text);
    if !text.starts_with(['*', '_']) || text.contains('\n') {
        return None;
    }
    let inner = ["**", "__"].into_iter().find_map(|mark| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark) && !inner.starts_with(['*', '_']) && !inner.ends_with(['*', '_', '\\'])).then_some(inner)
    })?;
    let title = inner.strip_suffix(':').unwrap_or(inner);
    (!title.is_empty() && inner.trim() == inner).then_some(title.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Begins, Html, Item, begins, begins_table, strong, underlines};

    #[test]
    fn a_line_begins_a_block() {
        let item = |content, column, text, interrupts| Begins::Item(Item { content, column, text, interrupts });
        for (line, block) in [
            ("# A b #", Begins::Heading(1, "A b")),
            ("###### A#", Begins::Heading(6, "A#")),
            ("##", Begins::Heading(2, "")),
            ("## ##", Begins::Heading(2, "")),
            ("####### a", Begins::Text),
            ("#a", Begins::Text),
            ("> a", Begins::Quotation("a")),
            ("- - -", Begins::Break),
            ("***", Begins::Break),
            ("--", Begins::Text),
            ("- a", item(2, 2, "a", true)),
            ("2. a", item(3, 3, "a", false)),
            ("-      a", item(2, 7, "a", true)),
            ("1)", item(3, 3, "", false)),
            ("1234567890. a", Begins::Text),
            ("-a", Begins::Text),
            ("```sh", Begins::Fence(b'`', 3)),
            ("~~~~ a`", Begins::Fence(b'~', 4)),
            ("```a```", Begins::Text),
            ("<!-- a", Begins::Html(Html::To("-->"))),
            ("<PRE>", Begins::Html(Html::To("</pre>"))),
            ("<div>a", Begins::Html(Html::ToEmptyLine(true))),
            ("</section", Begins::Html(Html::ToEmptyLine(true))),
            ("<role>", Begins::Html(Html::ToEmptyLine(false))),
            ("<a href=\"x\" b=c d>", Begins::Html(Html::ToEmptyLine(false))),
            ("<role> a", Begins::Text),
            ("<user_input>", Begins::Text),
            ("<https://example.org>", Begins::Text),
            ("a", Begins::Text),
        ] {
            assert_eq!(begins(0, line), block, "{line}");
        }
    }

    #[test]
    fn lines_are_underlined() {
        assert_eq!(
            ["===", "-", "--- ", "= =", "-=", ""].map(underlines),
            [Some(1), Some(2), Some(2), None, None, None]
        );
    }

    #[test]
    fn a_table_has_as_many_columns_in_its_first_lines() {
        for (header, line) in [("| a | b |", "|---|:-:|"), ("a | b", "--- | ---"), ("| a |", "|---|"), ("a", ":--")] {
            assert!(begins_table(header, line), "{header}");
        }
        for (header, line) in [("a | b", "---"), ("a", "--- | ---"), ("| a | b |", "| - | b |"), ("a", "---")] {
            assert!(!begins_table(header, line), "{header}");
        }
    }

    #[test]
    fn a_line_of_strong_emphasis_has_a_title() {
        for line in ["**Your role**", "**Your role:**", "**Your role**:", "__Your role__ "] {
            assert_eq!(strong(line), Some("Your role"), "{line}");
        }
        for line in ["**a** b", "**a** and **b**", "****", "** a **", "*a*", "**a", "***a***", "**a**b**", "**a\nb**"] {
            assert_eq!(strong(line), None, "{line}");
        }
    }
}
