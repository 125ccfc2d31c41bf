//! A prompt orders to use an agent that is not there.
//!
//! # What it finds
//! In the prose of a prompt or a description, an order such as "use the code-reviewer agent" where nobody in the folder is
//! called so. The name has to be in small letters with a dash, as names of agents are; code and examples are
//! left alone.
//!
//! # Why it matters
//! The agent was renamed or removed, and the order leads nowhere: the model does the work itself, or makes something up.
//!
//! # Example
//! "Before you finish, use the `code-reveiwer` agent."
//!
//! # Cure
//! Correct the name, or list it under `[agents] external` in `agents.toml`.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::mentions::{self, Mention};
use crate::compiler::source::Span;
use crate::distance;

/// The rule.
pub static RULE: Rule = Rule::new("unknown-mention", Level::Warn, check);

/// Words with a dash that describe an agent instead of naming it, by their end.
const DESCRIPTIONS: &[&str] = &[
    "-specific",
    "-level",
    "-friendly",
    "-up",
    "-like",
    "-style",
    "-purpose",
    "-aware",
    "-capable",
    "-only",
    "-party",
    "-step",
    "-end",
    "-in",
    "ed",
    "en",
    "ing",
];

/// Checks the prose of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let Some(source) = roster.source(definition) else { continue };
        let mut report = |name: &str, span| {
            if !roster.knows(name) {
                diagnostics.push(report(roster, name, span));
            }
        };
        if let Some(description) = &definition.description {
            let prose = &definition.examples.description;
            for name in names(prose).into_iter().filter_map(|mention| prose.get(mention.object)) {
                // What an example says is `foreign-example`, also where both stand on one spot.
                if !definition.examples.list.iter().any(|example| example.mentions(name)) {
                    report(name, source.place_of(name, description.span).unwrap_or(description.span));
                }
            }
        }
        let body = source.text.get(definition.body.clone()).unwrap_or_default();
        for Mention { object, order } in names(body) {
            let Some(name) = body.get(object.clone()) else { continue };
            let base = definition.body.start;
            if !definition.outline(source).is_code(base + order) {
                report(name, Span::new(definition.file, base + object.start..base + object.end));
            }
        }
    }
}

/// The names of agents that a text orders to use.
#[must_use]
pub fn names(text: &str) -> Vec<Mention> {
    let is_name = |mention: &Mention| text.get(mention.object.clone()).is_some_and(is_name);
    mentions::ordered(text, &["sub-", "sub"], "agent").into_iter().filter(is_name).collect()
}

fn is_name(word: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    word.contains('-')
        && word.split('-').all(is_part)
        && !DESCRIPTIONS.iter().any(|end| word.ends_with(end))
        && !["non-", "multi-", "sub-", "co-", "pre-", "re-", "well-", "self-"]
            .iter()
            .any(|start| word.starts_with(start))
}

fn report(roster: &Roster, name: &str, span: Span) -> Diagnostic {
    let names = roster.named().map(|definition| roster.name_of(definition));
    let label =
        distance::closest(name, names).map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
    Diagnostic::new(&RULE, format!("this orders to use an agent `{name}`, which is not there"))
        .at(span, label)
        .note("the order leads nowhere: the model does the work itself, or makes something up")
        .help("correct the name, or list it under `[agents] external` in `agents.toml`")
}
