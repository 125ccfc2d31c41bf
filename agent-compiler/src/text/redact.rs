//! Text for display.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::invisible;
use crate::text::markers::MarkerIndex;

/// A part of a text with an asterisk for each byte of a secret, so that it is in no build log, and with a visible replacement for
/// each invisible character beyond ASCII; the renderer replaces the others. Every byte keeps its offset.
#[must_use]
pub fn redact<'t>(text: &'t str, secrets: &[Range<usize>], range: Range<usize>) -> Cow<'t, str> {
    let part = text.get(range.clone()).unwrap_or_default();
    let is_here = |secret: &&Range<usize>| secret.start < range.end && range.start < secret.end;
    let mut redacted = Cow::Borrowed(part);
    for secret in secrets.iter().filter(is_here) {
        let start = secret.start.saturating_sub(range.start);
        let end = (secret.end - range.start).min(part.len());
        let value = redacted.get(start..end).unwrap_or_default();
        // The line breaks of a private key are kept.
        let masked = value.bytes().map(|byte| if byte == b'\n' { '\n' } else { '*' }).collect::<String>();
        redacted.to_mut().replace_range(start..end, &masked);
    }
    for run in invisible::find(part, &MarkerIndex::of(part)) {
        let replacement = |character: char| match character.len_utf8() {
            1 => character,
            2 => '¬',
            3 => char::REPLACEMENT_CHARACTER,
            _ => '\u{1f6ab}',
        };
        let visible = run.characters.into_iter().map(replacement).collect::<String>();
        redacted.to_mut().replace_range(run.range, &visible);
    }
    redacted
}
