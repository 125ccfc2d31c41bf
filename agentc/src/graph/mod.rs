//! Which agents can start which others, and whose text refers to which: a graph, and its formats.

pub(crate) mod dot;
pub(crate) mod mermaid;
pub(crate) mod svg;

use std::collections::{BTreeMap, BTreeSet};

use include_agents_compiler::resolve::delegation::{Delegates, Delegation};
use include_agents_compiler::resolve::roster::Roster;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use serde_json::{Value, json};

/// The agents of a roster, and the edges between them.
pub(crate) struct Graph<'r> {
    /// The nodes, in order of name.
    agents: Vec<Agent<'r>>,
    /// The edges, in order of both ends.
    edges: Vec<Edge>,
}

/// An agent as a node.
struct Agent<'r> {
    name: &'r str,
    /// The Rust identifier of its variant, which no other node has.
    variant: &'r str,
    /// The sub-folder that it is in.
    group: Option<&'r str>,
    /// Whether it can start every agent.
    starts_all: bool,
}

/// An edge between two agents, which are given by index.
struct Edge {
    from: usize,
    to: usize,
    /// Whether `from` is granted `Agent(…)` with the name of `to`.
    is_delegate: bool,
    /// Whether the text of `from` refers to `to`.
    is_mention: bool,
}

impl<'r> Graph<'r> {
    /// The graph of a roster: of all its agents, or of those that have edges.
    pub(crate) fn new(roster: &'r Roster, only_connected: bool) -> Self {
        let Delegation { delegates, mentions } = Delegation::of(roster);
        let mut pairs: BTreeMap<(usize, usize), [bool; 2]> = BTreeMap::new();
        for (from, (delegates, mentions)) in delegates.iter().zip(&mentions).enumerate() {
            let named = match delegates {
                Delegates::All => [].as_slice(),
                Delegates::Only(named) => named,
            };
            for (kind, found) in [named, mentions].into_iter().enumerate() {
                for to in found {
                    pairs.entry((from, *to)).or_default().get_mut(kind).into_iter().for_each(|found| *found = true);
                }
            }
        }
        let connected: BTreeSet<usize> = pairs.keys().flat_map(|(from, to)| [*from, *to]).collect();
        let shown = roster.identified().filter(|(agent, _)| !only_connected || connected.contains(&agent.file));
        let (mut places, mut agents) = (BTreeMap::new(), Vec::new());
        for (agent, identified) in shown {
            places.insert(agent.file, agents.len());
            agents.push(Agent {
                name: roster.name_of(agent),
                variant: identified.variant.as_str(),
                group: roster.source(agent).and_then(|source| roster.folder.group(&source.path)),
                starts_all: delegates.get(agent.file) == Some(&Delegates::All),
            });
        }
        let edge = |((from, to), [is_delegate, is_mention]): (&(usize, usize), &[bool; 2])| {
            Some(Edge {
                from: *places.get(from)?,
                to: *places.get(to)?,
                is_delegate: *is_delegate,
                is_mention: *is_mention,
            })
        };
        let mut edges: Vec<_> = pairs.iter().filter_map(edge).collect();
        edges.sort_unstable_by_key(|edge| (edge.from, edge.to));
        Self { agents, edges }
    }

    pub(crate) fn count_edges(&self) -> usize {
        self.edges.len()
    }

    /// The agents by sub-folder, with their indexes. Those at the top come first.
    fn groups(&self) -> BTreeMap<Option<&str>, Vec<(usize, &Agent<'r>)>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, agent) in self.agents.iter().enumerate() {
            groups.entry(agent.group).or_default().push((index, agent));
        }
        groups
    }

    /// The agents that reach each other, in order of name: one list for each strongly connected component.
    pub(crate) fn cycles(&self) -> Vec<Vec<&'r str>> {
        #[allow(clippy::cast_possible_truncation, reason = "the library counts nodes by 32 bits")]
        let graph = DiGraph::<(), ()>::from_edges(self.edges.iter().map(|edge| (edge.from as u32, edge.to as u32)));
        let is_cycle = |component: &Vec<NodeIndex>| match component.as_slice() {
            [agent] => graph.contains_edge(*agent, *agent),
            _ => true,
        };
        let name = |index: usize| self.agents.get(index).map(|agent| agent.name);
        let names = |component: Vec<NodeIndex>| {
            let mut names: Vec<_> = component.into_iter().filter_map(|node| name(node.index())).collect();
            names.sort_unstable();
            names
        };
        let mut cycles: Vec<_> = kosaraju_scc(&graph).into_iter().filter(is_cycle).map(names).collect();
        cycles.sort_unstable();
        cycles
    }

    /// The graph as JSON: each agent with the names of those that its edges lead to.
    pub(crate) fn json(&self) -> Value {
        let object = |(index, agent): (usize, &Agent)| {
            let to = |is_wanted: fn(&&Edge) -> bool| {
                let edges = self.edges.iter().filter(|edge| edge.from == index).filter(is_wanted);
                edges.filter_map(|edge| Some(self.agents.get(edge.to)?.name)).collect::<Vec<_>>()
            };
            let delegates = if agent.starts_all { "all".into() } else { Value::from(to(|edge| edge.is_delegate)) };
            json!({ "name": agent.name, "group": agent.group, "delegates": delegates, "mentions": to(|edge| edge.is_mention) })
        };
        let agents: Vec<_> = self.agents.iter().enumerate().map(object).collect();
        json!({ "agents": agents, "cycles": self.cycles() })
    }
}
