/// Start and end of a text in an agent's file, in bytes.
pub(crate) type Range = [u32; 2];

/// The bytes of a range. The compiler has taken both ends from this very file, whose length `agent` checks.
pub(crate) const fn part(source: &'static [u8], [start, end]: Range) -> &'static [u8] {
    source.split_at(end as usize).0.split_at(start as usize).1
}

/// The text of a range. Files are embedded as bytes, since `include_str!` costs the compiler several times as much. They
/// were UTF-8 when they were compiled; the empty text is for one that was replaced in that moment.
pub(crate) const fn resolve(source: &'static [u8], range: Range) -> &'static str {
    match core::str::from_utf8(part(source, range)) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// A text that few agents have: a range of the file, or a literal where the file holds it escaped.
#[derive(Clone, Copy, Debug)]
pub enum Text {
    /// Start and end in the file, in bytes.
    Range(u32, u32),
    /// The text itself.
    Literal(&'static str),
}

impl Text {
    /// The text of a field that is absent.
    pub const EMPTY: Self = Self::Literal("");

    /// The text, unless it is empty.
    pub(crate) const fn resolve(self, source: &'static [u8]) -> Option<&'static str> {
        let text = match self {
            Self::Range(start, end) => resolve(source, [start, end]),
            Self::Literal(text) => text,
        };
        if text.is_empty() { None } else { Some(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, resolve};

    #[test]
    fn a_text_is_a_range_of_its_file() {
        const TEXT: &str = resolve("größe: 1".as_bytes(), [0, 7]);
        assert_eq!(TEXT, "größe");
        assert_eq!(Text::Range(4, 6).resolve(b"abc de"), Some("de"));
        assert_eq!(Text::EMPTY.resolve(b"abc"), None);
    }

    #[test]
    fn what_is_no_text_any_more_is_empty() {
        assert_eq!(resolve(&[b'a', 0xff], [0, 2]), "");
    }
}
