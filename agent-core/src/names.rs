//! What every generated enum of names has, whatever its names are of.

use core::fmt;

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

/// An agent, a tool, a model, a group or a value of a field was asked for by a name that the roster does not have.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{AgentSet, UnknownAgent};
///
/// fn hint<Kind: AgentSet>(name: &str) -> Option<&'static str> {
///     name.parse::<Kind>().err().and_then(|error: UnknownAgent| error.closest())
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName {
    what: &'static str,
    closest: Option<&'static str>,
    count: usize,
}

/// The error of an enum of agents.
pub type UnknownAgent = UnknownName;

impl UnknownName {
    /// The known name that is most like the one asked for, if any is.
    #[must_use]
    pub const fn closest(&self) -> Option<&'static str> {
        self.closest
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, closest, count } = self;
        match closest {
            Some(name) => write!(f, "no {what} has this name, did you mean `{name}`?"),
            None => write!(f, "no {what} has this name, nor one like it ({count} known)"),
        }
    }
}

impl core::error::Error for UnknownName {}

/// The error for a name of `what` that `find` did not find: for generated code only.
#[must_use]
#[cold]
pub fn unknown<Item: Named>(items: &[Item], what: &'static str, name: &str) -> UnknownName {
    UnknownName { what, closest: distance::closest(name, items.iter().map(Named::name)), count: items.len() }
}

/// The spelling of a variant, out of all of them with a blank between: for generated code only. One text takes less of the
/// binary, and of the compiler's time, than a table of texts.
#[must_use]
pub fn spelling(variants: &'static str, index: usize) -> &'static str {
    variants.split(' ').nth(index).unwrap_or_default()
}

/// Without the feature of this name there is nothing to implement.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($input:tt)*) => {};
}

/// Without the feature of this name there is nothing to implement.
#[cfg(not(feature = "clap"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __clap {
    ($($input:tt)*) => {};
}

/// Implements what every enum of names has. The caller defines the enum, in order of name, and its method `as_str`.
///
/// - `what` is the word for one of them in the error for an unknown name.
/// - `variants` are all variants, and `spellings` is the same as one text, with a blank between two.
/// - `items` has what [`Named`] is implemented for, one per variant.
/// - `table` is that of the names, for [`find`](crate::lookup::find).
///
/// No item in a function has a name that an agent can have.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    (
        $name:ident,
        what = $what:tt,
        variants = [$($variant:ident),* $(,)?],
        spellings = $spellings:literal,
        items = $items:tt of $item:ty,
        table = $table:literal $(,)?
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
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownName;

            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, $crate::UnknownName> {
                Self::from_name(name).ok_or_else(|| $crate::__private::v1::unknown(Self::__items(), $what, name))
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for $name {
            type Error = $crate::UnknownName;

            fn try_from(name: &::core::primitive::str) -> ::core::result::Result<Self, $crate::UnknownName> {
                ::core::str::FromStr::from_str(name)
            }
        }

        $crate::__serde!($name, $what);
        $crate::__clap!($name, $what);
    };
    // An enum without variants has no value, and Rust no cast for it.
    (@index $self:ident []) => {
        match $self {}
    };
    (@index $self:ident $variants:tt) => {
        $self as ::core::primitive::usize
    };
}

/// Implements what an enum of names has that are names and nothing else: of tools, models, groups, and values of a field.
#[doc(hidden)]
#[macro_export]
macro_rules! __texts {
    (
        $name:ident,
        what = $what:tt,
        variants = $variants:tt,
        spellings = $spellings:literal,
        texts = $texts:tt,
        table = $table:literal $(,)?
    ) => {
        $crate::__names! {
            $name,
            what = $what,
            variants = $variants,
            spellings = $spellings,
            items = $texts of &'static ::core::primitive::str,
            table = $table,
        }

        #[allow(dead_code, unreachable_pub, clippy::indexing_slicing)]
        impl $name {
            /// The name, as agent files have it.
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                Self::__items()[self.__index()]
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::spelling;
    use std::format;
    use std::string::ToString as _;

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Color {
        Blue,
        DarkRed,
    }

    crate::__texts! {
        Color,
        what = "color",
        variants = [Blue, DarkRed],
        spellings = "Blue DarkRed",
        texts = ["blue", "dark-red"],
        table = b"\0\0\0\0\xf9\xe1vE\xea\xd3=\xc0\0\0\0\0",
    }

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Nothing {}

    crate::__texts! {
        Nothing,
        what = "thing",
        variants = [],
        spellings = "",
        texts = [],
        table = b"",
    }

    #[test]
    fn a_name_is_a_variant_and_a_variant_a_name() {
        assert_eq!(Color::ALL.len(), Color::COUNT);
        for (color, name, spelling) in [(Color::Blue, "blue", "Blue"), (Color::DarkRed, "dark-red", "DarkRed")] {
            assert_eq!(
                (Color::from_name(name), name.parse(), Color::try_from(name)),
                (Some(color), Ok(color), Ok(color))
            );
            assert_eq!((color.as_ref(), color.as_str(), color.to_string()), (name, name, name.to_string()));
            assert_eq!(format!("{color:?}"), spelling);
        }
        assert_eq!(format!("{:>5}", Color::Blue), " blue");
    }

    #[test]
    fn an_unknown_name_gets_the_closest_for_an_answer() {
        let error = |name: &str| name.parse::<Color>().map_err(|error| (error.closest(), error.to_string()));
        let message = "no color has this name, did you mean `dark-red`?".to_string();
        assert_eq!(error("dark-rad"), Err((Some("dark-red"), message)));
        let message = "no color has this name, nor one like it (2 known)".to_string();
        assert_eq!(error("green"), Err((None, message)));
        assert_eq!(Color::from_name("Blue"), None);
    }

    #[test]
    fn an_enum_may_have_no_variant() {
        assert_eq!(Nothing::COUNT, 0);
        let error = "blue".parse::<Nothing>().map_err(|error| error.to_string());
        assert_eq!(error, Err("no thing has this name, nor one like it (0 known)".to_string()));
    }

    #[test]
    fn an_index_without_a_variant_has_no_spelling() {
        assert_eq!((spelling("Blue DarkRed", 1), spelling("Blue DarkRed", 2)), ("DarkRed", ""));
    }
}
