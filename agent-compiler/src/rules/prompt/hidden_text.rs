use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::source::Source;
use crate::base::span::Span;
use crate::parse::yaml::for_each_text;
use crate::rules::rule::{TextAgent, rule};
use crate::text::invisible::{self, InvisibleKind, InvisibleRun};
use crate::text::markers::MarkerIndex;
use crate::text::mojibake::mojibake;

rule! {
    /// Characters that a model reads and a person cannot see.
    ///
    /// ## What it does
    /// Checks the whole file for bidirectional controls, tag characters outside flags, zero-width characters and soft hyphens
    /// outside the emoji and scripts that need them, stray variation selectors, and control characters. In quoted YAML, escapes
    /// such as `"\u202e"` are decoded first.
    ///
    /// ## Why is this bad?
    /// Such characters can carry instructions that no review shows, and Claude Code passes them to the model as they are (measured
    /// on Claude Code 2.1.331). Usually they were copied from a web page by accident, and
    /// split words for the model where a person sees one word.
    ///
    /// If a file contains them on purpose, add a `[[silence]]` entry to `agents.toml`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Report every pass\u{200b}word in the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Report every password in the change.
    /// ```
    "hidden-text": Prompt, Error, text(check)
}

/// The most characters of a hidden message that a note quotes.
const LONGEST_QUOTE: usize = 40;

fn check(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    check_text(agent, diagnostics);
    check_escapes(agent, diagnostics);
}

fn check_text(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { definition, source, index, .. } = *agent;
    let mut found = invisible::find(&source.text, index.markers());
    if found.is_empty() {
        return;
    }
    // Text in a wrong encoding contains such characters too; `mojibake` reports it.
    let mojibake = mojibake(&source.text, index.markers());
    found.retain(|hidden| {
        let at = mojibake.partition_point(|other| other.range.end <= hidden.range.start);
        mojibake.get(at).is_none_or(|other| other.range.start >= hidden.range.end)
    });
    while let Some(kind) = found.first().map(|hidden| hidden.kind) {
        let (of_kind, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|hidden| hidden.kind == kind);
        found = others;
        // Code may contain them on purpose, such as in a pattern to search for.
        let is_code = |hidden: &InvisibleRun| index.code_spans().is_code(hidden.range.start);
        let is_none_in_code = !of_kind.iter().any(is_code);
        diagnostics.push(report(definition.file, source, kind, &of_kind, is_none_in_code));
    }
}

/// Checks the escapes in quoted YAML: the characters are in the value, but not in the file.
fn check_escapes(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { definition, source, .. } = *agent;
    let Some(entries) = &definition.entries else { return };
    if !source.text.get(definition.yaml.clone()).is_some_and(|yaml| yaml.contains('\\')) {
        return;
    }
    // By span, since an alias repeats the texts of its anchor.
    let mut texts = BTreeMap::new();
    for_each_text(entries, &mut |text, span| {
        texts.insert(span, text);
    });
    let mut found: Vec<(Span, InvisibleRun)> = Vec::new();
    for (span, text) in texts {
        let written = source.text.get(span.range()).unwrap_or_default();
        if written.starts_with('"') && written.contains('\\') {
            let as_written = invisible::find(written, &MarkerIndex::of(written));
            let is_new = |run: &InvisibleRun| !as_written.iter().any(|other| other.characters == run.characters);
            let runs = invisible::find(text, &MarkerIndex::of(text)).into_iter().filter(is_new);
            found.extend(runs.map(|run| (span, run)));
        }
    }
    while let Some(kind) = found.first().map(|(_, run)| run.kind) {
        let (of_kind, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, run)| run.kind == kind);
        found = others;
        diagnostics.push(report_escapes(definition.file, source, kind, &of_kind));
    }
}

fn report_escapes(file: usize, source: &Source, kind: InvisibleKind, found: &[(Span, InvisibleRun)]) -> Diagnostic {
    let mut ranges: Vec<_> = found.iter().map(|(span, _)| span.range()).collect();
    ranges.dedup();
    let characters: Vec<_> = found.iter().flat_map(|(_, run)| &run.characters).collect();
    let message = match characters.len() {
        1 => format!("invisible {}, written as an escape", kind.name()),
        count => format!("{count} invisible {}s, written as escapes", kind.name()),
    };
    let first = characters.first().map_or(0, |character| u32::from(**character));
    let mut diagnostic = RULE.diagnostic(message).at_all(file, &ranges, &format!("the value contains U+{first:04X}"));
    if let Some(spelled) = found.iter().find_map(|(_, run)| run.spelled()) {
        diagnostic = diagnostic.note(format!("it spells {:?}", shortened(&spelled)));
    }
    let (it, them) = if characters.len() == 1 { ("the escape", "it") } else { ("the escapes", "them") };
    let path = source.path.rsplit('/').next().unwrap_or_default();
    diagnostic
        .note(kind.reason())
        .help(format!("remove {it}; if `{path}` needs {them}, add a `[[silence]]` entry to `agents.toml`"))
}

/// The beginning of a hidden message, for a note.
fn shortened(spelled: &str) -> String {
    let mut quote: String = spelled.chars().take(LONGEST_QUOTE).collect();
    if spelled.chars().nth(LONGEST_QUOTE).is_some() {
        quote.push('…');
    }
    quote
}

fn report(
    file: usize,
    source: &Source,
    kind: InvisibleKind,
    found: &[InvisibleRun],
    is_none_in_code: bool,
) -> Diagnostic {
    let ranges: Vec<_> = found.iter().map(|hidden| hidden.range.clone()).collect();
    let count: usize = found.iter().map(|hidden| hidden.characters.len()).sum();
    let first = found.first().and_then(|hidden| hidden.characters.first()).map_or(0, |character| u32::from(*character));
    let message = match count {
        1 => format!("invisible {}", kind.name()),
        _ => format!("{count} invisible {}s", kind.name()),
    };
    let mut diagnostic = RULE.diagnostic(message).at_all(file, &ranges, &format!("U+{first:04X}"));
    if let Some(spelled) = found.iter().find_map(InvisibleRun::spelled) {
        diagnostic = diagnostic.note(format!("it spells {:?}", shortened(&spelled)));
    }
    let edits = ranges.into_iter().map(|range| Edit { span: Span::new(file, range), text: String::new() }).collect();
    let fix = match kind {
        // It may stand for a line break or a color, so its replacement is not certain.
        InvisibleKind::LineSeparator | InvisibleKind::Control => None,
        _ => Some(Fix { edits, safe: is_none_in_code && kind != InvisibleKind::BidirectionalControl }),
    };
    let it = if count == 1 { "it" } else { "them" };
    let path = source.path.rsplit('/').next().unwrap_or_default();
    diagnostic
        .note(kind.reason())
        .help(format!("remove {it}; if `{path}` needs {it}, add a `[[silence]]` entry to `agents.toml`"))
        .fix(fix)
}
