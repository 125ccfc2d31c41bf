//! The labels of an example: who speaks where.

use crate::base::span::slice;

const OPEN_COMMENTARY: &str = "<commentary>";
pub(super) const CLOSE_COMMENTARY: &str = "</commentary>";

/// Quotes that may surround what was said, each with its end.
pub(super) const QUOTES: [(&str, &str); 8] =
    [("\\\"", "\\\""), ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("「", "」")];

/// What may follow in an example: where it begins, where its text begins, and which part it is.
#[derive(Clone, Copy)]
pub(super) struct Mark<'t> {
    pub start: usize,
    pub text: usize,
    pub part: Part<'t>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part<'t> {
    Context,
    User,
    Assistant,
    Commentary,
    /// Another word, which may be somebody's name.
    Name(&'t str),
}

/// The longest label, in bytes.
const LONGEST: usize = 60;

/// The part that a word announces. Within a line, only the usual words do: the others occur in prose as well.
fn known(word: &str) -> Option<(Part<'static>, bool)> {
    let is_any = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    match word {
        _ if is_any(&["context"]) => Some((Part::Context, true)),
        _ if is_any(&["user"]) => Some((Part::User, true)),
        _ if is_any(&["assistant"]) => Some((Part::Assistant, true)),
        _ if is_any(&["human", "developer", "用户"]) => Some((Part::User, false)),
        _ if is_any(&["commentary"]) => Some((Part::Commentary, false)),
        _ => None,
    }
}

/// Whether this is the name of an assistant, as long as nobody is called `assistant`.
fn is_assistant(name: &str) -> bool {
    name.split(' ').any(|word| ["claude", "agent", "助手"].iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Words before a colon that are nobody's name.
const OTHER_WORDS: &str = "note notes nb warning caution important tip hint example examples situation scenario background \
    setup trigger triggers goal task problem issue reason reasoning rationale explanation expected result output error action \
    code diff file files log logs status time date todo fixme why when where what how because since here http https";

/// All labels and commentaries of an example, in order. Who speaks before the assistant is the user, whatever the label. The
/// second value is whether the text has the form of an example, but not one known label.
pub(super) fn marks(block: &str) -> (Vec<Mark<'_>>, bool) {
    let mut candidates = candidates(block);
    let first = |marks: &[Mark], part: Part| marks.iter().find(|mark| mark.part == part).map(|mark| mark.start);
    let mut marks = turns(block, &candidates, None);
    if first(&marks, Part::Assistant).is_none() {
        for mark in &mut candidates {
            if matches!(mark.part, Part::Name(name) if is_assistant(name)) {
                mark.part = Part::Assistant;
            }
        }
        marks = turns(block, &candidates, None);
    }
    let names: Vec<_> = candidates.iter().filter(|mark| matches!(mark.part, Part::Name(_))).collect();
    if !names.is_empty() && first(&marks, Part::User).is_none() {
        let answer = first(&marks, Part::Assistant);
        let mut before = names.iter().filter(|mark| answer.is_none_or(|answer| mark.start < answer));
        let quoted = before.clone().find(|mark| is_quoted(slice(block, mark.text..block.len())));
        let user = quoted.or_else(|| before.next().filter(|_| answer.is_some())).map(|user| user.part);
        // Of two without a known answer, nobody can tell which is the user.
        let is_certain = answer.is_some() || names.iter().all(|mark| Some(mark.part) == user);
        if user.is_some() && is_certain {
            return (turns(block, &candidates, user), false);
        }
    }
    let is_unknown = marks.is_empty() && (!names.is_empty() || block.contains("</"));
    (marks, is_unknown)
}

/// The candidates that begin a part. A name does only if it is the one of the user.
fn turns<'t>(block: &str, candidates: &[Mark<'t>], user: Option<Part>) -> Vec<Mark<'t>> {
    let before = |mark: &Mark| slice(block, 0..mark.start).trim_end_matches([' ', '\t', '-', '*']);
    let is_speaker = |mark: &Mark| !matches!(mark.part, Part::Context | Part::Commentary);
    // Where speakers begin lines, the same word within a line is part of what was said.
    let is_label = |mark: &&Mark| !matches!(mark.part, Part::Name(_)) || Some(mark.part) == user;
    let by_line = candidates.iter().filter(is_label).any(|mark| is_speaker(mark) && before(mark).ends_with('\n'));
    let mut marks: Vec<Mark> = Vec::new();
    for mark in candidates.iter().filter(is_label) {
        let said = marks.last().map(|last| slice(block, last.text..mark.start));
        let is_turn = mark.part == Part::Commentary
            || if by_line {
                let lead = before(mark);
                // Unless it is between two quotations.
                let is_between =
                    |said| is_quoted(said) && is_complete(said) && is_quoted(slice(block, mark.text..block.len()));
                lead.is_empty() || lead.ends_with('\n') || said.is_some_and(is_between)
            } else {
                said.is_none_or(is_complete)
            };
        if is_turn {
            marks.push(*mark);
        }
    }
    marks
}

/// Everything in an example that has the form of a label or opens a commentary.
fn candidates(block: &str) -> Vec<Mark<'_>> {
    // Without optimization, std searches for one character many times faster than for one of several.
    let mut signs: Vec<usize> = tags(block, OPEN_COMMENTARY).collect();
    for colon in [':', '：'] {
        signs.extend(block.match_indices(colon).map(|(at, _)| at));
    }
    signs.sort_unstable();
    let mut candidates = Vec::new();
    let mut done = 0;
    for sign in signs {
        if sign < done {
            continue;
        }
        let character = slice(block, sign..block.len()).chars().next().unwrap_or_default();
        let length = if character == '<' { OPEN_COMMENTARY.len() } else { character.len_utf8() };
        let behind = sign + length;
        if character == '<' {
            candidates.push(Mark { start: sign, text: behind, part: Part::Commentary });
            let end = tags(slice(block, behind..block.len()), CLOSE_COMMENTARY).next();
            done = end.map_or(block.len(), |end| behind + end);
        } else {
            let text = block.len() - slice(block, behind..block.len()).trim_start_matches(['*', '_']).len();
            candidates.extend(label(block, sign, text).map(|(start, part)| Mark { start, text, part }));
        }
    }
    candidates
}

/// The label that ends with the colon at `colon`, with its text at `text`: where it begins, and what it announces.
fn label(block: &str, colon: usize, text: usize) -> Option<(usize, Part<'_>)> {
    let behind = slice(block, text..block.len());
    let is_ended =
        behind.is_empty() || behind.starts_with(|c: char| c.is_whitespace() || c == '\\') || is_quoted(behind);
    if !is_ended && slice(block, colon..block.len()).starts_with(':') {
        return None;
    }
    let is_bold = |c| matches!(c, '*' | '_');
    let near = (colon.saturating_sub(LONGEST)..=colon).find(|near| block.is_char_boundary(*near))?;
    let before = slice(block, near..colon).trim_end_matches(is_bold);
    let (lead, word) = split_word(before);
    let begins_line = |lead: &str| match lead.trim_end_matches([' ', '\t', '-', '*', '_']) {
        "" => near == 0,
        lead => lead.ends_with('\n'),
    };
    // A sentence or a quotation ends before a label within a line.
    let begins = |lead: &str| {
        let is_end =
            |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '>' | '"' | '\'' | '”' | '’' | '」');
        begins_line(lead) || (is_quoted(behind) && lead.trim_end_matches(|c| c == ' ' || is_bold(c)).ends_with(is_end))
    };
    let start = |lead: &str| near + lead.trim_end_matches(is_bold).len();
    match known(word) {
        Some((part, is_usual)) => {
            let lead = lead.trim_end_matches(is_bold);
            let is_word = !lead.ends_with(|c: char| c.is_alphanumeric() || c == '\\');
            if is_word && (is_usual || begins(lead)) {
                return Some((start(lead), part));
            }
        }
        None if begins(lead) => return is_name(word, behind).then(|| (start(lead), Part::Name(word))),
        None => {}
    }
    // Two words: `Ada Lovelace:`.
    let (lead, first) = split_word(lead.strip_suffix(' ')?);
    let is_name = begins(lead)
        && is_name(first, behind)
        && !first.starts_with(char::is_lowercase)
        && !word.starts_with(char::is_lowercase);
    is_name.then(|| (start(lead), Part::Name(slice(before, lead.len()..before.len()))))
}

/// A text without its last word, and that word.
fn split_word(text: &str) -> (&str, &str) {
    let lead = text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '-');
    let word = slice(text, lead.len()..text.len()).trim_start_matches('-');
    (slice(text, 0..text.len() - word.len()), word)
}

/// Whether a word before a colon may be somebody's name. One in lower case needs a quotation behind it.
fn is_name(word: &str, behind: &str) -> bool {
    let is_other = || OTHER_WORDS.split(' ').any(|other| other.eq_ignore_ascii_case(word));
    let begins = word.starts_with(|c: char| c.is_alphabetic() && (!c.is_lowercase() || is_quoted(behind)));
    is_assistant(word) || (begins && word.len() > 1 && !is_other())
}

/// Where a tag occurs in a text, in any letter case.
pub(super) fn tags<'t>(text: &'t str, tag: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices('<').map(|(at, _)| at).filter(move |at| has_tag_at(text, *at, tag))
}

/// Whether a tag is at an offset, in any letter case.
fn has_tag_at(text: &str, at: usize, tag: &str) -> bool {
    text.get(at..at + tag.len()).is_some_and(|written| written.eq_ignore_ascii_case(tag))
}

/// Whether a text begins with a quote.
fn is_quoted(said: &str) -> bool {
    let said = said.trim_start().trim_start_matches('\\');
    QUOTES.iter().any(|(open, _)| said.starts_with(open))
}

/// Whether a speaker has finished: text that began with a quote must have ended with it.
fn is_complete(said: &str) -> bool {
    let text = trim(said).trim_start_matches('\\');
    let quote = QUOTES.iter().find_map(|(open, close)| Some((text.strip_prefix(open)?, close)));
    quote.is_none_or(|(inner, close)| inner.ends_with(close) || inner.ends_with('>'))
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
