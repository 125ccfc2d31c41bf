use core::fmt;

/// The model an agent asks for.
///
/// ```
/// use include_agents_core::Model;
/// assert_eq!(Model::Opus.as_str(), "opus");
/// assert_eq!(Model::Other("claude-opus-5").to_string(), "claude-opus-5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Model {
    /// `inherit`: the model of the session.
    Inherit,
    /// `sonnet`
    Sonnet,
    /// `opus`
    Opus,
    /// `haiku`
    Haiku,
    /// `fable`
    Fable,
    /// A full model id such as `claude-opus-5`, or a name only another provider knows, as written.
    Other(&'static str),
}

impl Model {
    /// The aliases with the names of their variants.
    #[doc(hidden)]
    pub const WORDS: &'static [(&'static str, &'static str)] =
        &[("inherit", "Inherit"), ("sonnet", "Sonnet"), ("opus", "Opus"), ("haiku", "Haiku"), ("fable", "Fable")];

    /// The model as agent files spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inherit => "inherit",
            Self::Sonnet => "sonnet",
            Self::Opus => "opus",
            Self::Haiku => "haiku",
            Self::Fable => "fable",
            Self::Other(id) => id,
        }
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
