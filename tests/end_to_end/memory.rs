//! A file system in memory, by path.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use include_agents_compiler::base::io::{DirEntry, Files};

#[derive(Clone, Default)]
pub(crate) struct Memory(pub(crate) BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        let prefix = format!("{folder}/");
        let below = self.0.keys().filter_map(|path| path.strip_prefix(&prefix));
        let names: BTreeSet<_> =
            below.map(|path| path.split_once('/').map_or((path, false), |(name, _)| (name, true))).collect();
        let entry = |(name, is_folder): (&str, bool)| DirEntry { name: name.to_owned(), is_folder, is_link: false };
        Ok(names.into_iter().map(entry).collect())
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        let bytes = self.0.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(bytes.iter().copied().take(limit).collect())
    }

    fn identity(&self, path: &str) -> PathBuf {
        path.into()
    }

    fn package(&self) -> Option<&str> {
        Some(".")
    }
}
