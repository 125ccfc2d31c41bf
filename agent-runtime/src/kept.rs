//! The agents that a loader has made. They are never freed, and so each is made once.

use std::collections::HashMap;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::text::template::Piece;
use include_agents_core::Agent;

use crate::convert::agent;
use crate::fragments::Fragments;

/// Every version of every file that was loaded, by path.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    versions: HashMap<String, Vec<Version>>,
    fragments: Fragments,
}

/// A file as it was at some time, and the agent in it.
#[derive(Debug)]
struct Version {
    text: &'static str,
    /// What its prompt is made of, and the texts of its fragments with what they are made of: the settings decide about both.
    prompt: Vec<(String, Vec<Piece>)>,
    agent: &'static Agent,
}

impl Kept {
    /// The agent of a definition: the one that was made before, if path, name and all texts are the same.
    pub(crate) fn agent(&mut self, roster: &Roster, definition: &Definition, source: &Source) -> &'static Agent {
        let name = roster.name_of(definition);
        let prompts = roster.prompts();
        let pieces = |file| prompts.template(file).map_or_else(Vec::new, |template| template.pieces.clone());
        let fragments = prompts.fragments(definition.file).into_iter();
        let prompt: Vec<_> = std::iter::once((String::new(), pieces(definition.file)))
            .chain(fragments.filter_map(|file| Some((roster.folder.source(file)?.text.clone(), pieces(file)))))
            .collect();
        let versions = self.versions.entry(source.path.clone()).or_default();
        let is_same = |version: &&Version| {
            version.text == source.text && version.agent.name() == name && version.prompt == prompt
        };
        if let Some(version) = versions.iter().rev().find(is_same) {
            return version.agent;
        }
        let text = source.text.clone().leak();
        let template = self.fragments.template(roster, definition.file);
        let agent = agent(definition, name, source, text, template);
        versions.push(Version { text, prompt, agent });
        agent
    }
}
