//! A placeholder was not filled in.
//!
//! # What it finds
//! In the body, outside of code and quotation marks: `{{NAME}}`, `[INSERT …]`, `<PROJECT_NAME>`, and lines that begin with `TODO:` or
//! `FIXME:`.
//!
//! # Why it matters
//! The model reads it as it stands. A template was copied and not finished, or the program that fills it in did not run.
//!
//! # Example
//! `You are the developer of {{PROJECT_NAME}}.`
//!
//! # Cure
//! Fill it in. If your program does so before it sends the prompt, silence the rule in `agents.toml`.

use std::ops::Range;

use crate::compiler::decode::Definition;
use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::source::Source;

/// The rule.
pub static RULE: Rule = Rule::new("leftover-placeholder", Level::Warn, check);

/// Checks the body of every agent. All placeholders of one file have one cause, and are one finding.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let Some(source) = roster.source(definition) else { continue };
        let places = placeholders(definition, source);
        let Some(first) = places.first() else { continue };
        let written = source.text.get(first.clone()).unwrap_or_default();
        diagnostics.push(
            Diagnostic::new(&RULE, format!("the placeholder `{written}` was not filled in"))
                .at_all(definition.file, &places, "")
                .note("the model reads it as it stands")
                .help("fill it in; if your program does, silence this in `agents.toml`"),
        );
    }
}

/// The most characters of a placeholder.
const LONGEST: usize = 80;

/// The most placeholders of a kind that are looked at, since each costs a look at its line.
const MOST: usize = 200;

/// The places of all placeholders in the prose of a body, in order.
fn placeholders(definition: &Definition, source: &Source) -> Vec<Range<usize>> {
    let body = definition.body.clone();
    let text = source.text.get(body.clone()).unwrap_or_default();
    let mut places = Vec::new();
    for (sign, open, close) in [('{', "{", "}}"), ('[', "INSERT ", "]"), ('<', "", ">")] {
        let found = text.match_indices(sign).filter_map(|(at, _)| {
            let inner = text.get(at + 1..)?.strip_prefix(open)?;
            if sign == '<' && !inner.starts_with(|c: char| c.is_ascii_uppercase()) {
                return None;
            }
            let end = inner.char_indices().nth(LONGEST).map_or(inner.len(), |(end, _)| end);
            let name = inner.get(..end)?.split(close).next()?;
            let is_one = match sign {
                '<' => is_constant(name),
                // `{{#if x}}` and `{{/if}}` stand around placeholders.
                '{' => !name.trim().is_empty() && !name.contains('{') && !name.starts_with(['#', '/', '!', '^']),
                _ => true,
            };
            let end = at + 1 + open.len() + name.len() + close.len();
            (is_one && !name.contains('\n') && text.get(..end)?.ends_with(close)).then_some(at..end)
        });
        places.extend(found.take(MOST));
    }
    for word in ["TODO", "FIXME"] {
        places.extend(text.match_indices(word).filter_map(|(at, _)| {
            let line = text.get(..at)?.rsplit('\n').next()?;
            let rest = text.get(at + word.len()..)?;
            let begins = line.trim_matches([' ', '\t', '-', '*', '#', '>']).is_empty();
            (begins && (rest.starts_with(':') || rest.starts_with('('))).then(|| at..at + word.len())
        }));
    }
    for place in &mut places {
        *place = place.start + body.start..place.end + body.start;
    }
    places.retain(|place| !is_quoted(source, place) && !definition.outline(source).is_code(place.start));
    places.sort_by_key(|place| place.start);
    places
}

/// Whether a place stands in quotation marks, as somebody's words, or behind words about placeholders.
fn is_quoted(source: &Source, place: &Range<usize>) -> bool {
    let line = source.text.get(..place.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let is_about = || ["placeholder", "platzhalter"].iter().any(|word| line.to_lowercase().contains(word));
    line.matches('"').count() % 2 == 1 || line.rfind('“') > line.rfind('”') || is_about()
}

/// `PROJECT_NAME`: a word alone, such as `URL`, mostly describes a syntax.
fn is_constant(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    name.contains('_') && name.split('_').all(is_part)
}
