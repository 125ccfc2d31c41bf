//! Which agents each agent can start, and which its prose hands over to.

use std::collections::HashMap;

use include_agents_core::__private::permission;

use crate::parse::definition::Definition;
use crate::resolve::references::{Reference, ReferenceKind};
use crate::resolve::roster::{Roster, lookup_key};

/// The tool that starts agents.
const AGENT: &str = "Agent";

/// The agents that an agent can start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delegates {
    /// Every agent.
    All,
    /// These: none without the tool, and those of `Agent(…)` with it. They are definitions, in order of name.
    Only(Vec<usize>),
}

/// Delegates and mentions of a roster.
#[derive(Debug)]
pub struct Delegation {
    /// What each definition can start.
    pub delegates: Vec<Delegates>,
    /// The definitions that the prose of each hands over to, in order of name.
    pub mentions: Vec<Vec<usize>>,
}

impl Delegation {
    /// Looks up the references of a roster among its agents.
    #[must_use]
    pub fn of(roster: &Roster) -> Self {
        let lookup = Lookup::new(roster);
        let (mut granted, mut mentions) =
            (vec![Vec::new(); lookup.places.len()], vec![Vec::new(); lookup.places.len()]);
        for reference in roster.references() {
            let found = match reference.kind {
                ReferenceKind::Grant => granted.get_mut(reference.from),
                ReferenceKind::Order | ReferenceKind::Call | ReferenceKind::Mention => mentions.get_mut(reference.from),
                ReferenceKind::Example => None,
            };
            if let (Some(found), Some(agent)) = (found, lookup.find(roster, reference)) {
                found.push(agent);
            }
        }
        for (from, mentions) in mentions.iter_mut().enumerate() {
            lookup.put_in_order(mentions);
            mentions.retain(|agent| *agent != from);
        }
        let delegates = roster.definitions.iter().zip(&mut granted).map(|(definition, granted)| {
            lookup.put_in_order(granted);
            delegates(definition, std::mem::take(granted))
        });
        Self { delegates: delegates.collect(), mentions }
    }
}

fn delegates(definition: &Definition, granted: Vec<usize>) -> Delegates {
    let tools = definition.tools.iter().flatten().map(|entry| &*entry.value);
    let is_list = definition.tools.is_some() && !tools.clone().any(|entry| entry == "*");
    let denied = definition.disallowed_tools.iter().map(|entry| &*entry.value);
    // A memory does not imply this tool.
    if !permission::allows(is_list.then(|| tools.clone()), denied, false, AGENT) {
        return Delegates::Only(Vec::new());
    }
    let is_bare =
        |entry: &str| permission::specifier(entry).is_none() && permission::current(permission::name(entry)) == AGENT;
    if is_list && !tools.clone().any(is_bare) { Delegates::Only(granted) } else { Delegates::All }
}

/// The agents that can be referred to.
struct Lookup {
    /// The place of each definition among the agents that have identifiers.
    places: Vec<Option<usize>>,
    /// The definitions by the key by which Claude Code looks up a name that no agent has.
    by_key: HashMap<String, usize>,
}

impl Lookup {
    fn new(roster: &Roster) -> Self {
        let mut places = vec![None; roster.definitions.len()];
        let mut by_key = HashMap::new();
        let has_prose = roster.references().iter().any(|reference| reference.kind != ReferenceKind::Grant);
        for (place, (definition, _)) in roster.identified().enumerate() {
            if let Some(found) = places.get_mut(definition.file) {
                *found = Some(place);
            }
            if has_prose {
                by_key.entry(lookup_key(roster.name_of(definition))).or_insert(definition.file);
            }
        }
        Self { places, by_key }
    }

    fn find(&self, roster: &Roster, reference: &Reference) -> Option<usize> {
        let exact = roster.find(&reference.name).map(|definition| definition.file);
        let is_exact = reference.kind == ReferenceKind::Grant;
        let found = exact.or_else(|| self.by_key.get(&lookup_key(&reference.name)).copied().filter(|_| !is_exact))?;
        self.place(found).map(|_| found)
    }

    fn place(&self, definition: usize) -> Option<usize> {
        self.places.get(definition).copied().flatten()
    }

    /// Puts definitions in order of name, each once.
    fn put_in_order(&self, definitions: &mut Vec<usize>) {
        definitions.sort_unstable_by_key(|definition| self.place(*definition));
        definitions.dedup();
    }
}
