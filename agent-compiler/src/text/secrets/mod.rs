//! Finds keys of known providers, private keys and passwords in URLs.
//!
//! Every key but the password in a URL holds a run of twenty characters of keys, which prose hardly ever does. Such
//! runs are found by looking at every twentieth byte and a few before it, so most of a text is never looked at; only
//! the runs are compared with the shapes of `data/secrets.tsv`. The passwords are found by their `@`.

mod escaped;
mod random;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

use crate::format::tables;
use crate::text::markers::{Marker, MarkerIndex};
pub use escaped::escaped_secrets;
use random::{has_both_cases, is_random};

/// A value with the shape and the randomness of a real key. It holds no copy of the value, which is never printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// Where the value is.
    pub range: Range<usize>,
    /// Whose key it is: `Anthropic`, `GitHub`. For what has no provider its kind: `PEM`, `URL`.
    pub provider: &'static str,
    /// What it is: `API key`, `personal access token`, `private key`, `password`.
    pub what: &'static str,
}

/// The shortest run that a shape has, which is that of an AWS access key ID.
const SHORTEST_RUN: usize = 20;

/// The shortest line of a private key: they are wrapped at 64, 70 or 76 characters.
const SHORTEST_LINE: usize = 40;

/// The least base64 of a private key: that of Ed25519 has 64 characters.
const SHORTEST_PRIVATE_KEY: usize = 60;

/// How far from an AWS access key ID the secret key belonging to it may be, and a header of PEM from the first line.
const NEAR: usize = 300;

/// All secrets of a text, in their order. None overlaps another.
#[must_use]
pub fn secrets(text: &str, markers: &MarkerIndex) -> Vec<Secret> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(run) = next_run(text.as_bytes(), from) {
        from = run.end;
        if let Some(secret) = known_key(text, &run).or_else(|| private_key(text, &run)) {
            from = from.max(secret.range.end);
            if secret.provider == "AWS" {
                found.extend(aws_secret_key(text, &secret.range));
            }
            found.push(secret);
        }
    }
    found.extend(passwords(text, markers));
    // A token that serves as the password in a URL stays the token of its provider, since the sort is stable.
    found.sort_by_key(|secret| secret.range.start);
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

/// The next run of at least twenty characters of keys from a place on that none of them stands before.
///
/// A run that begins at `from` or later spans the twentieth byte. If that byte or one before it ends the run, no run
/// of that length begins before it, and the search goes on behind it.
#[allow(
    clippy::indexing_slicing,
    reason = "places are below a length that was compared; a call would cost ten times as much"
)]
fn next_run(bytes: &[u8], mut from: usize) -> Option<Range<usize>> {
    while from + SHORTEST_RUN <= bytes.len() {
        let mut at = from + SHORTEST_RUN - 1;
        while IS_OF_KEY[bytes[at] as usize] {
            if at == from {
                let mut end = from + SHORTEST_RUN;
                while end < bytes.len() && IS_OF_KEY[bytes[end] as usize] {
                    end += 1;
                }
                return Some(from..end);
            }
            at -= 1;
        }
        from = at + 1;
    }
    None
}

/// Which bytes a run is made of.
#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "places of a table of 256")]
static IS_OF_KEY: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b'+');
        byte += 1;
    }
    table
};

/// The key in a run that one of the shapes describes.
fn known_key(text: &str, run: &Range<usize>) -> Option<Secret> {
    let mut next = run.start;
    // Within a run, a key may follow a slash: `https://key@host`, `hooks/key`.
    slice(text, run.clone()).split('/').find_map(|piece| {
        let start = next;
        next += piece.len() + 1;
        let is_escape = piece.starts_with(['n', 'r', 't']) && slice(text, 0..start).ends_with('\\');
        // Dashes and underlines before a key are options, lists, and emphasis.
        let lead = if is_escape { 1 } else { piece.len() - piece.trim_start_matches(['-', '_']).len() };
        let places = [(start.checked_sub(1), start), (Some(start + lead), start + lead)];
        places.into_iter().find_map(|(sign, at)| {
            let sign = text.as_bytes().get(sign?)?;
            shapes_with(*sign).iter().find_map(|shape| shape.find(text, at))
        })
    })
}

/// How the keys of one kind look.
struct Shape {
    provider: &'static str,
    what: &'static str,
    prefix: &'static str,
    /// What must occur behind the prefix. In the table it follows the prefix and `…`.
    within: &'static str,
    /// How much of the prefix stands before the run: all up to the last character that no run holds.
    head: usize,
    alphabet: Alphabet,
    length: Range<usize>,
}

/// Which characters follow the prefix.
#[derive(Clone, Copy, PartialEq)]
enum Alphabet {
    Hex,
    Base32,
    Alnum,
    Base64,
    /// Letters, digits, `_`, `-`.
    Word,
    /// The same and `.`.
    Dotted,
    /// The same in three parts, as a JSON Web Token has them.
    ThreeParts,
    /// The same as `Word` and `/`.
    Path,
}

/// The shapes that may begin where a byte is found: the first one of a run, or the last one of the prefix before it.
fn shapes_with(sign: u8) -> &'static [Shape] {
    static SHAPES: OnceLock<Vec<Vec<Shape>>> = OnceLock::new();
    let shapes = SHAPES.get_or_init(|| {
        let mut shapes: Vec<Vec<Shape>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
        for shape in tables::rows(tables::SECRETS).filter_map(Shape::read) {
            let sign = shape.prefix.as_bytes().get(shape.head.saturating_sub(1)).copied().unwrap_or_default();
            if let Some(shapes) = shapes.get_mut(usize::from(sign)) {
                shapes.push(shape);
            }
        }
        shapes
    });
    shapes.get(usize::from(sign)).map_or(&[], Vec::as_slice)
}

impl Shape {
    /// Reads a row of the table.
    fn read([provider, what, prefix, alphabet, minimum, maximum, ..]: [&'static str; 8]) -> Option<Self> {
        let alphabet = match alphabet {
            "hex" => Alphabet::Hex,
            "base32" => Alphabet::Base32,
            "alnum" => Alphabet::Alnum,
            "base64" => Alphabet::Base64,
            "word" => Alphabet::Word,
            "dotted" => Alphabet::Dotted,
            "three parts" => Alphabet::ThreeParts,
            "path" => Alphabet::Path,
            _ => return None,
        };
        let (minimum, maximum) = (minimum.parse().ok()?, maximum.parse::<usize>().ok()?);
        let (prefix, within) = prefix.split_once('…').unwrap_or((prefix, ""));
        let head = prefix.rfind(['.', ':', '=']).map_or(0, |at| at + 1);
        Some(Self { provider, what, prefix, within, head, alphabet, length: minimum..maximum + 1 })
    }

    /// The key of this shape whose run begins at a place.
    fn find(&self, text: &str, at: usize) -> Option<Secret> {
        let mut start = at.checked_sub(self.head)?;
        let rest = text.get(start..)?.strip_prefix(self.prefix)?;
        let before = slice(text, 0..start);
        if self.prefix.starts_with(':') {
            let digits = start - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            start -= Some(digits).filter(|digits| (8..=10).contains(digits))?;
        } else if self.head > 0 && before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            return None;
        }
        let length = rest.bytes().take(self.length.end).take_while(|byte| self.alphabet.contains(*byte)).count();
        let mut key = slice(rest, 0..length);
        // The end of a sentence or of an emphasis is none of the key.
        let shorter = key.trim_end_matches(['.', '_', '-']);
        if self.length.contains(&shorter.len()) {
            key = shorter;
        }
        let behind = slice(rest, key.len()..rest.len());
        let goes_on = behind.trim_start_matches('_').starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_cut = behind.starts_with("...") || behind.starts_with('…');
        let is_whole = self.length.contains(&key.len()) && !goes_on && !is_cut;
        let fits = self.alphabet != Alphabet::ThreeParts || key.split('.').count() == 3;
        if !(is_whole && fits && key.contains(self.within) && is_random(key)) {
            return None;
        }
        let end = text.len() - behind.len();
        Some(Secret { range: start..end, provider: self.provider, what: self.what })
    }
}

impl Alphabet {
    fn contains(self, byte: u8) -> bool {
        match self {
            Self::Hex => byte.is_ascii_hexdigit(),
            Self::Base32 => matches!(byte, b'A'..=b'Z' | b'2'..=b'7'),
            Self::Alnum => byte.is_ascii_alphanumeric(),
            Self::Base64 => byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'),
            Self::Word => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            Self::Dotted | Self::ThreeParts => Self::Word.contains(byte) || byte == b'.',
            Self::Path => Self::Word.contains(byte) || byte == b'/',
        }
    }
}

/// The private key of which a run is a line. A line may end with a literal `\n`, as in the JSON of a service account.
fn private_key(text: &str, run: &Range<usize>) -> Option<Secret> {
    if run.len() < SHORTEST_LINE {
        return None;
    }
    let window = boundary(text, run.start.saturating_sub(NEAR));
    let (before, _) = slice(text, window..run.start).rsplit_once("PRIVATE KEY")?;
    let (before, kind) = before.rsplit_once("-----BEGIN ")?;
    // Between the two stands `RSA`, `OPENSSH`, … Anything longer is another block.
    if kind.contains('-') {
        return None;
    }
    let rest = slice(text, run.start..text.len());
    let body = slice(rest, 0..boundary(rest, rest.len().min(16 * 1024)));
    let body = body.split_once("-----").map_or(slice(rest, 0..run.len()), |(body, _)| body);
    let length = body.bytes().filter(|byte| Alphabet::Base64.contains(*byte)).count();
    let is_cut =
        slice(rest, run.len()..rest.len()).starts_with(['.', '…']) || body.contains("...") || body.contains('…');
    if length < SHORTEST_PRIVATE_KEY || is_cut || !is_random(slice(text, run.clone())) {
        return None;
    }
    let range = window + before.len()..run.start + body.trim_end().len();
    Some(Secret { range, provider: "PEM", what: "private key" })
}

/// The secret key that belongs to an AWS access key ID. It has no mark of its own, so it is known only by its place.
fn aws_secret_key(text: &str, id: &Range<usize>) -> Option<Secret> {
    let window = boundary(text, id.start.saturating_sub(NEAR));
    let end = boundary(text, (id.end + NEAR).min(text.len()));
    let near = slice(text, window..end);
    let mut pieces = near.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/')));
    // A hash of Git has the same length, but only one letter case.
    let key = pieces.find(|piece| piece.len() == 40 && has_both_cases(piece) && is_random(piece))?;
    let start = window + near.find(key)?;
    Some(Secret { range: start..start + key.len(), provider: "AWS", what: "secret access key" })
}

/// The passwords in URLs that are random, on hosts that are not the own machine.
fn passwords(text: &str, markers: &MarkerIndex) -> impl Iterator<Item = Secret> {
    let mut last = 0;
    markers.places(Marker::At).iter().filter_map(move |&at| {
        let window = boundary(text, last.max(at.saturating_sub(NEAR)));
        last = at + 1;
        let (_, credentials) = slice(text, window..at).rsplit_once("://")?;
        let (_, password) = credentials.split_once(':')?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~!&+=%^#,;".contains(c);
        let host = slice(text, last..text.len()).split(|c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c)));
        let host = host.take(1).find(|host| host.contains('.'))?;
        let is_local = ["localhost", "127.0.", "0.0.0.0", "example", "your"].iter().any(|name| host.contains(name));
        let is_secret = password.len() >= 12 && password.chars().all(is_plain) && is_random(password) && !is_local;
        is_secret.then(|| Secret { range: at - password.len()..at, provider: "URL", what: "password" })
    })
}

/// The first boundary of a character at or behind a place.
fn boundary(text: &str, place: usize) -> usize {
    (place..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// A part of a text whose bounds were found in that text.
fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
