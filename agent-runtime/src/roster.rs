#[cfg(feature = "live")]
use std::collections::BTreeSet;
use std::iter::Copied;
use std::slice;
use std::vec;

use crate::{Agent, Report};

/// The agents of a folder that have no error, in order of name, and what was noticed about all of them.
///
/// ```
/// use include_agents_runtime::{Loader, Report, Roster};
///
/// /// Loads all agents, or none where one has an error.
/// fn load(folder: &str) -> Result<Roster, Report> {
///     Loader::new(folder).load().into_result()
/// }
///
/// let report = load("no-such-folder").unwrap_err();
/// assert!(report.to_string().starts_with("error: cannot read the folder `no-such-folder`: no such file or directory"));
///
/// let roster = Loader::new("no-such-folder").load();
/// assert!(roster.is_empty() && roster.get("reviewer").is_none());
/// for agent in &roster {
///     println!("{}: {}", agent.name(), agent.description());
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Roster {
    pub(crate) agents: Vec<&'static Agent>,
    /// The names of the agents with an error. For a name that cannot be read, the stem of its file.
    #[cfg(feature = "live")]
    pub(crate) broken: BTreeSet<String>,
    pub(crate) report: Report,
}

impl Roster {
    /// The agent of this very name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'static Agent> {
        let at = self.agents.binary_search_by(|agent| agent.name().cmp(name)).ok()?;
        self.agents.get(at).copied()
    }

    /// The agents in order of name.
    pub fn iter(&self) -> Copied<slice::Iter<'_, &'static Agent>> {
        self.agents.iter().copied()
    }

    /// How many agents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.agents.len()
    }

    /// Whether there is no agent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.agents.is_empty()
    }

    /// What was noticed about the folder and its files.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The roster, unless there is an error in any file.
    ///
    /// # Errors
    /// The report, where it has an error.
    pub fn into_result(self) -> Result<Self, Report> {
        if self.report.errors() == 0 { Ok(self) } else { Err(self.report) }
    }
}

impl IntoIterator for Roster {
    type Item = &'static Agent;
    type IntoIter = vec::IntoIter<&'static Agent>;

    fn into_iter(self) -> Self::IntoIter {
        self.agents.into_iter()
    }
}

impl<'r> IntoIterator for &'r Roster {
    type Item = &'static Agent;
    type IntoIter = Copied<slice::Iter<'r, &'static Agent>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
