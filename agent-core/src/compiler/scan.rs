//! The search for one sign, with which most rules that look through prose begin.

/// The places of a sign of ASCII in a text, in order.
///
/// std's search is compiled with optimisation everywhere, also where this crate is not; it is what the macro takes.
#[cfg(not(feature = "simd"))]
pub fn places(text: &str, sign: u8) -> impl Iterator<Item = usize> {
    text.match_indices(char::from(sign)).map(|(at, _)| at)
}

/// The places of a sign of ASCII in a text, in order.
///
/// In an optimised build the widest registers of the processor make the search many times faster.
#[cfg(feature = "simd")]
pub fn places(text: &str, sign: u8) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(sign, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn every_place_is_found() {
        assert!(places("", b'`').eq([]));
        assert!(places("`ä``\n`", b'`').eq([0, 3, 4, 6]));
    }
}
