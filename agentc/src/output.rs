//! Output: results go to standard output, messages about them to standard error.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use include_agents_compiler::text::invisible::{InvisibleRun, find, visible};
use include_agents_compiler::text::markers::MarkerIndex;
use include_agents_compiler::text::secrets::secrets;

/// The width of output that is not a terminal, in columns.
const WIDTH: usize = 140;

/// The smallest width that is used, in columns.
const NARROWEST: u16 = 40;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::BrightGreen.on_default().bold();
/// The style of titles.
pub(crate) const TITLE: Style = Style::new().bold();
/// The style of less important text.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// Why a command failed.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// The result of a command.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failed operation, and the error of the operating system.
    pub(crate) fn io(what: &str, error: &io::Error) -> Self {
        let reason = error.to_string();
        Self(format!("{what}: {}", reason.split(" (os error").next().unwrap_or_default().to_lowercase()))
    }
}

/// Chooses whether output is colored.
pub(crate) fn choose_color(choice: clap::ColorChoice) {
    match choice {
        clap::ColorChoice::Auto => ColorChoice::Auto,
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    }
    .write_global();
}

/// Writes data to standard output unchanged.
pub(crate) fn stdout_raw(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    write(io::stdout().lock(), parts)
}

/// Writes styled text to standard output. Styles are removed if the output does not support them.
pub(crate) fn stdout_styled(texts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    write(anstream::stdout().lock(), texts)
}

/// Writes JSON to standard output.
pub(crate) fn stdout_json(texts: impl IntoIterator<Item = String>) -> Result<()> {
    stdout_raw(texts.into_iter().map(escaped))
}

/// A text without the keys in it, which those who look at an agent need not see.
pub(crate) fn redacted(mut text: String) -> String {
    for secret in secrets(&text, &MarkerIndex::of(&text)).into_iter().rev() {
        text.replace_range(secret.range, "…");
    }
    text
}

/// JSON with escapes in place of characters that nobody sees.
pub(crate) fn escaped(mut text: String) -> String {
    for InvisibleRun { range, characters, .. } in find(&text, &MarkerIndex::of(&text)).into_iter().rev() {
        let units: Vec<_> = String::from_iter(characters).encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        text.replace_range(range, &units.concat());
    }
    text
}

/// A closed pipe ends the output, and is not a failure.
fn write(output: impl Write, parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let written = parts.into_iter().try_for_each(|part| output.write_all(part.as_ref()));
    match written.and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::io("cannot write", &error)),
        _ => Ok(()),
    }
}

/// Prints an error to standard error.
pub(crate) fn error(message: &str) {
    stderr_message("error", ERROR, message);
}

/// Prints a warning to standard error.
pub(crate) fn warning(message: &str) {
    stderr_message("warning", WARNING, message);
}

/// Prints a note to standard error.
pub(crate) fn note(message: &str) {
    stderr_message("note", NOTE, message);
}

fn stderr_message(word: &str, style: Style, message: &str) {
    let message = visible(message.to_owned());
    stderr_line(&format!("{style}{word}{style:#}{TITLE}:{TITLE:#} {message}"));
}

/// Prints a line to standard error. Errors are ignored.
pub(crate) fn stderr_line(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// The width of standard output in columns, if it is a terminal.
pub(crate) fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size_of(io::stdout()).map(|(terminal_size::Width(width), _)| width.max(NARROWEST))
}

/// The width of standard output, in columns.
pub(crate) fn width() -> usize {
    terminal_width().map_or(WIDTH, usize::from)
}

/// The width of standard error, in columns.
pub(crate) fn error_width() -> usize {
    let size = terminal_size::terminal_size_of(io::stderr());
    size.map_or(WIDTH, |(terminal_size::Width(width), _)| width.max(NARROWEST).into())
}
