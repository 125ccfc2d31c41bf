//! One example of a description: its labels, and what each announces.

use std::borrow::Cow;

use crate::base::span::slice;

const OPEN_COMMENTARY: &str = "<commentary>";
const CLOSE_COMMENTARY: &str = "</commentary>";

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

/// What may follow in an example: where it begins, where its text begins, and which part it is.
struct Mark {
    start: usize,
    text: usize,
    part: Part,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Context,
    User,
    Assistant,
    Commentary,
}

/// Reads what is between the tags of an example.
pub(super) fn read(block: &str) -> ParsedExample<'_> {
    let mut example = ParsedExample::default();
    let marks = marks(block);
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
            Part::User => (&mut example.user, clean(text)),
            Part::Assistant => (&mut example.assistant, clean(text)),
            Part::Commentary => {
                let text = text.split_once(CLOSE_COMMENTARY).map_or(text, |(text, _)| text);
                (&mut example.commentary, clean(text))
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
    example
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

/// All labels and commentaries of an example, in their order.
fn marks(block: &str) -> Vec<Mark> {
    let candidates = candidates(block);
    // Where speakers begin lines, the same word within a line is part of what was said.
    let by_line =
        candidates.iter().any(|mark| mark.start > 0 && mark.part != Part::Commentary && begins_line(block, mark.start));
    let mut marks: Vec<Mark> = Vec::new();
    for mark in candidates {
        let said = marks.last().map(|last| slice(block, last.text..mark.start));
        let is_turn = mark.part == Part::Commentary
            || if by_line { begins_line(block, mark.start) } else { said.is_none_or(is_complete) };
        if is_turn {
            marks.push(mark);
        }
    }
    marks
}

/// Everything in an example that has the form of a label or opens a commentary.
fn candidates(block: &str) -> Vec<Mark> {
    let mut candidates = Vec::new();
    let mut at = 0;
    while let Some(found) = block.get(at..).and_then(|rest| rest.find([':', '<'])) {
        let sign = at + found;
        at = sign + 1;
        if slice(block, sign..block.len()).starts_with(OPEN_COMMENTARY) {
            let text = sign + OPEN_COMMENTARY.len();
            let end = slice(block, text..block.len()).find(CLOSE_COMMENTARY).map_or(block.len(), |end| text + end);
            candidates.push(Mark { start: sign, text, part: Part::Commentary });
            at = end;
        } else if let Some((start, part)) = label(block, sign) {
            let behind = slice(block, sign + 1..block.len());
            let text = block.len() - behind.trim_start_matches(['*', '_']).len();
            candidates.push(Mark { start, text, part });
        }
    }
    candidates
}

/// Whether there is only white space and a dash before an offset on its line.
fn begins_line(block: &str, start: usize) -> bool {
    let before = slice(block, 0..start).trim_end_matches([' ', '\t', '-', '*']);
    before.is_empty() || before.ends_with('\n')
}

/// The label that ends with the colon at `colon`: where it begins, and what it announces.
fn label(block: &str, colon: usize) -> Option<(usize, Part)> {
    let is_bold = |c| matches!(c, '*' | '_');
    let colon = block.get(..colon)?.trim_end_matches(is_bold).len();
    let before = block.get(..colon)?;
    let after = block.get(colon..)?.trim_start_matches(is_bold).strip_prefix(':')?.trim_start_matches(is_bold);
    if !(after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\' | '“'))) {
        return None;
    }
    for (word, part) in [("context", Part::Context), ("user", Part::User), ("assistant", Part::Assistant)] {
        let Some(start) = colon.checked_sub(word.len()) else { continue };
        if !before.get(start..).is_some_and(|written| written.eq_ignore_ascii_case(word)) {
            continue;
        }
        let lead = slice(block, 0..start).trim_end_matches(is_bold);
        if lead.is_empty() || lead.ends_with(|c: char| !c.is_alphanumeric() && c != '\\') {
            return Some((lead.len(), part));
        }
    }
    None
}

/// Whether a speaker has finished: text that began with a quote must have ended with it.
fn is_complete(said: &str) -> bool {
    let text = trim(said);
    match text.trim_start_matches('\\').chars().next() {
        Some(quote @ ('"' | '\'')) => text.len() > 1 && text.ends_with([quote, '>']),
        _ => true,
    }
}

/// What was said, without what surrounds it: white space, quotes, a remark in tags behind the closing quote.
fn clean(text: &str) -> Cow<'_, str> {
    let mut text = trim(text);
    for quote in ["\\\"", "\"", "'"] {
        let Some(inner) = text.strip_prefix(quote) else { continue };
        let Some((said, remark)) = inner.rsplit_once(quote) else { break };
        let remark = trim(remark);
        if remark.is_empty() || (remark.starts_with('<') && remark.ends_with('>')) {
            text = said;
        }
        break;
    }
    Cow::Borrowed(trim(text))
}

/// Takes white space off both ends, and the dash of a list item off the end.
pub(super) fn trim(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) = text.strip_suffix('-').filter(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    {
        text = rest.trim();
    }
    text
}
