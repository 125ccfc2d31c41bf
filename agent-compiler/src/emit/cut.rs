//! The surroundings of places on a long line, since the renderer goes over the whole line, character by character.

use std::ops::Range;

/// Only more bytes than these are cut.
const LONG: usize = 4000;

/// How many bytes are left on each side of where a place begins and where it ends: more than the renderer shows of a line.
const NEAR: usize = 300;

/// A text from which parts were left out.
pub(super) struct Cut {
    /// What is left, with `…` for each part that is not.
    pub text: String,
    /// The ranges that are left, in order, and the offset of each in the text.
    left: Vec<(Range<usize>, usize)>,
}

impl Cut {
    /// Cuts the lines of a long text that hold these places.
    pub(super) fn of(text: &str, places: &[Range<usize>]) -> Option<Self> {
        if text.len() <= LONG {
            return None;
        }
        let mut offsets: Vec<usize> = places.iter().flat_map(|place| [place.start, place.end]).collect();
        offsets.sort_unstable();
        let mut cut = Self { text: String::new(), left: Vec::new() };
        let mut done = 0;
        for offset in offsets {
            let is_boundary = |at: &usize| text.is_char_boundary(*at);
            let start = (offset.saturating_sub(NEAR).max(done)..=offset.max(done)).find(is_boundary)?;
            let end = (offset..=(offset + NEAR).min(text.len())).rev().find(is_boundary)?;
            if end > done || cut.left.is_empty() {
                cut.leave_out(text.get(done..start)?);
                cut.left.push((start..end, cut.text.len()));
                cut.text.push_str(text.get(start..end)?);
                done = end;
            }
        }
        cut.leave_out(text.get(done..)?);
        Some(cut)
    }

    /// Adds the line ends of a part, and the lines between them, which are not shown.
    fn leave_out(&mut self, part: &str) {
        let first = part.find('\n').unwrap_or(part.len());
        let last = part.rfind('\n').map_or(part.len(), |last| last + 1);
        let ends = [part.get(..first), part.get(first..last), part.get(last..)].map(Option::unwrap_or_default);
        for (index, end) in ends.into_iter().enumerate() {
            self.text.push_str(if index != 1 && end.len() > NEAR { "…" } else { end });
        }
    }

    /// Where a place is in the text that is left.
    pub(super) fn place(&self, place: &Range<usize>) -> Range<usize> {
        let offset = |at: usize| {
            let left = self.left.iter().find(|(range, _)| range.start <= at && at <= range.end);
            left.map_or(0, |(range, offset)| offset + at - range.start)
        };
        offset(place.start)..offset(place.end)
    }

    /// The column of an offset in the text that is left, from 1.
    pub(super) fn column(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Cut;

    #[test]
    fn the_places_are_left_with_what_is_near() {
        let long = "ä".repeat(3000);
        let text = format!("{long}one{long}\n{long}\nx{long}two{long}");
        let place = |word: &str| text.find(word).map(|at| at..at + word.len()).unwrap();
        let places = [place("two"), place("one"), place("one")];
        let cut = Cut::of(&text, &places).unwrap();
        let words: Vec<_> = places.iter().map(|place| cut.text.get(cut.place(place)).unwrap()).collect();
        assert_eq!(words, ["two", "one", "one"]);
        let near = "ä".repeat(150);
        assert_eq!(cut.text, format!("…{near}one{near}…\n{long}\n…{near}two{near}…"));
        assert_eq!(cut.column(cut.place(&places[1]).start), 152);
    }

    #[test]
    fn a_long_place_is_cut_within() {
        let text = format!("a: {}.", "b".repeat(9000));
        let place = 3..9003;
        let cut = Cut::of(&text, std::slice::from_ref(&place)).unwrap();
        assert_eq!(cut.text, format!("a: {}…{}.", "b".repeat(300), "b".repeat(300)));
        assert_eq!(cut.place(&place), 3..cut.text.len() - 1);
    }

    #[test]
    fn a_short_text_is_left_alone() {
        assert!(Cut::of("x", std::slice::from_ref(&(0..1))).is_none());
    }
}
