//! Texts and places in them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::text::invisible;
use crate::text::markers::MarkerIndex;
use crate::text::secrets::{self, Secret};

/// One agent file.
#[derive(Debug)]
pub struct Source {
    /// Relative to the package, with `/` between folders.
    pub path: String,
    /// The file's text; of a file that is not UTF-8, what comes before the first wrong byte.
    pub text: String,
    /// Whether the text is the whole file.
    pub is_readable: bool,
    /// Where each line begins, once somebody has asked.
    lines: OnceLock<Vec<usize>>,
    /// The places of signs in the text, once somebody has asked.
    markers: OnceLock<MarkerIndex>,
    /// The secrets in the text, once somebody has asked.
    secrets: OnceLock<Vec<Secret>>,
}

impl Source {
    /// A file that was read in full.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            is_readable: true,
            lines: OnceLock::new(),
            markers: OnceLock::new(),
            secrets: OnceLock::new(),
        }
    }

    /// A file of which only the beginning could be read, if anything.
    #[must_use]
    pub fn unreadable(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { is_readable: false, ..Self::new(path, text) }
    }

    /// The file name without `.md` and `.agent.md`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".md").unwrap_or(name);
        name.strip_suffix(".agent").unwrap_or(name)
    }

    /// The byte range that `part` takes in this file, if it was borrowed from it.
    #[must_use]
    pub fn range_of(&self, part: &str) -> Option<Range<usize>> {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let range = start..start.checked_add(part.len())?;
        (self.text.get(range.clone())? == part).then_some(range)
    }

    /// The first place within `span` where a word stands as it is.
    #[must_use]
    pub fn locate(&self, word: &str, span: Span) -> Option<Span> {
        let at = span.start + self.text.get(span.range())?.find(word)?;
        Some(Span::new(span.file, at..at + word.len()))
    }

    /// The places of the signs with which rules begin.
    #[must_use]
    pub fn markers(&self) -> &MarkerIndex {
        self.markers.get_or_init(|| MarkerIndex::of(&self.text))
    }

    /// The keys and passwords in the text.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        self.secrets.get_or_init(|| secrets::secrets(&self.text, self.markers()))
    }

    /// A part of the text as it may be shown: with a star for each byte of a secret, so that no build log has it, and with
    /// something to see for each character beyond ASCII that nobody sees; for the others the renderer has signs. Every byte
    /// keeps its place.
    #[must_use]
    pub fn redacted(&self, range: Range<usize>) -> Cow<'_, str> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let is_here = |secret: &&Secret| secret.range.start < range.end && range.start < secret.range.end;
        let mut shown = Cow::Borrowed(text);
        for secret in self.secrets().iter().filter(is_here) {
            let start = secret.range.start.saturating_sub(range.start);
            let end = (secret.range.end - range.start).min(text.len());
            let value = shown.get(start..end).unwrap_or_default();
            // The lines of a private key stay lines.
            let masked = value.bytes().map(|byte| if byte == b'\n' { '\n' } else { '*' }).collect::<String>();
            shown.to_mut().replace_range(start..end, &masked);
        }
        for hidden in invisible::find(text, &MarkerIndex::of(text)) {
            let stand_in = |hidden: char| match hidden.len_utf8() {
                1 => hidden,
                2 => '¬',
                3 => char::REPLACEMENT_CHARACTER,
                _ => '\u{1f6ab}',
            };
            let visible = hidden.characters.into_iter().map(stand_in).collect::<String>();
            shown.to_mut().replace_range(hidden.range, &visible);
        }
        shown
    }

    /// The range of the line, with its line break, in which a place begins.
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
        // A byte order mark at the start of the file takes no column.
        let column = before.chars().skip_while(|c| start == 0 && *c == '\u{feff}').count() + 1;
        (line, column)
    }
}

/// A byte range of one file, by its place in the list of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Which file.
    pub file: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span of a byte range.
    #[must_use]
    pub fn new(file: usize, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    /// The range alone.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value and the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// Text with its place, borrowed where the file holds it as it is.
pub type SpannedText<'a> = Spanned<Cow<'a, str>>;

#[cfg(test)]
mod tests {
    use super::Source;

    fn source(text: &str) -> Source {
        Source::new("agents/team/x.agent.md", text)
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
    fn a_byte_order_mark_takes_no_column() {
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
