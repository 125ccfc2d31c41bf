use core::cmp::Ordering;
use core::fmt;

/// How much reasoning the model spends.
///
/// Words compare with words, and numbers with numbers. A word and a number have no order: neither is the greater.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Effort;
///
/// assert!(Effort::Low < Effort::High);
/// assert!(Effort::Number(10) < Effort::Number(20));
/// assert_eq!(Effort::High.partial_cmp(&Effort::Number(10)), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Effort {
    /// `low`
    Low,
    /// `medium`, also written `med`
    Medium,
    /// `high`
    High,
    /// `xhigh`
    XHigh,
    /// `max`
    Max,
    /// An effort given as a whole number.
    Number(u32),
}

impl Effort {
    /// Each word with the name of its variant.
    #[doc(hidden)]
    pub const WORDS: &'static [(&'static str, &'static str)] =
        &[("low", "Low"), ("medium", "Medium"), ("high", "High"), ("xhigh", "XHigh"), ("max", "Max")];

    /// The variant of each word, in the order of `WORDS`.
    #[doc(hidden)]
    pub const ALL: &'static [Self] = &[Self::Low, Self::Medium, Self::High, Self::XHigh, Self::Max];

    /// The word, as agent files spell it; `None` for a number. `to_string` has both forms.
    #[must_use]
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::Low => Some("low"),
            Self::Medium => Some("medium"),
            Self::High => Some("high"),
            Self::XHigh => Some("xhigh"),
            Self::Max => Some("max"),
            Self::Number(_) => None,
        }
    }

    /// The number; `None` for a word.
    #[must_use]
    pub const fn as_number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The position of a word in the order.
    const fn rank(self) -> Option<u8> {
        match self {
            Self::Low => Some(0),
            Self::Medium => Some(1),
            Self::High => Some(2),
            Self::XHigh => Some(3),
            Self::Max => Some(4),
            Self::Number(_) => None,
        }
    }
}

impl PartialOrd for Effort {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(left), Self::Number(right)) => Some(left.cmp(right)),
            _ => Some(self.rank()?.cmp(&other.rank()?)),
        }
    }
}

impl fmt::Display for Effort {
    /// Writes the effort as agent files spell it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Display::fmt(number, f),
            word => f.pad(word.as_str().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Effort;
    use std::format;

    #[test]
    fn a_word_and_a_number_have_no_order() {
        assert!(Effort::Low < Effort::Medium && Effort::XHigh < Effort::Max);
        assert!(Effort::Number(1) < Effort::Number(2));
        assert_eq!(Effort::Number(1).partial_cmp(&Effort::Max), None);
        assert!(Some(Effort::Max) >= Some(Effort::High) && None < Some(Effort::Low));
    }

    #[test]
    fn every_word_has_its_variant() {
        let shown = Effort::ALL.iter().map(|effort| format!("{effort:?} {effort}"));
        assert!(shown.eq(Effort::WORDS.iter().map(|(word, variant)| format!("{variant} {word}"))));
    }
}
