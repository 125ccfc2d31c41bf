//! The feature `clap`: names as arguments.

/// What `--help` says of an agent: the first sentence of its description.
#[must_use]
pub fn summary(description: &'static str) -> &'static str {
    let line = description.trim_start().lines().next().unwrap_or_default();
    let sentence = line.split_once(". ").map_or(line, |(sentence, _)| sentence);
    sentence.trim_end().trim_end_matches('.')
}

/// Implements `ValueEnum` for an enum of names, of agents with their descriptions.
#[doc(hidden)]
#[macro_export]
macro_rules! __clap {
    ($name:ident, "agent") => {
        $crate::__clap!(@ $name, |kind: &$name, value: $crate::__private::clap::builder::PossibleValue| {
            value.help($crate::__private::v1::summary(kind.agent().description()))
        });
    };
    ($name:ident, $what:literal) => {
        $crate::__clap!(@ $name, |_: &$name, value| value);
    };
    (@ $name:ident, $with_help:expr) => {
        #[automatically_derived]
        impl $crate::__private::clap::ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL
            }

            fn to_possible_value(&self) -> ::core::option::Option<$crate::__private::clap::builder::PossibleValue> {
                let value = $crate::__private::clap::builder::PossibleValue::new(self.as_str());
                ::core::option::Option::Some(($with_help)(self, value))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn a_summary_is_one_sentence() {
        assert_eq!(summary("Reviews a change. Use it before a merge."), "Reviews a change");
        assert_eq!(summary("\nReads v1.2 files.\nMore."), "Reads v1.2 files");
        assert_eq!(summary(""), "");
    }
}
