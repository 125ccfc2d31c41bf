//! What goes to the terminal: results to standard output, everything about them to standard error.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use include_agents_compiler::text::invisible::visible;

/// The columns of an output that is no terminal.
const WIDTH: usize = 140;

/// The fewest columns in which anything can be shown.
const NARROWEST: u16 = 40;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::BrightGreen.on_default().bold();
/// The style of titles.
pub(crate) const TITLE: Style = Style::new().bold();
/// The style of what is less important.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// What a command could do, or why not.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// What was tried, and what the operating system said.
    pub(crate) fn io(what: &str, error: &io::Error) -> Self {
        let reason = error.to_string();
        Self(format!("{what}: {}", reason.split(" (os error").next().unwrap_or_default().to_lowercase()))
    }
}

/// Decides about colors for all output. By itself it is as the terminal and the environment have it.
pub(crate) fn choose_color(choice: clap::ColorChoice) {
    match choice {
        clap::ColorChoice::Auto => ColorChoice::Auto,
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    }
    .write_global();
}

/// Writes data to standard output, byte for byte.
pub(crate) fn print(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    write(io::stdout().lock(), parts)
}

/// Writes texts for people to standard output; their styles are left out where nobody would see them.
pub(crate) fn show(texts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    write(anstream::stdout().lock(), texts)
}

/// Who closes the pipe has read enough: nothing more is written, and that is no failure.
fn write(output: impl Write, parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let written = parts.into_iter().try_for_each(|part| output.write_all(part.as_ref()));
    match written.and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::io("cannot write", &error)),
        _ => Ok(()),
    }
}

/// Tells on standard error what hinders the command.
pub(crate) fn error(message: &str) {
    tell("error", ERROR, message);
}

/// Tells on standard error what should be known about the result.
pub(crate) fn warning(message: &str) {
    tell("warning", WARNING, message);
}

/// Tells on standard error what explains the result.
pub(crate) fn note(message: &str) {
    tell("note", NOTE, message);
}

fn tell(word: &str, style: Style, message: &str) {
    let message = visible(message.to_owned());
    say(&format!("{style}{word}{style:#}{TITLE}:{TITLE:#} {message}"));
}

/// Says something on standard error. Nobody need be there to hear it.
pub(crate) fn say(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// The columns of standard output, if it is a terminal.
pub(crate) fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size_of(io::stdout()).map(|(terminal_size::Width(width), _)| width.max(NARROWEST))
}

/// The columns of standard output.
pub(crate) fn width() -> usize {
    terminal_width().map_or(WIDTH, usize::from)
}

/// The columns of standard error.
pub(crate) fn error_width() -> usize {
    let size = terminal_size::terminal_size_of(io::stderr());
    size.map_or(WIDTH, |(terminal_size::Width(width), _)| width.max(NARROWEST).into())
}
