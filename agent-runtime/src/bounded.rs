//! The disk, of which no more is read than the program allows.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use include_agents_compiler::base::io::{DirEntry, Disk, Files};

/// The disk within bounds. What exceeds one is an error, which becomes a diagnostic.
pub(crate) struct Bounded {
    disk: Disk,
    max_files: usize,
    max_file_size: usize,
    counted: Mutex<Counted>,
    /// The first folder whose entries are too many. Those after it are taken for empty: one error is enough.
    too_many_in: OnceLock<String>,
}

/// What has been counted. A folder that is listed again counts once.
#[derive(Default)]
struct Counted {
    folders: HashSet<String>,
    entries: usize,
}

impl Bounded {
    /// The disk, with paths relative to the current directory.
    pub(crate) fn new(max_files: usize, max_file_size: usize) -> Self {
        let disk = Disk { base: PathBuf::new(), package: None };
        Self { disk, max_files, max_file_size, counted: Mutex::default(), too_many_in: OnceLock::new() }
    }

    fn is_too_many(&self, folder: &str) -> bool {
        self.too_many_in.get().is_some_and(|first| first == folder)
    }

    fn too_many(&self) -> io::Error {
        let reason = format!("there are more than the {} files and folders that the program allows", self.max_files);
        io::Error::new(io::ErrorKind::QuotaExceeded, reason)
    }
}

impl Files for Bounded {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        if self.is_too_many(folder) {
            return Err(self.too_many());
        }
        if self.too_many_in.get().is_some() {
            return Ok(Vec::new());
        }
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if !counted.folders.contains(folder) {
            let left = self.max_files.saturating_sub(counted.entries);
            // A folder may hold millions of files, so they are counted before any is kept.
            #[allow(clippy::disallowed_methods, reason = "a loader is a front end")]
            let entries = std::fs::read_dir(self.disk.base.join(folder))?.take(left.saturating_add(1)).count();
            if entries > left {
                let _ = self.too_many_in.set(folder.to_owned());
                return Err(self.too_many());
            }
            counted.entries += entries;
            counted.folders.insert(folder.to_owned());
        }
        self.disk.list(folder)
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        // The compiler reads a folder that it could not list, to report why.
        if self.is_too_many(path) {
            return Err(self.too_many());
        }
        let bytes = self.disk.read(path, limit.min(self.max_file_size.saturating_add(1)))?;
        if bytes.len() > self.max_file_size {
            let reason = format!("it is larger than the {} bytes that the program allows", self.max_file_size);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
        }
        Ok(bytes)
    }

    fn identity(&self, path: &str) -> PathBuf {
        self.disk.identity(path)
    }

    fn package(&self) -> Option<&str> {
        self.disk.package()
    }
}
