//! The frontmatter that nearly all files have: lines of `key: value`, each value plain ASCII on its line. Reading them so takes
//! a thirtieth of the time that a parser of all of YAML takes; a test holds the two equal.

use std::borrow::Cow;
use std::ops::Range;

use super::scalar::resolve;
use super::tree::{Entry, MOST_VALUES, Node, Yaml};
use crate::base::source::Source;
use crate::base::span::{Span, Spanned};

/// The longest key that is read so. YAML allows one that is much longer, though none that goes over several lines.
const LONGEST_KEY: usize = 64;

/// The fields in a range of a source, or nothing where any line is not of this kind.
#[must_use]
pub fn parse_simple(file: usize, source: &Source, range: Range<usize>) -> Option<Vec<Entry<'_>>> {
    let mut rest = source.text.get(range.clone())?;
    let mut at = range.start;
    let mut entries = Vec::new();
    while !rest.is_empty() {
        // The full parser reports that there are too many.
        if entries.len() >= MOST_VALUES / 2 {
            return None;
        }
        let key = key(rest.as_bytes())?;
        let start = key + ": ".len();
        let end = start + value(rest.as_bytes().get(start..)?)?;
        let text = rest.get(start..end)?;
        let value = resolve(text).unwrap_or(Yaml::Text(Cow::Borrowed(text)));
        entries.push(Entry {
            key: Spanned { value: Cow::Borrowed(rest.get(..key)?), span: Span::new(file, at..at + key) },
            value: Node { value, span: Span::new(file, at + start..at + end) },
        });
        let behind = rest.get(end..)?;
        rest = behind.strip_prefix('\n').unwrap_or(behind);
        at = range.end - rest.len();
    }
    Some(entries)
}

/// The length of the key with which a line begins: letters, digits, dashes and underlines before a colon and a blank.
fn key(line: &[u8]) -> Option<usize> {
    let mut rest = line;
    if !matches!(rest, [b'a'..=b'z' | b'A'..=b'Z', ..]) {
        return None;
    }
    while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_', next @ ..] = rest {
        rest = next;
    }
    let length = line.len() - rest.len();
    (matches!(rest, [b':', b' ', ..]) && length <= LONGEST_KEY).then_some(length)
}

/// The length of a value that has no meaning in YAML but its text.
fn value(line: &[u8]) -> Option<usize> {
    let mut rest = line;
    // No sign of YAML is a letter or a digit.
    if !matches!(rest, [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', ..]) {
        return None;
    }
    loop {
        rest = match rest {
            [b' ', b' ' | b'#' | b'\n', ..] | [b':', b' ' | b'\n', ..] | [b' ' | b':'] => return None,
            [b' '..=b'~', next @ ..] => next,
            [b'\n', ..] | [] => return Some(line.len() - rest.len()),
            _ => return None,
        };
    }
}
