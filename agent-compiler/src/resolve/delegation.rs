//! Which agents each agent can start, and which its text names.

use std::collections::HashMap;

use include_agents_core::__private::permission;

use crate::base::parallel;
use crate::parse::definition::Definition;
use crate::resolve::mentions::Names;
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
    /// The definitions that the text of each names, other than itself, in order of name.
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
        let names = Names::new(roster);
        let in_text = parallel::map(&roster.definitions, roster.folder.is_large(), |file, _| {
            roster.agent(file).map_or_else(Vec::new, |agent| names.mentioned_by(agent))
        });
        for (from, (mentions, in_text)) in mentions.iter_mut().zip(in_text).enumerate() {
            mentions.extend(in_text);
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
    // Of tools that could not be read nothing is known, and nothing is granted. A memory does not imply this tool.
    if definition.has_unread_tools() || !permission::allows(is_list.then(|| tools.clone()), denied, false, AGENT) {
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
        let exact = roster.meant_by(&reference.name, reference.from).map(|definition| definition.file);
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

#[cfg(test)]
mod tests {
    use super::{Delegates, Delegation};
    use crate::base::memory::MemoryFiles;
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::resolve::roster::Roster;
    use crate::{discover, parse_all};

    /// What `ask` can start and names, in a folder with `code-reviewer`, `code-writer` and `planner`.
    fn ask(fields: &str, body: &str) -> (Delegates, Vec<String>) {
        let agent = |name: &str, fields: &str, body: &str| {
            let text = format!("---\nname: {name}\ndescription: Helps with one thing.\n{fields}---\n{body}\n");
            (format!("agents/{name}.md"), text)
        };
        let others = ["code-reviewer", "code-writer", "planner"].map(|name| agent(name, "", "Go."));
        let files = MemoryFiles::new(others.into_iter().chain([agent("ask", fields, body)]));
        let (folder, settings) = discover(&files, "agents");
        let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
        let Delegation { delegates, mentions } = Delegation::of(&roster);
        let mentions = mentions[0].iter().map(|agent| roster.name_of(&roster.definitions[*agent]).to_owned());
        (delegates[0].clone(), mentions.collect())
    }

    #[test]
    fn an_agent_can_start_those_that_its_tools_name() {
        let delegates = |fields| ask(fields, "Go.").0;
        for all in ["", "tools: '*'\n", "tools: Read, Agent\n", "tools: Task\n", "tools: Agent(planner), Agent\n"] {
            assert_eq!(delegates(all), Delegates::All, "{all}");
        }
        for none in [
            "tools: Read\n",
            "tools: []\n",
            "disallowedTools: Task\n",
            "tools: Agent(other)\n",
            "tools: {Agent: true}\n",
        ] {
            assert_eq!(delegates(none), Delegates::Only(Vec::new()), "{none}");
        }
        let some = "tools: Agent(planner, code-writer), Task(planner, other, ask)\n";
        assert_eq!(delegates(some), Delegates::Only(vec![0, 2, 3]));
        assert_eq!(delegates("tools: Agent(planner)\ndisallowedTools: Agent(planner)\n"), Delegates::Only(Vec::new()));
    }

    #[test]
    fn the_text_of_an_agent_names_others() {
        let mentions = |body| ask("", body).1;
        assert_eq!(mentions("Ask planner, then code-writer or ask-me."), ["code-writer"]);
        assert_eq!(
            mentions("Hand over to `planner` and @code-reviewer, `@code-writer`."),
            ["code-reviewer", "code-writer", "planner"]
        );
        assert_eq!(
            mentions("Use the planner agent, or `ask`. Call it with `subagent_type: \"Code_Writer\"`."),
            ["code-writer"]
        );
        assert_eq!(mentions("Ask @planner.\n\n```sh\nrun code-writer\n```\nSee agents/code-reviewer.md"), ["planner"]);
    }
}
