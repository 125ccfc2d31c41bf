//! The outline of a text: its headings, the lines that stand for one, and the items of the lists below each.
//!
//! Headings in list items and quotations are not part of it: they structure the item, not the text.

use std::io::BufRead as _;
use std::ops::Range;

use crate::text::containers::INDENTED;
use crate::text::lines::{Begins, Html, begins, begins_table, strong, underlines};

/// The level of a line of strong emphasis that stands for a heading: below every heading.
pub const STRONG: u8 = 7;

/// A heading, and what is directly below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSection {
    /// 1 to 6, or [`STRONG`].
    pub level: u8,
    /// Its text, without what marks it as a heading.
    pub title: Range<usize>,
    /// The lines of the heading.
    pub heading: Range<usize>,
    /// The items of the lists that are directly below it, without those in other items.
    pub items: Vec<Range<usize>>,
}

/// The outline of a range of a text, of which the blocks of fenced code are known.
#[must_use]
pub fn outline(text: &str, range: &Range<usize>, fences: &[Range<usize>]) -> Vec<OutlineSection> {
    let mut reader = Reader { text, sections: Vec::new(), open: Open::Nothing, item: None };
    let mut fences = fences;
    let mut rest = text.as_bytes().get(range.clone()).unwrap_or_default();
    let mut at = range.start;
    while !rest.is_empty() {
        while let [fence, others @ ..] = fences
            && fence.end <= at
        {
            fences = others;
        }
        let end = if let [fence, ..] = fences
            && fence.start <= at
        {
            reader.fence(at..fence.end);
            fence.end
        } else {
            // A search of the standard library, which is optimised where this crate is not.
            let mut behind = rest;
            let end = at + behind.skip_until(b'\n').unwrap_or(rest.len());
            if !reader.plain_line(rest, &(at..end)) {
                reader.line(at..end);
            }
            end
        };
        rest = rest.get(end - at..).unwrap_or_default();
        at = end;
    }
    reader.end_paragraph(range.end);
    reader.end_item();
    reader.sections
}

/// What the next line can go on with.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// Text that is no heading yet.
    Paragraph {
        start: usize,
        /// The start of its last line.
        last: usize,
    },
    /// Text in a quotation.
    Quoted,
    /// What this line has in an item, which may be text: that is looked at when it matters.
    InItem(usize),
    Table,
    Html(Html),
}

/// An item of a list.
struct Item {
    /// The column of its content.
    content: usize,
    range: Range<usize>,
}

impl Item {
    /// Whether a line of the item is text that the next line can go on with, if the line before is.
    fn is_text(&self, text: &str, line: usize) -> bool {
        let from = if line < self.range.start { self.range.start } else { line };
        let line = text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let (column, content) = blanks(line);
        column >= self.content + INDENTED || is_text(content, true)
    }
}

struct Reader<'t> {
    text: &'t str,
    sections: Vec<OutlineSection>,
    open: Open,
    item: Option<Item>,
}

impl<'t> Reader<'t> {
    fn part(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// Reads a line as most are: empty, text, or a part of an item. The result is whether it was one. Each look at a byte more costs
    /// its time where nothing is optimised.
    fn plain_line(&mut self, rest: &[u8], range: &Range<usize>) -> bool {
        if matches!(self.open, Open::Html(_)) {
            return false;
        }
        match *rest {
            [b'\n', ..] | [b'\r', b'\n', ..] => self.empty_line(range.start),
            [b'A'..=b'Z' | b'a'..=b'z' | 0x80.. | b'(' | b'[' | b'"', ..]
            | [b'*' | b'_', b'*' | b'_', b'A'..=b'Z' | b'a'..=b'z' | 0x80.., ..] => self.text_line(range),
            [b'|', ..] if matches!(self.open, Open::Table) => {}
            [b'-' | b'*' | b'+', b' ', b'*', b'*', b'A'..=b'Z' | b'a'..=b'z' | b'`' | 0x80.., ..] => {
                self.begin_item(2, range, 2);
            }
            [b'-' | b'*' | b'+', b' ', third, ..] if third > b' ' && third != b'-' && third != b'*' => {
                self.begin_item(2, range, 2);
            }
            [b'0'..=b'9', b'.', b' ', third, ..] if third > b' ' && !matches!(self.open, Open::Paragraph { .. }) => {
                self.begin_item(3, range, 3);
            }
            [b'#', ref behind @ ..] => return self.plain_heading(behind, range),
            [b' ', b' ', ref behind @ ..] => return self.plain_line_of_item(behind, range),
            _ => return false,
        }
        true
    }

    /// A line that begins with `#`, with what is behind it. One blank is before the title, and no `#` behind it.
    fn plain_heading(&mut self, behind: &[u8], range: &Range<usize>) -> bool {
        let (mut level, mut rest) = (1, behind);
        while let [b'#', others @ ..] = rest {
            level += 1;
            rest = others;
        }
        let ([b' ', first, ..], Ok(level @ 1..=6)) = (rest, u8::try_from(level)) else { return false };
        let start = range.start + usize::from(level) + 1;
        let title = self.trimmed(start..range.end);
        if *first <= b' ' || self.text.as_bytes().get(title.end - 1) == Some(&b'#') {
            return false;
        }
        self.end_paragraph(range.start);
        self.end_item();
        self.open = Open::Nothing;
        self.section(level, title, range.clone());
        true
    }

    /// A range without white space of ASCII at its end.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let mut content = self.text.as_bytes().get(range.clone()).unwrap_or_default();
        while let [rest @ .., b' ' | b'\t' | b'\r' | b'\n'] = content {
            content = rest;
        }
        range.start..range.start + content.len()
    }

    /// A line that is indented, with what is behind the first two blanks.
    fn plain_line_of_item(&mut self, behind: &[u8], range: &Range<usize>) -> bool {
        let Some(item) = &mut self.item else { return false };
        let (mut column, mut rest) = (2, behind);
        while column < item.content
            && let [b' ', others @ ..] = rest
        {
            column += 1;
            rest = others;
        }
        let is_empty = matches!(rest, [] | [b' ' | b'\t' | b'\r' | b'\n', ..]) && rest.trim_ascii_start().is_empty();
        let is_plain = column == item.content && !is_empty && !item.range.is_empty();
        if is_plain {
            item.range.end = range.end;
            self.open = Open::InItem(range.start);
        }
        is_plain
    }

    fn empty_line(&mut self, at: usize) {
        self.end_paragraph(at);
        self.open = Open::Nothing;
        // What follows an empty line cannot be the first of an item.
        if self.item.as_ref().is_some_and(|item| item.range.is_empty()) {
            self.item = None;
        }
    }

    /// A line of text that is not indented.
    fn text_line(&mut self, range: &Range<usize>) {
        if let Some(item) = &mut self.item {
            if let Open::InItem(last) = self.open
                && item.is_text(self.text, last)
            {
                item.range.end = range.end;
                self.open = Open::InItem(range.start);
                return;
            }
            self.end_item();
            self.open = Open::Nothing;
        }
        match self.open {
            Open::Nothing => self.open = Open::Paragraph { start: range.start, last: range.start },
            Open::Paragraph { start, .. } => self.open = Open::Paragraph { start, last: range.start },
            Open::Quoted | Open::InItem(_) | Open::Table | Open::Html(_) => {}
        }
    }

    /// Begins an item at the top, whose content has a column and is a number of bytes behind the start of the line.
    fn begin_item(&mut self, content: usize, line: &Range<usize>, behind: usize) {
        self.end_paragraph(line.start);
        self.end_item();
        self.open = Open::InItem(line.start);
        self.item = Some(Item { content, range: line.start + behind..line.end });
    }

    fn line(&mut self, range: Range<usize>) {
        let line = self.part(range.clone()).trim_end();
        let (column, text) = blanks(line);
        let end = range.start + line.len();
        if let Open::Html(html) = self.open {
            let is_end = match html {
                Html::To(end) => contains(line, end),
                Html::ToEmptyLine(_) => text.is_empty(),
            };
            if is_end {
                self.open = Open::Nothing;
            }
            return;
        }
        if text.is_empty() {
            return self.empty_line(range.start);
        }
        let is_within = self.item.as_ref().is_some_and(|item| column >= item.content);
        if is_within {
            return self.inner(text, &range);
        }
        let block = if column < INDENTED { begins(column, text) } else { Begins::Text };
        if self.item.is_some() {
            let is_text = matches!(block, Begins::Text | Begins::Html(Html::ToEmptyLine(false)));
            if let (Open::InItem(last), Some(item)) = (self.open, &self.item)
                && is_text
                && item.is_text(self.text, last)
            {
                self.open = Open::InItem(range.start);
                return self.extend(end);
            }
            self.end_item();
            if !matches!(block, Begins::Item(..)) {
                self.open = Open::Nothing;
            }
        }
        self.block(&range, column, text, block);
    }

    /// A line at the top, not in an item.
    fn block(&mut self, range: &Range<usize>, column: usize, text: &'t str, block: Begins<'t>) {
        let end = range.start + self.part(range.clone()).trim_end().len();
        let position = |part: &str| end - part.len();
        if let Open::Paragraph { start, last } = self.open
            && column < INDENTED
        {
            if let Some(level) = underlines(text) {
                let title = self.part(start..range.start).trim();
                let title_start = self.place(&(start..range.start), title);
                self.open = Open::Nothing;
                return self.section(level, title_start..title_start + title.len(), start..range.end);
            }
            if begins_table(self.part(last..range.start), text) {
                self.end_paragraph(last);
                self.open = Open::Table;
                return;
            }
        }
        let is_paragraph = matches!(self.open, Open::Paragraph { .. });
        match block {
            Begins::Heading(level, title) => {
                self.end_paragraph(range.start);
                self.open = Open::Nothing;
                let start = if title.is_empty() { end } else { self.place(range, title) };
                self.section(level, start..start + title.len(), range.clone());
            }
            Begins::Quotation(inner) => {
                self.end_paragraph(range.start);
                let is_text = is_text(inner, matches!(self.open, Open::Quoted));
                self.open = if is_text { Open::Quoted } else { Open::Nothing };
            }
            Begins::Break => {
                self.end_paragraph(range.start);
                self.open = Open::Nothing;
            }
            Begins::Item(content, rest, interrupts) if interrupts || !is_paragraph => {
                self.begin_item(content, &(range.start..end), position(rest) - range.start);
            }
            Begins::Html(html) if html != Html::ToEmptyLine(false) || matches!(self.open, Open::Nothing) => {
                self.end_paragraph(range.start);
                let is_closed = matches!(html, Html::To(end) if contains(text, end));
                self.open = if is_closed { Open::Nothing } else { Open::Html(html) };
            }
            _ => match self.open {
                Open::Paragraph { start, .. } => self.open = Open::Paragraph { start, last: range.start },
                Open::Nothing if column < INDENTED => {
                    self.open = Open::Paragraph { start: range.start, last: range.start };
                }
                _ => {}
            },
        }
    }

    /// A block of fenced code.
    fn fence(&mut self, range: Range<usize>) {
        let first = range.start + self.part(range.clone()).find('\n').unwrap_or(range.len());
        let line = self.part(range.start..first).trim_end();
        let (column, text) = blanks(line);
        if self.item.as_ref().is_none_or(|item| column < item.content) {
            self.end_paragraph(range.start);
            self.end_item();
            if let Begins::Item(content, rest, _) = begins(column, text) {
                let end = range.start + line.len();
                self.item = Some(Item { content, range: end - rest.len()..end });
            }
        }
        self.open = Open::Nothing;
        let end = range.start + self.part(range).trim_end().len();
        self.extend(end);
    }

    /// A line in an item.
    fn inner(&mut self, text: &str, range: &Range<usize>) {
        let end = range.start + self.part(range.clone()).trim_end().len();
        if let Some(item) = self.item.as_mut().filter(|item| item.range.is_empty()) {
            item.range.start = end - text.len();
        }
        self.open = Open::InItem(range.start);
        self.extend(end);
    }

    fn extend(&mut self, end: usize) {
        if let Some(item) = &mut self.item {
            item.range.end = end;
        }
    }

    fn end_item(&mut self) {
        let Some(item) = self.item.take() else { return };
        let range = self.trimmed(item.range);
        if let Some(section) = self.sections.last_mut().filter(|_| !range.is_empty()) {
            section.items.push(range);
        }
    }

    /// Ends a paragraph, which may stand for a heading.
    fn end_paragraph(&mut self, end: usize) {
        if let Open::Paragraph { start, .. } = self.open
            && matches!(self.text.as_bytes().get(start), Some(b'*' | b'_' | b' '))
            && let Some(title) = strong(self.part(start..end))
        {
            let start_of_title = self.place(&(start..end), title);
            self.section(STRONG, start_of_title..start_of_title + title.len(), start..end);
            self.open = Open::Nothing;
        }
    }

    fn section(&mut self, level: u8, title: Range<usize>, heading: Range<usize>) {
        // `## **Title**` has the title of `## Title`.
        let may_be_strong = level != STRONG && matches!(self.text.as_bytes().get(title.start), Some(b'*' | b'_'));
        let inner = if may_be_strong { strong(self.part(title.clone())) } else { None };
        let title = match inner {
            Some(inner) => {
                let start = self.place(&title, inner);
                start..start + inner.len()
            }
            None => title,
        };
        self.sections.push(OutlineSection { level, title, heading, items: Vec::new() });
    }

    /// The start of a text that is a part of a range.
    fn place(&self, range: &Range<usize>, text: &str) -> usize {
        range.start + self.part(range.clone()).find(text).unwrap_or_default()
    }
}

/// The column at which the text of a line begins, and that text.
fn blanks(line: &str) -> (usize, &str) {
    let (mut column, mut rest) = (0, line);
    while let Some(blank) = rest.bytes().next().filter(|byte| matches!(byte, b' ' | b'\t')) {
        column += if blank == b' ' { 1 } else { INDENTED - column % INDENTED };
        rest = rest.get(1..).unwrap_or_default();
    }
    (column, rest)
}

/// Whether a line in an item or a quotation is text that the next line can go on with. The line before may have been.
fn is_text(line: &str, was_text: bool) -> bool {
    let (mut line, mut was_text) = (line, was_text);
    loop {
        let (column, text) = blanks(line);
        if text.is_empty() || column >= INDENTED {
            return was_text && !text.is_empty();
        }
        match begins(column, text) {
            Begins::Text => return true,
            Begins::Html(html) => return html == Html::ToEmptyLine(false) && was_text,
            Begins::Quotation(rest) | Begins::Item(_, rest, _) => (line, was_text) = (rest, false),
            Begins::Heading(..) | Begins::Break | Begins::Fence => return false,
        }
    }
}

/// Whether a line contains the end of a block of HTML, in any letter case.
fn contains(line: &str, end: &str) -> bool {
    line.to_ascii_lowercase().contains(&end.to_ascii_lowercase())
}
