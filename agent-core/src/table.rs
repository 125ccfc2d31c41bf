//! Tables that are made when the roster is compiled, and read by generated code: rustc reads one literal of bytes much faster
//! than as many numbers.
//!
//! A table of numbers begins with the bytes that each of them takes; the numbers follow, their lowest byte first.

/// A number of a table; 0 where the table has none.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "the index is below the length")]
pub const fn number(table: &[u8], index: usize) -> usize {
    let [width, numbers @ ..] = table else { return 0 };
    let width = *width as usize;
    let (mut at, end) = (index.saturating_mul(width), index.saturating_add(1).saturating_mul(width));
    let (mut number, mut shift) = (0, 0);
    while at < end && at < numbers.len() && shift < usize::BITS {
        number |= (numbers[at] as usize) << shift;
        shift += u8::BITS;
        at += 1;
    }
    number
}

/// One of some items by its number, which counts from 1; 0 is none of them.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "the number is at most the length")]
pub const fn pick<Item: Copy>(items: &[Item], table: &[u8], index: usize) -> Option<Item> {
    match number(table, index) {
        0 => None,
        number if number <= items.len() => Some(items[number - 1]),
        _ => None,
    }
}

/// One of some lists by its number, which counts from 1; 0 is none of them. The lists follow each other in `items`, and `ends`
/// is the table of their ends.
#[must_use]
pub const fn list<Item>(items: &'static [Item], ends: &[u8], table: &[u8], index: usize) -> Option<&'static [Item]> {
    let (start, end) = match number(table, index) {
        0 => return None,
        1 => (0, number(ends, 0)),
        number => (self::number(ends, number - 2), self::number(ends, number - 1)),
    };
    if start <= end && end <= items.len() { Some(items.split_at(end).0.split_at(start).1) } else { None }
}

/// Whether a bit of a row is set; each row has `width` bits, and begins with a byte of its own.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "the place is below the length")]
pub const fn bit(rows: &[u8], row: usize, width: usize, column: usize) -> bool {
    let at = row * width.div_ceil(u8::BITS as usize) + column / u8::BITS as usize;
    at < rows.len() && rows[at] >> (column % u8::BITS as usize) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{bit, list, number, pick};

    #[test]
    fn a_number_has_the_width_of_its_table() {
        const ONE: usize = number(b"\x01\x05\xff", 1);
        assert_eq!((ONE, number(b"\x02\x05\x01\0\x02", 0), number(b"\x02\x05\x01\0\x02", 1)), (255, 261, 512));
        assert_eq!((number(b"", 0), number(b"\x01\x05", 1), number(b"\0", usize::MAX)), (0, 0, 0));
    }

    #[test]
    fn zero_picks_nothing() {
        let picked = [0, 1, 2, 3].map(|index| pick(&["a", "b"], b"\x01\0\x02\x01\x03", index));
        assert_eq!(picked, [None, Some("b"), Some("a"), None]);
    }

    #[test]
    fn lists_follow_each_other() {
        static ITEMS: [char; 3] = ['a', 'b', 'c'];
        let lists = [0, 1, 2, 3].map(|index| list(&ITEMS, b"\x01\x01\x01\x03", b"\x01\x03\x02\x01\0", index));
        assert_eq!(lists, [Some(['b', 'c'].as_slice()), Some(&[]), Some(&['a']), None]);
        assert_eq!(list(&ITEMS, b"\x01\x09", b"\x01\x01", 0), None);
    }

    #[test]
    fn a_row_of_bits_begins_with_a_byte() {
        let rows = [0b10, 0b1, 0b0, 0b0];
        assert_eq!(
            [(0, 1), (0, 8), (0, 0), (1, 1), (9, 9)].map(|(row, column)| bit(&rows, row, 9, column)),
            [true, true, false, false, false]
        );
    }
}
