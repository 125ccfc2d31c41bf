//! The agents that a loader has made. They are never freed, and so each is made once.

use std::collections::HashMap;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::definition::Definition;
use include_agents_core::Agent;

use crate::convert::agent;

/// Every version of every file that was loaded, by path.
#[derive(Debug, Default)]
pub(crate) struct Kept(HashMap<String, Vec<Version>>);

/// A file as it was at some time, and the agent in it.
#[derive(Debug)]
struct Version {
    text: &'static str,
    agent: &'static Agent,
}

impl Kept {
    /// The agent of a definition: the one that was made before, if path, name and text are the same.
    pub(crate) fn agent(&mut self, definition: &Definition, name: &str, source: &Source) -> &'static Agent {
        let versions = self.0.entry(source.path.clone()).or_default();
        let is_same = |version: &&Version| version.text == source.text && version.agent.name() == name;
        if let Some(version) = versions.iter().rev().find(is_same) {
            return version.agent;
        }
        let text = source.text.clone().leak();
        let agent = agent(definition, name, source, text);
        versions.push(Version { text, agent });
        agent
    }
}
