//! A package as users have one: made in a temporary folder, built with Cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ROOT;

/// The folder that a variable names, for tests of files that are not part of this project.
pub(crate) fn given(variable: &str) -> PathBuf {
    let Some(folder) = std::env::var_os(variable).map(PathBuf::from) else {
        panic!("this test reads files that are not part of the project: set {variable} to their folder")
    };
    assert!(folder.is_dir(), "{variable} names no folder: `{}`", folder.display());
    folder
}

pub(crate) struct Project {
    folder: PathBuf,
}

/// What became of a call of Cargo.
pub(crate) struct Outcome {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// An empty package of this name, which has to be unique: all packages share one target folder.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let project = Self { folder };
        // With the versions that this repository has locked, nothing needs to be fetched.
        project.write("Cargo.lock", &fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).unwrap());
        project.manifest(name, "2024", "[dependencies]\ninclude-agents = { path = \"ROOT\" }");
        project
    }

    /// Replaces the manifest; `ROOT` stands for the path of this repository.
    pub(crate) fn manifest(&self, name: &str, edition: &str, rest: &str) {
        let head = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n[workspace]\n");
        self.write("Cargo.toml", &(head + &rest.replace("ROOT", &ROOT.replace('\\', "/"))));
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Writes an agent with nothing but its name, a description and a prompt.
    pub(crate) fn agent(&self, path: &str, name: &str) {
        self.write(path, &format!("---\nname: {name}\ndescription: Helps with one thing.\n---\nDo that thing.\n"));
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// A path in the target folder.
    #[allow(clippy::unused_self, reason = "all projects have one")]
    pub(crate) fn target(&self, path: &str) -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("target").join(path)
    }

    pub(crate) fn cargo(&self, arguments: &[&str]) -> Outcome {
        self.outcome(Command::new(env!("CARGO")).args(arguments))
    }

    /// The same, where no process may have more than so many bytes.
    #[cfg(unix)]
    pub(crate) fn cargo_within(&self, bytes: u64, arguments: &[&str]) -> Outcome {
        let limited = format!("ulimit -v {} && exec \"$@\"", bytes >> 10);
        self.outcome(Command::new("sh").args(["-c", &limited, "sh", env!("CARGO")]).args(arguments))
    }

    fn outcome(&self, command: &mut Command) -> Outcome {
        let output = command
            .env("CARGO_NET_OFFLINE", "true")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_TERM_QUIET", "false")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .unwrap();
        Outcome {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Outcome {
    /// Fails the test with what Cargo said, unless it succeeded.
    pub(crate) fn succeeds(self) -> Self {
        assert!(self.success, "{}", self.stderr);
        self
    }

    /// Fails the test with what Cargo said, if it succeeded.
    pub(crate) fn fails(self) -> Self {
        assert!(!self.success, "this was to fail\n{}", self.stderr);
        self
    }

    /// Fails the test unless Cargo said this.
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "expected `{text}` in\n{}", self.stderr);
        self
    }

    /// The lines that begin an error or a warning of rustc, without Cargo's summaries.
    pub(crate) fn headlines(&self) -> Vec<&str> {
        let is_summary = |line: &str| {
            line.starts_with("error: could not compile")
                || (line.starts_with("warning: `") && line.contains("generated"))
        };
        self.stderr
            .lines()
            .filter(|line| (line.starts_with("error") || line.starts_with("warning")) && !is_summary(line))
            .collect()
    }

    /// The places in agent files that rustc's output points at, in its order.
    pub(crate) fn places(&self) -> Vec<&str> {
        let arrow = |line: &'_ str| line.trim_start().starts_with("--> agents");
        self.stderr
            .lines()
            .filter(|line| arrow(line))
            .map(|line| line.trim_start().trim_start_matches("--> "))
            .collect()
    }
}
