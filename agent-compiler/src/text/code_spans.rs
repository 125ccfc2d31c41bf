//! Which parts of a body are code: a rule about prose leaves them alone.
//!
//! Only what rules ask is read, fences and inline code, since a full Markdown parser costs every user of the macro 1.4 s of
//! building it. A test compares the two.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::markers::{Marker, MarkerIndex};

/// The code in a text.
#[derive(Debug, Default)]
pub struct CodeSpans {
    /// Fenced blocks and inline code, in order of place.
    pub code: Vec<Range<usize>>,
}

/// The fenced code in a text.
#[derive(Debug, Default)]
pub struct Fences {
    /// The blocks with their fences, in order of place.
    pub blocks: Vec<Range<usize>>,
    /// A fence that is still open at the end.
    pub unclosed: Option<Unclosed>,
}

/// A fence that no line closes.
#[derive(Debug)]
pub struct Unclosed {
    /// The line that opens it.
    pub line: Range<usize>,
    /// The line that opens the first fence with what looks like another one in it: from there on, what was meant to open
    /// may close and the other way round.
    pub closed_early: Option<Range<usize>>,
}

impl CodeSpans {
    /// Whether a place lies in code.
    #[must_use]
    pub fn is_code(&self, at: usize) -> bool {
        self.around(at).is_some()
    }

    /// Whether a place lies in inline code of this text.
    #[must_use]
    pub fn is_inline(&self, text: &str, at: usize) -> bool {
        let code = self.around(at).and_then(|code| text.get(code.clone()));
        code.is_some_and(|code| code.starts_with('`') && !code.contains('\n'))
    }

    fn around(&self, at: usize) -> Option<&Range<usize>> {
        let after = self.code.partition_point(|code| code.end <= at);
        self.code.get(after).filter(|code| code.contains(&at))
    }
}

/// A fence that is open.
struct Fence {
    line: Range<usize>,
    sign: char,
    length: usize,
    /// Whether a line in it looks as if it opened another.
    has_inner: bool,
}

/// Reads all code of a text that is no file.
#[must_use]
pub fn of(text: &str) -> CodeSpans {
    let (markers, range) = (MarkerIndex::of(text), 0..text.len());
    code_spans(text, &markers, &range, &fences(text, &markers, &range))
}

/// Reads all code in a range of a text.
#[must_use]
pub fn code_spans(text: &str, markers: &MarkerIndex, range: &Range<usize>, fences: &Fences) -> CodeSpans {
    let ticks = markers.within(Marker::Backtick, range);
    let mut code_spans = CodeSpans::default();
    let mut prose = range.start;
    for block in &fences.blocks {
        inline(text, prose..block.start, ticks, &mut code_spans.code);
        code_spans.code.push(block.clone());
        prose = block.end;
    }
    inline(text, prose..range.end, ticks, &mut code_spans.code);
    code_spans
}

/// Reads the fenced code in a range of a text. It goes from sign to sign, not from line to line: most lines hold none.
#[must_use]
pub fn fences(text: &str, markers: &MarkerIndex, range: &Range<usize>) -> Fences {
    let mut fences = Fences::default();
    let mut open: Option<Fence> = None;
    let mut closed_early = None;
    for (line, sign, length, can_close) in fence_lines(text, markers, range) {
        match &mut open {
            None => open = Some(Fence { line, sign, length, has_inner: false }),
            Some(begun) if can_close && sign == begun.sign && length >= begun.length => {
                fences.blocks.push(begun.line.start..line.end);
                if begun.has_inner {
                    closed_early.get_or_insert(trimmed(text, &begun.line));
                }
                open = None;
            }
            Some(begun) => begun.has_inner |= !can_close && sign == begun.sign,
        }
    }
    if let Some(begun) = open {
        fences.blocks.push(begun.line.start..range.end);
        let line = trimmed(text, &begun.line);
        fences.unclosed = Some(Unclosed { line, closed_early });
    }
    fences
}

/// Every line in a range that is a fence, with what [`fence`] says of it.
fn fence_lines(text: &str, markers: &MarkerIndex, range: &Range<usize>) -> Vec<(Range<usize>, char, usize, bool)> {
    let mut found: Vec<(Range<usize>, char, usize, bool)> = Vec::new();
    for (sign, kind) in [('`', Marker::Backtick), ('~', Marker::Tilde)] {
        let mut done = range.start;
        let mut places = markers.within(kind, range);
        while let [at, rest @ ..] = places {
            places = rest;
            if *at < done || !matches!(rest, [_, third, ..] if *third == at + 2) {
                continue;
            }
            let start = text
                .get(range.start..*at)
                .and_then(|before| before.rfind('\n'))
                .map_or(range.start, |line| range.start + line + 1);
            done = text.get(*at..range.end).and_then(|rest| rest.find('\n')).map_or(range.end, |end| at + end + 1);
            let line = text.get(start..done).and_then(fence).filter(|(of, ..)| *of == sign);
            found.extend(line.map(|(sign, length, can_close)| (start..done, sign, length, can_close)));
        }
    }
    found.sort_by_key(|(line, ..)| line.start);
    found
}

/// A line without what is white at its end.
fn trimmed(text: &str, line: &Range<usize>) -> Range<usize> {
    line.start..line.start + text.get(line.clone()).map_or(0, |line| line.trim_end().len())
}

/// The sign and length of a fence on a line, and whether it could close one. It may stand in a list or a quotation; with the
/// marker of an item before it, it opens one.
fn fence(line: &str) -> Option<(char, usize, bool)> {
    let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let (line, is_item) = item(line).map_or((line, false), |item| (item, true));
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let length = line.len() - rest.len();
    let is_fence = length >= 3 && (sign == '~' || !rest.contains('`'));
    is_fence.then_some((sign, length, rest.is_empty() && !is_item))
}

/// What stands in the item of a list that a line begins.
fn item(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < line.len();
    let rest = rest.strip_prefix(if is_numbered { &['.', ')'] } else { &['-', '*', '+'] as &[char] })?;
    rest.starts_with([' ', '\t']).then(|| rest.trim_start())
}

/// Inline code in prose: from a run of backticks to the next one of the same length in its paragraph. Without its like a
/// run is text.
fn inline(text: &str, prose: Range<usize>, ticks: &[usize], code: &mut Vec<Range<usize>>) {
    let place = |at: usize| ticks.partition_point(|tick| *tick < at);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &at in ticks.get(place(prose.start)..place(prose.end)).unwrap_or_default() {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    // From the end, where the next run of each length in the paragraph is.
    let mut next_of_length = HashMap::new();
    let mut closes = vec![None; runs.len()];
    let mut behind = prose.end;
    for (run, close) in runs.iter().zip(&mut closes).rev() {
        if text.get(run.end..behind).is_some_and(ends_paragraph) {
            next_of_length.clear();
        }
        *close = next_of_length.insert(run.len(), run.end);
        behind = run.start;
    }
    let mut done = prose.start;
    for (open, close) in runs.into_iter().zip(closes) {
        if let Some(end) = close.filter(|_| open.start >= done) {
            code.push(open.start..end);
            done = end;
        }
    }
}

/// Whether an empty line is in a text.
fn ends_paragraph(text: &str) -> bool {
    text.match_indices('\n').any(|(at, _)| {
        text.get(at + 1..).is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
    })
}

#[cfg(test)]
mod tests {
    use super::{Fences, of};
    use crate::text::markers::MarkerIndex;

    fn fences(text: &str) -> Fences {
        super::fences(text, &MarkerIndex::of(text), &(0..text.len()))
    }

    fn code(text: &str) -> Vec<&str> {
        of(text).code.into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn fences_and_inline_code_are_code() {
        assert_eq!(code("a `b` c\n```sh\nd\n```\ne"), ["`b`", "```sh\nd\n```\n"]);
        assert_eq!(code("- a\n  ~~~\n  `b\n  ~~~\n"), ["  ~~~\n  `b\n  ~~~\n"]);
        assert_eq!(
            code("- ```sh\n  d\n  ```\n2. ~~~\n   e\n   ~~~\nf `g`"),
            ["- ```sh\n  d\n  ```\n", "2. ~~~\n   e\n   ~~~\n", "`g`"]
        );
        assert_eq!(code("``a ` b`` and `c"), ["``a ` b``"]);
        assert_eq!(code("a ` b\n\nc ` d"), [""; 0]);
        assert_eq!(code("````md\n```\na\n```\n````\nb"), ["````md\n```\na\n```\n````\n"]);
        assert_eq!(code("```a`b```"), ["```a`b```"]);
    }

    #[test]
    fn a_fence_that_stays_open_is_known() {
        let unclosed = |text: &str| fences(text).unclosed.map(|unclosed| text.get(unclosed.line).unwrap().to_owned());
        assert_eq!(unclosed("a\n```sh\nb\n"), Some("```sh".to_owned()));
        assert_eq!(unclosed("```sh\nb\n```\n"), None);
        assert_eq!(unclosed("```\na\n```sh\nb\n```\n"), None);
        assert_eq!(unclosed("````\n```\n"), Some("````".to_owned()));
    }

    #[test]
    fn a_place_is_in_code_or_not() {
        let code_spans = of("a `b` c `d`");
        assert_eq!((0..11).filter(|at| code_spans.is_code(*at)).collect::<Vec<_>>(), [2, 3, 4, 8, 9, 10]);
    }
}
