//! The seam to the file system: what the compiler asks of it, and the real one.

use std::io::{self, Read as _};
use std::path::PathBuf;

/// The file system as the compiler sees it. Paths are relative to one base folder, with `/` between folders.
pub trait Files: Sync {
    /// What a folder holds, in any order; links are followed.
    ///
    /// # Errors
    /// The folder does not exist, is none, or may not be read.
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>>;

    /// The first `limit` bytes of a file.
    ///
    /// # Errors
    /// The file does not exist, is none, or may not be read.
    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>>;

    /// The place behind all links: two paths that give the same are the same file or folder.
    fn identity(&self, path: &str) -> PathBuf;

    /// The folder of the package that the agents belong to, if they belong to one.
    fn package(&self) -> Option<&str>;
}

/// One name in a folder.
pub struct DirEntry {
    /// The name alone, without a folder.
    pub name: String,
    /// Whether it is a folder, or a link to one.
    pub is_folder: bool,
    /// Whether it is a link.
    pub is_link: bool,
}

/// The real file system, below a base folder.
pub struct Disk {
    /// What relative paths are joined to.
    pub base: PathBuf,
    /// The folder of Cargo.toml, if there is one.
    pub package: Option<String>,
}

impl Disk {
    /// The file system below the folder of a package.
    #[must_use]
    pub fn of_package(base: impl Into<PathBuf>) -> Self {
        Self { base: base.into(), package: Some(".".to_owned()) }
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the seam to the file system")]
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
        // To open a pipe would wait for somebody who writes into it.
        let metadata = std::fs::metadata(&path)?;
        if !metadata.is_file() && !metadata.is_dir() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
        }
        // With room for all of it and one byte, it comes in one piece.
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
