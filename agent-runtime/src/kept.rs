//! What a loader has read and made. None of it is ever freed, and so each is kept once.

use std::borrow::Cow;
use std::collections::HashMap;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::text::template::Piece;
use include_agents_core::Agent;

use crate::convert::agent;
use crate::fragments::Fragments;

/// Every version of every file that was loaded.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    texts: HashMap<String, Vec<&'static str>>,
    /// The agents by path.
    agents: HashMap<String, Vec<Version>>,
    fragments: Fragments,
}

/// A file as it was at some time, and the agent in it.
#[derive(Debug)]
struct Version {
    /// The file and the fragments of its prompt, each with what it is made of: the settings decide about that.
    prompt: Vec<(&'static str, Vec<Piece>)>,
    agent: &'static Agent,
}

impl Kept {
    /// Keeps the texts of a folder. Agents borrow from them.
    pub(crate) fn texts(&mut self, folder: &mut Folder) {
        for source in folder.sources.iter_mut().chain(&mut folder.fragments) {
            let texts = self.texts.entry(source.path.clone()).or_default();
            let known = texts.iter().rev().find(|text| **text == source.text).copied();
            source.text = Cow::Borrowed(known.unwrap_or_else(|| {
                let text = std::mem::take(&mut source.text).into_owned().leak();
                texts.push(text);
                text
            }));
        }
    }

    /// The agent of a definition: the one that was made before, if path, name and all texts are the same.
    pub(crate) fn agent(&mut self, roster: &Roster, definition: &Definition, source: &Source) -> &'static Agent {
        let name = roster.name_of(definition);
        let prompts = roster.prompts();
        let version = |file| {
            let pieces = prompts.template(file).map_or_else(Vec::new, |template| template.pieces.clone());
            Some((text(roster.folder.source(file)?), pieces))
        };
        let fragments = prompts.fragments(definition.file).into_iter();
        let prompt: Vec<_> = std::iter::once(definition.file).chain(fragments).filter_map(version).collect();
        let versions = self.agents.entry(source.path.clone()).or_default();
        let is_same = |version: &&Version| version.agent.name() == name && version.prompt == prompt;
        if let Some(version) = versions.iter().rev().find(is_same) {
            return version.agent;
        }
        let template = self.fragments.template(roster, definition.file);
        let agent = agent(definition, name, source, template);
        versions.push(Version { prompt, agent });
        agent
    }
}

/// The text of a file, which is kept.
pub(crate) fn text(source: &Source) -> &'static str {
    match source.text {
        Cow::Borrowed(text) => text,
        Cow::Owned(ref text) => text.clone().leak(),
    }
}
