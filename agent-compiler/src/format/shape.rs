//! What a key within the value of a field holds.

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// Text that is a URL.
    Url,
    /// A number above 0.
    Seconds,
    /// A whole number above 0.
    Count,
    /// `true` or `false`.
    Boolean,
    /// A list of texts.
    Texts,
    /// A map.
    Map,
    /// A map whose values are texts.
    TextMap,
    /// One of these words, between spaces.
    Words(&'static str),
}
