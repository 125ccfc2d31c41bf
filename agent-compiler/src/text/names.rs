//! Words that may be names: those with a dash, and those after `@`.

use std::io::BufRead as _;
use std::ops::Range;

/// The words of a text that have a dash within them, as `code-reviewer`. A part of a path, of a file name or of a longer name such
/// as `plugin:code-reviewer` is not one.
pub fn dashed(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut done = 0;
    offsets(text, b'-').filter_map(move |dash| {
        let bytes = text.as_bytes();
        let is_within = dash >= done
            && bytes.get(dash + 1).copied().is_some_and(is_of_word)
            && dash.checked_sub(1).and_then(|before| bytes.get(before)).copied().is_some_and(is_of_word);
        if !is_within {
            return None;
        }
        let mut before = bytes.get(..dash).unwrap_or_default();
        // Without optimization, slice patterns are the fastest way to loop.
        while let [rest @ .., byte] = before
            && is_of_name(*byte)
        {
            before = rest;
        }
        let start = before.len();
        done = end(bytes, dash);
        let is_alone = !matches!(before, [.., b'/' | b'.' | b':' | b'@' | b'$'])
            && !matches!(bytes.get(done..), Some([b'/' | b':' | b'(', next, ..]) if !next.is_ascii_whitespace())
            && !matches!(bytes.get(done..), Some([b'.', next, ..]) if is_of_word(*next));
        is_alone.then_some(start..done)
    })
}

/// The words of a text after `@`, such as `code-reviewer` of `@code-reviewer`. An address is not one.
pub fn addressed(text: &str) -> impl Iterator<Item = Range<usize>> {
    offsets(text, b'@').filter_map(|at| {
        let bytes = text.as_bytes();
        let is_address = at.checked_sub(1).and_then(|before| bytes.get(before)).copied().is_some_and(is_of_word);
        let end = end(bytes, at + 1);
        let is_path = matches!(bytes.get(end..), Some([b'/', ..]));
        (!is_address && !is_path && end > at + 1).then_some(at + 1..end)
    })
}

/// The offsets of a byte. Without optimization, std searches for one byte many times faster than a loop.
fn offsets(text: &str, byte: u8) -> impl Iterator<Item = usize> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        rest.skip_until(byte).ok().filter(|skipped| *skipped > 0)?;
        (text.len() - rest.len()).checked_sub(1)
    })
    .filter(move |at| text.as_bytes().get(*at) == Some(&byte))
}

fn end(bytes: &[u8], start: usize) -> usize {
    let mut behind = bytes.get(start..).unwrap_or_default();
    let mut end = start;
    while let [byte, rest @ ..] = behind
        && is_of_name(*byte)
    {
        behind = rest;
        if *byte != b'-' {
            end = bytes.len() - rest.len();
        }
    }
    end
}

fn is_of_name(byte: u8) -> bool {
    byte == b'-' || is_of_word(byte)
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::{addressed, dashed};

    #[test]
    fn a_word_with_a_dash_may_be_a_name() {
        let found = |text: &'static str| dashed(text).filter_map(move |word| text.get(word)).collect::<Vec<_>>();
        assert_eq!(found("- Ask code-reviewer, then **api-designer-2**."), ["code-reviewer", "api-designer-2"]);
        assert_eq!(found("a - b -- c --- d -e f-\n---\n"), [""; 0]);
        assert_eq!(found("agents/code-reviewer.md code-reviewer.md a/code-reviewer/b x:code-reviewer"), [""; 0]);
        assert_eq!(
            found("(code-reviewer) see code-reviewer: naïve-planner"),
            ["code-reviewer", "code-reviewer", "naïve-planner"]
        );
    }

    #[test]
    fn a_word_after_an_at_sign_may_be_a_name() {
        let found = |text: &'static str| addressed(text).filter_map(move |word| text.get(word)).collect::<Vec<_>>();
        assert_eq!(found("Ask @planner or (@code-reviewer-)."), ["planner", "code-reviewer"]);
        assert_eq!(found("me@planner.example, @scope/planner, @ planner"), [""; 0]);
    }
}
