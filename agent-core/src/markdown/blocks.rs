//! The headings of a text, the lines that stand for one, and the items of its lists, in order.
//!
//! Headings in items and quotations are not among them: they structure the item, not the text. Nor are items in items.

use core::ops::Range;

use super::container::{Container, Open};
use super::line::{Begins, Fence, Html, begins, begins_table, strong, underlines};
use super::{INDENTED, blanks};

/// The level of a line of strong emphasis that stands for a heading: below every heading.
const STRONG: u8 = 7;

/// What is found in a text.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    Heading(Heading),
    /// The content of an item.
    Item(Range<usize>),
}

/// A heading.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// 1 to 6, or that of a line of strong emphasis.
    pub(crate) level: u8,
    /// Its text, without what marks it as a heading.
    pub(crate) title: Range<usize>,
    /// Its lines.
    pub(crate) range: Range<usize>,
}

/// The blocks of a text, which are read when they are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Blocks<'t> {
    text: &'t str,
    /// The start of the next line.
    at: usize,
    /// What the last line leaves open at the top.
    open: Open,
    /// The start of the paragraph, if text is open, and that of its last line.
    paragraph: (usize, usize),
    container: Option<Container<'t>>,
    /// What the last line has ended, and what it is itself.
    found: [Option<Block>; 2],
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        loop {
            if let Some(block) = self.found.iter_mut().find_map(Option::take) {
                return Some(block);
            }
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty());
            let Some(rest) = rest else {
                self.end(self.at);
                return self.found.iter_mut().find_map(Option::take);
            };
            let line = self.at..self.at + rest.find('\n').map_or(rest.len(), |end| end + 1);
            self.at = line.end;
            self.line(line);
        }
    }
}

impl<'t> Blocks<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Open::Nothing, paragraph: (0, 0), container: None, found: [None, None] }
    }

    fn part(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The range of a part of the text.
    fn range_of(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        start..start + part.len()
    }

    fn line(&mut self, range: Range<usize>) {
        let line = self.part(range.clone()).trim_end();
        let (column, text) = blanks(0, line);
        let end = range.start + line.len();
        if let Some(container) = &mut self.container {
            if container.goes_on(column, text, end) {
                return;
            }
            self.end(range.start);
        }
        match self.open {
            Open::Html(html) if html.is_end(text) => self.open = Open::Nothing,
            Open::Fence(fence) if fence.is_closed(column, text) => self.open = Open::Nothing,
            Open::Html(_) | Open::Fence(_) => {}
            _ if text.is_empty() => self.end(range.start),
            _ => self.block(range, column, text),
        }
    }

    /// A line at the top that begins with a text at a column.
    fn block(&mut self, range: Range<usize>, column: usize, text: &'t str) {
        let is_text = self.open == Open::Text;
        if is_text && column < INDENTED {
            let (start, last) = self.paragraph;
            if let Some(level) = underlines(text) {
                self.open = Open::Nothing;
                return self.heading(level, self.part(start..range.start).trim(), start..range.end);
            }
            if begins_table(self.part(last..range.start), text) {
                self.end(last);
                self.open = Open::Table;
                return;
            }
        }
        let end = self.range_of(text).end;
        match if column < INDENTED { begins(column, text) } else { Begins::Text } {
            Begins::Heading(level, title) => {
                self.end(range.start);
                self.heading(level, title, range);
            }
            Begins::Quotation(rest) => {
                self.end(range.start);
                self.container = Some(Container::quotation(rest, end));
            }
            Begins::Item(item) if item.interrupts || !is_text => {
                self.end(range.start);
                self.container = Some(Container::item(item, end));
            }
            Begins::Break => self.end(range.start),
            Begins::Fence(mark, length) => {
                self.end(range.start);
                self.open = Open::Fence(Fence { mark, length, container: 0 });
            }
            Begins::Html(html) if html != Html::ToEmptyLine(false) || self.open == Open::Nothing => {
                self.end(range.start);
                self.open = html.open(text);
            }
            _ if is_text => self.paragraph.1 = range.start,
            // Indented code ends a table.
            _ if column >= INDENTED => self.open = Open::Nothing,
            _ if self.open == Open::Nothing => {
                self.open = Open::Text;
                self.paragraph = (range.start, range.start);
            }
            _ => {}
        }
    }

    /// Ends what is open: an item, or a paragraph, which may stand for a heading.
    fn end(&mut self, end: usize) {
        let (start, _) = self.paragraph;
        if let Some(container) = self.container.take() {
            self.found[0] = container.is_item().then_some(Block::Item(container.range));
        } else if self.open == Open::Text
            && let Some(title) = strong(self.part(start..end))
        {
            let (title, range) = (self.range_of(title), start..end);
            self.found[0] = Some(Block::Heading(Heading { level: STRONG, title, range }));
        }
        self.open = Open::Nothing;
    }

    fn heading(&mut self, level: u8, title: &'t str, range: Range<usize>) {
        // `## **Title**` has the title of `## Title`.
        let title = self.range_of(strong(title).unwrap_or(title));
        self.found[1] = Some(Block::Heading(Heading { level, title, range }));
    }
}
