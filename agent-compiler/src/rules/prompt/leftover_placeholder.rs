use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::code_spans;
use crate::text::markers::Marker;

rule! {
    /// A placeholder was not filled in.
    ///
    /// ## What it does
    /// In the description and the prompt, outside of code and quotation marks: `{{NAME}}`, `[INSERT …]`, `<PROJECT_NAME>`, and
    /// lines that begin with `TODO` or `FIXME` and a colon or a parenthesis.
    ///
    /// ## Why is this bad?
    /// The model reads it as it stands. A template was copied and not finished, or the program that fills it in did not run.
    ///
    /// ## Example
    /// `You are the developer of {{PROJECT_NAME}}.`
    ///
    /// ## Use instead
    /// Fill it in. If your program does so before it sends the prompt, silence the rule in `agents.toml`.
    "leftover-placeholder": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    let places = placeholders(agent);
    let Some(first) = places.first() else { return };
    let written = source.text.get(first.clone()).unwrap_or_default();
    diagnostics.push(
        RULE.diagnostic(format!("the placeholder `{written}` was not filled in"))
            .at_all(definition.file, &places, "")
            .note("the model reads it as it stands")
            .help("fill it in; if your program does, silence this in `agents.toml`"),
    );
}

/// How much of a line is looked at around a placeholder, in bytes.
const NEAR: usize = 200;

/// The most characters of a placeholder.
const LONGEST: usize = 80;

/// The most placeholders of a kind that are looked at, since each costs a look at its line.
const MOST: usize = 200;

/// The places of all placeholders in the prose of an agent, in order.
fn placeholders(agent: &RosterAgent) -> Vec<Range<usize>> {
    let RosterAgent { definition, source, index, .. } = *agent;
    let fields =
        [&definition.description, &definition.initial_prompt].into_iter().flatten().map(|text| text.span.range());
    let mut places = Vec::new();
    for part in fields.chain([definition.body.clone()]) {
        let text = source.text.get(part.clone()).unwrap_or_default();
        // The quotes around a value of YAML are no quotation.
        let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
        let text = inner.filter(|_| part != definition.body).unwrap_or(text);
        let start = source.range_of(text).map_or(part.start, |range| range.start);
        let mut found = Vec::new();
        for (sign, open, close) in TEMPLATES {
            let mut left = MOST;
            let mut signs = index.markers().within(sign, &(start..start + text.len()));
            while let ([at, rest @ ..], 1..) = (signs, left) {
                signs = rest;
                if let Some(place) = filled_in(text, at - start, sign, open, close) {
                    found.push(place);
                    left -= 1;
                }
            }
        }
        for (sign, skipped, word) in TO_DO {
            for at in index.markers().within(sign, &(start..start + text.len())) {
                found.extend((at - start).checked_sub(skipped).and_then(|at| to_do(text, at, word)));
            }
        }
        found.retain(|place| !is_about(text, place));
        if found.is_empty() {
            continue;
        }
        let own = (part != definition.body).then(|| {
            let fences = code_spans::fences(&source.text, index.markers(), &part);
            code_spans::code_spans(&source.text, index.markers(), &part, &fences)
        });
        let outline = own.as_ref().unwrap_or_else(|| index.code_spans());
        let found = found.into_iter().map(|place| start + place.start..start + place.end);
        places.extend(found.filter(|place| !outline.is_code(place.start)));
    }
    places.sort_by_key(|place| place.start);
    places
}

/// What a template has to be filled in with, by the sign that begins it, what follows, and what ends it: `{{NAME}}`,
/// `[INSERT …]`, `<YOUR_NAME>`.
const TEMPLATES: [(Marker, &str, &str); 3] =
    [(Marker::Brace, "{", "}}"), (Marker::Bracket, "", "]"), (Marker::Angle, "", ">")];

/// What somebody was still going to write, by its rarest sign and what stands before that.
const TO_DO: [(Marker, usize, &str); 2] = [(Marker::O, 1, "TODO"), (Marker::X, 2, "FIXME")];

/// The placeholder that begins with the sign at a place.
fn filled_in(text: &str, at: usize, sign: Marker, open: &str, close: &str) -> Option<Range<usize>> {
    // Most signs are followed by something else, and bytes are compared faster than text is cut.
    match (sign, text.as_bytes().get(at + 1..)?) {
        (Marker::Brace, [b'{', ..])
        | (Marker::Bracket, [b'I', b'N', b'S', ..])
        | (Marker::Angle, [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9' | b'_', ..]) => {}
        _ => return None,
    }
    let inner = text.get(at + 1..)?.strip_prefix(open)?;
    if sign == Marker::Brace && !inner.trim_start_matches(' ').starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let end = inner.char_indices().nth(LONGEST).map_or(inner.len(), |(end, _)| end);
    let (name, _) = inner.get(..end)?.split_once(close)?;
    let behind = at + 1 + open.len() + name.len() + close.len();
    let before = text.get(..at)?.chars().next_back();
    let is_one = match sign {
        // `${{ x }}` belongs to another program, and `\frac{{a}}{{b}}` to none.
        Marker::Brace => is_name(name) && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '$' | '\\' | '}')),
        // With an address behind it, it is a link.
        Marker::Bracket => name.starts_with("INSERT ") && !text.get(behind..)?.starts_with('('),
        _ => is_constant(name),
    };
    is_one.then_some(at..behind)
}

/// The word at a place, if it begins its line and a remark follows: `TODO:`.
fn to_do(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    if text.as_bytes().get(at) != word.as_bytes().first() {
        return None;
    }
    let rest = text.get(at..)?.strip_prefix(word)?.trim_start_matches('*');
    let is_sign = |c: char| " \t-*#>[]".contains(c) || c.is_ascii_digit() || c == '.';
    let begins = before(text, at).chars().all(is_sign);
    (begins && rest.starts_with([':', '('])).then(|| at..at + word.len())
}

/// Whether a place stands in quotation marks, as somebody's words, or on a line about placeholders.
fn is_about(text: &str, place: &Range<usize>) -> bool {
    let before = before(text, place.start);
    let after = text.get(place.end..).and_then(|after| after.split('\n').next()).unwrap_or_default();
    let after = after.char_indices().nth(NEAR).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
    let is_said = |text: &str| ["placeholder", "platzhalter"].iter().any(|word| text.to_lowercase().contains(word));
    before.matches('"').count() % 2 == 1 || before.rfind('“') > before.rfind('”') || is_said(before) || is_said(after)
}

/// What stands before a place on its line, as far as it is near: a line may be as long as the file.
fn before(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(NEAR)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    text.get(from..at).and_then(|near| near.rsplit('\n').next()).unwrap_or_default()
}

/// `NAME`, `user.name`: what a template calls what it is filled in with. `{{#if x}}` and `{{/if}}` stand around such.
fn is_name(name: &str) -> bool {
    let name = name.trim();
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ' '))
}

/// `PROJECT_NAME`: a word alone, such as `URL`, mostly describes a syntax.
fn is_constant(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    name.contains('_') && name.split('_').all(is_part)
}
