//! YAML text in; a small tree out in which every key and value has its span.
//!
//! The tree keeps duplicate keys, for a rule to report. Where the text is not valid YAML, [`recover`](super::recover) reads it
//! field by field.

mod error;
mod full;
mod scalar;
mod simple;
mod tree;

use std::ops::Range;

use crate::base::source::Source;
pub use error::{YamlError, begins_with_control, cannot_begin_with, no_blank};
pub use full::parse_full;
pub use scalar::resolve;
pub use simple::parse_simple;
pub use tree::{Entry, MOST_VALUES, Node, Yaml, for_each_text, have_same_values};

/// Reads the fields in a range of a source.
///
/// # Errors
/// The text is not valid YAML, or not a map.
pub fn parse(file: usize, source: &Source, range: Range<usize>) -> Result<Vec<Entry<'_>>, YamlError> {
    match parse_simple(file, source, range.clone()) {
        Some(entries) => Ok(entries),
        None => parse_full(file, source, range),
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Source, parse};

    fn show(entries: &[Entry]) -> String {
        let show = |entry: &Entry| format!("{}@{}={:?};", entry.key.value, entry.key.span.start, entry.value.value);
        entries.iter().map(show).collect::<Vec<_>>().concat()
    }

    fn read(text: &str) -> Result<String, usize> {
        let source = Source::new("x.md", text.to_owned());
        parse(0, &source, 0..text.len()).map(|entries| show(&entries)).map_err(|error| error.offset)
    }

    #[test]
    fn duplicate_keys_are_kept_with_their_places() {
        assert_eq!(read("a: 1\na: x\n"), Ok("a@0=Integer(1);a@5=Text(\"x\");".into()));
    }

    #[test]
    fn a_value_that_is_not_there_is_null() {
        assert_eq!(read("a:\nb: ~\n"), Ok("a@0=Null;b@3=Null;".into()));
        assert_eq!(read(""), Ok(String::new()));
        assert_eq!(read("# only a comment\n"), Ok(String::new()));
    }

    #[test]
    fn an_alias_is_what_it_stands_for_within_a_budget() {
        assert!(
            read("a: &x [1]\nb: *x\n")
                .expect("valid")
                .ends_with("[Node { value: Integer(1), span: Span { file: 0, start: 7, end: 8 } }]);")
        );
        let bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        assert!(read(bomb).is_err());
        assert!(read("a: &x [*x]\n").is_err());
    }

    #[test]
    fn what_is_no_map_is_refused_where_it_begins() {
        assert_eq!(read("- a\n"), Err(0));
        assert_eq!(read("just text\n"), Err(0));
        assert_eq!(read("a: b\n---\nc: d\n"), Err(5));
        assert_eq!(read("a: b: c\n"), Err(4));
    }
}
