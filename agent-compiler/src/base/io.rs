//! Access to the file system: the interface that the compiler uses, and its implementation for the disk.

use std::io::{self, Read as _};
use std::path::PathBuf;

/// The file system as the compiler sees it. Paths are relative to one base folder, with `/` between folders.
pub trait Files: Sync {
    /// The entries of a folder, in any order. Links are followed.
    ///
    /// # Errors
    /// The folder does not exist, is not a folder, or is not readable.
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>>;

    /// The first `limit` bytes of a file.
    ///
    /// # Errors
    /// The file does not exist, is not a regular file, or is not readable.
    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>>;

    /// The path with all links resolved: two paths with the same identity are the same file or folder.
    fn identity(&self, path: &str) -> PathBuf;

    /// The folder of the package that the agents belong to, if any.
    fn package(&self) -> Option<&str>;
}

/// An entry of a folder.
pub struct DirEntry {
    /// The name, without the folder.
    pub name: String,
    /// Whether it is a folder, or a link to one.
    pub is_folder: bool,
    /// Whether it is a link.
    pub is_link: bool,
}

/// The file system on disk, below a base folder.
pub struct Disk {
    /// The folder that relative paths start from.
    pub base: PathBuf,
    /// The folder of `Cargo.toml`, if any.
    pub package: Option<String>,
}

impl Disk {
    /// The files below the folder of a package.
    #[must_use]
    pub fn of_package(base: impl Into<PathBuf>) -> Self {
        Self { base: base.into(), package: Some(".".to_owned()) }
    }
}

#[allow(clippy::disallowed_methods, reason = "this module is the access to the file system")]
impl Files for Disk {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(self.base.join(folder))? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let is_link = kind.is_symlink();
            let is_folder = if is_link { entry.path().is_dir() } else { kind.is_dir() };
            entries.push(DirEntry { name: entry.file_name().to_string_lossy().into_owned(), is_folder, is_link });
        }
        Ok(entries)
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        let path = self.base.join(path);
        // Opening a pipe would block until another process writes to it.
        let metadata = std::fs::metadata(&path)?;
        if !metadata.is_file() && !metadata.is_dir() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        // With room for one more byte than the length, a single read is enough.
        let length = usize::try_from(metadata.len()).unwrap_or(limit);
        let mut bytes = Vec::with_capacity(length.saturating_add(1).min(limit));
        let file = std::fs::File::open(path)?;
        file.take(limit as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn identity(&self, path: &str) -> PathBuf {
        let path = self.base.join(path);
        path.canonicalize().unwrap_or(path)
    }

    fn package(&self) -> Option<&str> {
        self.package.as_deref()
    }
}
