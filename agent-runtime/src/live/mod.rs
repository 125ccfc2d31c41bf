//! The agents of a program, with new texts while their files change.

mod contract;
mod watch;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use include_agents_core::{AgentSet, Prompt};

use crate::{Agent, Loader, Report};

/// The agents that are compiled into a program, and new texts of them while their files change.
///
/// It is for development: whoever writes a prompt sees what becomes of it without a build. A change is served soon after it is
/// saved, see below, unless it breaks what the types of the program say; that is reported, and the last good text stays:
///
/// - an agent has an error, or its prompt has one in a fragment;
/// - an agent is gone, or is called otherwise;
/// - a prompt has a parameter to which the program gives no value, or has any although it had none.
///
/// What the types know besides stays as compiled: the variants, and what they say of tools, groups, fields and sections. A
/// reported problem ends with the next text that is good, or with the next build.
///
/// ```
/// use std::time::Duration;
/// use include_agents_runtime::Live;
///
/// include_agents::include_agents!("tests/agents/");
///
/// let live = Live::<AgentKind>::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/agents"));
/// assert_eq!(live.agent(AgentKind::Writer).prompt(), AgentKind::Writer.agent().prompt());
/// assert_eq!(live.report().errors(), 0);
///
/// // In a loop, to see what changes:
/// if let Some(update) = live.wait(Duration::ZERO) {
///     println!("{:?} changed\n{}", update.changed, update.report);
/// }
/// ```
///
/// # How it watches
///
/// A thread reads the folder when the system tells of a change, and once per second, as not every file system tells of all.
/// It takes what was the same twice, 50 ms apart, so that no half-written file is served. The thread ends about a
/// second after the value.
///
/// Each version of a text is kept until the process ends, as [`Loader`] says.
pub struct Live<Kind> {
    shared: Arc<Shared<Kind>>,
}

/// What has changed since it was last asked for.
#[derive(Clone, Debug)]
pub struct Update<Kind> {
    /// The agents with another text or other fields, in order of name. Empty where only the report is new.
    pub changed: Vec<Kind>,
    /// What was noticed about the folder as it is now.
    pub report: Report,
}

/// What the thread that watches and the callers share.
struct Shared<Kind> {
    served: Mutex<Served<Kind>>,
    updated: Condvar,
}

/// What is served.
struct Served<Kind> {
    /// The agents that are not served as compiled.
    agents: HashMap<Kind, &'static Agent>,
    report: Report,
    /// What nobody has asked for yet.
    update: Option<Update<Kind>>,
}

impl<Kind: AgentSet> Live<Kind> {
    /// The agents of a folder: watched in a build for development, as compiled in a release (without `debug_assertions`).
    #[must_use]
    pub fn new(folder: impl AsRef<Path>) -> Self {
        if cfg!(debug_assertions) { Self::watching(Loader::new(folder)) } else { Self::compiled() }
    }

    /// The agents as compiled, which never change. Nothing is read.
    #[must_use]
    pub fn compiled() -> Self {
        let served = Served { agents: HashMap::new(), report: Report::empty(), update: None };
        Self { shared: Arc::new(Shared { served: Mutex::new(served), updated: Condvar::new() }) }
    }

    /// The agents of a loader's folder, watched in any build. The folder has been read once when this returns.
    #[must_use]
    pub fn watching(loader: Loader) -> Self {
        let live = Self::compiled();
        watch::start(loader, &live.shared);
        live
    }

    /// The agent as it is now.
    #[must_use]
    pub fn agent(&self, kind: Kind) -> &'static Agent {
        self.shared.served().agents.get(&kind).copied().unwrap_or_else(|| kind.agent())
    }

    /// A prompt with its parameters, in the text that the agent has now. A prompt of another roster is rendered as compiled.
    ///
    /// ```
    /// use include_agents_runtime::Live;
    ///
    /// include_agents::include_agents!("tests/prompts/");
    ///
    /// let live = Live::<AgentKind>::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/prompts"));
    /// let prompt = prompt::Billing { customer: &"Ada" };
    /// assert_eq!(live.render(&prompt), prompt.render());
    /// ```
    #[must_use]
    pub fn render(&self, prompt: &impl Prompt) -> String {
        let compiled = prompt.agent();
        let kind = Kind::from_name(compiled.name()).filter(|kind| std::ptr::eq(kind.agent(), compiled));
        let agent = kind.map_or(compiled, |kind| self.agent(kind));
        agent.template().render_with(&|name, out| prompt.write_value(name, out))
    }

    /// What was noticed about the folder as it is now.
    #[must_use]
    pub fn report(&self) -> Report {
        self.shared.served().report.clone()
    }

    /// Waits until the folder has changed, but not longer than `limit`. Changes since the last call are given at once, and
    /// each is given once.
    #[must_use]
    pub fn wait(&self, limit: Duration) -> Option<Update<Kind>> {
        let served = self.shared.served();
        let waited = self.shared.updated.wait_timeout_while(served, limit, |served| served.update.is_none());
        let (mut served, _) = waited.unwrap_or_else(PoisonError::into_inner);
        served.update.take()
    }
}

impl<Kind> Shared<Kind> {
    fn served(&self) -> MutexGuard<'_, Served<Kind>> {
        // Nothing that holds the lock leaves half of a change.
        self.served.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Kind: fmt::Debug> fmt::Debug for Live<Kind> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let served = self.shared.served();
        f.debug_struct("Live").field("changed", &served.agents.keys()).field("report", &served.report).finish()
    }
}
