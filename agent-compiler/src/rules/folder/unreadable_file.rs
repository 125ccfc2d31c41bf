use std::io;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::input::problem::FolderProblem;
use crate::input::settings::SOURCE;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// A file or folder that cannot be read.
    ///
    /// ## What it does
    /// Reports a folder that does not exist, and a file that cannot be opened, that is not valid UTF-8, or that is larger than
    /// 1 MiB. `file-size` under `[limits]` in `agents.toml` sets another limit.
    ///
    /// ## Why is this bad?
    /// The agent cannot be compiled. Other programs may skip the file, or run the agent with parts of its text missing. Claude Code
    /// loads a file with U+FFFD in place of invalid bytes, and does not load one in UTF-16 or of more than 1 MiB (measured on
    /// Claude Code 2.1.331).
    ///
    /// ## Example
    /// The file was saved as Latin-1, where `é` is the single byte 0xE9.
    ///
    /// ```markdown
    /// ---
    /// name: menu-editor
    /// description: Edits the menu of the caf\xE9.
    /// ---
    /// Correct the spelling.
    /// ```
    ///
    /// ## Use instead
    /// Save the file as UTF-8.
    ///
    /// ```markdown
    /// ---
    /// name: menu-editor
    /// description: Edits the menu of the café.
    /// ---
    /// Correct the spelling.
    /// ```
    "unreadable-file": Folder, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(roster.folder.problems.iter().filter_map(describe));
}

/// The most bytes of a file that Claude Code loads.
const MOST_LOADED: usize = 1 << 20;

/// What follows when `agents.toml` cannot be read.
const NO_SETTINGS: &str = "none of the settings has an effect";

/// What to do where there are more files than a program allows.
const FEWER_FILES: &str = "move files that are no agents to another folder";

fn is_settings(span: Span) -> bool {
    span.file == SOURCE
}

/// The diagnostic of a problem, if this rule reports it.
#[must_use]
pub fn describe(problem: &FolderProblem) -> Option<Diagnostic> {
    Some(match problem {
        FolderProblem::UnreadableFolder { folder, base, error, neighbours } => RULE
            .diagnostic(format!("cannot read the folder `{folder}`: {}", reason(error)))
            .note(format!("tried `{}`, starting from `{}`", base.join(folder).display(), base.display()))
            .help(folder_help(folder, error, neighbours)),
        FolderProblem::UnreadableFile(span, error) => RULE
            .diagnostic(format!("cannot read this file: {}", reason(error)))
            .at(*span, "")
            .note(if is_settings(*span) { NO_SETTINGS } else { "the agent in it cannot be compiled" })
            .help(file_help(error)),
        FolderProblem::TooLarge(span, limit) => RULE
            .diagnostic(format!("this file is larger than {limit} bytes"))
            .at(*span, "")
            .note(match limit {
                _ if is_settings(*span) => NO_SETTINGS,
                MOST_LOADED.. => "Claude Code 2.1.331 does not load a file of more than 1 MiB",
                _ => "a model has little room to work beside such a prompt",
            })
            .help(match limit {
                _ if is_settings(*span) => "shorten the file",
                MOST_LOADED.. => {
                    "shorten the prompt; for another program, `file-size` under `[limits]` in `agents.toml` can be raised"
                }
                _ => "shorten the prompt, or raise `file-size` under `[limits]` in `agents.toml`",
            }),
        FolderProblem::NotUtf8(span, byte) => RULE
            .diagnostic(format!("this file is not valid UTF-8: byte {} is 0x{byte:02X}", span.start))
            .at(*span, format!("0x{byte:02X} is not valid here"))
            .note(match (span.start, byte) {
                _ if is_settings(*span) => NO_SETTINGS,
                // A byte order mark of UTF-16.
                (0, 0xFE | 0xFF) => "programs may skip such a file; Claude Code 2.1.331 does not load one in UTF-16",
                _ => "programs may skip such a file; Claude Code 2.1.331 puts U+FFFD in place of invalid bytes",
            })
            .help("save the file as UTF-8"),
        _ => return None,
    })
}

fn file_help(error: &io::Error) -> &'static str {
    match error.kind() {
        // A program that loads agents has bounds of its own.
        io::ErrorKind::FileTooLarge => "shorten the file",
        io::ErrorKind::QuotaExceeded => FEWER_FILES,
        _ => "make the file readable, fix the symbolic link, or delete the file",
    }
}

fn folder_help(folder: &str, error: &io::Error, neighbours: &[String]) -> String {
    if folder.contains('*') {
        return "pass the folder without a pattern: patterns are not supported here".to_owned();
    }
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            return "make the folder readable, or pass a different one".to_owned();
        }
        io::ErrorKind::NotADirectory => {
            return "pass the folder that contains the file: all agents in it are compiled".to_owned();
        }
        io::ErrorKind::QuotaExceeded => return FEWER_FILES.to_owned(),
        _ => {}
    }
    let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    match distance::closest(name, neighbours.iter().map(String::as_str)) {
        Some(close) => format!("did you mean the folder `{close}`, which is next to it?"),
        None => "create the folder, or correct the path".to_owned(),
    }
}

/// The reason without the number that the operating system adds.
fn reason(error: &io::Error) -> String {
    let reason = error.to_string();
    reason.split(" (os error").next().unwrap_or_default().to_lowercase()
}
