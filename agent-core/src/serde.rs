//! The feature `serde`: names both ways.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{Deserializer, Error, Visitor};

use crate::UnknownName;

/// Reads one of an enum of names, from text of any kind. The error for an unknown one suggests the closest: for generated code only.
///
/// # Errors
/// Where there is no text, or no such name.
pub fn deserialize<'de, Name: FromStr<Err = UnknownName>, D: Deserializer<'de>>(
    what: &'static str,
    deserializer: D,
) -> Result<Name, D::Error> {
    deserializer.deserialize_str(NameVisitor { what, name: PhantomData })
}

struct NameVisitor<Name> {
    what: &'static str,
    name: PhantomData<Name>,
}

impl<Name: FromStr<Err = UnknownName>> Visitor<'_> for NameVisitor<Name> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a known {}", self.what)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        name.parse().map_err(E::custom)
    }
}

/// Implements `Serialize` and `Deserialize` for an enum of names.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident, $what:literal) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::v1::deserialize($what, deserializer)
            }
        }
    };
}
