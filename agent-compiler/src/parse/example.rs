//! One example of a description, and its parts.

use std::borrow::Cow;

use crate::base::span::slice;
use crate::parse::labels::{CLOSE_COMMENTARY, Part, QUOTES, marks, tags, trim};

/// One example. A part that it does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedExample<'a> {
    /// `Context:`
    pub context: Cow<'a, str>,
    /// `user:`
    pub user: Cow<'a, str>,
    /// `assistant:`
    pub assistant: Cow<'a, str>,
    /// `<commentary>`
    pub commentary: Cow<'a, str>,
}

impl ParsedExample<'_> {
    /// The parts in the order in which people write them.
    #[must_use]
    pub fn parts(&self) -> [&str; 4] {
        [&self.context, &self.user, &self.assistant, &self.commentary]
    }

    /// Whether a word occurs in any part.
    #[must_use]
    pub fn mentions(&self, word: &str) -> bool {
        self.parts().iter().any(|part| part.contains(word))
    }
}

/// Reads what is between the tags of an example, and whether it has the form of one, but not one known label.
pub(super) fn read(block: &str) -> (ParsedExample<'_>, bool) {
    let mut example = ParsedExample::default();
    let (marks, is_unknown) = marks(block);
    let ends = marks.iter().skip(1).map(|mark| mark.start).chain([block.len()]);
    let begin = marks.first().map_or(block.len(), |mark| mark.start);
    // Words before the first label tell the situation.
    example.context = clean(slice(block, 0..begin));
    for (mark, end) in marks.iter().zip(ends) {
        let text = slice(block, mark.text..end);
        let (text, remark) = if mark.part == Part::Assistant { apart(text) } else { (text, "") };
        if example.commentary.is_empty() {
            example.commentary = clean(remark);
        }
        let (part, text) = match mark.part {
            Part::Context => (&mut example.context, clean(text)),
            Part::User | Part::Name(_) => (&mut example.user, clean(text)),
            Part::Assistant => (&mut example.assistant, clean(text)),
            Part::Commentary => {
                let end = tags(text, CLOSE_COMMENTARY).next().unwrap_or(text.len());
                (&mut example.commentary, clean(slice(text, 0..end)))
            }
        };
        // A second turn of the same speaker goes on the line below the first.
        if part.is_empty() {
            *part = text;
        } else if !text.is_empty() {
            *part += "\n";
            *part += text;
        }
    }
    (example, is_unknown)
}

/// Parts a remark without tags from the quoted words before it: `'I'll do it.' Since the user asked for it.`
fn apart(text: &str) -> (&str, &str) {
    let said = trim(text);
    let Some(quote) = said.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return (text, "") };
    let end = said.match_indices(quote).skip(1).map(|(at, _)| at).find(|at| {
        slice(said, 0..*at).ends_with(['.', '!', '?', '…'])
            && slice(said, at + 1..said.len()).starts_with(char::is_whitespace)
    });
    match end.map(|end| (slice(said, 0..end + 1), trim(slice(said, end + 1..said.len())))) {
        Some((words, remark)) if !remark.starts_with('<') => (words, remark),
        _ => (text, ""),
    }
}

/// What was said, without what surrounds it: white space, quotes, a remark in tags behind the closing quote.
fn clean(text: &str) -> Cow<'_, str> {
    let mut text = trim(text);
    for (open, close) in QUOTES {
        let Some(inner) = text.strip_prefix(open) else { continue };
        let Some((said, remark)) = inner.rsplit_once(close) else { break };
        let remark = trim(remark);
        if remark.is_empty() || (remark.starts_with('<') && remark.ends_with('>')) {
            text = said;
        }
        break;
    }
    Cow::Borrowed(trim(text))
}
