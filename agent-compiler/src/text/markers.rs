//! The offsets of the characters that most rules about prose search for, found in one pass over the text.
//!
//! Most builds that use the macro do not optimize the compiler. Without optimization, slice patterns and a table are the fastest
//! way to loop over a whole text.

use std::ops::Range;

/// A character, or a class of characters, that is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A character beyond ASCII, by its first byte, or a control character other than a tab or line end.
    Unusual,
    /// A character beyond ASCII with the first byte of most Latin-1 letters, of `Γ` or of `ƒ`.
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

/// The bytes of the markers from [`Marker::Backtick`] on, in order.
const BYTES: [u8; 8] = *b"`~{[<@OX";

/// The number of markers.
const KINDS: usize = Marker::Backtick as usize + BYTES.len();

/// The bit of a byte that is no key character.
const NO_KEY: u8 = 0x80;

/// For each byte, the number of its marker, counted from 1, or 0; and [`NO_KEY`].
#[allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "evaluated at compile time, where an error fails the build"
)]
static CLASS_OF: [u8; 256] = {
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
    let mut index = 0;
    while index < BYTES.len() {
        table[BYTES[index] as usize] = 1 + Marker::Backtick as u8 + index as u8;
        index += 1;
    }
    let mut index = 0;
    while index < table.len() {
        if !matches!(index as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'/' | b'+') {
            table[index] |= NO_KEY;
        }
        index += 1;
    }
    table
};

/// The shortest run of key characters that is of interest.
pub const SHORTEST_RUN: usize = 20;

/// The offsets of all markers in a text, each list in order.
#[derive(Debug, Default)]
pub struct MarkerIndex {
    markers: [Vec<usize>; KINDS],
    /// The offsets, of those that eight divides, at which a long run of key characters may have its first whole eight.
    eights: Vec<usize>,
}

impl MarkerIndex {
    /// Indexes a text.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a byte is always within a table of 256")]
    pub fn of(text: &str) -> Self {
        let mut markers = Self::default();
        let mut rest = text.as_bytes();
        let mut at = 0;
        while let &[a, b, c, d, e, f, g, h, ref behind @ ..] = rest {
            let any = CLASS_OF[a as usize]
                | CLASS_OF[b as usize]
                | CLASS_OF[c as usize]
                | CLASS_OF[d as usize]
                | CLASS_OF[e as usize]
                | CLASS_OF[f as usize]
                | CLASS_OF[g as usize]
                | CLASS_OF[h as usize];
            if any & !NO_KEY != 0 {
                markers.add(at, &[a, b, c, d, e, f, g, h]);
            }
            // The first of a run begins at most seven bytes behind it, and so the run goes on for five more.
            if any < NO_KEY
                && let &[_, _, _, _, fifth, ..] = behind
                && CLASS_OF[fifth as usize] < NO_KEY
            {
                markers.eights.push(at);
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
            let number = CLASS_OF[byte as usize] & !NO_KEY;
            if number != 0
                && let Some(offsets) = self.markers.get_mut(number as usize - 1)
            {
                offsets.push(at);
            }
            at += 1;
            bytes = rest;
        }
    }

    /// The offsets of one marker.
    #[must_use]
    pub fn offsets(&self, marker: Marker) -> &[usize] {
        self.markers.get(marker as usize).map_or(&[], Vec::as_slice)
    }

    /// The runs of at least twenty key characters, which are letters, digits and `_-/+`, in order.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "the offsets are below the length that is compared")]
    pub fn key_runs(&self, text: &str) -> Vec<Range<usize>> {
        let bytes = text.as_bytes();
        let (mut runs, mut done) = (Vec::new(), 0);
        let mut eights = self.eights.as_slice();
        while let &[at, ref rest @ ..] = eights {
            eights = rest;
            // A run may hold several of them.
            if at < done {
                continue;
            }
            let (mut start, mut end) = (at, at);
            while start > 0 && CLASS_OF[bytes[start - 1] as usize] < NO_KEY {
                start -= 1;
            }
            while end < bytes.len() && CLASS_OF[bytes[end] as usize] < NO_KEY {
                end += 1;
            }
            done = end;
            if end - start >= SHORTEST_RUN {
                runs.push(start..end);
            }
        }
        runs
    }

    /// The offsets, in order, of all [`Marker::Unusual`] and [`Marker::Latin`] characters at which the following bytes match.
    #[must_use]
    pub fn unusual(&self, text: &str, matches: impl Fn(&[u8]) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut firsts = 0;
        for mut offsets in [self.offsets(Marker::Unusual), self.offsets(Marker::Latin)] {
            firsts = found.len();
            while let [at, rest @ ..] = offsets {
                offsets = rest;
                if text.as_bytes().get(*at..).is_some_and(&matches) {
                    found.push(*at);
                }
            }
        }
        // Each list is sorted, and usually one of them is empty.
        if firsts > 0 {
            found.sort_unstable();
        }
        found
    }

    /// The offsets of one marker within a range.
    #[must_use]
    pub fn within(&self, marker: Marker, range: &Range<usize>) -> &[usize] {
        let offsets = self.offsets(marker);
        let index = |at: usize| offsets.partition_point(|offset| *offset < at);
        offsets.get(index(range.start)..index(range.end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Marker, MarkerIndex};

    #[test]
    fn every_run_is_found_wherever_it_begins() {
        for filler in 0..20 {
            let text =
                format!("{} {}1-/+_ ä{} {}", "é".repeat(filler), "aZ9".repeat(5), "b".repeat(19), "c".repeat(20));
            let runs: Vec<_> =
                MarkerIndex::of(&text).key_runs(&text).into_iter().filter_map(|run| text.get(run)).collect();
            assert_eq!(runs, ["aZ9aZ9aZ9aZ9aZ91-/+_", "cccccccccccccccccccc"]);
        }
    }

    #[test]
    fn every_marker_is_found() {
        for filler in 0..20 {
            let text = format!("{}`ä``\n`~{{[<@OX\u{7f}", "x".repeat(filler));
            let markers = MarkerIndex::of(&text);
            let offsets = |marker| markers.offsets(marker).iter().map(|at| at - filler).collect::<Vec<_>>();
            assert_eq!(offsets(Marker::Backtick), [0, 3, 4, 6]);
            assert_eq!(offsets(Marker::Latin), [1]);
            assert_eq!(offsets(Marker::Unusual), [14]);
            assert_eq!(markers.unusual(&text, |_| true), [filler + 1, filler + 14]);
            assert_eq!(markers.unusual(&text, |bytes| bytes.len() == 1), [filler + 14]);
            for (marker, at) in [
                (Marker::Tilde, 7),
                (Marker::Brace, 8),
                (Marker::Bracket, 9),
                (Marker::Angle, 10),
                (Marker::At, 11),
                (Marker::O, 12),
                (Marker::X, 13),
            ] {
                assert_eq!(offsets(marker), [at], "{marker:?}");
            }
            assert_eq!(markers.within(Marker::Backtick, &(filler + 1..filler + 4)), [filler + 3]);
        }
    }
}
