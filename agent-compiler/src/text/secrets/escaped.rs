//! Secrets that are written with escapes of YAML: `"\x67hp_…"`, or a key over two lines that end in a backslash.

use std::ops::Range;

use super::{Secret, secrets};
use crate::text::markers::MarkerIndex;

/// The secrets of a text that only come out once its escapes are decoded, in order of place.
#[must_use]
pub fn escaped_secrets(text: &str) -> Vec<Secret> {
    let Some(decoded) = Decoded::of(text) else { return Vec::new() };
    let found = secrets(&decoded.text, &MarkerIndex::of(&decoded.text)).into_iter().filter_map(|secret| {
        let range = decoded.written(&secret.range);
        // Without an escape in it, it is found in the text as it is written.
        (range.len() > secret.range.len()).then_some(Secret { range, ..secret })
    });
    found.collect()
}

/// A text whose escapes are decoded.
struct Decoded {
    text: String,
    /// Each piece of the text, by where it begins there and in the text as it was written.
    pieces: Vec<(usize, usize)>,
}

impl Decoded {
    /// The text without its escapes, or nothing where it has none that a key can hold.
    fn of(written: &str) -> Option<Self> {
        let mut decoded = Self { text: String::new(), pieces: vec![(0, 0)] };
        let (mut done, mut from) = (0, 0);
        while let Some(at) = written.get(from..).and_then(|rest| rest.find('\\')).map(|found| from + found) {
            let Some((character, length)) = written.get(at..).and_then(escape) else {
                // The character behind it, which is no escape of its own.
                from = at + 1 + written.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                continue;
            };
            decoded.text.push_str(written.get(done..at)?);
            decoded.pieces.push((decoded.text.len(), at));
            decoded.text.extend(character);
            (done, from) = (at + length, at + length);
            decoded.pieces.push((decoded.text.len(), done));
        }
        decoded.text.push_str(written.get(done..)?);
        (decoded.pieces.len() > 1).then_some(decoded)
    }

    /// Where a range is written.
    fn written(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(start, written)| written + (at - start))
    }
}

/// The character of the escape that a text begins with, and the length of the escape. A line that ends in a backslash goes on
/// with the next word.
fn escape(text: &str) -> Option<(Option<char>, usize)> {
    let behind = text.strip_prefix('\\')?;
    if behind.starts_with(['\n', '\r']) {
        return Some((None, text.len() - behind.trim_start().len()));
    }
    let digits = match behind.chars().next()? {
        '/' => return Some((Some('/'), 2)),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let digits = behind.get(1..1 + digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let code = u32::from_str_radix(digits, 16).ok()?;
    Some((Some(char::from_u32(code)?), 2 + digits.len()))
}

#[cfg(test)]
mod tests {
    use super::escaped_secrets;

    /// A made-up password, put together here so that no scanner takes this file for a leak.
    fn url(password: &str) -> String {
        format!("a: \"postgres://app:{password}@db.acme-shop.io/orders\"")
    }

    fn found(text: &str) -> Vec<&str> {
        escaped_secrets(text).into_iter().map(|secret| text.get(secret.range).unwrap()).collect()
    }

    #[test]
    fn a_secret_is_found_however_it_is_escaped() {
        for password in [
            r"q7Vd2KxR\x39mWc4ZtL",
            r"\u00717Vd2KxR9mWc4ZtL",
            r"q7Vd2KxR9mWc4Zt\U0000004c",
            "q7Vd2KxR9\\\n    mWc4ZtL",
            "q7Vd2KxR9\\\r\n    mWc4ZtL",
        ] {
            assert_eq!(found(&url(password)), [password]);
        }
    }

    #[test]
    fn what_is_found_as_written_or_no_secret_is_not_found_again() {
        for text in [
            url("q7Vd2KxR9mWc4ZtL"),
            format!(r#"b: "\u0041" {}"#, url("q7Vd2KxR9mWc4ZtL")),
            url(r"q7Vd2KxR\\x39mWc4ZtL"),
            url(r"q7Vd2KxR\xZZmWc4ZtL"),
            url(r"\u0070assword"),
            r"a: \".to_owned(),
            r"a: \é \ud800 \u12".to_owned(),
        ] {
            assert_eq!(found(&text), [""; 0], "{text}");
        }
    }
}
