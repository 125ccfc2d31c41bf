//! How many edits two words are apart, for suggestions.

/// The longest word that is compared, in characters. Longer ones are never taken for a typo.
const LONGEST: usize = 64;

/// The number of single edits (insert, delete, replace, swap of neighbours) that turn one word into the other,
/// without regard to letter case of ASCII, or `None` where it exceeds `limit` or a word is longer than 64 characters.
///
/// Works in fixed memory, since `UnknownAgent` needs it where there is no allocator.
#[must_use]
pub fn distance(left: &str, right: &str, limit: usize) -> Option<usize> {
    if is_far(letters(left), letters(right), limit) { None } else { edits(left, right, limit) }
}

/// Whether a word has so many other letters that it must be too far away: an edit brings in one and takes out one at most.
fn is_far(left: Option<u64>, right: Option<u64>, limit: usize) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    usize::try_from((left ^ right).count_ones()).is_ok_and(|others| others > 2 * limit)
}

fn edits(left: &str, right: &str, limit: usize) -> Option<usize> {
    let (left, left_len) = characters(left)?;
    let (right, right_len) = characters(right)?;
    if left_len.abs_diff(right_len) > limit {
        return None;
    }
    let (left, right) = (left.get(..left_len)?, right.get(..right_len)?);

    // Rows of the optimal-string-alignment table: two back, one back, current.
    let mut before = [0_usize; LONGEST + 1];
    let mut last = core::array::from_fn::<usize, { LONGEST + 1 }, _>(|index| index);
    for (row, &from) in left.iter().enumerate() {
        let mut current = [row + 1; LONGEST + 1];
        let mut best = row + 1;
        for (column, &to) in right.iter().enumerate() {
            let replaced = at(&last, column) + usize::from(from != to);
            let edited = (at(&last, column + 1) + 1).min(at(&current, column) + 1);
            let mut cost = replaced.min(edited);
            let swapped =
                row > 0 && column > 0 && left.get(row - 1) == Some(&to) && right.get(column - 1) == Some(&from);
            if swapped {
                cost = cost.min(at(&before, column - 1) + 1);
            }
            if let Some(cell) = current.get_mut(column + 1) {
                *cell = cost;
            }
            best = best.min(cost);
        }
        if best > limit {
            return None;
        }
        before = last;
        last = current;
    }
    let total = at(&last, right_len);
    (total <= limit).then_some(total)
}

/// The candidate closest to `word`: at most a third of its length away, and never more than three edits.
#[must_use]
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    closest_of(word, candidates.into_iter().map(Candidate::new))
}

/// A word that many others are compared with.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    word: &'a str,
    letters: Option<u64>,
}

impl<'a> Candidate<'a> {
    /// Looks through a word.
    #[must_use]
    pub fn new(word: &'a str) -> Self {
        Self { word, letters: letters(word) }
    }
}

/// What [`closest`] gives, of candidates that need not be looked through each time.
#[must_use]
pub fn closest_of<'a>(word: &str, candidates: impl IntoIterator<Item = Candidate<'a>>) -> Option<&'a str> {
    let mut limit = (word.chars().count() / 3).min(3);
    let letters = letters(word);
    let mut found = None;
    for Candidate { word: candidate, letters: others } in candidates {
        // In ASCII, bytes are characters.
        let is_other_length = word.len().abs_diff(candidate.len()) > limit && letters.is_some() && others.is_some();
        if is_other_length || is_far(letters, others, limit) {
            continue;
        }
        if let Some(edits) = edits(word, candidate, limit) {
            if edits == 0 {
                return Some(candidate);
            }
            found = Some(candidate);
            // Only a candidate that is strictly closer replaces this one; the first of equals stays.
            limit = edits - 1;
        }
    }
    found
}

/// A bit for each letter and digit that occurs in a word of ASCII, in any letter case; several share one.
fn letters(word: &str) -> Option<u64> {
    let (mut letters, mut all, mut rest) = (0, 0, word.as_bytes());
    // Without optimization, a slice pattern is the fastest way to loop; this bit is the letter case.
    while let &[byte, ref others @ ..] = rest {
        letters |= 1 << ((byte | 0x20) & 63);
        all |= byte;
        rest = others;
    }
    all.is_ascii().then_some(letters)
}

fn characters(word: &str) -> Option<([char; LONGEST], usize)> {
    let mut characters = ['\0'; LONGEST];
    let mut length = 0;
    for character in word.chars() {
        *characters.get_mut(length)? = character.to_ascii_lowercase();
        length += 1;
    }
    Some((characters, length))
}

/// A cell of a row. All columns are at most `LONGEST`, so the default is never taken.
fn at(row: &[usize; LONGEST + 1], column: usize) -> usize {
    row.get(column).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::{closest, distance};

    #[test]
    fn one_slip_of_each_kind_is_one_edit() {
        assert_eq!(distance("sonet", "sonnet", 2), Some(1));
        assert_eq!(distance("sonnnet", "sonnet", 2), Some(1));
        assert_eq!(distance("sonmet", "sonnet", 2), Some(1));
        assert_eq!(distance("modle", "model", 2), Some(1));
        assert_eq!(distance("SONNET", "sonnet", 2), Some(0));
        assert_eq!(distance("", "", 0), Some(0));
    }

    #[test]
    fn what_is_too_far_or_too_long_has_no_distance() {
        assert_eq!(distance("opus", "sonnet", 3), None);
        assert_eq!(distance(&"x".repeat(65), &"x".repeat(65), 3), None);
        assert_eq!(distance("größe", "große", 1), Some(1));
    }

    #[test]
    fn the_closest_wins_and_the_first_of_equals_stays() {
        assert_eq!(closest("opuz", ["haiku", "opus"]), Some("opus"));
        assert_eq!(closest("reader", ["header", "leader"]), Some("header"));
        assert_eq!(closest("gpt", ["opus", "haiku"]), None);
        assert_eq!(closest("s", ["LS"]), None);
    }
}
