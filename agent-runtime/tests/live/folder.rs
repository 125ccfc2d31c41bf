//! A folder whose files change.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use include_agents_runtime::Report;
use tempfile::TempDir;

/// Longer than any change takes, on a machine that does much else.
pub(crate) const SOON: Duration = Duration::from_secs(30);

/// A folder `agents` in a temporary one.
pub(crate) struct Folder {
    parent: TempDir,
}

impl Folder {
    pub(crate) fn empty() -> Self {
        let parent = tempfile::tempdir().unwrap();
        fs::create_dir(parent.path().join("agents")).unwrap();
        Self { parent }
    }

    /// A copy of a folder of this package.
    pub(crate) fn of(folder: &str) -> Self {
        let copy = Self::empty();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        copy
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.parent.path().join("agents")
    }

    /// The name of the temporary folder.
    pub(crate) fn name(&self) -> &str {
        self.parent.path().file_name().unwrap().to_str().unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.path().join(path), text).unwrap();
    }

    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path().join(path)).unwrap();
        assert!(text.contains(old), "{text}");
        self.write(path, &text.replace(old, new));
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap();
    }

    /// A report, in which the folder is called `agents`.
    pub(crate) fn report(&self, report: &Report) -> String {
        report.to_string().replace(self.path().to_str().unwrap(), "agents")
    }

    /// Waits until something is so.
    pub(crate) fn until(&self, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < SOON, "it has not become so in {SOON:?}: {}", self.path().display());
            thread::sleep(Duration::from_millis(5));
        }
    }
}
