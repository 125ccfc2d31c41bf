//! Finds keys of known providers, private keys and passwords in URLs.
//!
//! Every key but the password in a URL holds a run of twenty characters of keys, which prose hardly ever does. Such
//! runs are found by looking at every twentieth byte and a few before it, so most of a text is never looked at; only
//! the runs are compared with the shapes of `data/secrets.tsv`. The passwords are found by their `@`.

mod random;

use std::ops::Range;
use std::sync::OnceLock;

use super::data;
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
pub fn secrets(text: &str) -> Vec<Secret> {
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
    found.extend(passwords(text));
    // A token that serves as the password in a URL stays the token of its provider, since the sort is stable.
    found.sort_by_key(|secret| secret.range.start);
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

/// The next run of at least twenty characters of keys from a place on that none of them stands before.
///
/// A run that begins at `from` or later spans the twentieth byte. If that byte or one before it ends the run, no run
/// of that length begins before it, and the search goes on behind it.
fn next_run(bytes: &[u8], mut from: usize) -> Option<Range<usize>> {
    loop {
        let mut window = bytes.get(from..from + SHORTEST_RUN)?;
        // In unoptimised code a slice pattern costs half of what an iterator or a closure does.
        while let [rest @ .., b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b'+'] = window {
            window = rest;
        }
        if window.is_empty() {
            let mut behind = bytes.get(from + SHORTEST_RUN..)?;
            while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b'+', rest @ ..] = behind {
                behind = rest;
            }
            return Some(from..bytes.len() - behind.len());
        }
        from += window.len();
    }
}

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
        for shape in data::SECRETS.lines().skip(1).filter_map(Shape::read) {
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
    /// Reads a line of the table.
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (provider, what, prefix) = (columns.next()?, columns.next()?, columns.next()?);
        let alphabet = match columns.next()? {
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
        let (minimum, maximum) = (columns.next()?.parse().ok()?, columns.next()?.parse::<usize>().ok()?);
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
fn passwords(text: &str) -> impl Iterator<Item = Secret> {
    let mut last = 0;
    text.match_indices('@').filter_map(move |(at, _)| {
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

#[cfg(test)]
mod tests {
    use super::random::PLACEHOLDERS;
    use super::{Alphabet, Shape, secrets, shapes_with, slice};

    /// Numbers that are the same in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % limit
        }

        fn text(&mut self, symbols: &str, length: usize) -> String {
            (0..length).map(|_| char::from(symbols.as_bytes()[self.below(symbols.len())])).collect()
        }
    }

    const HEX: &str = "0123456789abcdef";
    const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// A made-up key of a shape, put together here so that no scanner takes this file for a leak.
    fn sample(shape: &Shape, random: &mut Random) -> String {
        let length = shape.length.start;
        let alnum = slice(BASE64, 0..62);
        let key = match shape.alphabet {
            Alphabet::Hex => random.text(HEX, length),
            Alphabet::Base32 => random.text(BASE32, length),
            Alphabet::Base64 => random.text(BASE64, length),
            Alphabet::Alnum if !shape.within.is_empty() => {
                random.text(alnum, 20) + shape.within + &random.text(alnum, 20)
            }
            Alphabet::ThreeParts => format!(
                "{}.{}.{}",
                random.text(alnum, 23),
                random.text(alnum, 6),
                random.text(&format!("{alnum}_-"), 27)
            ),
            Alphabet::Path if shape.what == "webhook" && shape.provider == "Slack" => format!(
                "T{}/B{}/{}",
                random.text(slice(BASE32, 0..26), 8) + "07",
                random.text(BASE32, 10),
                random.text(alnum, 24)
            ),
            Alphabet::Path => random.text("123456789", 19) + "/" + &random.text(&format!("{alnum}_-"), 68),
            _ if shape.provider == "Slack" => {
                random.text("123456789", 12) + "-" + &random.text("123456789", 13) + "-" + &random.text(alnum, 34)
            }
            _ => {
                let half = length.saturating_sub(shape.within.len()) / 2;
                let symbols =
                    if shape.alphabet == Alphabet::Alnum { alnum.to_owned() } else { alnum.to_owned() + "_-" };
                let rest = length - half - shape.within.len();
                random.text(&symbols, half) + shape.within + &random.text(&symbols, rest.max(1))
            }
        };
        let before = if shape.prefix.starts_with(':') { random.text("123456789", 10) } else { String::new() };
        format!("{before}{}{key}", shape.prefix)
    }

    fn shapes() -> impl Iterator<Item = &'static Shape> {
        (0..=u8::MAX).flat_map(shapes_with)
    }

    #[test]
    fn every_line_of_the_table_is_a_shape() {
        let lines = crate::compiler::data::SECRETS.lines().skip(1);
        assert_eq!(shapes().count(), lines.clone().count());
        for line in lines {
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 8, "{line}");
            assert!(columns[6].starts_with("https://") && columns[7].starts_with("20"), "{line}");
        }
        for shape in shapes() {
            let run = shape.prefix.len() - shape.head + shape.length.start;
            assert!(run >= super::SHORTEST_RUN && !shape.length.is_empty(), "{}", shape.prefix);
            let prefix = shape.prefix.to_ascii_lowercase();
            assert!(PLACEHOLDERS.split(' ').all(|word| !shape.within.to_ascii_lowercase().contains(word)), "{prefix}");
        }
    }

    #[test]
    fn a_random_key_of_every_shape_is_found() {
        let mut random = Random(7);
        for shape in shapes() {
            let keys: Vec<String> = (0..100).map(|_| sample(shape, &mut random)).collect();
            let is_found = |key: &&String| {
                let text = format!("Überall `TOKEN={key}`.");
                let found = secrets(&text);
                found.iter().any(|secret| (secret.provider, secret.what) == (shape.provider, shape.what))
            };
            let found = keys.iter().filter(is_found).count();
            assert!(found >= 95, "{found} of 100 {} {}", shape.provider, shape.prefix);
        }
    }

    /// What is found in a text, as `provider what: value`.
    fn found(text: &str) -> Vec<String> {
        let show = |secret: &super::Secret| {
            format!("{} {}: {}", secret.provider, secret.what, slice(text, secret.range.clone()))
        };
        secrets(text).iter().map(show).collect()
    }

    const RANDOM: &str = "Kq7RtZ2mVx9LbN4cWp8YsD3fGh6JkQ5wEuTa";
    const HASH: &str = "9f3b71c4e85d02a6b7d14c90e3f8a25d";

    #[test]
    fn a_key_is_found_wherever_it_stands() {
        let key = format!("ghp_{RANDOM}");
        let expected = [format!("GitHub personal access token: {key}")];
        for text in [
            key.clone(),
            format!("ключ：{key}。"),
            format!("Set \"GITHUB_TOKEN\": \"{key}\", then go."),
            format!("description: Use it.\\n{key}\\nThen go."),
            format!("It is **{key}**"),
            format!("It is __{key}__"),
            format!("git clone https://{key}@github.com/a/b"),
            format!("git clone https://x-access-token:{key}@github.com/a/b"),
            format!("The key is {key}."),
            format!("{}{key}", "-".repeat(50)),
            format!("https://hooks.acme.io/services/of/the/company/{key}"),
        ] {
            assert_eq!(found(&text), expected, "{text}");
        }
        assert_eq!(found(&format!("{key} {key}")).len(), 2);
        let gitlab = format!("glpat-{}", slice(RANDOM, 0..20));
        for text in [format!("It is {gitlab}."), format!("It is _{gitlab}_")] {
            assert_eq!(found(&text), [format!("GitLab personal access token: {gitlab}")]);
        }
    }

    #[test]
    fn shapes_with_more_than_a_prefix_are_found() {
        let digits = "1840275936";
        let telegram = format!("{digits}:{}{}", "AA", slice(RANDOM, 0..33));
        assert_eq!(
            found(&format!("https://api.telegram.org/bot{telegram}/getMe")),
            [format!("Telegram bot token: {telegram}")]
        );
        let slack = format!("hooks.{}/services/T07Q2WZ5KMB/B06PXE3RTVN/{}", "slack.com", slice(RANDOM, 0..24));
        assert_eq!(found(&format!("POST https://{slack}")), [format!("Slack webhook: {slack}")]);
        let openai = format!("sk-{}{}{}", slice(RANDOM, 0..20), "T3BlbkFJ", slice(RANDOM, 16..RANDOM.len()));
        assert_eq!(found(&openai), [format!("OpenAI API key: {openai}")]);
        let databricks = format!("{}{HASH}-2", "dapi");
        assert_eq!(found(&databricks), [format!("Databricks access token: {}", slice(&databricks, 0..36))]);
    }

    #[test]
    fn a_secret_key_of_aws_is_found_beside_its_id() {
        let id = format!("{}Q3XGZ7LTV5NWB2KD", "AKIA");
        let secret = format!("{}/{}", slice(RANDOM, 0..19), slice(RANDOM, 16..RANDOM.len()));
        for text in [format!("{id}:{secret}"), format!("ID={id}\nSECRET={secret}\n")] {
            let expected = [format!("AWS access key ID: {id}"), format!("AWS secret access key: {secret}")];
            assert_eq!(found(&text), expected);
        }
        assert_eq!(found(&secret), [""; 0]);
        // Few digits are no sign of words, letters of other scripts no reason to lose one's place.
        let rare = format!("{}QWGZHLTVXNWBKDQ7", "AKIA");
        let expected = [format!("AWS secret access key: {secret}"), format!("AWS access key ID: {rare}")];
        assert_eq!(found(&format!("ключ {secret}, ключ {rare}")), expected);
        // A hash of Git is as long.
        assert_eq!(found(&format!("{id} {HASH}{}", slice(HASH, 0..8))).len(), 1);
    }

    #[test]
    fn a_private_key_is_found_in_lines_and_on_one_line() {
        let line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
        let second = "Zx4RqLm9TbW2vKp7YdNc3HsGf8JaEu5QoXi6BtMr1CkVz0SgPhDyOlFwInAeUjT/";
        for (kind, end) in [("RSA ", "\n"), ("", "\\n"), ("OPENSSH ", "\n    "), ("", "\r\n")] {
            let text = format!(
                "key: -----{} {kind}PRIVATE KEY-----{end}{line}{end}{second}{end}-----END {kind}PRIVATE KEY-----",
                "BEGIN"
            );
            let found = secrets(&text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].provider, found[0].what, found[0].range.start), ("PEM", "private key", 5));
            assert!(slice(&text, found[0].range.clone()).contains(second));
            assert_eq!(secrets(&text.replace("PRIVATE", "PUBLIC")), []);
            assert_eq!(secrets(&text.replace(second, "...")), []);
        }
        let header = format!("-----{} RSA PRIVATE KEY-----", "BEGIN");
        for body in ["", "\n...\n", "\nMIIEpAIBAAKCAQEA...\n", "\n<your key>\n", &format!("\n{}\n", "x".repeat(64))] {
            assert_eq!(secrets(&format!("{header}{body}-----END RSA PRIVATE KEY-----")), [], "{body}");
        }
        let text = format!("{header}\\n...\\n-----END RSA PRIVATE KEY-----\nhash: {second}");
        assert_eq!(secrets(&text), []);
        let text = format!("{header}\n{}\n-----END RSA PRIVATE KEY-----", slice(second, 0..50));
        assert_eq!(secrets(&text), []);
        // The block of a public key behind the end of a private one.
        let text = format!("-----END PRIVATE KEY-----\n-----{} CERTIFICATE-----\n{line}\n{second}\n", "BEGIN");
        assert_eq!(secrets(&text), []);
    }

    #[test]
    fn a_random_password_in_a_url_is_found() {
        let password = slice(RANDOM, 0..16);
        let expected = [format!("URL password: {password}")];
        assert_eq!(found(&format!("postgres://app:{password}@db.acme.io:5432/app")), expected);
        for innocent in [
            "postgres://user:password@db.acme.io/app",
            "postgres://user:MyP4ssw0rd2024@db.acme.io/app",
            "postgres://user:${DB_PASSWORD_FROM_ENV}@db.acme.io/app",
            "postgres://<user>:<password>@db.acme.io/app",
            "postgres://user:Kq7RtZ2mVx9@db.acme.io/app",
            "postgres://user:correct-horse-battery@db.acme.io/app",
            "https://github.com:acme/repository@v1.2.3",
            &format!("postgres://app:{password}@localhost:5432/app"),
            &format!("postgres://app:{password}@db:5432/app"),
            &format!("postgres://app:{password}@db.example.com/app"),
            &format!("See https://a.io: {password}@acme.io"),
        ] {
            assert_eq!(found(innocent), [""; 0], "{innocent}");
        }
    }

    #[test]
    fn what_is_no_key_is_not_found() {
        for (prefix, rest) in [
            ("AKIA", ""),
            ("AKIA", "[0-9A-Z]{16}"),
            ("AKIA", "IOSFODNN7EXAMPLE"),
            ("AKIA", "IOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            ("AKIA", "ABCDEFGHIJKLMNOP"),
            ("ghp_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
            ("ghp_", "1234567890abcdefghijklmnopqrstuvwxyz"),
            ("ghp_", "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8"),
            ("ghp_", "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789"),
            ("ghp_", "abc123abc123abc123abc123abc123abc123"),
            ("ghp_", "thisIsNoneOfTheirsItOnlyLooksLikeOne"),
            ("ghp_", "OurReleaseKeyForTheApiOfAcmeLine2024"),
            ("ghp_", "the3rdpersonalaccesskeyofourcompanyx"),
            ("ghp_", "Kz7abcdefQm2Kz7abcdefQm2Kz7abcdefQm2"),
            ("ghp_", "Kz7K2zKzK7z7K2KzKzK7z2KzK2z7KzK7K2zK"),
            ("ghp_", "Kq7Rt123456Vx9LbN4cWp8YsD3fGh6JkQ5wE"),
            ("sk-proj-", &RANDOM.repeat(3)),
            ("MSG.", &format!("{}.{}{}", slice(RANDOM, 0..22), RANDOM, slice(RANDOM, 0..7))),
            ("12345:AA", slice(RANDOM, 0..33)),
            ("184027593618:AA", slice(RANDOM, 0..33)),
            ("hf_", "getTheAccessOfTheModelOrLeaveItAsIs"),
            ("ghp_", "ReplaceMe4WithTheOne9YouGet2From7Git"),
            ("gho_", "16C7e42F292c6912E7710c838347Ae178B4a"),
            ("sb_secret_", "N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz"),
            ("sk_test_", "Kq7RtZ2mVx9LbN4cWp8YsD3f"),
            ("sk_live_", "4eC39HqLyjWDarjtT1zdp7dc"),
            ("sk-ant-", "api03-your-key-goes-in-this-place-and-it-has-to-be-long-enough-for-the-shape-of-a-key-AA"),
            ("sk-", "1234567890abcdef1234567890abcdef"),
            ("sk-", "deadbeefdeadbeefdeadbeefdeadbeef"),
            ("npm_", "package_config_registry_of_the_owner1"),
            ("key-", "value-stores-and-where-to-look-for-them"),
            ("hf_", "transformers_pipeline_for_token_names"),
            ("Module.method.", "attribute_of_a_very_long_name_that_goes_on_and_on_in_python"),
            ("https://hooks.slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
            (
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.",
                "eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
            ),
            // Neighbours: the prefix in a word, a character that is too many, a key that is cut off.
            ("desk-", HASH),
            ("xghp_", RANDOM),
            ("sk-", &format!("{HASH}9")),
            ("key-", &format!("{HASH}_2")),
            ("ghp_", &format!("{}...", &RANDOM)),
            ("ghp_", slice(RANDOM, 0..35)),
            ("commit ", "9f3b71c4e85d02a6b7d14c90e3f8a25d7c61b04e"),
        ] {
            let text = format!("Look: {prefix}{rest}");
            assert_eq!(found(&text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_end_or_a_foreign_character_anywhere_does_no_harm() {
        let key = format!("é{}{RANDOM}é", "https://x:ghp_");
        for at in (0..=key.len()).filter(|at| key.is_char_boundary(*at)) {
            let (head, tail) = key.split_at(at);
            let lengths = [head, tail, &format!("{head}é@é{tail}")].map(|text| secrets(text).len());
            assert!(lengths.iter().all(|length| *length <= 1));
        }
        for text in ["", "@", "://:@", ":AA", "-----BEGIN PRIVATE KEY-----", "\u{feff}", "/".repeat(99).as_str()] {
            assert_eq!(secrets(text), []);
        }
    }
}
