//! The tables of numbers, lists and bits that `include_agents_core::__private` reads as `number`, `pick`, `list` and `bit`.

use std::collections::BTreeMap;

/// Numbers, behind the bytes that each of them takes.
pub(super) fn numbers(numbers: &[usize]) -> Vec<u8> {
    let largest = numbers.iter().copied().max().unwrap_or_default();
    let width = (usize::BITS - largest.leading_zeros()).div_ceil(u8::BITS).max(1);
    let mut table = vec![u8::try_from(width).unwrap_or_default()];
    for number in numbers {
        table.extend(number.to_le_bytes().iter().take(width as usize));
    }
    table
}

/// The table by which `pick` finds one of some items, or none.
pub(super) fn picks(places: impl IntoIterator<Item = Option<usize>>) -> Vec<u8> {
    numbers(&places.into_iter().map(|place| place.map_or(0, |place| place + 1)).collect::<Vec<_>>())
}

/// Lists that follow each other, each of them once.
pub(super) struct Lists<Item> {
    /// The items of all lists.
    pub(super) items: Vec<Item>,
    /// The table of their ends.
    pub(super) ends: Vec<u8>,
    /// The number of each list.
    pub(super) numbers: Vec<usize>,
}

impl<Item: Clone + Ord> Lists<Item> {
    /// What `list` finds each of these lists by, or none.
    pub(super) fn new(lists: impl IntoIterator<Item = Option<Vec<Item>>>) -> Self {
        let (mut items, mut ends, mut known) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut number = |list: Option<Vec<Item>>| {
            let Some(list) = list else { return 0 };
            if let Some(number) = known.get(&list) {
                return *number;
            }
            items.extend_from_slice(&list);
            ends.push(items.len());
            known.insert(list, ends.len());
            ends.len()
        };
        let list_numbers = lists.into_iter().map(&mut number).collect();
        Self { items, ends: numbers(&ends), numbers: list_numbers }
    }
}

/// Rows of bits, each of which begins with a byte of its own.
pub(super) fn bits<'r>(rows: impl IntoIterator<Item = &'r [bool]>) -> Vec<u8> {
    let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    rows.into_iter().flat_map(|row| row.chunks(u8::BITS as usize).map(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Lists, bits, numbers, picks};
    use include_agents_core::__private::v1::{bit, list, number, pick};

    #[test]
    fn what_is_written_is_read_back() {
        for all in [vec![], vec![0], vec![0, 255], vec![256, 1, 65_536], vec![usize::MAX, 0]] {
            let table = numbers(&all);
            assert_eq!((0..all.len()).map(|index| number(&table, index)).collect::<Vec<_>>(), all);
        }
        let places = [None, Some(0), Some(299)];
        let items: Vec<_> = (0..300).collect();
        let table = picks(places);
        assert_eq!([0, 1, 2].map(|index| pick(&items, &table, index)), places);
    }

    #[test]
    fn equal_lists_are_written_once() {
        let all = [Some(vec!['a']), None, Some(vec![]), Some(vec!['b', 'c']), Some(vec!['a'])];
        let Lists { items, ends, numbers: list_numbers } = Lists::new(all.clone());
        let (items, lists): (&[char], _) = (items.leak(), numbers(&list_numbers));
        assert_eq!(items, ['a', 'b', 'c']);
        let read = |index| list(items, &ends, &lists, index).map(<[char]>::to_vec);
        assert_eq!([0, 1, 2, 3, 4].map(read), all);
    }

    #[test]
    fn a_row_has_its_bits() {
        let mut row = [false; 9];
        row[8] = true;
        let rows = bits([row.as_slice(), &[true; 9]]);
        assert_eq!(
            [(0, 0), (0, 8), (1, 0), (1, 8)].map(|(at, column)| bit(&rows, at, 9, column)),
            [false, true, true, true]
        );
    }
}
