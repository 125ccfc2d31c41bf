//! The thread that reads a folder whenever it may have changed.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use include_agents_compiler::base::rule::Level;
use include_agents_core::AgentSet;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::Shared;
use crate::loader::Found;
use crate::{Loader, Roster};

/// How long what was read has to stay the same until it is served.
const QUIET: Duration = Duration::from_millis(50);

/// How often the folder is read although the system tells of no change.
const SURELY: Duration = Duration::from_secs(1);

/// Reads the folder, and starts to watch it.
pub(super) fn start<Kind: AgentSet>(loader: Loader, shared: &Arc<Shared<Kind>>) {
    // Whoever starts a program does not wait for a file that is being written: the thread reads it once more.
    let (roster, folders) = take(&loader, loader.read());
    shared.take(roster, false);
    let weak = Arc::downgrade(shared);
    let thread = thread::Builder::new().name("include-agents".to_owned());
    if let Err(error) = thread.spawn(move || watch(&loader, &folders, &weak)) {
        let mut served = shared.served();
        let sentence = format!("the folder is not watched, as there is no thread for it: {error}");
        served.report = served.report.clone().with_sentences(vec![(Level::Error, sentence)]);
    }
}

/// Serves what changes, until nobody is there to be served.
fn watch<Kind: AgentSet>(loader: &Loader, folders: &[String], shared: &Weak<Shared<Kind>>) {
    let mut changes = Changes::of(folders);
    while shared.strong_count() > 0 {
        let found = loader.read();
        if loader.last().as_ref().is_some_and(|last| found.is_same(last.report.folder())) {
            changes.wait();
            continue;
        }
        let (roster, folders) = take(loader, settled(loader));
        let Some(shared) = shared.upgrade() else { return };
        shared.take(roster, true);
        // What is watched may be gone, or be another folder of the same name. What changes before the new watch begins is seen
        // by the reading after it.
        changes = Changes::of(&folders);
    }
}

/// Loads what was read; with the folder itself, and those of its fragments.
fn take(loader: &Loader, found: Found) -> (Roster, Vec<String>) {
    let path = &found.folder.path;
    let fragments = found.settings.fragment_folders(path).map(|(folder, _)| folder);
    let folders = std::iter::once(path.clone()).chain(fragments).collect();
    (loader.take(found), folders)
}

/// What the folder holds once it holds still.
fn settled(loader: &Loader) -> Found {
    let mut before = loader.read();
    loop {
        thread::sleep(QUIET);
        let found = loader.read();
        if found.is_same(&before.folder) {
            return found;
        }
        before = found;
    }
}

/// What the system tells of some folders.
struct Changes {
    told: Receiver<()>,
    /// Without it, the folder is read once per `SURELY`.
    _watcher: Option<RecommendedWatcher>,
}

impl Changes {
    fn of(folders: &[String]) -> Self {
        let (tell, told) = sync_channel(1);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // That a file was read is no change, and the readings of the thread itself would keep it awake.
            if !event.is_ok_and(|event| event.kind.is_access()) {
                // If there is a message already, it stands for this one as well.
                let _ = tell.try_send(());
            }
        });
        let watcher = watcher.ok().map(|mut watcher| {
            for folder in folders {
                // A folder that is not there is not watched, and comes back as a change.
                let _ = watcher.watch(Path::new(folder), RecursiveMode::Recursive);
            }
            watcher
        });
        Self { told, _watcher: watcher }
    }

    /// Waits for a change, but not longer than `SURELY`.
    fn wait(&self) {
        if self.told.recv_timeout(SURELY) == Err(RecvTimeoutError::Disconnected) {
            thread::sleep(SURELY);
        }
    }
}
