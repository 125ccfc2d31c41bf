/// A type for texts of which some have a name. It is not an enum: a name that a later version adds changes nothing for a
/// program that is written today, and a text without a name is as good as one with it.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$constant_meta:meta])* $constant:ident = $word:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(&'static str);

        impl $name {
            $($(#[$constant_meta])* pub const $constant: Self = Self($word);)*

            /// Each named text with the name of its constant.
            #[doc(hidden)]
            pub const WORDS: &'static [(&'static str, &'static str)] = &[$(($word, stringify!($constant)),)*];

            /// The value that agent files spell like this. Letter case counts.
            #[must_use]
            pub const fn new(text: &'static str) -> Self {
                Self(text)
            }

            /// The text, as agent files spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.0
            }
        }

        impl ::core::fmt::Display for $name {
            /// Writes the text as agent files spell it.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.0)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.0, f)
            }
        }
    };
}

pub(crate) use words;
