use std::io;

use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
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
    /// The agent cannot be compiled. Other programs may skip the file, or run the agent with parts of its text missing:
    /// Claude Code 2.1.331 loads the file with U+FFFD in place of invalid bytes.
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

/// The diagnostic of a problem, if it is one of this rule.
#[must_use]
pub fn describe(problem: &FolderProblem) -> Option<Diagnostic> {
    Some(match problem {
        FolderProblem::UnreadableFolder { folder, base, error, neighbours } => RULE
            .diagnostic(format!("cannot read the folder `{folder}`: {}", reason(error)))
            .note(format!(
                "tried `{}`, which is `{folder}` joined to `{}`",
                base.join(folder).display(),
                base.display()
            ))
            .help(folder_help(folder, error, neighbours)),
        FolderProblem::UnreadableFile(span, error) => RULE
            .diagnostic(format!("cannot read this file: {}", reason(error)))
            .at(*span, "")
            .note("without it the agent is lost")
            .help("give the build the right to read the file, mend the link, or remove it"),
        FolderProblem::TooLarge(span, limit) => RULE
            .diagnostic(format!("this file is larger than {limit} bytes"))
            .at(*span, "")
            .note("a prompt of this size leaves a model no room to work")
            .help("move what is not prompt out of the folder, or set `file-size` under `[limits]` in `agents.toml`"),
        FolderProblem::NotUtf8(span, byte) => RULE
            .diagnostic(format!("this file is not UTF-8: byte {} is 0x{byte:02X}", span.start))
            .at(*span, format!("0x{byte:02X} cannot stand here"))
            .note("programs skip a file that they cannot decode")
            .help("save the file as UTF-8"),
        _ => return None,
    })
}

fn folder_help(folder: &str, error: &io::Error, neighbours: &[String]) -> String {
    if folder.contains('*') {
        return "name the folder alone: patterns are not understood".to_owned();
    }
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            return "grant read permission on the folder, or pass another one".to_owned();
        }
        io::ErrorKind::NotADirectory => {
            return "name the folder that holds the file: all agents in it are compiled".to_owned();
        }
        _ => {}
    }
    let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    match distance::closest(name, neighbours.iter().map(String::as_str)) {
        Some(close) => format!("there is a folder `{close}` beside it: did you mean that?"),
        None => "create the folder, or correct the path".to_owned(),
    }
}

/// The reason without the number that the operating system adds.
fn reason(error: &io::Error) -> String {
    let reason = error.to_string();
    reason.split(" (os error").next().unwrap_or_default().to_lowercase()
}
