use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::source::Source;
use crate::base::span::Span;
use crate::parse::yaml::for_each_text;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::invisible::{self, InvisibleKind, InvisibleRun};
use crate::text::markers::MarkerIndex;
use crate::text::mojibake::mojibake;

rule! {
    /// Characters that nobody sees and every model reads.
    ///
    /// ## What it does
    /// Anywhere in the file: controls that turn the direction of text, tag characters outside of flags, characters of no width
    /// and soft hyphens outside of the emoji and scripts that need them, stray variation selectors, control characters. In a
    /// frontmatter an escape of YAML is the character that it stands for: `"\u202e"`.
    ///
    /// ## Why is this bad?
    /// They can carry orders that no review shows. Mostly they are left over from a copied web page, and part words for the
    /// model where the reader sees one.
    ///
    /// ## Example
    /// `pass` U+200B `word`, which looks like `password`.
    ///
    /// ## Use instead
    /// Remove them. A file that shows such characters on purpose is silenced in `agents.toml`.
    "hidden-text": Prompt, Error, agent(check)
}

/// The most characters of a hidden message that are shown.
const SHOWN: usize = 40;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    check_text(agent, diagnostics);
    check_escapes(agent, diagnostics);
}

fn check_text(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, index, .. } = *agent;
    let mut found = invisible::find(&source.text, index.markers());
    if found.is_empty() {
        return;
    }
    // Damaged text has such characters too, and is `mojibake`.
    let damaged = mojibake(&source.text, index.markers());
    found.retain(|hidden| {
        let at = damaged.partition_point(|damage| damage.range.end <= hidden.range.start);
        damaged.get(at).is_none_or(|damage| damage.range.start >= hidden.range.end)
    });
    while let Some(kind) = found.first().map(|hidden| hidden.kind) {
        let (of_kind, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|hidden| hidden.kind == kind);
        found = others;
        // In code they may be meant: what a program is to look for, or to put in.
        let is_code = |hidden: &InvisibleRun| index.code_spans().is_code(hidden.range.start);
        let is_none_in_code = !of_kind.iter().any(is_code);
        diagnostics.push(report(definition.file, source, kind, &of_kind, is_none_in_code));
    }
}

/// What YAML makes of the escapes in a quoted text: the file does not hold the characters, and the value does.
fn check_escapes(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
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
    let mut places: Vec<_> = found.iter().map(|(span, _)| span.range()).collect();
    places.dedup();
    let characters: Vec<_> = found.iter().flat_map(|(_, run)| &run.characters).collect();
    let message = match characters.len() {
        1 => format!("a {}, written as an escape", kind.name()),
        count => format!("{count} {}s, written as escapes", kind.name()),
    };
    let first = characters.first().map_or(0, |character| u32::from(**character));
    let mut diagnostic = RULE.diagnostic(message).at_all(file, &places, &format!("the value holds U+{first:04X}"));
    if let Some(spelled) = found.iter().find_map(|(_, run)| run.spelled()) {
        diagnostic = diagnostic.note(format!("it spells {:?}", shortened(&spelled)));
    }
    let path = source.path.rsplit('/').next().unwrap_or_default();
    diagnostic
        .note(kind.reason())
        .help(format!("remove the escape; if `{path}` holds such characters on purpose, silence this in `agents.toml`"))
}

/// As much of a hidden message as is shown.
fn shortened(spelled: &str) -> String {
    let mut shown: String = spelled.chars().take(SHOWN).collect();
    if spelled.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn report(
    file: usize,
    source: &Source,
    kind: InvisibleKind,
    found: &[InvisibleRun],
    is_none_in_code: bool,
) -> Diagnostic {
    let places: Vec<_> = found.iter().map(|hidden| hidden.range.clone()).collect();
    let count: usize = found.iter().map(|hidden| hidden.characters.len()).sum();
    let first = found.first().and_then(|hidden| hidden.characters.first()).map_or(0, |character| u32::from(*character));
    let message = match count {
        1 => format!("a {} that nobody sees", kind.name()),
        _ => format!("{count} {}s that nobody sees", kind.name()),
    };
    let mut diagnostic = RULE.diagnostic(message).at_all(file, &places, &format!("U+{first:04X}"));
    if let Some(spelled) = found.iter().find_map(InvisibleRun::spelled) {
        diagnostic = diagnostic.note(format!("it spells {:?}", shortened(&spelled)));
    }
    let edits = places.into_iter().map(|place| Edit { span: Span::new(file, place), text: String::new() }).collect();
    let fix = match kind {
        // Some program sees a line break here, or a color: what was meant instead is not certain.
        InvisibleKind::LineSeparator | InvisibleKind::Control => None,
        _ => Some(Fix { edits, safe: is_none_in_code && kind != InvisibleKind::BidirectionalControl }),
    };
    let path = source.path.rsplit('/').next().unwrap_or_default();
    diagnostic
        .note(kind.reason())
        .help(format!("remove it; if `{path}` shows such characters on purpose, silence this in `agents.toml`"))
        .fix(fix)
}
