//! A list item or a quotation at the top of a text. What is in it matters only for where it ends.

use core::ops::Range;

use super::line::{Begins, Fence, Html, Item, begins, begins_table};
use super::{INDENTED, blanks};

/// The most items and quotations that one line begins. Each has the rest of the line looked through.
const MOST_CONTAINERS: usize = 100;

/// A list item or a quotation.
#[derive(Clone, Debug)]
pub(super) struct Container<'t> {
    /// The column of the content of an item; `None` for a quotation.
    item: Option<usize>,
    /// Its content.
    pub(super) range: Range<usize>,
    open: Open,
    /// The column of the content of the innermost item that has been begun in it.
    innermost: usize,
    /// The last line, if it is text.
    last: &'t str,
}

/// What the last line leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    /// Text, with which the next line goes on even where it is outside of the container.
    Text,
    Table,
    Html(Html),
    Fence(Fence),
}

impl<'t> Container<'t> {
    /// A quotation with the rest of its first line, which ends at an offset.
    pub(super) fn quotation(rest: &'t str, end: usize) -> Self {
        let mut container = Self { item: None, range: end..end, open: Open::Nothing, innermost: 0, last: "" };
        container.read(0, rest);
        container
    }

    /// An item whose first line ends at an offset.
    pub(super) fn item(item: Item<'t>, end: usize) -> Self {
        let Item { content, column, text, .. } = item;
        let range = end - text.len()..end;
        let mut container = Self { item: Some(content), range, open: Open::Nothing, innermost: content, last: "" };
        container.read(column, text);
        container
    }

    /// Whether it is an item that has content.
    pub(super) fn is_item(&self) -> bool {
        self.item.is_some() && !self.range.is_empty()
    }

    /// Reads the next line, which begins with a text at a column and ends at an offset. The result is whether it is part of this.
    pub(super) fn goes_on(&mut self, column: usize, text: &'t str, end: usize) -> bool {
        let is_empty = text.is_empty();
        let inner = match self.item {
            // What follows an empty line cannot be the first of an item.
            Some(_) if is_empty => (!self.range.is_empty()).then_some((column, text)),
            Some(content) => (column >= content).then_some((column, text)),
            None => match begins(column, text) {
                Begins::Quotation(inner) if column < INDENTED => Some((0, inner)),
                _ => None,
            },
        };
        if let Some((column, inner)) = inner {
            if self.range.is_empty() {
                self.range.start = end - inner.len();
            }
            self.read(column, inner);
        } else if self.open != Open::Text || is_empty || !is_text(column, text) {
            return false;
        } else {
            self.last = text;
        }
        if !is_empty {
            self.range.end = end;
        }
        true
    }

    /// Reads what a line has in it, from a column on.
    fn read(&mut self, column: usize, line: &'t str) {
        let (column, text) = blanks(column, line);
        let mut content = self.item.unwrap_or_default();
        let goes_on = text.is_empty() || (self.open == Open::Text && is_text(column, text));
        if column >= self.innermost {
            content = self.innermost;
        } else if !goes_on {
            self.innermost = content;
        }
        self.open = match self.open {
            Open::Fence(fence) if (column >= fence.container || text.is_empty()) && !fence.is_closed(column, text) => {
                return;
            }
            Open::Fence(fence) if column >= fence.container => Open::Nothing,
            Open::Html(html) if html.is_end(text) => Open::Nothing,
            Open::Html(_) => return,
            Open::Text if begins_table(self.last, text) => Open::Table,
            was => self.begin(column, text, content, was),
        };
    }

    /// What a line leaves open that begins with a text at a column, in an item whose content begins at another one.
    fn begin(&mut self, column: usize, text: &'t str, content: usize, was: Open) -> Open {
        let (mut column, mut text, mut content) = (column, text, content);
        let (mut was, mut is_quoted) = (was, false);
        for _ in 0..MOST_CONTAINERS {
            let was_text = was == Open::Text;
            if text.is_empty() || (column >= content + INDENTED && !was_text) {
                return Open::Nothing;
            }
            match if column < content + INDENTED { begins(column, text) } else { Begins::Text } {
                Begins::Heading(..) | Begins::Break => return Open::Nothing,
                Begins::Html(html) if html != Html::ToEmptyLine(false) || !was_text => return html.open(text),
                Begins::Fence(..) if is_quoted => return Open::Nothing,
                Begins::Fence(mark, length) => return Open::Fence(Fence { mark, length, container: content }),
                Begins::Quotation(rest) => {
                    (is_quoted, content) = (true, 0);
                    (column, text) = blanks(0, rest);
                }
                Begins::Item(item) if item.interrupts || !was_text => {
                    (content, column, text) = (item.content, item.column, item.text);
                    self.innermost = content;
                }
                _ if was == Open::Table => return Open::Table,
                _ => {
                    self.last = text;
                    return Open::Text;
                }
            }
            was = Open::Nothing;
        }
        Open::Text
    }
}

impl Html {
    /// What its first line leaves open.
    pub(super) fn open(self, text: &str) -> Open {
        if matches!(self, Self::To(_)) && self.is_end(text) { Open::Nothing } else { Open::Html(self) }
    }
}

/// Whether a line outside of a container can go on with text in it.
fn is_text(column: usize, text: &str) -> bool {
    column >= INDENTED || matches!(begins(column, text), Begins::Text | Begins::Html(Html::ToEmptyLine(false)))
}
