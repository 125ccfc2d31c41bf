//! Characters that were lost when a text was decoded, and texts about that.

use std::io::BufRead as _;
use std::ops::Range;

use crate::text::markers::{Marker, MarkerIndex};

/// How much of a line is read around a character, in bytes.
const NEAR: usize = 200;

/// Parts of words for text in a wrong encoding.
const SUBJECTS: [&str; 9] =
    ["mojibake", "encod", "garbl", "corrupt", "corrot", "fffd", "replacement char", "cp1252", "windows-1252"];

/// Where U+FFFD is in place of another character, and not meant itself.
#[must_use]
pub fn find(text: &str, markers: &MarkerIndex) -> Vec<Range<usize>> {
    if markers.offsets(Marker::Unusual).is_empty() {
        return Vec::new();
    }
    // Most text beyond ASCII has other first bytes, and without optimization std searches for one byte the fastest.
    let mut found = Vec::new();
    let mut rest = text.as_bytes();
    while rest.skip_until(0xEF).is_ok_and(|skipped| skipped > 0) {
        if matches!(rest, [0xBF, 0xBD, ..]) {
            found.extend((text.len() - rest.len()).checked_sub(1));
        }
    }
    let ranges = found.into_iter().map(|at| at..at + char::REPLACEMENT_CHARACTER.len_utf8());
    // In a pattern or a literal it stands alone: `'�'`, `/�/`.
    let is_alone = |range: &Range<usize>| {
        let [before, after] = neighbors(text, range);
        let is_sign =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '\'' | '`' | '/' | '|' | '(' | ')' | '[' | ']'));
        is_sign(before) && is_sign(after)
    };
    ranges.filter(|range| !is_alone(range) && !is_on_line_about_encoding(text, range)).collect()
}

/// Whether a range names a sign of a wrong encoding: on a line about that, beside a comma, a quote or a parenthesis.
#[must_use]
pub fn is_named(text: &str, range: &Range<usize>) -> bool {
    let is_sign =
        |c: &Option<char>| c.is_some_and(|c| matches!(c, ',' | '"' | '\'' | '`' | '(' | ')' | '“' | '”' | '|' | '/'));
    let is_apart = |c: &Option<char>| is_sign(c) || c.is_none_or(char::is_whitespace);
    let neighbors = neighbors(text, range);
    neighbors.iter().all(is_apart) && neighbors.iter().any(is_sign) && is_on_line_about_encoding(text, range)
}

fn neighbors(text: &str, range: &Range<usize>) -> [Option<char>; 2] {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    [before, text.get(range.end..).and_then(|after| after.chars().next())]
}

fn is_on_line_about_encoding(text: &str, range: &Range<usize>) -> bool {
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (range.start.saturating_sub(NEAR)..=range.start).find(is_boundary);
    let to = (range.end..=(range.end + NEAR).min(text.len())).rev().find(is_boundary);
    let near = |range: Option<Range<usize>>| range.and_then(|range| text.get(range)).unwrap_or_default();
    let before = near(from.map(|from| from..range.start)).rsplit('\n').next().unwrap_or_default();
    let after = near(to.map(|to| range.end..to)).split('\n').next().unwrap_or_default();
    let is_about = |part: &str| {
        let part = part.to_lowercase();
        SUBJECTS.iter().any(|subject| part.contains(subject))
    };
    is_about(before) || is_about(after)
}

#[cfg(test)]
mod tests {
    use super::{MarkerIndex, find, is_named};

    #[test]
    fn a_lost_character_is_not_one_that_is_named() {
        for text in ["latency < 10\u{FFFD}s", "- \"(camera, sensors) \u{FFFD}\"", "\u{FFFD}", "caf\u{FFFD}, th\u{E9}"] {
            assert_eq!(find(text, &MarkerIndex::of(text)).len(), 1, "{text}");
        }
        for text in [
            "text.contains('\u{FFFD}')",
            "/\u{FFFD}/.test(text)",
            "Look for signs of a wrong encoding: \u{FFFD}, \u{EF}\u{BF}\u{BD}",
            "U+FFFD (\u{FFFD}) is the replacement character",
            "\u{E9}",
        ] {
            assert_eq!(find(text, &MarkerIndex::of(text)), [], "{text}");
        }
    }

    #[test]
    fn a_sign_is_named_on_a_line_about_encodings() {
        let is_named = |text: &str, sign: &str| {
            let at = text.find(sign).unwrap();
            is_named(text, &(at..at + sign.len()))
        };
        assert!(is_named("scan for mojibake (e.g. Ã, â€™, ðŸ)", "â€™"));
        assert!(is_named("scan for mojibake (e.g. Ã, â€™, ðŸ)", "ðŸ"));
        assert!(!is_named("it â€” as mojibake", "â€”"));
        assert!(!is_named("donâ€™t break the encoding", "â€™"));
        assert!(!is_named("(â€™)", "â€™"));
    }
}
