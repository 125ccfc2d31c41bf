//! The disk, and what it was asked for: what proves that another run would be told the same.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::base::io::{DirEntry, Disk, Files};
use crate::base::path::join;
use crate::base::stamp::Stamp;

/// How long a file may be changed again without a change of its stamp: the clock of a file system goes in steps of up to 10 ms.
const STEP: Duration = Duration::from_millis(20);

/// The disk, which remembers what it was asked for.
pub struct Recorded {
    disk: Disk,
    stamps: Mutex<HashMap<String, Option<Stamp>>>,
    identities: Mutex<Vec<(String, PathBuf)>>,
    is_certain: AtomicBool,
}

/// The answers of a disk. While it would give the same, so does the compiler.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The stamp of each file and folder, if it was there.
    pub stamps: Vec<(String, Option<Stamp>)>,
    /// What links led to.
    pub identities: Vec<(String, String)>,
}

impl Recorded {
    /// A disk that has not been asked for anything.
    #[must_use]
    pub fn new(disk: Disk) -> Self {
        Self {
            disk,
            stamps: Mutex::default(),
            identities: Mutex::default(),
            is_certain: AtomicBool::new(Stamp::ARE_EXACT),
        }
    }

    /// The stamp of a file that it was asked for; nothing too if the file was not there.
    #[must_use]
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        *self.stamps.lock().unwrap_or_else(PoisonError::into_inner).get(path)?
    }

    /// What it was asked for and has answered. Nothing where a stamp may stay the same although a file is changed, or where
    /// something has changed in the meantime.
    #[must_use]
    pub fn answers(self) -> Option<Answers> {
        let stamps = self.stamps.into_inner().unwrap_or_else(PoisonError::into_inner);
        let identities = self.identities.into_inner().unwrap_or_else(PoisonError::into_inner);
        let identities = identities.into_iter().map(|(path, real)| Some((path, real.to_str()?.to_owned())));
        // Files are read by several threads, and what is written about them is the same each time.
        let mut stamps: Vec<_> = stamps.into_iter().collect();
        stamps.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
        let answers = Answers { stamps, identities: identities.collect::<Option<_>>()? };
        (self.is_certain.into_inner() && answers.hold(&self.disk)).then_some(answers)
    }

    /// Takes the stamp of what is about to be read.
    fn note(&self, path: &str) {
        let full = self.disk.base.join(path);
        let mut stamp = Stamp::of(&full);
        // What was changed a moment ago can be changed once more within the same step of the clock.
        if let Some(left) = stamp.and_then(unsettled) {
            if left <= STEP {
                thread::sleep(left);
                stamp = Stamp::of(&full);
            }
            if stamp.and_then(unsettled).is_some() {
                self.is_certain.store(false, Ordering::Relaxed);
            }
        }
        self.stamps.lock().unwrap_or_else(PoisonError::into_inner).entry(path.to_owned()).or_insert(stamp);
    }
}

/// How long it takes until a change is certain to be the last with its stamp; `None` if it already is.
fn unsettled(stamp: Stamp) -> Option<Duration> {
    let Some(changed) = stamp.changed() else { return Some(Duration::MAX) };
    // A clock of whole seconds says nothing about the changes within one.
    let fraction = changed.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().subsec_nanos();
    let step = if fraction == 0 { Duration::from_secs(2) } else { STEP };
    match SystemTime::now().duration_since(changed) {
        Ok(age) => step.checked_sub(age).filter(|left| !left.is_zero()),
        // The clock of another machine.
        Err(_) => Some(Duration::MAX),
    }
}

impl Answers {
    /// Whether a disk gives these answers.
    #[must_use]
    pub fn hold(&self, disk: &Disk) -> bool {
        let is_same = |(path, stamp): &(String, Option<Stamp>)| Stamp::of(&disk.base.join(path)) == *stamp;
        self.stamps.iter().all(is_same)
            && self.identities.iter().all(|(path, real)| disk.identity(path) == Path::new(real))
    }
}

impl Files for Recorded {
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.note(folder);
        let entries = self.disk.list(folder)?;
        // What a link leads to may become a folder, or be none any more, while the folder of the link stays as it is.
        for entry in entries.iter().filter(|entry| entry.is_link) {
            self.note(&join(folder, &entry.name));
        }
        Ok(entries)
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        self.note(path);
        self.disk.read(path, limit)
    }

    fn identity(&self, path: &str) -> PathBuf {
        let identity = self.disk.identity(path);
        let mut identities = self.identities.lock().unwrap_or_else(PoisonError::into_inner);
        identities.push((path.to_owned(), identity.clone()));
        identity
    }

    fn package(&self) -> Option<&str> {
        self.disk.package()
    }
}
