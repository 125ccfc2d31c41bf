//! A text as it may be shown.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::invisible;
use crate::text::markers::MarkerIndex;

/// A part of a text with a star for each byte of these secrets, so that no build log has it, and with a visible stand-in for each
/// invisible character beyond ASCII; the renderer has its own for the others. Every byte keeps its offset.
#[must_use]
pub fn redact<'t>(text: &'t str, secrets: &[Range<usize>], range: Range<usize>) -> Cow<'t, str> {
    let part = text.get(range.clone()).unwrap_or_default();
    let is_here = |secret: &&Range<usize>| secret.start < range.end && range.start < secret.end;
    let mut redacted = Cow::Borrowed(part);
    for secret in secrets.iter().filter(is_here) {
        let start = secret.start.saturating_sub(range.start);
        let end = (secret.end - range.start).min(part.len());
        let value = redacted.get(start..end).unwrap_or_default();
        // The lines of a private key stay lines.
        let masked = value.bytes().map(|byte| if byte == b'\n' { '\n' } else { '*' }).collect::<String>();
        redacted.to_mut().replace_range(start..end, &masked);
    }
    for run in invisible::find(part, &MarkerIndex::of(part)) {
        let stand_in = |character: char| match character.len_utf8() {
            1 => character,
            2 => '¬',
            3 => char::REPLACEMENT_CHARACTER,
            _ => '\u{1f6ab}',
        };
        let visible = run.characters.into_iter().map(stand_in).collect::<String>();
        redacted.to_mut().replace_range(run.range, &visible);
    }
    redacted
}
