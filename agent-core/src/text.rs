/// A piece of an agent's text: a byte range of the embedded file, or a literal where the file holds it escaped.
///
/// A range keeps every text in the binary once, and costs the compiler nothing, since it is resolved when asked for.
#[derive(Clone, Copy)]
pub enum Text {
    /// Start and end in the file, in bytes.
    Range(u32, u32),
    /// The text itself.
    Literal(&'static str),
}

impl Text {
    /// The text of a field that is absent.
    pub const EMPTY: Self = Self::Literal("");

    pub(crate) const fn resolve(self, source: &'static str) -> &'static str {
        match self {
            // The compiler has taken both offsets from this very text, whose length the constructor checks.
            Self::Range(start, end) => source.split_at(end as usize).0.split_at(start as usize).1,
            Self::Literal(text) => text,
        }
    }

    pub(crate) const fn resolve_option(self, source: &'static str) -> Option<&'static str> {
        let text = self.resolve(source);
        if text.is_empty() { None } else { Some(text) }
    }
}
