//! A prompt orders to use an agent that is not there.
//!
//! # What it finds
//! In the prose of a prompt or a description, an order such as "use the code-reviewer agent" where nobody in the folder is
//! called so. The name has to be in small letters with a dash and to end as a person does, or to be marked by backticks or an
//! `@`; without a dash it has to be close to a name, too. Code and examples are left alone.
//!
//! # Why it matters
//! The agent was renamed or removed, and the order leads nowhere: the model does the work itself, or makes something up.
//!
//! # Example
//! "Before you finish, use the `code-reveiwer` agent."
//!
//! # Cure
//! Correct the name, or list it under `[agents] external` in `agents.toml`.

use std::collections::HashSet;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::parallel;
use crate::base::source::Span;
use crate::parse::definition::Definition;
use crate::resolve::roster::{Roster, Search};
use crate::text::code_spans::{self, CodeSpans};
use crate::text::orders::{self, Mention};

/// The rule.
pub static RULE: Rule = Rule::of_roster("unknown-mention", Level::Warn, check);

/// How names of agents end: with whom they are called after. "A real-time agent" and "the right-hand agent" end otherwise.
const PERSONS: &str = "er or ist ect pro expert analyst master guru lead agent bot";

/// Words with a dash that end so and name no agent.
const OTHERS: &str = "-tier -user -order -layer -server -number -parameter -after -over -per -power -vendor -container \
    -cluster -browser -factor";

/// How words with a dash begin that describe.
const DESCRIBING: &str = "multi- cross- single- low- high- non- per- ever- much- well-";

/// Checks the prose of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let is_worth_it = roster.folder.is_large();
    let mentioned = parallel::map(&roster.definitions, is_worth_it, |_, definition| mentioned(roster, definition));
    // Which name is closest is asked in order, since not all such questions are answered.
    let search = roster.search();
    for mentioned in mentioned {
        let mut seen = HashSet::new();
        for (name, span) in mentioned {
            // One name is one finding, and one question.
            if seen.insert(name) && is_unknown(&search, name) {
                diagnostics.push(report(&search, name, span));
            }
        }
    }
}

/// The agents that the prose of one orders to use and that are not there, each with its place.
fn mentioned<'r>(roster: &'r Roster, definition: &'r Definition) -> Vec<(&'r str, Span)> {
    let Some(source) = roster.source(definition) else { return Vec::new() };
    let mut mentioned = Vec::new();
    if let Some(description) = &definition.description {
        let prose = &*definition.examples.description;
        let mentions = names(prose);
        let code_spans = if mentions.is_empty() { CodeSpans::default() } else { code_spans::of(prose) };
        for Mention { object, .. } in mentions.into_iter().filter(|mention| !code_spans.is_code(mention.order)) {
            let Some(name) = prose.get(object).filter(|name| !roster.is_known_agent(name)) else { continue };
            // What an example says is `foreign-example`, also where both stand on one spot.
            if !definition.examples.list.iter().any(|example| example.mentions(name)) {
                mentioned.push((name, source.locate(name, description.span).unwrap_or(description.span)));
            }
        }
    }
    let body = source.text.get(definition.body.clone()).unwrap_or_default();
    for Mention { object, order, .. } in names(body) {
        let Some(name) = body.get(object.clone()).filter(|name| !roster.is_known_agent(name)) else { continue };
        let base = definition.body.start;
        if !definition.code_spans(source).is_code(base + order) {
            mentioned.push((name, Span::new(definition.file, base + object.start..base + object.end)));
        }
    }
    mentioned
}

/// The names of agents that a text orders to use.
#[must_use]
pub fn names(text: &str) -> Vec<Mention> {
    let is_name = |mention: &Mention| {
        let word = text.get(mention.object.clone()).unwrap_or_default();
        is_name(word) && (mention.is_marked || (word.contains('-') && is_person(word) && !mention.is_indefinite))
    };
    orders::ordered(text, &["sub-", "sub"], "agent").into_iter().filter(is_name).collect()
}

fn is_name(word: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    word.split('-').all(is_part)
}

/// Whether nobody has this name. A word without a dash, such as `main`, is meant as a name only where one is close.
#[must_use]
pub fn is_unknown(search: &Search, name: &str) -> bool {
    !search.roster.is_known_agent(name) && (name.contains('-') || search.closest(name).is_some())
}

fn is_person(word: &str) -> bool {
    let ends = |list: &str| list.split_whitespace().any(|end| word.ends_with(end));
    let begins = |list: &str| list.split_whitespace().any(|start| word.starts_with(start));
    ends(PERSONS) && !ends(OTHERS) && !begins(DESCRIBING)
}

fn report(search: &Search, name: &str, span: Span) -> Diagnostic {
    let label = search.closest(name).map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
    Diagnostic::new(&RULE, format!("this orders to use an agent `{name}`, which is not there"))
        .at(span, label)
        .note("the order leads nowhere: the model does the work itself, or makes something up")
        .help("correct the name, or list it under `[agents] external` in `agents.toml`")
}
