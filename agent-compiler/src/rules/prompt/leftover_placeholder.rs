use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::code_spans;
use crate::text::fences;
use crate::text::markers::Marker;

rule! {
    /// A placeholder that is not filled in.
    ///
    /// ## What it does
    /// Checks the description and the prompt, outside code and quotation marks, for `{{NAME}}`, `[INSERT …]`, `<PROJECT_NAME>`,
    /// and lines that start with `TODO` or `FIXME`, followed by a colon or a parenthesis.
    ///
    /// ## Why is this bad?
    /// The model reads the placeholder itself. Either a template was copied and not finished, or the program that fills it in
    /// did not run.
    ///
    /// If your program fills in the placeholder at run time, add a `[[silence]]` entry to `agents.toml`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: developer
    /// description: Implements a feature of the project.
    /// ---
    /// You are the developer of {{PROJECT_NAME}}.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: developer
    /// description: Implements a feature of the project.
    /// ---
    /// You are the developer of a package registry.
    /// ```
    "leftover-placeholder": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    let ranges = placeholders(agent);
    let Some(first) = ranges.first() else { return };
    let placeholder = source.text.get(first.clone()).unwrap_or_default();
    diagnostics.push(
        RULE.diagnostic(format!("the placeholder `{placeholder}` is not filled in"))
            .at_all(definition.file, &ranges, "")
            .note("the model reads the placeholder itself")
            .help("fill it in; if your program does so at run time, add a `[[silence]]` entry to `agents.toml`"),
    );
}

/// How much of a line is read around a placeholder, in bytes.
const NEAR: usize = 200;

/// The most characters of a placeholder.
const MOST_CHARACTERS: usize = 80;

/// The most placeholders of one kind that are reported, since each one requires reading its line.
const MOST_PLACEHOLDERS: usize = 200;

/// The ranges of all placeholders in the prose of an agent, in order.
fn placeholders(agent: &RosterAgent) -> Vec<Range<usize>> {
    let RosterAgent { definition, source, index, .. } = *agent;
    let fields =
        [&definition.description, &definition.initial_prompt].into_iter().flatten().map(|text| text.span.range());
    let mut ranges = Vec::new();
    for part in fields.chain([definition.body.clone()]) {
        let text = source.text.get(part.clone()).unwrap_or_default();
        // The quotes around a YAML value are not quotation marks.
        let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
        let text = inner.filter(|_| part != definition.body).unwrap_or(text);
        let start = source.range_of(text).map_or(part.start, |range| range.start);
        let mut found = Vec::new();
        for (marker, open, close) in TEMPLATES {
            let mut left = MOST_PLACEHOLDERS;
            let mut offsets = index.markers().within(marker, &(start..start + text.len()));
            while let ([at, rest @ ..], 1..) = (offsets, left) {
                offsets = rest;
                if let Some(range) = placeholder(text, at - start, marker, open, close) {
                    found.push(range);
                    left -= 1;
                }
            }
        }
        for (marker, skipped, word) in TO_DO {
            for at in index.markers().within(marker, &(start..start + text.len())) {
                found.extend((at - start).checked_sub(skipped).and_then(|at| to_do(text, at, word)));
            }
        }
        found.retain(|range| !is_about(text, range));
        if found.is_empty() {
            continue;
        }
        let own = (part != definition.body).then(|| {
            let fences = fences::fences(&source.text, index.markers(), &part);
            code_spans::code_spans(&source.text, index.markers(), &part, &fences)
        });
        let code_spans = own.as_ref().unwrap_or_else(|| index.code_spans());
        let found = found.into_iter().map(|range| start + range.start..start + range.end);
        ranges.extend(found.filter(|range| !code_spans.is_code(range.start)));
    }
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// The forms of placeholders, each with its first character, what follows that, and its end: `{{NAME}}`, `[INSERT …]`,
/// `<YOUR_NAME>`.
const TEMPLATES: [(Marker, &str, &str); 3] =
    [(Marker::Brace, "{", "}}"), (Marker::Bracket, "", "]"), (Marker::Angle, "", ">")];

/// Words that mark unfinished text, each with its rarest letter and the offset of that letter.
const TO_DO: [(Marker, usize, &str); 2] = [(Marker::O, 1, "TODO"), (Marker::X, 2, "FIXME")];

/// The placeholder that begins with the marker at an offset.
fn placeholder(text: &str, at: usize, marker: Marker, open: &str, close: &str) -> Option<Range<usize>> {
    // Most markers start something else, and comparing bytes is faster than slicing text.
    match (marker, text.as_bytes().get(at + 1..)?) {
        (Marker::Brace, [b'{', ..])
        | (Marker::Bracket, [b'I', b'N', b'S', ..])
        | (Marker::Angle, [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9' | b'_', ..]) => {}
        _ => return None,
    }
    let inner = text.get(at + 1..)?.strip_prefix(open)?;
    if marker == Marker::Brace && !inner.trim_start_matches(' ').starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let end = inner.char_indices().nth(MOST_CHARACTERS).map_or(inner.len(), |(end, _)| end);
    let (name, _) = inner.get(..end)?.split_once(close)?;
    let behind = at + 1 + open.len() + name.len() + close.len();
    let before = text.get(..at)?.chars().next_back();
    let is_placeholder = match marker {
        // `${{ x }}` is syntax of GitHub Actions, `\frac{{a}}{{b}}` is LaTeX.
        Marker::Brace => is_name(name) && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '$' | '\\' | '}')),
        // Followed by a URL in parentheses, it is a link.
        Marker::Bracket => name.starts_with("INSERT ") && !text.get(behind..)?.starts_with('('),
        _ => is_constant(name),
    };
    is_placeholder.then_some(at..behind)
}

/// The word at an offset, if it starts its line and a colon or a parenthesis follows: `TODO:`.
fn to_do(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    if text.as_bytes().get(at) != word.as_bytes().first() {
        return None;
    }
    let rest = text.get(at..)?.strip_prefix(word)?.trim_start_matches('*');
    let is_markup = |c: char| " \t-*#>[]".contains(c) || c.is_ascii_digit() || c == '.';
    let begins = before(text, at).chars().all(is_markup);
    (begins && rest.starts_with([':', '('])).then(|| at..at + word.len())
}

/// Whether a range is in quotation marks, or on a line about placeholders.
fn is_about(text: &str, range: &Range<usize>) -> bool {
    let before = before(text, range.start);
    let after = text.get(range.end..).and_then(|after| after.split('\n').next()).unwrap_or_default();
    let after = after.char_indices().nth(NEAR).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
    let mentions_placeholders =
        |text: &str| ["placeholder", "platzhalter"].iter().any(|word| text.to_lowercase().contains(word));
    before.matches('"').count() % 2 == 1
        || before.rfind('“') > before.rfind('”')
        || mentions_placeholders(before)
        || mentions_placeholders(after)
}

/// The text before an offset on its line. It is limited, since a line may be as long as the file.
fn before(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(NEAR)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    text.get(from..at).and_then(|near| near.rsplit('\n').next()).unwrap_or_default()
}

/// Whether this is a variable of a template, such as `NAME` or `user.name`, and not a block such as `{{#if x}}`.
fn is_name(name: &str) -> bool {
    let name = name.trim();
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ' '))
}

/// Whether this is a name such as `PROJECT_NAME`. One word alone, such as `URL`, usually describes a syntax.
fn is_constant(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    name.contains('_') && name.split('_').all(is_part)
}
