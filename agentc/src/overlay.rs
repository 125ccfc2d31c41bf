//! The file system as a command reads it: the disk, with standard input in place of a file, and without what is not requested.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use include_agents_compiler::base::io::{DirEntry, Disk, Files};
use include_agents_compiler::base::path::name_of;
use include_agents_compiler::input::settings;
use indicatif::{ProgressBar, ProgressStyle};

/// How long to wait before progress is shown.
const DELAY: Duration = Duration::from_millis(500);

/// The disk with an overlay.
pub(crate) struct Overlay {
    pub(crate) disk: Disk,
    /// A file and its content, which replaces that on disk. The file need not exist.
    pub(crate) replacement: Option<(String, Vec<u8>)>,
    /// The only file to show, for an agent that is checked by itself.
    pub(crate) single_file: Option<String>,
    /// Whether settings are read.
    pub(crate) reads_settings: bool,
    pub(crate) progress: Progress,
}

impl Overlay {
    fn is_visible(&self, path: &str) -> bool {
        self.reads_settings || name_of(path) != settings::FILE
    }
}

impl Files for Overlay {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        if let Some(file) = &self.single_file {
            return Ok(vec![DirEntry { name: name_of(file).to_owned(), is_folder: false, is_link: false }]);
        }
        let replacement = self.replacement.as_ref().and_then(|(path, _)| entry_below(folder, path));
        let mut entries = match self.disk.list(folder) {
            // The folder need not exist either.
            Err(error) if error.kind() == ErrorKind::NotFound && replacement.is_some() => Vec::new(),
            entries => entries?,
        };
        entries.retain(|entry| self.is_visible(&entry.name));
        let exists = |replacement: &DirEntry| entries.iter().any(|entry| entry.name == replacement.name);
        if let Some(replacement) = replacement.filter(|replacement| !exists(replacement)) {
            entries.push(replacement);
        }
        Ok(entries)
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        self.progress.step();
        match &self.replacement {
            _ if !self.is_visible(path) => Err(ErrorKind::NotFound.into()),
            Some((replacement, bytes)) if replacement == path => Ok(bytes.iter().copied().take(limit).collect()),
            _ => self.disk.read(path, limit),
        }
    }

    fn identity(&self, path: &str) -> PathBuf {
        self.disk.identity(path)
    }

    fn package(&self) -> Option<&str> {
        self.disk.package()
    }
}

/// The entry of a folder that leads to a file below it.
fn entry_below(folder: &str, path: &str) -> Option<DirEntry> {
    let rest = if folder == "." { path } else { path.strip_prefix(folder)?.strip_prefix('/')? };
    let (name, is_folder) = rest.split_once('/').map_or((rest, false), |(name, _)| (name, true));
    Some(DirEntry { name: name.to_owned(), is_folder, is_link: false })
}

/// A progress indicator that counts the files that were read.
pub(crate) struct Progress {
    start: OnceLock<Instant>,
    files: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts to count.
    pub(crate) fn new() -> Self {
        Self { start: OnceLock::new(), files: AtomicU64::new(0), bar: OnceLock::new() }
    }

    fn step(&self) {
        let files = self.files.fetch_add(1, Ordering::Relaxed) + 1;
        // Standard input may be slow, so the time starts with the first file.
        if self.start.get_or_init(Instant::now).elapsed() > DELAY {
            // It is drawn only on a terminal.
            let style = ProgressStyle::with_template("{spinner} reading agents: {pos}");
            let bar =
                || ProgressBar::no_length().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
            self.bar.get_or_init(bar).set_position(files);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
