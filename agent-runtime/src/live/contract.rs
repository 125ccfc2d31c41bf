//! What a program can take of a folder without being built again.

use std::collections::{BTreeSet, HashMap};

use include_agents_compiler::base::rule::Level;
use include_agents_core::AgentSet;

use super::{Served, Shared, Update};
use crate::{Agent, Report, Roster};

impl<Kind: AgentSet> Shared<Kind> {
    /// Serves what was loaded, as far as the types of the program allow it. `is_update` says whether callers are told.
    pub(super) fn take(&self, roster: Roster, is_update: bool) {
        let mut served = self.served();
        let Served { agents, report, update } = &mut *served;
        let mut changed = BTreeSet::new();
        *report = contract(roster, |kind, agent| {
            let before = agents.insert(kind, agent);
            if !before.is_some_and(|before| std::ptr::eq(before, agent)) {
                changed.insert(kind);
            }
        });
        if is_update {
            changed.extend(update.take().into_iter().flat_map(|update| update.changed));
            *update = Some(Update { changed: changed.into_iter().collect(), report: report.clone() });
            self.updated.notify_all();
        }
    }
}

/// Gives each agent that a program can take to a function, and reports what it cannot.
fn contract<Kind: AgentSet>(roster: Roster, mut take: impl FnMut(Kind, &'static Agent)) -> Report {
    let Roster { agents, broken, report } = roster;
    let loaded: HashMap<_, _> = agents.iter().map(|agent| (agent.name(), *agent)).collect();
    let mut sentences = Vec::new();
    for &kind in Kind::ALL {
        match loaded.get(kind.name()) {
            Some(agent) => match new_parameter(kind.agent(), agent) {
                None => take(kind, agent),
                Some(problem) => sentences.push((Level::Error, format!("{}: {problem}", agent.path()))),
            },
            // The report has its error.
            None if broken.contains(kind.name()) => {}
            None => {
                let sentence =
                    format!("the agent `{kind}` is gone from the folder; the program still has its last text");
                sentences.push((Level::Error, sentence));
            }
        }
    }
    for agent in agents.iter().filter(|agent| Kind::from_name(agent.name()).is_none()) {
        let (path, name) = (agent.path(), agent.name());
        let sentence = format!("{path}: the agent `{name}` is new; build the program again to use it");
        sentences.push((Level::Warn, sentence));
    }
    report.with_sentences(sentences)
}

/// Why a program that was compiled with one version of an agent cannot give its prompt in another.
fn new_parameter(compiled: &Agent, loaded: &Agent) -> Option<String> {
    let name = compiled.name();
    let known = compiled.template();
    if known.is_plain() && !loaded.template().is_plain() {
        return Some(format!(
            "the prompt of `{name}` is no longer text alone, and the program uses it as such; build the program again, \
             which has the last text until then"
        ));
    }
    let mut parameters = loaded.template().parameters().iter();
    let parameter = parameters.find(|parameter| !known.parameters().contains(parameter))?;
    Some(format!(
        "the program gives no value to the new parameter `{parameter}` of `{name}`; build the program again, which has the \
         last text until then"
    ))
}
