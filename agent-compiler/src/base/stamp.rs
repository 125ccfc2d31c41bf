//! What the file system says of a file without reading it.

use std::path::Path;
use std::time::{Duration, SystemTime};

/// A number for each thing that changes when a file or folder does: its length, when it was changed, by the clock of its owner
/// and by that of the file system, and which file it is. That of a folder changes when an entry is added, removed or renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub [u64; 7]);

impl Stamp {
    /// Whether no change leaves a stamp as it was. It takes the clock that nobody can set back, which std has for Unix alone.
    pub const ARE_EXACT: bool = cfg!(unix);

    /// The stamp of a file or folder; nothing if it is not there, or not for this process.
    #[must_use]
    #[cfg(unix)]
    #[allow(clippy::disallowed_methods, reason = "this module is the access to the file system")]
    pub fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let metadata = std::fs::metadata(path).ok()?;
        let (modified, changed) = (metadata.mtime(), metadata.ctime());
        let nanoseconds = [metadata.mtime_nsec(), metadata.ctime_nsec()];
        let [modified, changed, modified_nanoseconds, changed_nanoseconds] =
            [modified, changed, nanoseconds[0], nanoseconds[1]].map(i64::cast_unsigned);
        Some(Self([
            metadata.len(),
            modified,
            modified_nanoseconds,
            changed,
            changed_nanoseconds,
            metadata.ino(),
            metadata.dev(),
        ]))
    }

    /// Without exact stamps there are none.
    #[must_use]
    #[cfg(not(unix))]
    pub fn of(_: &Path) -> Option<Self> {
        None
    }

    /// When it was last changed, by the clock of the file system.
    #[must_use]
    pub fn changed(self) -> Option<SystemTime> {
        let [.., seconds, nanoseconds, _, _] = self.0;
        SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, u32::try_from(nanoseconds).ok()?))
    }
}
