//! A folder as users have one, and the command called in it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::ROOT;

pub(crate) struct Folder(TempDir);

/// The command, called in this repository.
pub(crate) fn in_root(arguments: &[&str]) -> Outcome {
    Outcome::of(&Folder::new().command().args(arguments).current_dir(ROOT).output().unwrap())
}

/// What became of a call.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes an agent with these lines in its frontmatter, and nothing wrong with the rest.
    pub(crate) fn agent(&self, path: &str, fields: &str) {
        let name = Path::new(path).file_stem().unwrap().to_str().unwrap();
        self.write(
            path,
            format!("---\nname: {name}\ndescription: Helps with one thing.\n{fields}---\nDo that thing.\n"),
        );
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// The command, about to be called in this folder.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_agentc"));
        command.current_dir(self.0.path());
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        command
    }

    pub(crate) fn agentc(&self, arguments: &[&str]) -> Outcome {
        Outcome::of(&self.command().args(arguments).output().unwrap())
    }

    /// Calls the command with a text on standard input.
    pub(crate) fn agentc_with(&self, input: impl AsRef<[u8]>, arguments: &[&str]) -> Outcome {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_ref()).unwrap();
        Outcome::of(&child.wait_with_output().unwrap())
    }
}

impl Outcome {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// Fails the test unless the command ended with this status.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Fails the test unless standard error holds this.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "expected `{text}` in\n{}", self.stderr);
        self
    }

    /// Fails the test unless standard output is this.
    #[track_caller]
    pub(crate) fn prints(self, text: &str) -> Self {
        assert_eq!(self.stdout, text, "{}", self.stderr);
        self
    }

    /// Standard output, which has to be JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// The summary without its time.
    pub(crate) fn summary(&self) -> String {
        let line = self.stderr.lines().last().unwrap_or_default();
        let (before, after) = line.split_once(" in 0.").unwrap();
        let (_, after) = after.split_once(" s").unwrap();
        before.to_owned() + after
    }
}
