//! Diagnostics as rules wrote them in; diagnostics that can be shown out: in order, without secrets and invisible characters.

use crate::base::diagnostic::{self, Diagnostic};
use crate::base::fix::Fix;
use crate::resolve::roster::Roster;
use crate::rules;
use crate::text::invisible::{one_line, visible};
use crate::text::markers::MarkerIndex;
use crate::text::secrets::secrets;

/// The most diagnostics of one file that are reported. A file with more has one cause behind them.
const MOST: usize = 100;

/// Makes diagnostics ready to be shown: in an order that depends on the files alone, at most 100 of one file, without secrets.
#[must_use]
pub fn finalize(roster: &Roster, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut diagnostics = sort_and_cap(diagnostics);
    for diagnostic in &mut diagnostics {
        redact(roster, diagnostic);
        diagnostic.message = one_line(std::mem::take(&mut diagnostic.message));
        for label in &mut diagnostic.labels {
            label.message = one_line(std::mem::take(&mut label.message));
        }
        for text in diagnostic.notes.iter_mut().chain(&mut diagnostic.helps) {
            *text = visible(std::mem::take(text));
        }
    }
    diagnostics
}

/// Takes secrets out of a diagnostic that quotes its file.
fn redact(roster: &Roster, diagnostic: &mut Diagnostic) {
    let Some(file) = diagnostic.span().map(|span| span.file) else { return };
    let (Some(source), Some(index)) = (roster.folder.source(file), roster.index(file)) else { return };
    for range in source.redactions(|| index.secrets().iter().map(|secret| secret.range.clone()).collect()) {
        let value = source.text.get(range.clone()).unwrap_or_default();
        let on_one_line = diagnostic::one_line(value.to_owned());
        let labels = diagnostic.labels.iter_mut().map(|label| &mut label.message);
        let texts = labels.chain(&mut diagnostic.notes).chain(&mut diagnostic.helps).chain([&mut diagnostic.message]);
        for text in texts {
            if text.contains(value) || text.contains(&on_one_line) {
                *text = text.replace(value, "…").replace(&on_one_line, "…");
            } else if value.contains('\\') {
                // What quotes the value without its escapes.
                for secret in secrets(text, &MarkerIndex::of(text)).into_iter().rev() {
                    text.replace_range(secret.range, "…");
                }
            }
        }
        // A fix that spells it out is for `fix_all`, and not for a message.
        let spells = |fix: &mut Fix| fix.edits.iter().any(|edit| edit.text.contains(value));
        diagnostic.fix.take_if(spells);
    }
}

/// Brings diagnostics into an order that depends on the files alone, and leaves as many of each file as can be read.
fn sort_and_cap(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let rank = |diagnostic: &Diagnostic| rules::all().position(|rule| rule.name == diagnostic.rule.name);
    let file = |diagnostic: &Diagnostic| diagnostic.span().map(|span| span.file);
    // Errors first, so that none is left out for a warning.
    diagnostics.sort_by_key(|diagnostic| (file(diagnostic), diagnostic.level, diagnostic.span(), rank(diagnostic)));
    let mut sorted = Vec::with_capacity(diagnostics.len());
    let sizes: Vec<_> = diagnostics.chunk_by(|left, right| file(left) == file(right)).map(<[_]>::len).collect();
    let mut diagnostics = diagnostics.into_iter();
    for size in sizes {
        let mut shown: Vec<_> = diagnostics.by_ref().take(size).collect();
        shown.truncate(MOST);
        shown.sort_by_key(|diagnostic| (diagnostic.span(), rank(diagnostic)));
        let others = size - shown.len();
        if let (Some(last), 1..) = (shown.last_mut(), others) {
            last.notes.push(format!("{others} more findings in this file are not shown"));
        }
        sorted.extend(shown);
    }
    sorted
}
