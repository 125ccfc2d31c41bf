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
use crate::{Loader, Roster};

/// How long what was read has to stay the same until it is served.
const QUIET: Duration = Duration::from_millis(50);

/// How often the folder is read although the system tells of no change.
const SURELY: Duration = Duration::from_secs(1);

/// Reads the folder, and starts to watch it.
pub(super) fn start<Kind: AgentSet>(loader: Loader, shared: &Arc<Shared<Kind>>) {
    let mut reader = Reader { loader, seen: None, folders: Vec::new() };
    if let Some(roster) = reader.changed() {
        shared.take(roster, false);
    }
    let weak = Arc::downgrade(shared);
    let thread = thread::Builder::new().name("include-agents".to_owned());
    if let Err(error) = thread.spawn(move || watch(reader, &weak)) {
        let mut served = shared.served();
        let sentence = format!("the folder is not watched, as there is no thread for it: {error}");
        served.report = served.report.clone().with_sentences(vec![(Level::Error, sentence)]);
    }
}

/// Serves what changes, until nobody is there to be served.
fn watch<Kind: AgentSet>(mut reader: Reader, shared: &Weak<Shared<Kind>>) {
    let mut changes = Changes::of(&reader.folders);
    while shared.strong_count() > 0 {
        let Some(roster) = reader.changed() else {
            changes.wait();
            continue;
        };
        let Some(shared) = shared.upgrade() else { return };
        shared.take(roster, true);
        // What is watched may be gone, or be another folder of the same name. What changes before the new watch begins is seen
        // by the reading after it.
        changes = Changes::of(&reader.folders);
    }
}

/// Reads the folder again and again.
struct Reader {
    loader: Loader,
    /// A number for what was read last.
    seen: Option<u64>,
    /// The folder, and those of its fragments.
    folders: Vec<String>,
}

impl Reader {
    /// What the folder holds, once it holds still; nothing if that was read before.
    fn changed(&mut self) -> Option<Roster> {
        let mut before = self.seen;
        loop {
            let found = self.loader.read();
            let fingerprint = Some(found.fingerprint());
            if fingerprint == self.seen {
                return None;
            }
            if fingerprint == before {
                self.seen = fingerprint;
                self.folders = found.folders();
                return Some(self.loader.build(found));
            }
            before = fingerprint;
            thread::sleep(QUIET);
        }
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
