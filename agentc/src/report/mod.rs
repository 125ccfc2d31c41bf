//! Prints diagnostics in the requested format.

mod github;
mod json;
mod sarif;
mod statistics;

use std::time::Duration;

use include_agents_compiler::base::diagnostic::Diagnostic;

use include_agents_compiler::base::parallel;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::base::span::Span;
use include_agents_compiler::emit::fold::fold;
use include_agents_compiler::emit::render;
use include_agents_compiler::input::discover::Folder;

use crate::Outcome;
use crate::cli::Format;
use crate::loaded::LoadedFolder;
use crate::output::{self, Result};

/// So many diagnostics are seen at a glance: the summary does not count them by rule.
const FEW: usize = 20;

/// From so many diagnostics on, they are laid out by several threads.
const MANY: usize = 200;

/// The most rules that the summary counts.
const MOST_RULES: usize = 8;

/// The diagnostics of one folder.
pub(crate) struct FolderReport<'a> {
    pub(crate) folder: &'a Folder,
    pub(crate) diagnostics: Vec<Diagnostic>,
    agents: usize,
}

impl<'a> FolderReport<'a> {
    /// The diagnostics of a folder that has been read.
    pub(crate) fn of(loaded: &'a LoadedFolder, diagnostics: Vec<Diagnostic>) -> Self {
        Self { folder: &loaded.folder, diagnostics, agents: loaded.count() }
    }

    fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    fn count_fixes(&self, is_safe: bool) -> usize {
        let fixes = self.diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
        fixes.filter(|fix| fix.safe == is_safe).count()
    }
}

/// Each diagnostic with its folder.
fn all<'f>(reports: &'f [FolderReport]) -> impl Iterator<Item = (&'f Diagnostic, &'f Folder)> {
    reports.iter().flat_map(|report| report.diagnostics.iter().map(|diagnostic| (diagnostic, report.folder)))
}

/// Prints diagnostics to standard output.
pub(crate) fn write(format: Format, reports: &[FolderReport]) -> Result<()> {
    match format {
        Format::Human => {
            let width = output::width();
            let text = |report| {
                let FolderReport { folder, diagnostics, .. }: &FolderReport = report;
                let diagnostics = fold(diagnostics.clone(), folder);
                let is_worth_it = diagnostics.len() >= MANY;
                parallel::map(&diagnostics, is_worth_it, |_, diagnostic| {
                    render::colored(diagnostic, folder, "", width) + "\n\n"
                })
            };
            output::stdout_styled(reports.iter().flat_map(text))
        }
        Format::Short => output::stdout_raw(all(reports).map(|(diagnostic, folder)| short(diagnostic, folder))),
        Format::Json => output::stdout_json(json::array(all(reports))),
        Format::Sarif => output::stdout_json(sarif::log(all(reports))),
        Format::Github => {
            output::stdout_raw(all(reports).map(|(diagnostic, folder)| github::annotation(diagnostic, folder)))
        }
    }
}

/// Prints how often each rule reports something: a table, or a JSON array.
pub(crate) fn write_statistics(format: Format, reports: &[FolderReport]) -> Result<()> {
    output::stdout_raw([if format == Format::Json { statistics::json(reports) } else { statistics::table(reports) }])
}

/// Prints diagnostics to standard error, for commands that print something else to standard output.
pub(crate) fn write_to_stderr(reports: &[FolderReport]) {
    for (diagnostic, folder) in all(reports) {
        output::stderr_line(&(render::colored(diagnostic, folder, "", output::error_width()) + "\n"));
    }
}

/// A path as an argument in a shell.
pub(crate) fn quoted(path: &str) -> String {
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_'));
    if is_plain { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// The outcome that the diagnostics lead to.
pub(crate) fn outcome(reports: &[FolderReport]) -> Outcome {
    if reports.iter().any(|report| report.count(Level::Error) > 0) { Outcome::Errors } else { Outcome::Clean }
}

/// Prints a note about diagnostics that the command itself does not show.
pub(crate) fn note_counts(path: &str, report: &FolderReport) -> Outcome {
    if !report.diagnostics.is_empty() {
        let errors = counted(report.count(Level::Error), "error");
        let warnings = counted(report.count(Level::Warn), "warning");
        output::note(&format!("{errors}, {warnings}: run `agentc check {}` to show them", quoted(path)));
    }
    outcome(std::slice::from_ref(report))
}

fn short(diagnostic: &Diagnostic, folder: &Folder) -> String {
    let position = render::position(diagnostic.span(), folder, "");
    format!("{position}: {}: {}\n", word(diagnostic.level), render::sentence(diagnostic, folder, ""))
}

/// The word for a level in text. In settings and data, a warning is `warn`.
fn word(level: Level) -> &'static str {
    if level == Level::Error { "error" } else { "warning" }
}

/// Prints the summary to standard error.
pub(crate) fn summary(done: &str, reports: &[FolderReport], took: Duration) {
    let sum = |count: &dyn Fn(&FolderReport) -> usize| reports.iter().map(count).sum::<usize>();
    let agents = counted(sum(&|report| report.agents), "agent");
    let errors = counted(sum(&|report| report.count(Level::Error)), "error");
    let warnings = counted(sum(&|report| report.count(Level::Warn)), "warning");
    let (safe, others) = (sum(&|report| report.count_fixes(true)), sum(&|report| report.count_fixes(false)));
    let fixes = match (safe, others) {
        (0, 0) => String::new(),
        (0, others) => format!("; {others} can be fixed with `agentc fix --unsafe`"),
        (safe, 0) => format!("; {safe} can be fixed with `agentc fix`"),
        (safe, others) => format!("; {safe} can be fixed with `agentc fix`, {others} more with `--unsafe`"),
    };
    output::stderr_line(&format!("{done} {agents} in {:.3} s: {errors}, {warnings}{fixes}", took.as_secs_f64()));
    let counts = statistics::count(reports);
    if counts.len() > 1 && all(reports).count() > FEW {
        let shown = counts.iter().take(MOST_RULES);
        let shown: Vec<_> = shown.map(|count| format!("{} {}", count.diagnostics, count.rule)).collect();
        let others = match counts.len() - shown.len() {
            0 => String::new(),
            others => format!(", and {} (`--statistics` lists all)", counted(others, "other rule")),
        };
        output::stderr_line(&format!("by rule: {}{others}", shown.join(", ")));
    }
}

/// A number with a noun in singular or plural.
pub(crate) fn counted(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        number if what.ends_with('x') => format!("{number} {what}es"),
        number => format!("{number} {what}s"),
    }
}

/// A span for machine-readable formats: lines and columns from 1, columns in characters, the end after the last character.
#[derive(Clone, Copy)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The file and the region of a span. For a diagnostic about the folder, the folder without a region.
fn region(span: Option<Span>, folder: &Folder) -> (&str, Option<Region>) {
    let Some((span, source)) = span.and_then(|span| Some((span, folder.source(span.file)?))) else {
        return (&folder.path, None);
    };
    let ((line, column), (end_line, end_column)) = (source.line_column(span.start), source.line_column(span.end));
    (&source.path, Some(Region { line, column, end_line, end_column }))
}

/// Notes and helps, each on a line of its own.
fn notes_and_helps(diagnostic: &Diagnostic) -> String {
    let notes = diagnostic.notes.iter().map(|note| format!("\nnote: {note}"));
    let helps = diagnostic.all_helps().map(|help| format!("\nhelp: {help}"));
    notes.chain(helps).collect()
}
