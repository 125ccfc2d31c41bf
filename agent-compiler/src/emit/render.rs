//! Diagnostics in, text out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use crate::base::diagnostic::Diagnostic;
use crate::base::path;
use crate::base::rule::Level;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::emit::cut::Cut;
use crate::input::discover::Folder;
use crate::text::index::TextIndex;
use crate::text::invisible::one_line;
use crate::text::redact::redact;

/// More warnings than this are folded into one line per rule.
const MOST_WARNINGS: usize = 20;

/// Renders a diagnostic as rustc would, without the `error: ` or `warning: ` that rustc puts before it.
///
/// `prefix` goes before each path, so that it leads to the file from where the reader is.
#[must_use]
pub fn text(diagnostic: &Diagnostic, folder: &Folder, prefix: &str) -> String {
    let text = render(diagnostic, folder, prefix, &Renderer::plain());
    let text = text.strip_prefix("error: ").or_else(|| text.strip_prefix("warning: ")).unwrap_or(&text);
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Renders a diagnostic as rustc does on a terminal of so many columns: with `error: ` or `warning: `, and in colors.
#[must_use]
pub fn colored(diagnostic: &Diagnostic, folder: &Folder, prefix: &str, width: usize) -> String {
    render(diagnostic, folder, prefix, &Renderer::styled().term_width(width))
}

fn render(diagnostic: &Diagnostic, folder: &Folder, prefix: &str, renderer: &Renderer) -> String {
    let level = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warn | Level::Allow => Title::WARNING,
    };
    let title = title(diagnostic);
    let paths: Vec<_> = diagnostic
        .labels
        .iter()
        .filter_map(|label| folder.source(label.span.file))
        .map(|source| display_path(prefix, &source.path))
        .collect();
    let mut group = Group::with_title(level.primary_title(title.as_str()));
    let labels: Vec<_> = diagnostic
        .labels
        .iter()
        .filter_map(|label| folder.source(label.span.file).map(|source| (label, source)))
        .collect();
    let (mut files, mut columns) = (Vec::new(), Vec::new());
    for (index, (label, source)) in labels.iter().enumerate() {
        let file = label.span.file;
        if files.contains(&file) {
            continue;
        }
        files.push(file);
        let here: Vec<_> = labels.iter().enumerate().filter(|(_, (label, _))| label.span.file == file).collect();
        let excerpt = excerpt(source, here.iter().map(|(_, (label, _))| label.span.range()));
        let start = excerpt.range.start;
        let mut places: Vec<_> =
            here.iter().map(|(_, (label, _))| label.span.start - start..label.span.end - start).collect();
        let mut shown = redacted(source, excerpt.range.clone());
        let path = paths.get(index).map(String::as_str);
        if let Some(cut) = Cut::of(&shown, &places) {
            for (place, (_, (label, _))) in places.iter_mut().zip(&here) {
                *place = cut.place(place);
                let (line, column) = source.line_column(label.span.start);
                columns.push((format!("{}:{line}:", path.unwrap_or_default()), cut.column(place.start), column));
            }
            shown = cut.text.into();
        }
        let mut snippet = Snippet::source(shown).line_start(excerpt.line).path(path);
        for ((at, (label, _)), range) in here.into_iter().zip(places) {
            let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let message = (!label.message.is_empty()).then_some(label.message.as_str());
            snippet = snippet.annotation(kind.span(range).label(message));
        }
        group = group.element(snippet);
    }
    let whole = display_path(prefix, &folder.path);
    if labels.is_empty() {
        group = group.element(Origin::path(whole.as_str()));
    }
    for note in &diagnostic.notes {
        group = group.element(Title::NOTE.message(note.as_str()));
    }
    for help in &diagnostic.helps {
        group = group.element(Title::HELP.message(help.as_str()));
    }
    let mut text = renderer.render(&[group]);
    // The renderer counts columns in the line that it was given.
    for (position, cut, column) in columns {
        text = text.replacen(&format!("{position}{cut}\n"), &format!("{position}{column}\n"), 1);
    }
    text
}

/// Renders a diagnostic on one line: path, line and column, what is wrong and why, where else to look, what to do.
///
/// `prefix` goes before each path, as in [`text`].
#[must_use]
pub fn line(diagnostic: &Diagnostic, folder: &Folder, prefix: &str) -> String {
    format!("{}: {}", position(diagnostic.span(), folder, prefix), sentence(diagnostic, folder, prefix))
}

/// The path, line and column of a place; the path of the folder where it is meant as a whole.
#[must_use]
pub fn position(span: Option<Span>, folder: &Folder, prefix: &str) -> String {
    let Some((span, source)) = span.and_then(|span| Some((span, folder.source(span.file)?))) else {
        return display_path(prefix, &folder.path);
    };
    let (line, column) = source.line_column(span.start);
    format!("{}:{line}:{column}", display_path(prefix, &source.path))
}

/// What a diagnostic says, on one line: what is wrong and why, where else to look, what to do.
#[must_use]
pub fn sentence(diagnostic: &Diagnostic, folder: &Folder, prefix: &str) -> String {
    let mut text = format!("{} [{}]", diagnostic.message_with_reason(), diagnostic.rule.name);
    for other in others(diagnostic, folder, prefix) {
        let _ = write!(text, "; {other}");
    }
    for help in diagnostic.all_helps() {
        // The lines of an example would be lost on one line.
        let _ = write!(text, "; help: {}", help.lines().next().unwrap_or_default().trim_end_matches(':'));
    }
    text
}

/// Where else to look: the words at each place but the primary one, and its position.
pub fn others<'d>(
    diagnostic: &'d Diagnostic,
    folder: &'d Folder,
    prefix: &'d str,
) -> impl Iterator<Item = String> + use<'d> {
    let others = diagnostic.labels.iter().skip(1);
    others.map(move |other| format!("{}: {}", other.message, position(Some(other.span), folder, prefix)))
}

/// Renders the warnings as rustc would or, where there are too many to read, one text per rule with a line for each.
#[must_use]
pub fn warnings(diagnostics: &[Diagnostic], folder: &Folder, prefix: &str) -> Vec<(String, String)> {
    let warnings: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Warn).collect();
    if warnings.len() <= MOST_WARNINGS {
        let text = |warning: &&Diagnostic| (warning.rule.name.to_owned(), text(warning, folder, prefix));
        return warnings.iter().map(text).collect();
    }
    let mut by_rule: BTreeMap<&'static str, Vec<&Diagnostic>> = BTreeMap::new();
    for warning in warnings {
        by_rule.entry(warning.rule.name).or_default().push(warning);
    }
    let fold = |(rule, warnings): (&'static str, Vec<&Diagnostic>)| {
        let mut text = format!("{} warnings [{rule}]", warnings.len());
        for warning in &warnings {
            let _ = write!(text, "\n  {}", line(warning, folder, prefix));
        }
        (rule.to_owned(), text)
    };
    by_rule.into_iter().map(fold).collect()
}

/// A path as it is shown.
fn display_path(prefix: &str, path: &str) -> String {
    one_line(path::prefixed(prefix, path))
}

fn title(diagnostic: &Diagnostic) -> String {
    format!("{} [{}]", diagnostic.message, diagnostic.rule.name)
}

/// A part of a file without its secrets.
fn redacted(source: &Source, range: Range<usize>) -> Cow<'_, str> {
    let secrets = source.redactions(|| {
        // All of the file may be frontmatter.
        let index = TextIndex::new(&source.text, source.text.len()..source.text.len());
        index.secrets().iter().map(|secret| secret.range.clone()).collect()
    });
    redact(&source.text, secrets, range)
}

/// Whole lines of a source, and the number of the first.
struct Excerpt {
    range: Range<usize>,
    line: usize,
}

/// The lines that hold all of these places; a file may be large, and only they are shown.
fn excerpt(source: &Source, places: impl Iterator<Item = Range<usize>> + Clone) -> Excerpt {
    let text = &*source.text;
    let first = places.clone().map(|place| place.start).min().unwrap_or_default();
    let last = places.map(|place| place.end).max().unwrap_or_default();
    let start = text.get(..first).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(last..).and_then(|after| after.find('\n')).map_or(text.len(), |at| last + at);
    let end = start + text.get(start..end).map_or(0, |lines| lines.trim_end_matches('\r').len());
    Excerpt { range: start..end.max(last), line: source.line_column(start).0 }
}

#[cfg(test)]
mod tests {
    use super::{colored, text};
    use crate::base::memory::MemoryFiles;
    use crate::compile;
    use crate::emit::rust::item::ItemOptions;

    #[test]
    fn a_place_on_a_long_line_is_shown_with_what_is_near() {
        let long = "wört ".repeat(20_000);
        let agent = format!("---\nname: a\ndescription: d\n---\n{long}{{{{NAME}}}} {long}\n");
        let compilation = compile(&MemoryFiles::new([("agents/a.md", agent)]), "agents", &ItemOptions::file());
        let [diagnostic] = compilation.diagnostics.as_slice() else { panic!("{:?}", compilation.diagnostics) };
        let plain = text(diagnostic, &compilation.folder, "");
        let words = ["wört"; 12].join(" ");
        let lines: Vec<_> = plain.lines().skip(1).take(4).collect();
        let line = format!("5 | ... {words} {{{{NAME}}}} {words} ...");
        let sign = format!("  |     {} ^^^^^^^^", " ".repeat(59));
        assert_eq!(lines, [" --> agents/a.md:5:100001", "  |", &line, &sign]);
        assert!(colored(diagnostic, &compilation.folder, "", 80).contains("agents/a.md:5:100001\n"));
    }
}
