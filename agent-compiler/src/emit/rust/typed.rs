//! The enums of what a roster mentions by name, and what each agent has of it.

use std::collections::BTreeMap;

use super::code::{Bytes, Quoted, Separated, push, rust};
use super::enums::Typed;
use super::item::{ItemOptions, Private};
use super::tables::{Lists, bits, numbers, picks};
use super::without::Part;
use crate::emit::hover;
use crate::parse::definition::Definition;
use crate::resolve::access::{AllowedTools, ToolUse};
use crate::resolve::delegation::{Delegates, Delegation};
use crate::resolve::mentioned::{Mentioned, Uses};
use crate::resolve::named::Names;

/// Writes the enums of tools, models and groups, as far as the roster has them, and what each agent has of what it has.
pub(super) fn write(typed: &mut Typed, mentioned: &Mentioned) {
    let item = typed.item;
    let has = |names: &Names, part| !names.list.is_empty() && !item.without.contains(&part);
    if has(&mentioned.tools.tools, Part::Tools) {
        typed.tools(&mentioned.tools);
    }
    if has(&mentioned.models.names, Part::Models) {
        typed.models(&mentioned.models);
    }
    if has(&mentioned.groups.names, Part::Groups) {
        typed.groups(&mentioned.groups);
    }
    if !item.without.contains(&Part::Delegates) {
        typed.delegation(&Delegation::of(typed.roster));
    }
    if !item.without.contains(&Part::Sections) {
        let ItemOptions { facade, name, .. } = item;
        push!(typed.code, Private(facade), "::sections_of!(", name, ");\n");
    }
}

impl Typed<'_, '_, '_> {
    fn tools(&mut self, uses: &ToolUse) {
        let list_of = |agent: &Definition| uses.list_of.get(agent.file).copied();
        let members = self.members(uses.lists.len(), list_of);
        let agents_with = |is_wanted: &dyn Fn(&AllowedTools) -> bool| {
            let wanted = uses.lists.iter().zip(&members).filter(|(list, _)| is_wanted(list));
            self.names(wanted.flat_map(|(_, agents)| agents.iter().copied()).collect())
        };
        let comments = uses.tools.list.iter().enumerate().map(|(tool, item)| {
            let is_in = |list: &AllowedTools| list.grants.iter().flatten().any(|(granted, _)| *granted == tool);
            let is_denied = |list: &AllowedTools| list.denied.contains(&tool);
            hover::tool(&item.name, &agents_with(&is_in), &agents_with(&is_denied))
        });
        let comments: Vec<_> = comments.collect();
        let summary = format!(" The tools that are named by the agents of `{}`.", self.roster.folder.path);
        self.names_enum(&self.item.name.beside("Tool"), "tool", &summary, &uses.tools, &comments);
        let grants = uses.lists.iter().map(|list| list.grants.clone());
        let Lists { items, ends, numbers: list_numbers } = Lists::new(grants);
        let grant = |(tool, specifier): &(usize, Option<String>)| {
            let variant = &uses.tools.list.get(*tool)?.variant;
            Some(match specifier {
                Some(specifier) => rust![variant, ": ", Quoted(specifier)],
                None => rust![variant],
            })
        };
        let grants: Vec<_> = items.iter().filter_map(grant).collect();
        let rows: Vec<_> = self.agents.iter().filter_map(|(agent, _)| list_of(agent)).collect();
        let lists: Vec<_> = rows.iter().filter_map(|row| list_numbers.get(*row).copied()).collect();
        let allowed = bits(uses.lists.iter().map(|list| list.is_allowed.as_slice()));
        self.start("tools", "Tool");
        push!(self.code, ",\ngrants = [", Separated(&grants), "],\nends = ", Bytes(&ends));
        push!(self.code, ",\nlists = ", Bytes(&numbers(&lists)), ",\nallowed = ", Bytes(&allowed));
        push!(self.code, ",\nrows = ", Bytes(&numbers(&rows)), ",\n}\n");
    }

    fn models(&mut self, uses: &Uses) {
        self.uses("Model", "model", "The models that are asked for by the agents of", ": asked for by ", uses);
        self.start("models", "Model");
        push!(self.code, ", ", Bytes(&self.picks(uses)), "}\n");
    }

    fn groups(&mut self, uses: &Uses) {
        let members = self.uses("Group", "group", "The folders of the agents of", ": the folder of ", uses);
        let variant = |agent: &usize| Some(&self.agents.get(*agent)?.1.variant);
        let agents = members.iter().map(|agents| Some(agents.iter().filter_map(variant).collect()));
        let Lists { items, ends, numbers: lists } = Lists::new(agents);
        self.start("groups", "Group");
        push!(self.code, ", ", Bytes(&self.picks(uses)), ",\nagents = [", Separated(items));
        push!(self.code, "],\nends = ", Bytes(&ends), ",\nlists = ", Bytes(&numbers(&lists)), ",\n}\n");
    }

    fn delegation(&mut self, delegation: &Delegation) {
        let delegates = self.agents.iter().filter_map(|(agent, _)| delegation.delegates.get(agent.file));
        let delegates = delegates.map(|delegates| match delegates {
            Delegates::All => None,
            Delegates::Only(agents) => Some(agents),
        });
        let documentation = " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools.";
        self.agents_of("delegates", documentation, &delegates.collect::<Vec<_>>());
        let mentions = self.agents.iter().map(|(agent, _)| delegation.mentions.get(agent.file));
        let documentation = " The agents that its description and prompt name.";
        self.agents_of("mentions", documentation, &mentions.collect::<Vec<_>>());
    }

    /// Writes a method that gives other agents, unless it would give none of any agent. An agent without a list has all.
    fn agents_of(&mut self, method: &'static str, documentation: &'static str, lists: &[Option<&Vec<usize>>]) {
        if lists.iter().all(|list| list.is_some_and(Vec::is_empty)) {
            return;
        }
        let variants: BTreeMap<_, _> =
            self.agents.iter().map(|(agent, identified)| (agent.file, &identified.variant)).collect();
        let Lists { items, ends, numbers: lists } = Lists::new(lists.iter().map(|list| list.cloned()));
        let agents = items.iter().filter_map(|agent| variants.get(agent).copied());
        let ItemOptions { facade, name, .. } = self.item;
        push!(self.code, Private(facade), "::agents_of! {\n#[doc = ", Quoted(documentation), "]\n", name, "::", method);
        push!(self.code, ",\nagents = [", Separated(agents), "],\nends = ", Bytes(&ends));
        push!(self.code, ",\nlists = ", Bytes(&numbers(&lists)), ",\n}\n");
    }

    /// The table of which name each agent has.
    fn picks(&self, uses: &Uses) -> Vec<u8> {
        picks(self.agents.iter().map(|(agent, _)| uses.of.get(agent.file).copied().flatten()))
    }

    /// For each of some places the agents that have it, by their own places.
    fn members(&self, count: usize, place: impl Fn(&Definition) -> Option<usize>) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); count];
        for (index, (agent, _)) in self.agents.iter().enumerate() {
            if let Some(agents) = place(agent).and_then(|place| members.get_mut(place)) {
                agents.push(index);
            }
        }
        members
    }

    /// Begins the call of a macro for the enum of agents and the one of this name.
    fn start(&mut self, macro_name: &'static str, suffix: &'static str) {
        let ItemOptions { facade, name, .. } = self.item;
        push!(self.code, Private(facade), "::", macro_name, "! {\n", name, ", ", &name.beside(suffix));
    }

    /// Writes the enum of names of which each agent has one or none. The result has the agents of each.
    fn uses(
        &mut self,
        suffix: &'static str,
        word: &'static str,
        summary: &'static str,
        relation: &'static str,
        uses: &Uses,
    ) -> Vec<Vec<usize>> {
        let members = self.members(uses.names.list.len(), |agent| uses.of.get(agent.file).copied().flatten());
        let names = uses.names.list.iter().zip(&members);
        let comments = names.map(|(item, agents)| hover::used(&item.name, relation, &self.names(agents.clone())));
        let comments: Vec<_> = comments.collect();
        let summary = format!(" {summary} `{}`.", self.roster.folder.path);
        self.names_enum(&self.item.name.beside(suffix), word, &summary, &uses.names, &comments);
        members
    }
}
