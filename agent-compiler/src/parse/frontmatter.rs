//! One source in, the ranges of its YAML and of its body out.

use std::ops::Range;

use crate::base::source::Source;
use crate::parse::problem::ParseProblem;

/// Where the two parts of a file lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frontmatter {
    /// The lines between the two `---`.
    pub yaml: Range<usize>,
    /// Everything after the line of the closing `---`.
    pub body: Range<usize>,
}

/// Splits a file. Without both delimiters there is nothing to split, and a problem says why.
///
/// A delimiter is a line of three dashes; white space may follow. So `----` is none, nor is a `---` inside a value; since
/// programs may end the frontmatter there, the first one is noted.
#[must_use]
pub fn frontmatter<'a>(source: &Source) -> (Option<Frontmatter>, Vec<ParseProblem<'a>>) {
    let mut problems = Vec::new();
    let text = &*source.text;
    let start = if text.starts_with('\u{feff}') {
        problems.push(ParseProblem::ByteOrderMark);
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = lines(text, start);
    match lines.next() {
        Some(first) if is_delimiter(text, &first) => {}
        first => {
            problems.push(ParseProblem::MissingFrontmatter(first.unwrap_or(start..start)));
            return (None, problems);
        }
    }
    let mut yaml = None;
    for line in lines {
        let yaml = yaml.get_or_insert(line.start..line.start);
        if is_delimiter(text, &line) {
            yaml.end = line.start;
            let dashes = text.get(yaml.clone()).and_then(|yaml| yaml.find("---"));
            problems.extend(dashes.map(|at| ParseProblem::InnerDelimiter(yaml.start + at)));
            let body = line.end..text.len();
            return (Some(Frontmatter { yaml: yaml.clone(), body }), problems);
        }
    }
    problems.push(ParseProblem::UnclosedFrontmatter(start));
    (None, problems)
}

/// The ranges of the lines from `start` on, each with its line break.
pub(crate) fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let line = at..at + rest.find('\n').map_or(rest.len(), |end| end + 1);
        at = line.end;
        Some(line)
    })
}

/// Whether a line of a text opens or closes a frontmatter.
pub(crate) fn is_delimiter(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end() == "---")
}

#[cfg(test)]
mod tests {
    use super::{ParseProblem, Source, frontmatter};

    /// The YAML and the body, or what is missing.
    fn split(text: &str) -> Result<(String, String), &'static str> {
        let source = Source::new("agents/x.md", text.to_owned());
        let (parts, problems) = frontmatter(&source);
        match (parts, problems.last()) {
            (Some(parts), _) => {
                Ok((text.get(parts.yaml).unwrap().to_owned(), text.get(parts.body).unwrap().to_owned()))
            }
            (None, Some(ParseProblem::MissingFrontmatter(_))) => Err("the first line"),
            (None, Some(ParseProblem::UnclosedFrontmatter(_))) => Err("the last line"),
            (None, other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_body_is_every_byte_after_the_closing_line() {
        let parts = |yaml: &str, body: &str| Ok((yaml.to_owned(), body.to_owned()));
        assert_eq!(split("---\na: b\n---\n\nbody\n"), parts("a: b\n", "\nbody\n"));
        assert_eq!(split("---\r\na: b\r\n---\r\nbody"), parts("a: b\r\n", "body"));
        assert_eq!(split("--- \na: b\n---\t\n"), parts("a: b\n", ""));
        assert_eq!(split("\u{feff}---\na: b\n---"), parts("a: b\n", ""));
        assert_eq!(split("---\n---\nbody"), parts("", "body"));
    }

    #[test]
    fn only_a_line_of_three_dashes_closes() {
        let yaml = "a: x --- y\nb: |\n  ---\n----\n";
        assert_eq!(split(&format!("---\n{yaml}---\nc")), Ok((yaml.to_owned(), "c".to_owned())));
    }

    #[test]
    fn the_first_three_dashes_inside_are_noted() {
        for (text, at) in [
            ("---\na: x --- y --- z\n---\n", Some(9)),
            ("---\na: b\n-----\n---\n", Some(9)),
            ("---\r\na: |\r\n  ---\r\n---\r\n", Some(13)),
            ("---\na: b -- c\n---\n---\n", None),
        ] {
            let (_, problems) = frontmatter(&Source::new("x.md", text));
            let inner = problems.iter().find_map(|problem| match problem {
                ParseProblem::InnerDelimiter(at) => Some(*at),
                _ => None,
            });
            assert_eq!(inner, at, "{text:?}");
        }
    }

    #[test]
    fn a_missing_delimiter_is_an_error() {
        for text in ["", "# Title\n", "\n---\na: b\n---\n", "----\na: b\n---\n", " ---\n"] {
            assert_eq!(split(text), Err("the first line"), "{text:?}");
        }
        for text in ["---", "---\na: b\n", "---\na: b\n ---\n"] {
            assert_eq!(split(text), Err("the last line"), "{text:?}");
        }
    }
}
