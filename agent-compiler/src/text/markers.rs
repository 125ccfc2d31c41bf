//! The places of the signs with which most rules that look through prose begin, found by one look at each byte.
//!
//! Where the compiler is not optimised, as in most builds that use the macro, a pattern of a slice and a table are what costs
//! least for a loop over a whole text.

use std::ops::Range;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A character beyond ASCII, by its first byte, or a control character but for tabs and line ends.
    Unusual,
    /// The same, with a first byte that most letters of Latin-1 have, and `Γ` and `ƒ`.
    Latin,
    /// `` ` ``
    Backtick,
    /// `~`
    Tilde,
    /// `{`
    Brace,
    /// `[`
    Bracket,
    /// `<`
    Angle,
    /// `@`
    At,
    /// `O`, of `TODO`.
    O,
    /// `X`, of `FIXME`.
    X,
}

/// The bytes of the markers, in their order, from [`Marker::Backtick`] on.
const BYTES: [u8; 8] = *b"`~{[<@OX";

/// How many signs there are.
const KINDS: usize = Marker::Backtick as usize + BYTES.len();

/// For each byte the number of its sign, counted from 1, or 0.
#[allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "the compiler evaluates it, and would say so"
)]
static MARKER_OF: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        if byte >= 0xC0 || byte == 0x7F || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) {
            table[byte as usize] =
                1 + if matches!(byte, 0xC2 | 0xC3 | 0xC6 | 0xCE) { Marker::Latin } else { Marker::Unusual } as u8;
        }
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    let mut place = 0;
    while place < BYTES.len() {
        table[BYTES[place] as usize] = 1 + Marker::Backtick as u8 + place as u8;
        place += 1;
    }
    table
};

/// The places of all signs of a text, each in order.
#[derive(Debug, Default)]
pub struct MarkerIndex([Vec<usize>; KINDS]);

impl MarkerIndex {
    /// Looks through a text.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    pub fn of(text: &str) -> Self {
        let mut markers = Self::default();
        let mut rest = text.as_bytes();
        let mut at = 0;
        while let &[a, b, c, d, e, f, g, h, ref behind @ ..] = rest {
            let any = MARKER_OF[a as usize]
                | MARKER_OF[b as usize]
                | MARKER_OF[c as usize]
                | MARKER_OF[d as usize]
                | MARKER_OF[e as usize]
                | MARKER_OF[f as usize]
                | MARKER_OF[g as usize]
                | MARKER_OF[h as usize];
            if any != 0 {
                markers.add(at, &[a, b, c, d, e, f, g, h]);
            }
            at += 8;
            rest = behind;
        }
        markers.add(at, rest);
        markers
    }

    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    fn add(&mut self, mut at: usize, mut bytes: &[u8]) {
        while let &[byte, ref rest @ ..] = bytes {
            let number = MARKER_OF[byte as usize];
            if number != 0
                && let Some(places) = self.0.get_mut(number as usize - 1)
            {
                places.push(at);
            }
            at += 1;
            bytes = rest;
        }
    }

    /// The places of one sign.
    #[must_use]
    pub fn places(&self, sign: Marker) -> &[usize] {
        self.0.get(sign as usize).map_or(&[], Vec::as_slice)
    }

    /// The places of all [`Marker::Unusual`] and [`Marker::Latin`] characters of the text, in order, from which on it begins
    /// with certain bytes.
    #[must_use]
    pub fn unusual(&self, text: &str, begins: impl Fn(&[u8]) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut firsts = 0;
        for mut places in [self.places(Marker::Unusual), self.places(Marker::Latin)] {
            firsts = found.len();
            while let [at, rest @ ..] = places {
                places = rest;
                if text.as_bytes().get(*at..).is_some_and(&begins) {
                    found.push(*at);
                }
            }
        }
        // Each list is in order, and mostly one of them has nothing.
        if firsts > 0 {
            found.sort_unstable();
        }
        found
    }

    /// The places of one sign within a range.
    #[must_use]
    pub fn within(&self, sign: Marker, range: &Range<usize>) -> &[usize] {
        let places = self.places(sign);
        let place = |at: usize| places.partition_point(|place| *place < at);
        places.get(place(range.start)..place(range.end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Marker, MarkerIndex};

    #[test]
    fn every_place_is_found() {
        for filler in 0..20 {
            let text = format!("{}`ä``\n`~{{[<@OX\u{7f}", "x".repeat(filler));
            let markers = MarkerIndex::of(&text);
            let places = |sign| markers.places(sign).iter().map(|at| at - filler).collect::<Vec<_>>();
            assert_eq!(places(Marker::Backtick), [0, 3, 4, 6]);
            assert_eq!(places(Marker::Latin), [1]);
            assert_eq!(places(Marker::Unusual), [14]);
            assert_eq!(markers.unusual(&text, |_| true), [filler + 1, filler + 14]);
            assert_eq!(markers.unusual(&text, |bytes| bytes.len() == 1), [filler + 14]);
            for (sign, at) in [
                (Marker::Tilde, 7),
                (Marker::Brace, 8),
                (Marker::Bracket, 9),
                (Marker::Angle, 10),
                (Marker::At, 11),
                (Marker::O, 12),
                (Marker::X, 13),
            ] {
                assert_eq!(places(sign), [at], "{sign:?}");
            }
            assert_eq!(markers.within(Marker::Backtick, &(filler + 1..filler + 4)), [filler + 3]);
        }
    }
}
