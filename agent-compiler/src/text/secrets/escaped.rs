//! Secrets that are written with YAML escapes, such as `"\x67hp_…"`, or on several lines that end in a backslash.

use std::ops::Range;

use super::{Secret, secrets};
use crate::text::markers::MarkerIndex;

/// The secrets of a text that are visible only after its escapes are decoded, in order.
#[must_use]
pub fn escaped_secrets(text: &str) -> Vec<Secret> {
    let Some(decoded) = Decoded::of(text) else { return Vec::new() };
    let found = secrets(&decoded.text, &MarkerIndex::of(&decoded.text)).into_iter().filter_map(|secret| {
        let range = decoded.written(&secret.range);
        // A secret without an escape is found in the text itself.
        (range.len() > secret.range.len()).then_some(Secret { range, ..secret })
    });
    found.collect()
}

/// A text with its escapes decoded.
struct Decoded {
    text: String,
    /// For each piece of the text, its start in the decoded text and in the original one.
    pieces: Vec<(usize, usize)>,
}

impl Decoded {
    /// Decodes the escapes of a text. Returns `None` if it has none that a key can contain.
    fn of(written: &str) -> Option<Self> {
        if !written.contains('\\') {
            return None;
        }
        let mut decoded = Self { text: String::new(), pieces: vec![(0, 0)] };
        let (mut done, mut from) = (0, 0);
        while let Some(at) = written.get(from..).and_then(|rest| rest.find('\\')).map(|found| from + found) {
            let Some((character, length)) = written.get(at..).and_then(escape) else {
                // Skip the next character, which does not start an escape of its own.
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

    /// The range in the original text.
    fn written(&self, range: &Range<usize>) -> Range<usize> {
        self.original(range.start)..self.original(range.end)
    }

    fn original(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(start, written)| written + (at - start))
    }
}

/// The character of the escape at the start of a text, and the length of the escape. A backslash at the end of a line has no
/// character, and includes the indentation of the next line.
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
