//! A file system in memory, for tests and for agents that are not on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use crate::base::io::{DirEntry, Files};

/// Files by path, with `/` between folders. A folder exists if it contains a file. There are no links.
///
/// ```
/// use include_agents_compiler::base::io::Files;
/// use include_agents_compiler::base::memory::MemoryFiles;
///
/// let files = MemoryFiles::new([("agents/a.md", "---\nname: a\n---\n"), ("agents/team/b.md", "")]);
/// assert_eq!(files.read("agents/a.md", 3)?, b"---");
/// let names: Vec<_> = files.list("agents")?.into_iter().map(|entry| entry.name).collect();
/// assert_eq!(names, ["a.md", "team"]);
/// assert!(files.list("elsewhere").is_err());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    /// The content of each file, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The folder of `Cargo.toml`, if any.
    pub package: Option<String>,
}

impl MemoryFiles {
    /// Files without a package.
    #[must_use]
    pub fn new<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        Self { files, package: None }
    }

    /// The same files, in the package whose `Cargo.toml` is in `folder`. `.` is the folder that all paths start from.
    #[must_use]
    pub fn in_package(self, folder: impl Into<String>) -> Self {
        Self { package: Some(folder.into()), ..self }
    }
}

impl Files for MemoryFiles {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        let prefix = if folder == "." { String::new() } else { format!("{folder}/") };
        let below = self.files.keys().filter_map(|path| path.strip_prefix(&prefix));
        // The files of one folder are not always adjacent: `team-lead.md` is between `team` and `team/b.md`.
        let entries: BTreeSet<_> =
            below.map(|path| path.split_once('/').map_or((path, false), |(name, _)| (name, true))).collect();
        if entries.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let entry = |(name, is_folder): (&str, bool)| DirEntry { name: name.to_owned(), is_folder, is_link: false };
        Ok(entries.into_iter().map(entry).collect())
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        let bytes = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(bytes.iter().copied().take(limit).collect())
    }

    fn identity(&self, path: &str) -> PathBuf {
        path.into()
    }

    fn package(&self) -> Option<&str> {
        self.package.as_deref()
    }
}
