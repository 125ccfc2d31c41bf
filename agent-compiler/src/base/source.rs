//! A file, and how byte offsets in it become lines and columns.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::base::span::Span;

/// An agent file.
#[derive(Debug)]
pub struct Source {
    /// Relative to the package, with `/` between folders.
    pub path: String,
    /// The text of the file. If the file is not UTF-8, only the text before the first invalid byte. A program that loads agents
    /// at run time never frees it.
    pub text: Cow<'static, str>,
    /// Whether the text is the whole file.
    pub is_readable: bool,
    /// The offset of each line, computed when first needed.
    lines: OnceLock<Vec<usize>>,
    /// The byte ranges that messages must not show, computed when first needed.
    redactions: OnceLock<Vec<Range<usize>>>,
}

impl Source {
    /// A file that was read in full.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            is_readable: true,
            lines: OnceLock::new(),
            redactions: OnceLock::new(),
        }
    }

    /// A file of which at most the beginning could be read.
    #[must_use]
    pub fn unreadable(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self { is_readable: false, ..Self::new(path, text) }
    }

    /// The file name without `.md` and `.agent.md`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".md").unwrap_or(name);
        name.strip_suffix(".agent").unwrap_or(name)
    }

    /// The byte range of `part` in this file, if it was borrowed from it.
    #[must_use]
    pub fn range_of(&self, part: &str) -> Option<Range<usize>> {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let range = start..start.checked_add(part.len())?;
        (self.text.get(range.clone())? == part).then_some(range)
    }

    /// The first occurrence of a word within `span`.
    #[must_use]
    pub fn locate(&self, word: &str, span: Span) -> Option<Span> {
        let at = span.start + self.text.get(span.range())?.find(word)?;
        Some(Span::new(span.file, at..at + word.len()))
    }

    /// The byte ranges that messages must not show, such as keys. `find` is called once.
    pub fn redactions(&self, find: impl FnOnce() -> Vec<Range<usize>>) -> &[Range<usize>] {
        self.redactions.get_or_init(find)
    }

    /// The range of the line in which a span begins, with its line break.
    #[must_use]
    pub fn line_of(&self, span: Span) -> Range<usize> {
        let start = self.text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = self.text.get(span.start..).and_then(|after| after.find('\n'));
        start..end.map_or(self.text.len(), |at| span.start + at + 1)
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters. A line ends in LF.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let starts = self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let offset = offset.min(self.text.len());
        let line = starts.partition_point(|start| *start <= offset);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        // A byte order mark at the start of the file is not counted.
        let column = before.chars().skip_while(|c| start == 0 && *c == '\u{feff}').count() + 1;
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn source(text: &str) -> Source {
        Source::new("agents/team/x.agent.md", text.to_owned())
    }

    #[test]
    fn columns_count_characters_and_lines_end_in_lf() {
        let source = source("é: x\r\nb");
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(2), (1, 2));
        assert_eq!(source.line_column(7), (2, 1));
        assert_eq!(source.line_column(99), (2, 2));
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        assert_eq!(source("\u{feff}---").line_column(3), (1, 1));
    }

    #[test]
    fn only_borrowed_text_has_a_range() {
        let source = source("name: x");
        assert_eq!(source.range_of(source.text.get(6..).unwrap()), Some(6..7));
        assert_eq!(source.range_of(&String::from("x")), None);
        assert_eq!(source.stem(), "x");
    }
}
