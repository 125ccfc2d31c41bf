//! Words that may be names from a list: those with a dash, those after `@`, and what is between backticks.
//!
//! Without optimization, what is called for each word or byte costs most. So this is plain loops over slices, and a word is looked
//! up in the list only if a name in it has the same first byte and length.

use std::io::BufRead as _;
use std::ops::Range;

/// The first bytes and the lengths of names.
#[derive(Debug)]
pub struct NameShapes {
    /// For each first byte, a bit for each length.
    lengths: [u64; 256],
}

/// Longer names have the bit of this length.
const LONGEST: usize = 63;

/// Whether a byte is part of a word. All bytes beyond ASCII are.
static IS_OF_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    loop {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, where an error fails the build")]
        {
            table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
        }
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

impl NameShapes {
    /// The shapes of these names.
    #[must_use]
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut lengths = [0; 256];
        for name in names {
            if let [first, ..] = name.as_bytes()
                && let Some(lengths) = lengths.get_mut(usize::from(*first))
            {
                *lengths |= 1 << name.len().min(LONGEST);
            }
        }
        Self { lengths }
    }

    /// Whether a name has the shape of a word.
    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    fn has(&self, word: &[u8]) -> bool {
        let [first, ..] = word else { return false };
        let length = if word.len() < LONGEST { word.len() } else { LONGEST };
        self.lengths[*first as usize] >> length & 1 == 1
    }

    /// The words of a text with a dash in them, as `code-reviewer`, that have the shape of a name. A part of a path, of a file name
    /// or of a longer name such as `plugin:code-reviewer` is not one.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    pub fn dashed(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let bytes = text.as_bytes();
        let mut rest = bytes;
        // A search of the standard library, which is optimised.
        while rest.skip_until(b'-').is_ok_and(|skipped| skipped > 0) {
            let [next, ..] = rest else { break };
            // Most dashes begin an item of a list or are part of a line.
            if !IS_OF_WORD[*next as usize] {
                while let [b'-', behind @ ..] = rest {
                    rest = behind;
                }
                continue;
            }
            let dash = bytes.len() - rest.len() - 1;
            let mut before = bytes.get(..dash).unwrap_or_default();
            while let [others @ .., byte] = before
                && (IS_OF_WORD[*byte as usize] || *byte == b'-')
            {
                before = others;
            }
            let start = before.len();
            let end = end_of_name(bytes, &mut rest);
            let word = bytes.get(start..end).unwrap_or_default();
            if start < dash && self.has(word) && is_alone(before, rest) {
                found.push(start..end);
            }
        }
        found
    }

    /// The words of a text after `@`, such as `code-reviewer` of `@code-reviewer`, that have the shape of a name. A part of an
    /// address is not one.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    pub fn addressed(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let bytes = text.as_bytes();
        let mut rest = bytes;
        while rest.skip_until(b'@').is_ok_and(|skipped| skipped > 0) {
            let start = bytes.len() - rest.len();
            let end = end_of_name(bytes, &mut rest);
            let word = bytes.get(start..end).unwrap_or_default();
            let is_address = matches!(bytes.get(..start), Some([.., byte, b'@']) if IS_OF_WORD[*byte as usize]);
            if !is_address && !matches!(rest, [b'/', ..]) && self.has(word) {
                found.push(start..end);
            }
        }
        found
    }

    /// What is between one backtick and the next, if it has the shape of a name. An `@` before it is left out.
    #[must_use]
    pub fn quoted(&self, text: &str, ticks: &[usize]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut ticks = ticks;
        while let [open, others @ ..] = ticks {
            ticks = others;
            let [close, ..] = others else { break };
            let word = text.as_bytes().get(open + 1..*close).unwrap_or_default();
            let (start, word) = match word {
                [b'@', word @ ..] => (open + 2, word),
                word => (open + 1, word),
            };
            if self.has(word) {
                found.push(start..*close);
            }
        }
        found
    }
}

/// The end of the name at the start of `rest`, without dashes at its end; `rest` is what follows it.
#[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
fn end_of_name(bytes: &[u8], rest: &mut &[u8]) -> usize {
    let mut end = bytes.len() - rest.len();
    let mut behind = *rest;
    while let [byte, others @ ..] = behind {
        if IS_OF_WORD[*byte as usize] {
            *rest = others;
            end = bytes.len() - others.len();
        } else if *byte != b'-' {
            break;
        }
        behind = others;
    }
    end
}

/// Whether what is around a word does not make it a part of something else.
fn is_alone(before: &[u8], behind: &[u8]) -> bool {
    let is_part = match behind {
        [b'/' | b':' | b'(', next, ..] => !next.is_ascii_whitespace(),
        [b'.', next, ..] => next.is_ascii_alphanumeric(),
        _ => false,
    };
    !is_part && !matches!(before, [.., b'/' | b'.' | b':' | b'@' | b'$'])
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::NameShapes;

    fn shapes() -> NameShapes {
        NameShapes::new(["code-reviewer", "api-designer-2", "naïve-planner", "planner", "x"].into_iter())
    }

    fn parts(text: &str, found: Vec<Range<usize>>) -> Vec<&str> {
        found.into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn a_word_with_a_dash_may_be_a_name() {
        let found = |text| parts(text, shapes().dashed(text));
        assert_eq!(found("- Ask code-reviewer, then **api-designer-2**."), ["code-reviewer", "api-designer-2"]);
        assert_eq!(
            found("(code-reviewer) see code-reviewer: naïve-planner-"),
            ["code-reviewer", "code-reviewer", "naïve-planner"]
        );
        assert_eq!(found("a-b code-reviewers -code-reviewer real-time"), [""; 0], "no name begins or ends like these");
        assert_eq!(found("code-rewriter code-reviewer"), ["code-rewriter", "code-reviewer"], "the same shape");
        assert_eq!(found("a - b -- c --- d -e f-\n---\n|---|---|\n-"), [""; 0]);
        assert_eq!(found("agents/code-reviewer.md code-reviewer.md a/code-reviewer/b x:code-reviewer"), [""; 0]);
    }

    #[test]
    fn a_word_after_an_at_sign_may_be_a_name() {
        let found = |text| parts(text, shapes().addressed(text));
        assert_eq!(found("Ask @planner or (@code-reviewer-)."), ["planner", "code-reviewer"]);
        assert_eq!(found("me@planner.example, @planner/x, @ planner, @other, @"), [""; 0]);
    }

    #[test]
    fn what_is_between_backticks_may_be_a_name() {
        let found = |text: &'static str| {
            let ticks: Vec<_> = text.match_indices('`').map(|(at, _)| at).collect();
            parts(text, shapes().quoted(text, &ticks))
        };
        assert_eq!(found("`planner`, `@code-reviewer` and ``x``"), ["planner", "code-reviewer", "x"]);
        assert_eq!(found("`a planner` `` ` `planner"), [""; 0]);
    }

    #[test]
    fn a_long_name_has_a_shape_too() {
        let name = "very-".repeat(20) + "long";
        assert_eq!(NameShapes::new([name.as_str()].into_iter()).dashed(&name).len(), 1);
    }
}
