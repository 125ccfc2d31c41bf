//! Fenced code: which lines of a text open and close it.

use std::ops::Range;

use include_agents_core::__private::markdown::{INDENTED, item};

use crate::text::containers::{indentation, quotation};
use crate::text::markers::{Marker, MarkerIndex};

/// The fenced code in a text.
#[derive(Debug, Default)]
pub struct Fences {
    /// The blocks with their fences, in order.
    pub blocks: Vec<Range<usize>>,
    /// The fence that is still open at the end of the text.
    pub unclosed: Option<Unclosed>,
    /// Where prose counts as code, and all fences are closed.
    pub swapped: Option<Swapped>,
}

/// Two blocks that seem to contain another one each. What was meant to close the first opens the second.
#[derive(Debug)]
pub struct Swapped {
    /// The line that opens the first block.
    pub outer: Range<usize>,
    /// The line that opens the second block; it could close one too.
    pub prose: Range<usize>,
}

/// A fence that is never closed.
#[derive(Debug)]
pub struct Unclosed {
    /// The line that opens it.
    pub line: Range<usize>,
    /// The line that opens the first block that seems to contain another one. From there on, fences that were meant to open a
    /// block may close one, and vice versa.
    pub closed_early: Option<Range<usize>>,
    /// The first line that would close it with less indentation.
    pub indented: Option<Range<usize>>,
    /// The line that opens a block which it would close, if it were in the same list item or quotation.
    pub outside: Option<Range<usize>>,
}

/// A line that is a fence.
struct FenceLine {
    line: Range<usize>,
    character: char,
    length: usize,
    /// Whether it could close a fence.
    can_close: bool,
    /// The number of quotations around it.
    depth: usize,
    /// The column of its first character that is not white space.
    column: usize,
    /// The column after the marker of the list item that the line begins, if any.
    content: Option<usize>,
}

/// An open fence.
struct Open {
    fence: FenceLine,
    /// Whether a line in the block seems to open another one, which the same line would close.
    has_inner: bool,
    /// The first line that would close it with less indentation.
    indented: Option<Range<usize>>,
    /// The line that opens a block which it would close, if it were in the same container.
    outside: Option<Range<usize>>,
}

/// The most lines of a text that are searched for the list items that contain its fences.
const MOST_LINES_ABOVE: usize = 10_000;

/// The fenced code in a range of a text. It visits the markers instead of all lines, since most lines contain none.
#[must_use]
pub fn fences(text: &str, markers: &MarkerIndex, range: &Range<usize>) -> Fences {
    let mut fences = Fences::default();
    let mut above = Above { text, from: range.start, left: MOST_LINES_ABOVE };
    let mut open: Option<Open> = None;
    let mut indented: Option<FenceLine> = None;
    let mut closed_early: Option<Range<usize>> = None;
    for fence in fence_lines(text, markers, range) {
        let mut outside = None;
        if let Some(begun) = open.take_if(|begun| above.is_outside(&fence, &begun.fence, &fences.blocks)) {
            fences.blocks.push(begun.fence.line.start..fence.line.start);
            outside = closes(&fence, &begun.fence).then(|| trimmed(text, &begun.fence.line));
        }
        match &mut open {
            None if above.is_indented(&fence, &fence, &fences.blocks) => {
                // An indented block is code up to its end.
                match indented.take() {
                    Some(begun) if closes(&fence, &begun) && is_one_block(text, begun.line.end..fence.line.start) => {
                        fences.blocks.push(begun.line.start + begun.offset(text)..fence.line.end);
                    }
                    _ => indented = Some(fence),
                }
            }
            None => {
                indented = None;
                open = Some(Open { fence, has_inner: false, indented: None, outside });
            }
            // In a block, a quotation is part of the code.
            Some(begun) if fence.depth > begun.fence.depth => {}
            Some(begun) if closes(&fence, &begun.fence) => {
                if above.is_indented(&fence, &begun.fence, &fences.blocks) {
                    begun.indented.get_or_insert(trimmed(text, &fence.line));
                    continue;
                }
                fences.blocks.push(begun.fence.line.start..fence.line.end);
                if begun.has_inner {
                    let line = trimmed(text, &begun.fence.line);
                    match &closed_early {
                        Some(outer) if begun.fence.can_close && fences.swapped.is_none() => {
                            fences.swapped = Some(Swapped { outer: outer.clone(), prose: line });
                        }
                        Some(_) => {}
                        None => closed_early = Some(line),
                    }
                }
                open = None;
            }
            Some(begun) => {
                let is_same = fence.character == begun.fence.character && fence.length >= begun.fence.length;
                begun.has_inner |= is_same && !fence.can_close;
            }
        }
    }
    if let Some(begun) = open {
        fences.blocks.push(begun.fence.line.start..range.end);
        let line = trimmed(text, &begun.fence.line);
        fences.unclosed = Some(Unclosed { line, closed_early, indented: begun.indented, outside: begun.outside });
    }
    fences
}

/// Whether the characters of a fence close another one.
fn closes(fence: &FenceLine, begun: &FenceLine) -> bool {
    fence.can_close && fence.character == begun.character && fence.length >= begun.length
}

/// Whether all lines of a range belong to an indented block.
fn is_one_block(text: &str, range: Range<usize>) -> bool {
    let lines = text.get(range).unwrap_or_default().lines();
    lines.filter(|line| !line.trim().is_empty()).all(|line| indentation(line).0 >= INDENTED)
}

/// A search in the lines above a fence for the list item that contains it.
struct Above<'t> {
    text: &'t str,
    /// The start of the text.
    from: usize,
    /// How many more lines may be searched.
    left: usize,
}

impl Above<'_> {
    /// Whether a fence is indented too far in the container of `begun`, which is the fence itself or the one it would close.
    fn is_indented(&mut self, fence: &FenceLine, begun: &FenceLine, blocks: &[Range<usize>]) -> bool {
        // Most fences are indented less, so that no search is necessary.
        fence.column >= INDENTED && fence.column >= INDENTED + self.content(fence, begun, blocks)
    }

    /// Whether a fence is outside of the list item or quotation of `begun`, which then ends a block too.
    fn is_outside(&mut self, fence: &FenceLine, begun: &FenceLine, blocks: &[Range<usize>]) -> bool {
        // Most fences are where the one before is, so that no search is necessary.
        let is_left = fence.column < begun.content.unwrap_or(begun.column);
        fence.depth < begun.depth || (is_left && fence.column < self.content(fence, begun, blocks))
    }

    /// The column at which the content of the container of `begun` begins.
    fn content(&mut self, fence: &FenceLine, begun: &FenceLine, blocks: &[Range<usize>]) -> usize {
        match begun.content.filter(|_| fence.line != begun.line) {
            Some(content) => content,
            None => self.item(begun, blocks),
        }
    }

    /// The column at which the content of the innermost list item around a fence begins; 0 outside of lists.
    fn item(&mut self, fence: &FenceLine, blocks: &[Range<usize>]) -> usize {
        let mut blocks = blocks.iter().rev();
        let mut block = blocks.next();
        // A line to the left of the content of an item ends the item, unless it continues a paragraph.
        let (mut leftmost, mut leftmost_of_paragraph) = (usize::MAX, usize::MAX);
        let (depth, ..) = quotation(self.text.get(fence.line.clone()).unwrap_or_default());
        let mut end = fence.line.start;
        while end > self.from && leftmost > 0 {
            let Some(left) = self.left.checked_sub(1) else { break };
            self.left = left;
            while block.is_some_and(|block| block.start >= end) {
                block = blocks.next();
            }
            let is_code = block.is_some_and(|block| end <= block.end);
            let start = match block.filter(|_| is_code) {
                Some(block) => block.start,
                None => self.line_start(end),
            };
            let line = self.text.get(start..end).unwrap_or_default();
            let line = line.lines().next().unwrap_or_default();
            end = start;
            if line.trim().is_empty() {
                leftmost = leftmost.min(leftmost_of_paragraph);
                leftmost_of_paragraph = usize::MAX;
                continue;
            }
            let (depth_here, column, rest) = quotation(line);
            if depth_here < depth {
                return 0;
            }
            if depth_here > depth {
                leftmost = leftmost.min(leftmost_of_paragraph).min(line.find('>').unwrap_or_default());
                continue;
            }
            if let Some((content, ..)) = item(column, rest) {
                if content <= fence.column && content <= leftmost {
                    return content;
                }
                leftmost = leftmost.min(leftmost_of_paragraph).min(column);
            } else if is_code || rest.starts_with('#') {
                leftmost = leftmost.min(leftmost_of_paragraph).min(column);
            } else {
                leftmost_of_paragraph = leftmost_of_paragraph.min(column);
            }
        }
        0
    }

    /// The start of the line that ends at an offset.
    fn line_start(&self, end: usize) -> usize {
        let before = self.text.get(self.from..end.saturating_sub(1)).unwrap_or_default();
        before.rfind('\n').map_or(self.from, |at| self.from + at + 1)
    }
}

/// Every line in a range that is a fence.
fn fence_lines(text: &str, markers: &MarkerIndex, range: &Range<usize>) -> Vec<FenceLine> {
    let mut found = Vec::new();
    for (character, marker) in [('`', Marker::Backtick), ('~', Marker::Tilde)] {
        let mut done = range.start;
        let mut offsets = markers.within(marker, range);
        while let [at, rest @ ..] = offsets {
            offsets = rest;
            if *at < done || !matches!(rest, [_, third, ..] if *third == at + 2) {
                continue;
            }
            let start = text
                .get(range.start..*at)
                .and_then(|before| before.rfind('\n'))
                .map_or(range.start, |line| range.start + line + 1);
            done = text.get(*at..range.end).and_then(|rest| rest.find('\n')).map_or(range.end, |end| at + end + 1);
            found.extend(FenceLine::read(text, start..done).filter(|fence| fence.character == character));
        }
    }
    found.sort_by_key(|fence| fence.line.start);
    found
}

/// A line without trailing white space.
fn trimmed(text: &str, line: &Range<usize>) -> Range<usize> {
    line.start..line.start + text.get(line.clone()).map_or(0, |line| line.trim_end().len())
}

impl FenceLine {
    /// The fence on a line. It may be in a list or a quotation; after a list marker, it can only open a block.
    fn read(text: &str, range: Range<usize>) -> Option<Self> {
        let (depth, column, line) = quotation(text.get(range.clone())?.trim_end());
        let (content, line) = match item(column, line) {
            Some((content, 0, line)) => (Some(content), line),
            Some(_) => return None,
            None => (None, line),
        };
        let character = line.chars().next().filter(|character| matches!(character, '`' | '~'))?;
        let rest = line.trim_start_matches(character);
        let length = line.len() - rest.len();
        let is_fence = length >= 3 && (character == '~' || !rest.contains('`'));
        let can_close = rest.is_empty() && content.is_none();
        is_fence.then_some(Self { line: range, character, length, can_close, depth, column, content })
    }

    /// The offset of the fence in its line.
    fn offset(&self, text: &str) -> usize {
        text.get(self.line.clone()).and_then(|line| line.find(self.character)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Fences;
    use crate::text::markers::MarkerIndex;

    fn fences(text: &str) -> Fences {
        super::fences(text, &MarkerIndex::of(text), &(0..text.len()))
    }

    #[test]
    fn a_fence_is_indented_less_than_four_columns_in_its_container() {
        let open = |text: &str| fences(text).unclosed.is_some();
        for text in [
            "```\na",
            "   ```\na",
            "- a\n\n     ```\n     b",
            "1. a\n    ```\n",
            "1. a\n\n   b\n\n   ```\n   c\n   ```\n\n    ```\n",
            "- a\n  - b\n\n    c\n    ```\n",
            "- a\ngoes on\n  ```\n  b\n  ```\n    ```\n",
            "> - a\n>\n>     ```\n",
            "-\ta\n\n\t```\n",
            "-\ta\n\n\t   ```\n",
            "-\n\n    ```\n",
        ] {
            assert!(open(text), "{text}");
        }
        for text in [
            "    ```\na",
            "\t```\na",
            "a\n\n    ```\n\nb",
            "- a\n\nb\n\n    ```\n",
            "- a\n\n      ```\n",
            "# a\n    ```\n",
            "- a\n# b\n    ```\n",
            ">     ```\n",
            "- a\n\n>     ```\n",
            "> - a\n\n    ```\n",
            "-     ```\n",
        ] {
            assert!(!open(text), "{text}");
        }
        // A fence further right does not close it either.
        assert!(open("```\na\n    ```\n"));
        assert!(!open("- ```\n  a\n     ```\n"));
        assert!(!open("1. a\n   ```\n   b\n      ```\n"));
    }

    #[test]
    fn a_block_ends_with_its_container() {
        let blocks = |text: &str| -> Vec<String> {
            fences(text).blocks.into_iter().map(|block| text.get(block).unwrap().to_owned()).collect()
        };
        assert_eq!(blocks("- ```sh\n  a\n```\nb"), ["- ```sh\n  a\n", "```\nb"]);
        assert_eq!(blocks("1. a\n   ```\n   b\n```\n"), ["   ```\n   b\n", "```\n"]);
        assert_eq!(blocks("> ```\n> a\n```\n"), ["> ```\n> a\n", "```\n"]);
        assert_eq!(blocks("```\n> ```\n```\n"), ["```\n> ```\n```\n"]);
        assert_eq!(blocks("  ```\n  a\n```\n"), ["  ```\n  a\n```\n"]);
    }

    #[test]
    fn a_fence_that_is_never_closed_is_found() {
        let unclosed = |text: &str| fences(text).unclosed.map(|unclosed| text.get(unclosed.line).unwrap().to_owned());
        assert_eq!(unclosed("a\n```sh\nb\n"), Some("```sh".to_owned()));
        assert_eq!(unclosed("```sh\nb\n```\n"), None);
        assert_eq!(unclosed("```\na\n```sh\nb\n```\n"), None);
        assert_eq!(unclosed("````\n```\n"), Some("````".to_owned()));
    }
}
