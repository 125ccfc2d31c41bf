//! Which parts of a body are code: a rule about prose leaves them alone.
//!
//! Only what rules ask is read, fences and inline code, since a full Markdown parser costs every user of the macro 1.4 s of
//! building it. A test compares the two.

use std::collections::HashMap;
use std::ops::Range;

use super::frontmatter::lines;

/// The code in a text.
#[derive(Debug, Default)]
pub struct Outline {
    /// Fenced blocks and inline code, in order of place.
    pub code: Vec<Range<usize>>,
    /// A fence that is still open at the end.
    pub unclosed: Option<Unclosed>,
}

/// A fence that no line closes.
#[derive(Debug)]
pub struct Unclosed {
    /// The line that opens it.
    pub line: Range<usize>,
    /// The line that opens an earlier fence, where this one was perhaps meant to close that: a fence within it has done so.
    pub closed_early: Option<Range<usize>>,
}

impl Outline {
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

/// Reads the code in a range of a text.
#[must_use]
pub fn outline(text: &str, range: Range<usize>) -> Outline {
    let mut outline = Outline::default();
    let body = text.get(range.clone()).unwrap_or_default();
    // The two signs of code are looked for by primitives that are fast in an unoptimised build too.
    if body.find('`').is_none() && body.find('~').is_none() {
        return outline;
    }
    let mut open: Option<Fence> = None;
    let mut closed_early = None;
    let mut paragraph = range.start..range.start;
    for line in lines(text.get(..range.end).unwrap_or_default(), range.start) {
        let content = text.get(line.clone()).unwrap_or_default();
        let fence = fence(content);
        match (&mut open, fence) {
            (None, Some((sign, length, _))) => {
                inline(text, paragraph, &mut outline.code);
                open = Some(Fence { line: line.clone(), sign, length, has_inner: false });
                paragraph = line.end..line.end;
            }
            (Some(begun), Some((sign, length, true))) if sign == begun.sign && length >= begun.length => {
                outline.code.push(begun.line.start..line.end);
                if begun.has_inner {
                    closed_early = Some(trimmed(text, &begun.line));
                }
                open = None;
                paragraph = line.end..line.end;
            }
            (Some(begun), Some((sign, _, false))) => begun.has_inner |= sign == begun.sign,
            (Some(_), _) => {}
            (None, None) if content.trim_start().is_empty() => {
                inline(text, paragraph, &mut outline.code);
                paragraph = line.end..line.end;
            }
            (None, None) => paragraph.end = line.end,
        }
    }
    match open {
        Some(begun) => {
            outline.code.push(begun.line.start..range.end);
            let line = trimmed(text, &begun.line);
            let is_bare = text.get(line.clone()).is_some_and(|line| line.ends_with(begun.sign));
            outline.unclosed = Some(Unclosed { line, closed_early: closed_early.filter(|_| is_bare) });
        }
        None => inline(text, paragraph, &mut outline.code),
    }
    outline
}

/// A line without what is white at its end.
fn trimmed(text: &str, line: &Range<usize>) -> Range<usize> {
    line.start..line.start + text.get(line.clone()).map_or(0, |line| line.trim_end().len())
}

/// The sign and length of a fence on a line, and whether it could close one. It may stand in a list or a quotation; with the
/// marker of an item before it, it opens one.
fn fence(line: &str) -> Option<(char, usize, bool)> {
    // Most lines begin with a letter, and this runs on every line, also where nothing is optimised.
    let first = line.trim_start().as_bytes().first();
    if !matches!(first, Some(b'`' | b'~' | b'>' | b'-' | b'*' | b'+' | b'0'..=b'9')) {
        return None;
    }
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

/// Inline code within one paragraph: from a run of backticks to the next one of the same length. Without its like a run is
/// text.
fn inline(text: &str, paragraph: Range<usize>, code: &mut Vec<Range<usize>>) {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (offset, _) in text.get(paragraph.clone()).unwrap_or_default().match_indices('`') {
        let at = paragraph.start + offset;
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    // From the end, where the next run of each length is.
    let mut next_of_length = HashMap::new();
    let mut closes = vec![None; runs.len()];
    for (run, close) in runs.iter().zip(&mut closes).rev() {
        *close = next_of_length.insert(run.len(), run.end);
    }
    let mut done = paragraph.start;
    for (open, close) in runs.into_iter().zip(closes) {
        if let Some(end) = close.filter(|_| open.start >= done) {
            code.push(open.start..end);
            done = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::outline;

    fn code(text: &str) -> Vec<&str> {
        outline(text, 0..text.len()).code.into_iter().map(|range| text.get(range).unwrap()).collect()
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
        let unclosed = |text: &str| {
            outline(text, 0..text.len()).unclosed.map(|unclosed| text.get(unclosed.line).unwrap().to_owned())
        };
        assert_eq!(unclosed("a\n```sh\nb\n"), Some("```sh".to_owned()));
        assert_eq!(unclosed("```sh\nb\n```\n"), None);
        assert_eq!(unclosed("```\na\n```sh\nb\n```\n"), None);
        assert_eq!(unclosed("````\n```\n"), Some("````".to_owned()));
    }

    #[test]
    fn a_place_is_in_code_or_not() {
        let outline = outline("a `b` c `d`", 0..11);
        assert_eq!((0..11).filter(|at| outline.is_code(*at)).collect::<Vec<_>>(), [2, 3, 4, 8, 9, 10]);
    }
}
