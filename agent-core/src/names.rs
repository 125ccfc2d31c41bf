//! What every generated enum of names has, whatever its names are of.

use crate::{Agent, distance};

/// What an enum of names has one of for each variant: for generated code only.
pub trait Named: 'static {
    /// The name.
    fn name(&self) -> &'static str;

    /// The bytes of the name, for look-ups, which need not know that they are UTF-8.
    fn name_bytes(&self) -> &'static [u8] {
        self.name().as_bytes()
    }
}

impl Named for &'static Agent {
    fn name(&self) -> &'static str {
        Agent::name(self)
    }

    fn name_bytes(&self) -> &'static [u8] {
        Agent::name_bytes(self)
    }
}

impl Named for &'static str {
    fn name(&self) -> &'static str {
        self
    }
}

/// The error of an enum of names: for generated code only.
pub trait UnknownName {
    /// The error for a name that is not among `count` names; the closest of them is `closest`, if any is like it.
    fn new(closest: Option<&'static str>, count: usize) -> Self;
}

/// The error for a name that `find` did not find: for generated code only.
#[must_use]
#[cold]
pub fn unknown<Item: Named, Error: UnknownName>(items: &[Item], name: &str) -> Error {
    Error::new(distance::closest(name, items.iter().map(Named::name)), items.len())
}

/// The spelling of a variant, out of all of them with a blank between: for generated code only. One text takes less of the
/// binary, and of the compiler's time, than a table of texts.
#[must_use]
pub fn spelling(variants: &'static str, index: usize) -> &'static str {
    variants.split(' ').nth(index).unwrap_or_default()
}

/// Implements what every enum of names has. The caller defines the enum, in order of name, and its method `name`.
///
/// - `variants` are all variants, and `spellings` is the same as one text, with a blank between two.
/// - `items` has what [`Named`] is implemented for, one per variant.
/// - `table` is that of the names, for [`find`](crate::lookup::find).
/// - `error` is the type for an unknown name, for which [`UnknownName`] is implemented.
///
/// No item in a function has a name that an agent can have.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    (
        $name:ident,
        variants = [$($variant:ident),* $(,)?],
        spellings = $spellings:literal,
        items = $items:tt of $item:ty,
        table = $table:literal,
        error = $error:ty $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub, clippy::as_conversions)]
        impl $name {
            /// All variants, in order of name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// How many variants there are.
            pub const COUNT: ::core::primitive::usize = Self::ALL.len();

            /// The variant of exactly this name.
            #[must_use]
            pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                let index = $crate::__private::v1::find(Self::__items(), $table, name)?;
                Self::ALL.get(index).copied()
            }

            // A static, of which the program has one; a constant may be in it several times.
            #[doc(hidden)]
            const fn __items() -> &'static [$item] {
                static __ITEMS: [$item; $name::COUNT] = $items;
                &__ITEMS
            }

            // The place of the variant in `ALL`.
            #[doc(hidden)]
            const fn __index(self) -> ::core::primitive::usize {
                $crate::__names!(@index self [$($variant)*])
            }
        }

        // Not derived: for thousands of variants the derive takes gigabytes.
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($crate::__private::v1::spelling($spellings, self.__index()))
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.name()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $name {
            type Err = $error;

            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, $error> {
                Self::from_name(name).ok_or_else(|| $crate::__private::v1::unknown(Self::__items(), name))
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for $name {
            type Error = $error;

            fn try_from(name: &::core::primitive::str) -> ::core::result::Result<Self, $error> {
                ::core::str::FromStr::from_str(name)
            }
        }
    };
    // An enum without variants has no value, and Rust no cast for it.
    (@index $self:ident []) => {
        match $self {}
    };
    (@index $self:ident $variants:tt) => {
        $self as ::core::primitive::usize
    };
}

#[cfg(test)]
mod tests {
    use super::{UnknownName, spelling};
    use std::format;
    use std::string::ToString as _;

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Color {
        Blue,
        DarkRed,
    }

    impl Color {
        const fn name(self) -> &'static str {
            Self::__items()[self.__index()]
        }
    }

    crate::__names! {
        Color,
        variants = [Blue, DarkRed],
        spellings = "Blue DarkRed",
        items = ["blue", "dark-red"] of &'static str,
        table = b"\0\0\0\0\xf9\xe1vE\xea\xd3=\xc0\0\0\0\0",
        error = NoColor,
    }

    #[derive(Clone, Copy)]
    enum Nothing {}

    impl Nothing {
        const fn name(self) -> &'static str {
            match self {}
        }
    }

    crate::__names! {
        Nothing,
        variants = [],
        spellings = "",
        items = [] of &'static str,
        table = b"",
        error = NoColor,
    }

    #[derive(Debug, PartialEq)]
    struct NoColor(Option<&'static str>, usize);

    impl UnknownName for NoColor {
        fn new(closest: Option<&'static str>, count: usize) -> Self {
            Self(closest, count)
        }
    }

    #[test]
    fn a_name_is_a_variant_and_a_variant_a_name() {
        assert_eq!(Color::ALL.len(), Color::COUNT);
        for (color, name, spelling) in [(Color::Blue, "blue", "Blue"), (Color::DarkRed, "dark-red", "DarkRed")] {
            assert_eq!(
                (Color::from_name(name), name.parse(), Color::try_from(name)),
                (Some(color), Ok(color), Ok(color))
            );
            assert_eq!((color.as_ref(), color.to_string()), (name, name.to_string()));
            assert_eq!(format!("{color:?}"), spelling);
        }
        assert_eq!(format!("{:>5}", Color::Blue), " blue");
    }

    #[test]
    fn an_unknown_name_gets_the_closest_for_an_answer() {
        assert_eq!("dark-rad".parse::<Color>(), Err(NoColor(Some("dark-red"), 2)));
        assert_eq!(Color::try_from("green"), Err(NoColor(None, 2)));
        assert_eq!(Color::from_name("Blue"), None);
    }

    #[test]
    fn an_enum_may_have_no_variant() {
        assert_eq!(Nothing::COUNT, 0);
        assert_eq!("blue".parse::<Nothing>().map(Nothing::name), Err(NoColor(None, 0)));
    }

    #[test]
    fn an_index_without_a_variant_has_no_spelling() {
        assert_eq!((spelling("Blue DarkRed", 1), spelling("Blue DarkRed", 2)), ("DarkRed", ""));
    }
}
