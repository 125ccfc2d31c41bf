//! The outline of a prompt as the bytes that `include_agents_core::Sections` reads.

use crate::text::outline::OutlineSection;

/// The bytes of an outline.
pub(super) fn bytes(sections: &[OutlineSection]) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new(), at: 0 };
    for OutlineSection { level, title, heading, items } in sections {
        writer.number(usize::from(*level));
        for place in [heading.start, title.start, title.end, heading.end] {
            writer.step(place);
        }
        writer.number(items.len());
        for item in items {
            writer.step(item.start);
            writer.step(item.end);
        }
    }
    writer.bytes
}

struct Writer {
    bytes: Vec<u8>,
    at: usize,
}

impl Writer {
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            let [low, ..] = number.to_le_bytes();
            self.bytes.push(low | 0x80);
            number >>= 7;
        }
        let [low, ..] = number.to_le_bytes();
        self.bytes.push(low);
    }

    /// A place, as its distance from the one before.
    fn step(&mut self, place: usize) {
        self.number(place.saturating_sub(self.at));
        self.at = place;
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;
    use crate::text::index::TextIndex;

    #[test]
    fn an_outline_is_distances() {
        let body = "# One\n- x\n- y\n## Two\nz\n# one \nend\n";
        let index = TextIndex::new(body, 0..body.len());
        let outline = [1, 0, 2, 3, 1, 2, 2, 1, 3, 1, 1, 2, 1, 3, 3, 1, 0];
        assert_eq!(bytes(index.outline())[..6], outline[..6]);
        let long = format!("{}\n# a", "b ".repeat(200));
        let index = TextIndex::new(&long, 0..long.len());
        assert_eq!(bytes(index.outline()), [1, 0x91, 3, 2, 1, 0, 0]);
    }
}
