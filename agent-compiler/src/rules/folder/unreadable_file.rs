//! An agent file, or the folder itself, cannot be read as text.
//!
//! # What it finds
//! A folder that is not there, a file that may not be read, that is not UTF-8, or that is larger than 1 MiB.
//!
//! # Why it matters
//! No program can load such an agent, and most skip it without a word.
//!
//! # Example
//! A file saved as Latin-1, in which `é` is the single byte `0xE9`.
//!
//! # Cure
//! Save the file as UTF-8, give it back its permissions, or correct the path.

use std::io;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::io::Files;
use crate::base::source::Span;
use include_agents_core::__private::distance;

/// The rule.
pub static RULE: Rule = Rule::early("unreadable-file", Level::Error).fixed();

/// The folder cannot be listed.
#[must_use]
pub fn folder(files: &dyn Files, folder: &str, error: &io::Error) -> Diagnostic {
    let reason = reason(error);
    let base = files.identity(".");
    let diagnostic = Diagnostic::new(&RULE, format!("cannot read the folder `{folder}`: {reason}")).note(format!(
        "tried `{}`, which is `{folder}` joined to `{}`",
        base.join(folder).display(),
        base.display()
    ));
    if folder.contains('*') {
        return diagnostic.help("name the folder alone: patterns are not understood");
    }
    if error.kind() == io::ErrorKind::PermissionDenied {
        return diagnostic.help("take the right to list the folder, or name another");
    }
    if error.kind() == io::ErrorKind::NotADirectory {
        return diagnostic.help("name the folder that holds the file: all agents in it are compiled");
    }
    let (parent, name) = folder.trim_end_matches('/').rsplit_once('/').unwrap_or((".", folder.trim_end_matches('/')));
    let neighbours = files.list(parent).unwrap_or_default();
    let folders = neighbours.iter().filter(|entry| entry.is_folder).map(|entry| entry.name.as_str());
    match distance::closest(name, folders) {
        Some(close) => diagnostic.help(format!("there is a folder `{close}` beside it: did you mean that?")),
        None => diagnostic.help("create the folder, or correct the path"),
    }
}

/// A file cannot be opened or read.
#[must_use]
pub fn failed(at: Span, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&RULE, format!("cannot read this file: {}", reason(error)))
        .at(at, "")
        .note("without it the agent is lost")
        .help("give the build the right to read the file, mend the link, or remove it")
}

/// A file is too large to be an agent.
#[must_use]
pub fn too_large(at: Span, largest: usize) -> Diagnostic {
    Diagnostic::new(&RULE, format!("this file is larger than {largest} bytes"))
        .at(at, "")
        .note("a prompt of this size leaves a model no room to work")
        .help("move what is not prompt out of the folder, or set `file-size` under `[limits]` in `agents.toml`")
}

/// A file is not UTF-8 from a byte on.
#[must_use]
pub fn not_utf8(at: Span, byte: u8) -> Diagnostic {
    Diagnostic::new(&RULE, format!("this file is not UTF-8: byte {} is 0x{byte:02X}", at.start))
        .at(at, format!("0x{byte:02X} cannot stand here"))
        .note("programs skip a file that they cannot decode")
        .help("save the file as UTF-8")
}

/// The reason without the number that the operating system adds.
fn reason(error: &io::Error) -> String {
    let reason = error.to_string();
    reason.split(" (os error").next().unwrap_or_default().to_lowercase()
}
