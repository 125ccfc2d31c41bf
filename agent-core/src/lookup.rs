//! The place of a name among those of a roster, by one look into a table that is made when the roster is compiled.
//!
//! The table is a power of two of slots, at least two per name, of four bytes each. A slot that is not free holds the number
//! of a name, counted from 1, in as many of its low bits as a place in the table has, and a part of the hash above them, so
//! that two names are hardly ever compared. A name whose slot is taken has the next free one.

use crate::names::Named;

/// The bytes of one slot.
pub const SLOT: usize = 4;

/// A factor without a pattern, which spreads each bit of a word over all bits above it.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The place of a name in a list: for generated code only.
#[must_use]
pub fn find<Item: Named>(items: &[Item], table: &'static [u8], name: &str) -> Option<usize> {
    let (slots, _) = table.as_chunks::<SLOT>();
    let mask = slots.len().wrapping_sub(1);
    let (mut at, upper) = hash(name.as_bytes(), mask);
    // The end of the table is not reached: half of it is free.
    for _ in slots {
        let slot = u32::from_le_bytes(*slots.get(at & mask)?) as usize;
        if slot == 0 {
            return None;
        }
        if slot & !mask == upper {
            let index = (slot & mask).checked_sub(1)?;
            if items.get(index)?.name_bytes() == name.as_bytes() {
                return Some(index);
            }
        }
        at += 1;
    }
    None
}

/// Where to look for a name first, and what its slot has above the bits of `mask`.
#[must_use]
#[inline]
pub fn hash(name: &[u8], mask: usize) -> (usize, usize) {
    let mut hash = name.len() as u64;
    let mut add = |word: u64| {
        hash = (hash ^ word).wrapping_mul(SPREAD);
        hash ^= hash >> 32;
    };
    let (words, rest) = name.as_chunks::<8>();
    for word in words {
        add(u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        // Reading some bytes a second time is faster than one by one.
        add(match (name.last_chunk::<8>(), name.first_chunk::<4>(), name.last_chunk::<4>()) {
            (Some(last), ..) => u64::from_le_bytes(*last),
            (_, Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
            }
            _ => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        });
    }
    #[allow(clippy::cast_possible_truncation, reason = "both halves are taken")]
    let (low, high) = (hash as u32 as usize, (hash >> 32) as u32 as usize);
    (high & mask, low & !mask)
}
