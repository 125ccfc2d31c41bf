//! Phase 2: one source in, the ranges of its YAML and of its body out.

use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Source, Span};
use crate::rules::frontmatter::byte_order_mark;
use crate::rules::frontmatter::missing_frontmatter;
use crate::rules::frontmatter::unclosed_frontmatter;

/// Where the two parts of a file lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frontmatter {
    /// The lines between the two `---`.
    pub yaml: Range<usize>,
    /// Everything after the line of the closing `---`.
    pub body: Range<usize>,
}

/// Splits a file. Without both delimiters there is nothing to split, and a diagnostic says why.
///
/// A delimiter is a line of three dashes; white space may follow. So `----` is none, nor is a `---` inside a value.
#[must_use]
pub fn frontmatter(file: usize, source: &Source) -> (Option<Frontmatter>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let text = source.text.as_str();
    let start = if text.starts_with('\u{feff}') {
        diagnostics.push(byte_order_mark::report(Span::new(file, 0..'\u{feff}'.len_utf8())));
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = lines(text, start);
    match lines.next() {
        Some(first) if is_delimiter(text, &first) => {}
        first => {
            let first = first.unwrap_or(start..start);
            diagnostics.push(missing_frontmatter::report(file, text, first));
            return (None, diagnostics);
        }
    }
    let mut yaml = None;
    for line in lines {
        let yaml = yaml.get_or_insert(line.start..line.start);
        if is_delimiter(text, &line) {
            yaml.end = line.start;
            let body = line.end..text.len();
            return (Some(Frontmatter { yaml: yaml.clone(), body }), diagnostics);
        }
    }
    diagnostics.push(unclosed_frontmatter::report(file, text, start));
    (None, diagnostics)
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

fn is_delimiter(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end() == "---")
}

#[cfg(test)]
mod tests {
    use super::{Source, frontmatter};

    /// The YAML and the body, or the names of the rules that fired.
    fn split(text: &str) -> Result<(String, String), Vec<&'static str>> {
        let source = Source::new("agents/x.md", text);
        let (parts, diagnostics) = frontmatter(0, &source);
        parts.map_or_else(
            || Err(diagnostics.iter().map(|diagnostic| diagnostic.rule.name).collect()),
            |parts| Ok((text.get(parts.yaml).unwrap().to_owned(), text.get(parts.body).unwrap().to_owned())),
        )
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
    fn a_missing_delimiter_is_an_error() {
        for text in ["", "# Title\n", "\n---\na: b\n---\n", "----\na: b\n---\n", " ---\n"] {
            assert_eq!(split(text), Err(vec!["missing-frontmatter"]), "{text:?}");
        }
        for text in ["---", "---\na: b\n", "---\na: b\n ---\n"] {
            assert_eq!(split(text), Err(vec!["unclosed-frontmatter"]), "{text:?}");
        }
    }
}
