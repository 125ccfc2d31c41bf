//! Instructions in prose to use something: "use the code-reviewer agent", "run the Bash tool".

use std::ops::Range;

// The lists of words are patterns, since searching a text for a word is many times slower without optimization.

/// Words that introduce an instruction to use what follows.
fn is_order(word: &str) -> bool {
    matches!(
        word,
        "use"
            | "using"
            | "invoke"
            | "invoking"
            | "call"
            | "calling"
            | "launch"
            | "launching"
            | "spawn"
            | "spawning"
            | "run"
            | "running"
            | "dispatch"
            | "dispatching"
            | "consult"
            | "ask"
            | "engage"
            | "with"
    )
}

/// Words that do so together with `to`.
fn is_order_to(word: &str) -> bool {
    matches!(
        word,
        "delegate"
            | "delegating"
            | "off"
            | "over"
            | "escalate"
            | "escalating"
            | "route"
            | "routing"
            | "refer"
            | "defer"
            | "pass"
            | "switch"
    )
}

/// Words that negate an instruction.
fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "never"
            | "no"
            | "don't"
            | "dont"
            | "cannot"
            | "can't"
            | "mustn't"
            | "shouldn't"
            | "without"
            | "avoid"
            | "instead"
            | "refrain"
            | "rather"
            | "nor"
    )
}

/// Words that can follow the noun of an instruction. Before any other word, the noun is only part of a longer one: "using
/// platform-native agent invocation".
fn is_follower(word: &str) -> bool {
    matches!(
        word,
        "to" | "for"
            | "when"
            | "whenever"
            | "if"
            | "and"
            | "or"
            | "with"
            | "after"
            | "before"
            | "in"
            | "on"
            | "at"
            | "as"
            | "by"
            | "from"
            | "first"
            | "instead"
            | "then"
            | "next"
            | "again"
            | "once"
            | "proactively"
            | "immediately"
            | "via"
            | "through"
            | "now"
            | "here"
            | "which"
            | "that"
            | "so"
            | "because"
            | "since"
            | "while"
            | "until"
            | "where"
            | "rather"
            | "directly"
            | "separately"
            | "only"
    )
}

/// How many words before an instruction may negate it.
const LOOK_BACK: usize = 8;

/// Punctuation around a word that is not part of it.
const WRAPPING: [char; 11] = ['@', '`', '"', '\'', '*', '_', '(', ')', '“', '”', ','];

/// The word between an instruction and a noun: for the noun "agent", `code-reviewer` in "use the code-reviewer agent".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The range of the word.
    pub object: Range<usize>,
    /// An offset within the instruction, which may be in prose even if the word is in inline code.
    pub position: usize,
    /// Whether it is marked as a name, by backticks or an `@`.
    pub is_marked: bool,
    /// Whether it follows `a` or `an`, and so is a description rather than a name.
    pub is_indefinite: bool,
}

/// Where a noun is in a text, also within other words.
#[cfg(feature = "memchr")]
#[must_use]
pub fn nouns(text: &str, noun: &str) -> Vec<usize> {
    memchr::memmem::find_iter(text.as_bytes(), noun).collect()
}

/// Where a noun is in a text, also within other words.
#[cfg(not(feature = "memchr"))]
#[must_use]
pub fn nouns(text: &str, noun: &str) -> Vec<usize> {
    nouns_by_byte(text, noun)
}

/// The same without the crate that finds words by the processor's registers, which nobody should wait for who builds the macro.
#[cfg(any(test, not(feature = "memchr")))]
fn nouns_by_byte(text: &str, noun: &str) -> Vec<usize> {
    use std::io::BufRead as _;

    // Without optimization, std searches for one byte many times faster than for a word. The second byte of either noun is the
    // rarer one.
    let [first, second, third, fourth, ..] = *noun.as_bytes() else { return Vec::new() };
    let mut nouns = Vec::new();
    let mut rest = text.as_bytes();
    while rest.skip_until(second).is_ok_and(|skipped| skipped > 0) {
        // Most occurrences are part of another word, and comparing bytes is faster than slicing text.
        if matches!(rest, [next, after, ..] if *next == third && *after == fourth) {
            let at = (text.len() - rest.len()).checked_sub(2);
            let at = at.filter(|at| text.as_bytes().get(*at) == Some(&first));
            nouns.extend(at.filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(noun))));
        }
    }
    nouns
}

/// The instruction in a text to use something before the noun at an offset. The noun may have one of the prefixes: `sub-` of
/// `sub-agent`.
#[must_use]
pub fn order(text: &str, at: usize, prefixes: &[&str], noun: &str) -> Option<Order> {
    let behind = text.get(at..)?.strip_prefix(noun)?;
    let before = text.get(..at)?;
    let before = prefixes.iter().find_map(|prefix| before.strip_suffix(prefix)).unwrap_or(before);
    let is_apart = before.ends_with(char::is_whitespace);
    (is_apart && ends(behind)).then(|| object(before)).flatten()
}

/// Whether a noun ends before this text.
fn ends(rest: &str) -> bool {
    let Some(sentence) = rest.strip_prefix(' ') else {
        return !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    };
    let word = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.is_empty() || is_follower(&word.to_lowercase())
}

/// A word without what surrounds it.
fn plain(word: &str) -> String {
    word.trim_matches(WRAPPING).to_lowercase().replace('’', "'")
}

/// Whether one of the last words of a sentence, which come backwards, negates an instruction. "Never create files with the
/// Write tool" is one sentence, "Never mind. Use …" are two.
fn any_negates<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let sentence = words.take(LOOK_BACK).take_while(|word| !word.ends_with(['.', '!', '?', ';', ':']));
    sentence.map(plain).any(|word| is_negation(&word))
}

/// Whether the end of a text negates what follows.
#[must_use]
pub fn is_negated(before: &str) -> bool {
    any_negates(before.rsplit(char::is_whitespace).filter(|word| !word.is_empty()))
}

/// The last word of a text, if it is the object of an instruction.
fn object(text: &str) -> Option<Order> {
    let mut words = text.rsplit(char::is_whitespace).filter(|word| !word.is_empty());
    let written = words.next()?;
    let object = written.trim_matches(WRAPPING);
    let mut word = plain(words.next()?);
    let is_indefinite = matches!(word.as_str(), "a" | "an");
    if is_indefinite || matches!(word.as_str(), "the" | "your" | "our") {
        word = plain(words.next()?);
    }
    let is_order = if word == "to" { is_order_to(&plain(words.next()?)) } else { is_order(&word) };
    if !is_order || object.is_empty() {
        return None;
    }
    if any_negates(words) {
        return None;
    }
    let end = text.trim_end().trim_end_matches(WRAPPING).len();
    let start = end.checked_sub(object.len())?;
    let position = text.get(..start)?.trim_end_matches(|c: char| !c.is_alphanumeric()).len().saturating_sub(1);
    let is_marked = written.starts_with(['`', '@']);
    Some(Order { object: start..end, position, is_marked, is_indefinite })
}

#[cfg(test)]
mod tests {
    use super::{nouns, nouns_by_byte, order};

    fn objects(text: &str) -> Vec<&str> {
        let orders = nouns(text, "agent").into_iter().filter_map(|at| order(text, at, &["sub-", "sub"], "agent"));
        orders.map(|order| text.get(order.object).unwrap()).collect()
    }

    #[test]
    fn an_instruction_has_an_object() {
        for (text, object) in [
            ("Then use the code-reviewer agent.", "code-reviewer"),
            ("I'll launch the `code-reviewer` agent to", "code-reviewer"),
            ("delegate to the \"test-runner\" agent", "test-runner"),
            ("hand off to test-runner\nagent", "test-runner"),
            ("call the test-runner sub-agent", "test-runner"),
            ("call the test-runner subagent", "test-runner"),
            ("Never mind. Use the test-runner agent", "test-runner"),
        ] {
            assert_eq!(objects(text), [object], "{text}");
        }
    }

    #[test]
    fn other_text_has_none() {
        for text in [
            "the code-reviewer agent is good",
            "do not use the code-reviewer agent",
            "use the code-reviewer agents",
            "with code-reviewer agent settings",
            "never delegate to the code-reviewer agent",
            "**NEVER** create new files with the code-reviewer agent",
            "agent",
            "use agent",
        ] {
            assert_eq!(objects(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn both_ways_find_a_noun_at_the_same_places() {
        for text in ["agent", "an agent, subagents, Agent agentagent aagent", "agen", "", "the é-agent. age nt agent"]
        {
            let expected: Vec<_> = text.match_indices("agent").map(|(at, _)| at).collect();
            assert_eq!((nouns(text, "agent"), nouns_by_byte(text, "agent")), (expected.clone(), expected), "{text}");
        }
    }
}
