//! Finds keys of known providers, private keys, and passwords in URLs.
//!
//! Every key, other than a password in a URL, contains a run of at least twenty key characters, which is rare in prose; the
//! shortest is an AWS access key ID. Only such runs are compared with the shapes in `data/secrets.tsv`. Passwords are found by
//! their `@`.

mod escaped;
mod random;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

use crate::base::span::slice;
use crate::format::tables;
use crate::text::markers::{Marker, MarkerIndex, SHORTEST_RUN};
pub use escaped::escaped_secrets;
use random::{has_both_cases, is_random};

/// A value with the shape and the randomness of a real key. It does not contain the value itself, which is never printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// The range of the value.
    pub range: Range<usize>,
    /// The provider, such as `Anthropic` or `GitHub`. For a value without a provider, its kind: `PEM` or `URL`.
    pub provider: &'static str,
    /// What it is: `API key`, `personal access token`, `private key`, `password`.
    pub what: &'static str,
}

/// The shortest line of a private key: they are wrapped at 64, 70 or 76 characters.
const SHORTEST_LINE: usize = 40;

/// The least base64 in a private key: one of Ed25519 has 64 characters.
const SHORTEST_PRIVATE_KEY: usize = 60;

/// How far, in bytes, a secret key may be from its AWS access key ID, and a PEM header from its first line.
const NEAR: usize = 300;

/// All secrets in a text, in order and without overlap.
#[must_use]
pub fn secrets(text: &str, markers: &MarkerIndex) -> Vec<Secret> {
    let mut found = Vec::new();
    let mut from = 0;
    for run in markers.key_runs(text) {
        // What is left of a run behind a key, which may hold characters that runs do not.
        let run = from.max(run.start)..run.end;
        if run.len() < SHORTEST_RUN {
            continue;
        }
        if let Some(secret) = known_key(text, &run).or_else(|| private_key(text, &run)) {
            from = from.max(secret.range.end);
            if secret.provider == "AWS" {
                found.extend(aws_secret_key(text, &secret.range));
            }
            found.push(secret);
        }
    }
    found.extend(passwords(text, markers));
    // A token that is the password in a URL is reported as the token of its provider.
    put_in_order(&mut found);
    found
}

/// Sorts secrets by where they begin. Of those that overlap, the first stays; of those that begin together, the one before.
pub(super) fn put_in_order(secrets: &mut Vec<Secret>) {
    secrets.sort_by_key(|secret| secret.range.start);
    secrets.dedup_by(|next, last| next.range.start < last.range.end);
}

/// The key in a run that matches one of the shapes.
fn known_key(text: &str, run: &Range<usize>) -> Option<Secret> {
    let mut next = run.start;
    // Within a run, a key may follow a slash: `https://key@host`, `hooks/key`.
    slice(text, run.clone()).split('/').find_map(|piece| {
        let start = next;
        next += piece.len() + 1;
        let is_escape = piece.starts_with(['n', 'r', 't']) && slice(text, 0..start).ends_with('\\');
        // Dashes and underscores before a key belong to options, lists and emphasis.
        let lead = if is_escape { 1 } else { piece.len() - piece.trim_start_matches(['-', '_']).len() };
        let starts = [(start.checked_sub(1), start), (Some(start + lead), start + lead)];
        starts.into_iter().find_map(|(byte, at)| {
            let byte = text.as_bytes().get(byte?)?;
            shapes_with(*byte).iter().find_map(|shape| shape.find(text, at))
        })
    })
}

/// The shape of one kind of key.
struct Shape {
    provider: &'static str,
    what: &'static str,
    prefix: &'static str,
    /// What must occur after the prefix. In the table it follows the prefix and `…`.
    within: &'static str,
    /// How much of the prefix is before the run: everything up to the last character that is not a key character.
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
    /// The same in three parts, like a JSON Web Token.
    ThreeParts,
    /// The same as `Word` and `/`.
    Path,
}

/// The shapes that may begin at a byte: the first one of a run, or the last one of the prefix before it.
fn shapes_with(byte: u8) -> &'static [Shape] {
    static SHAPES: OnceLock<Vec<Vec<Shape>>> = OnceLock::new();
    let shapes = SHAPES.get_or_init(|| {
        let mut shapes: Vec<Vec<Shape>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
        for shape in tables::rows(tables::SECRETS).filter_map(Shape::read) {
            let byte = shape.prefix.as_bytes().get(shape.head.saturating_sub(1)).copied().unwrap_or_default();
            if let Some(shapes) = shapes.get_mut(usize::from(byte)) {
                shapes.push(shape);
            }
        }
        shapes
    });
    shapes.get(usize::from(byte)).map_or(&[], Vec::as_slice)
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

    /// The key of this shape whose run begins at an offset.
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
        // The end of a sentence or of emphasis is not part of the key.
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

/// The private key that contains a run as one of its lines. A line may end with a literal `\n`, as in the JSON of a service
/// account.
fn private_key(text: &str, run: &Range<usize>) -> Option<Secret> {
    if run.len() < SHORTEST_LINE {
        return None;
    }
    let window = boundary(text, run.start.saturating_sub(NEAR));
    let (before, _) = slice(text, window..run.start).rsplit_once("PRIVATE KEY")?;
    let (before, kind) = before.rsplit_once("-----BEGIN ")?;
    // Between the two is `RSA`, `OPENSSH` or similar. Anything longer is another block.
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

/// The secret key that belongs to an AWS access key ID. It has no prefix, so only its position identifies it.
fn aws_secret_key(text: &str, id: &Range<usize>) -> Option<Secret> {
    let window = boundary(text, id.start.saturating_sub(NEAR));
    let end = boundary(text, (id.end + NEAR).min(text.len()));
    let near = slice(text, window..end);
    let mut pieces = near.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/')));
    // A Git hash has the same length, but only one letter case.
    let key = pieces.find(|piece| piece.len() == 40 && has_both_cases(piece) && is_random(piece))?;
    let start = window + near.find(key)?;
    Some(Secret { range: start..start + key.len(), provider: "AWS", what: "secret access key" })
}

/// The random passwords in URLs whose host is not the local machine.
fn passwords(text: &str, markers: &MarkerIndex) -> impl Iterator<Item = Secret> {
    let mut last = 0;
    markers.offsets(Marker::At).iter().filter_map(move |&at| {
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

/// The first character boundary at or after an offset.
fn boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
