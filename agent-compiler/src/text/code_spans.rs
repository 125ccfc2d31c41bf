//! Which parts of a body are code, so that rules about prose can skip them.
//!
//! Only fenced and inline code is parsed, since a full Markdown parser would add 1.4 s to the build of every user of the macro. A
//! test compares the two.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::fences::{Fences, fences};
use crate::text::markers::{Marker, MarkerIndex};

/// The code in a text.
#[derive(Debug, Default)]
pub struct CodeSpans {
    /// Fenced blocks and inline code, in order.
    pub code: Vec<Range<usize>>,
}

impl CodeSpans {
    /// Whether an offset is in code.
    #[must_use]
    pub fn is_code(&self, at: usize) -> bool {
        self.around(at).is_some()
    }

    /// Whether an offset is in inline code of this text.
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

/// All code in a text that is not a file.
#[must_use]
pub fn of(text: &str) -> CodeSpans {
    let (markers, range) = (MarkerIndex::of(text), 0..text.len());
    code_spans(text, &markers, &range, &fences(text, &markers, &range))
}

/// All code in a range of a text.
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

/// Inline code in prose: from a run of backticks to the next one of the same length in its paragraph. A run without another
/// one is text, and so is a backtick behind a backslash, unless it ends code.
fn inline(text: &str, prose: Range<usize>, ticks: &[usize], code: &mut Vec<Range<usize>>) {
    let index = |at: usize| ticks.partition_point(|tick| *tick < at);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &at in ticks.get(index(prose.start)..index(prose.end)).unwrap_or_default() {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    // Backwards, with the next run of each length in the paragraph.
    let mut next_of_length = HashMap::new();
    let mut closes = vec![None; runs.len()];
    let mut behind = prose.end;
    for (run, close) in runs.iter().zip(&mut closes).rev() {
        if text.get(run.end..behind).is_some_and(ends_paragraph) {
            next_of_length.clear();
        }
        let escaped = usize::from(is_escaped(text, run.start));
        *close = next_of_length.get(&(run.len() - escaped)).map(|end| run.start + escaped..*end);
        next_of_length.insert(run.len(), run.end);
        behind = run.start;
    }
    let mut done = prose.start;
    for found in closes.into_iter().flatten() {
        if found.start >= done {
            done = found.end;
            code.push(found);
        }
    }
}

/// Whether there is a backslash before an offset that is not escaped itself.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// Whether a text contains an empty line.
fn ends_paragraph(text: &str) -> bool {
    text.match_indices('\n').any(|(at, _)| {
        text.get(at + 1..).is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
    })
}

#[cfg(test)]
mod tests {
    use super::of;

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
    fn an_escaped_backtick_is_text_outside_of_code() {
        assert_eq!(code(r"\\`a` b`c`"), ["`a`", "`c`"]);
        assert_eq!(code(r"\`a` b`"), ["` b`"]);
        assert_eq!(code(r"\``a` b"), ["`a`"]);
        assert_eq!(code(r"`a \` b` c"), [r"`a \`"]);
        assert_eq!(code(r"`a \`` b` c"), [r"`a \`` b`"]);
        assert_eq!(code(r"a \` b"), [""; 0]);
    }

    #[test]
    fn an_indented_block_is_code_as_far_as_it_goes() {
        assert_eq!(code("a\n\n    ```\n    b\n\n    c\n    ```\nd"), ["```\n    b\n\n    c\n    ```\n"]);
        assert_eq!(code("a\n\n    ```\n    b\n\nc\n\n    ```\nd"), [""; 0]);
    }

    #[test]
    fn an_offset_is_in_code_or_not() {
        let code_spans = of("a `b` c `d`");
        assert_eq!((0..11).filter(|at| code_spans.is_code(*at)).collect::<Vec<_>>(), [2, 3, 4, 8, 9, 10]);
    }
}
