//! Fixes: edits of a file that change exactly the spans they name.

use crate::base::source::Source;
use crate::base::span::{Span, SpannedText};

/// Edits that resolve a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in order. All are in one file, and they do not touch each other.
    pub edits: Vec<Edit>,
    /// Whether the agent means the same afterwards, or what its author clearly intended. If not, a person should review it.
    pub safe: bool,
}

/// A span and the text that replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The span to replace.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Fix {
    /// A fix with one edit.
    #[must_use]
    pub fn new(span: Span, text: impl Into<String>, safe: bool) -> Self {
        Self { edits: vec![Edit { span, text: text.into() }], safe }
    }

    /// Replaces the first occurrence of a word within `span`. Returns `None` if the file spells it differently, or if the word has
    /// a quotation mark: without it, another one in the file may open or close what it did not.
    #[must_use]
    pub fn replace(source: &Source, span: Span, word: &str, by: &str, safe: bool) -> Option<Self> {
        (!word.contains('"')).then_some(())?;
        Some(Self::new(source.locate(word, span)?, by, safe))
    }

    /// Removes an entry of a list with its comma or dash. Returns `None` for the only entry. The edit reaches to the next or
    /// previous entry, so that [`apply`] defers one of two adjacent removals, which may then be that of the only entry.
    #[must_use]
    pub fn remove_entry(source: &Source, entries: &[SpannedText], index: usize) -> Option<Self> {
        let span_of = |index: usize| Some(entries.get(index)?.span);
        let is_joint = |from: usize, to: usize| {
            let between = source.text.get(from..to).unwrap_or_default();
            between.trim() == "," || (between.contains('\n') && between.trim() == "-")
        };
        let span = span_of(index)?;
        // A comment above or after it would move to another entry.
        let after = source.text.get(span.end..)?.trim_start_matches([' ', '\t', ',']);
        let has_comment = after.starts_with('#');
        let range = match index.checked_sub(1) {
            Some(before) => {
                let before = span_of(before)?;
                (is_joint(before.end, span.start) && !has_comment).then_some(before.end..span.end)?
            }
            None => {
                let next = span_of(1)?;
                is_joint(span.end, next.start).then_some(span.start..next.start)?
            }
        };
        Some(Self::new(Span::new(span.file, range), "", true))
    }

    /// Removes the lines from a key to the end of its value. Returns `None` if they contain anything else.
    #[must_use]
    pub fn remove_lines(source: &Source, key: Span, value: Span) -> Option<Self> {
        let from = source.line_of(key);
        let to = source.line_of(Span::new(value.file, value.end..value.end));
        let is_alone = source.text.get(value.end..to.end)?.trim().is_empty() && from.start == key.start;
        is_alone.then(|| Self::new(Span::new(key.file, from.start..to.end.max(from.end)), "", true))
    }
}

/// Applies fixes to a text. Returns the new text and the number of fixes that were applied: one that touches an earlier one is
/// skipped, and can be applied in another round.
#[must_use]
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let mut fixes: Vec<_> = fixes.into_iter().filter(|fix| !fix.edits.is_empty()).collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span));
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    let mut applied = 0;
    for fix in fixes {
        let start = fix.edits.first().map_or(0, |edit| edit.span.start);
        let is_valid = fix.edits.iter().all(|edit| text.get(edit.span.range()).is_some());
        if !is_valid || start < done || (start == done && applied > 0) {
            continue;
        }
        for edit in &fix.edits {
            result.push_str(text.get(done..edit.span.start).unwrap_or_default());
            result.push_str(&edit.text);
            done = edit.span.end;
        }
        applied += 1;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    (result, applied)
}

#[cfg(test)]
mod tests {
    use super::{Fix, apply};
    use crate::base::source::Source;
    use crate::base::span::{Span, Spanned, SpannedText};

    fn entries<'a>(source: &'a Source, words: &[&str]) -> Vec<SpannedText<'a>> {
        let range = |word: &str| source.text.find(word).map(|at| at..at + word.len()).unwrap();
        words
            .iter()
            .map(|word| Spanned {
                value: source.text.get(range(word)).unwrap().into(),
                span: Span::new(0, range(word)),
            })
            .collect()
    }

    #[test]
    fn an_entry_is_removed_with_its_comma_or_its_line() {
        for (text, index, rest) in [
            ("tools: A, B, C # few\n", 1, "tools: A, C # few\n"),
            ("tools: A, B, C\n", 0, "tools: B, C\n"),
            ("tools: [A, B, C]\n", 2, "tools: [A, B]\n"),
            ("tools:\n  - A\n  - B\n  - C\n", 1, "tools:\n  - A\n  - C\n"),
        ] {
            let source = Source::new("x.md", text);
            let fix = Fix::remove_entry(&source, &entries(&source, &["A", "B", "C"]), index).unwrap();
            assert_eq!(apply(text, [&fix]), (rest.to_owned(), 1));
        }
    }

    #[test]
    fn the_only_entry_and_one_with_a_comment_are_kept() {
        for (text, words) in [
            ("tools: A\n", &["A"][..]),
            ("tools:\n - A # why\n - B\n", &["A", "B"]),
            ("tools:\n - A\n # of these\n - B\n", &["A", "B"]),
            ("tools: [\n  A, # why\n  B\n]\n", &["A", "B"]),
        ] {
            let source = Source::new("x.md", text);
            assert_eq!(Fix::remove_entry(&source, &entries(&source, words), 0), None);
        }
    }

    #[test]
    fn a_comment_stays_with_its_entry() {
        for text in [
            "tools: [\n A,\n B, # why\n C\n]\n",
            "tools:\n - A\n # why\n - B\n - C\n",
            "tools:\n - A\n - B # why\n - C\n",
        ] {
            let source = Source::new("x.md", text);
            assert_eq!(Fix::remove_entry(&source, &entries(&source, &["A", "B", "C"]), 1), None, "{text}");
        }
    }

    #[test]
    fn one_of_two_adjacent_removals_is_skipped() {
        let text = "tools:\n  - A\n  - B\n";
        let source = Source::new("x.md", text);
        let entries = entries(&source, &["A", "B"]);
        let fixes = [0, 1].map(|index| Fix::remove_entry(&source, &entries, index).unwrap());
        assert_eq!(apply(text, &fixes), ("tools:\n  - B\n".to_owned(), 1));
    }

    #[test]
    fn one_of_two_fixes_that_touch_is_skipped() {
        let fix = |range: std::ops::Range<usize>, text: &str| Fix::new(Span::new(0, range), text, true);
        assert_eq!(apply("abcdef", [&fix(3..4, "X"), &fix(0..2, "Y"), &fix(1..5, "Z")]), ("YcXef".to_owned(), 2));
    }
}
