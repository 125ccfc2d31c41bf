//! Joins all definitions to a roster.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::base::parallel;
use crate::base::path;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::format::Format;
use crate::input::discover::Folder;
use crate::input::settings::{SOURCE, Settings};
use crate::parse::definition::Definition;
use crate::resolve::definitions::Definitions;
use crate::resolve::identifiers::{Identified, Identifiers, Name, identify};
use crate::resolve::mentioned::Mentioned;
use crate::resolve::prompts::Prompts;
use crate::resolve::references::{Reference, Referrer, references};
use crate::text::index::TextIndex;
use include_agents_core::__private::distance::{self, Candidate};

/// All agents of a folder.
#[derive(Debug)]
pub struct Roster<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// The settings of the folder.
    pub settings: &'a Settings,
    /// The format that the files are read by.
    pub format: &'a Format<'a>,
    /// One definition per file, in order of path.
    pub definitions: Vec<Definition<'a>>,
    /// The indexes of all definitions, in order of name, then of path. A file that sets no name comes after those whose
    /// name is its stem.
    pub by_name: Vec<usize>,
    /// The Rust identifiers of the agents.
    pub identifiers: Identifiers,
    /// The names of all definitions with their folders, if the settings want them so.
    qualified: Vec<Option<String>>,
    /// The fragments, as agents that are a prompt and nothing else.
    fragments: Vec<Definition<'a>>,
    /// The index of the text of each file, in order of path, the fragments behind the agents.
    indexes: Vec<TextIndex<'a>>,
    /// The index of the text of the settings.
    settings_index: Option<TextIndex<'a>>,
    /// The references between agents, collected on first use.
    references: OnceLock<Vec<Reference>>,
    /// What agents mention, collected on first use.
    mentioned: OnceLock<Mentioned>,
    /// The templates of the prompts, read on first use.
    prompts: OnceLock<Prompts>,
    /// The lookup keys of all known names, collected on first use.
    known: OnceLock<HashSet<String>>,
}

/// An agent of a roster, as a rule gets it.
#[derive(Clone, Copy, Debug)]
pub struct RosterAgent<'r, 'a> {
    /// The roster.
    pub roster: &'r Roster<'a>,
    /// Its definition.
    pub definition: &'r Definition<'a>,
    /// Its file.
    pub source: &'a Source,
    /// The index of the text of its file.
    pub index: &'r TextIndex<'a>,
}

/// How often a rule may search for the closest name.
const MOST_SEARCHES: usize = 100;

/// A search for closest names. As each search compares every name, only the first hundred are made; more unknown names
/// have a common cause anyway.
#[derive(Debug)]
pub struct Search<'r, 'a> {
    /// The agents whose names are compared.
    pub roster: &'r Roster<'a>,
    left: Cell<usize>,
    /// The names of the agents, collected on first use.
    names: OnceCell<Vec<Candidate<'r>>>,
}

impl<'r> Search<'r, '_> {
    /// The agent whose name is closest to another.
    #[must_use]
    pub fn closest(&self, name: &str) -> Option<&'r str> {
        self.left.set(self.left.get().checked_sub(1)?);
        let roster = self.roster;
        let names = || roster.named().map(|definition| Candidate::new(roster.name_of(definition))).collect();
        distance::closest_of(name, self.names.get_or_init(names).iter().copied())
    }

    /// Whether no agent has this name. A word without a dash, such as `main`, is taken for a name only if one is close.
    #[must_use]
    pub fn is_unknown(&self, name: &str) -> bool {
        !self.roster.is_known_agent(name) && (name.contains('-') || self.closest(name).is_some())
    }
}

impl RosterAgent<'_, '_> {
    /// Whether the agent belongs to a plugin.
    #[must_use]
    pub fn is_of_plugin(&self) -> bool {
        self.roster.folder.is_of_plugin(&self.source.path)
    }
}

impl<'a> Roster<'a> {
    /// Joins the definitions of a folder.
    #[must_use]
    pub fn new(
        folder: &'a Folder,
        settings: &'a Settings,
        format: &'a Format<'a>,
        definitions: Vec<Definition<'a>>,
    ) -> Self {
        let fragments = folder.fragments.iter().enumerate();
        let fragments: Vec<_> = fragments
            .map(|(number, source)| Definition::prompt_only(folder.sources.len() + number, source, format))
            .collect();
        let bodies = definitions.iter().chain(&fragments).map(|definition| definition.body.clone());
        let sources = folder.sources.iter().chain(&folder.fragments);
        let indexes = sources.zip(bodies).map(|(source, body)| TextIndex::new(&source.text, body)).collect();
        let settings_index = folder.settings.as_ref().map(|source| TextIndex::new(&source.text, 0..0));
        let mut roster = Self {
            folder,
            settings,
            format,
            definitions,
            by_name: Vec::new(),
            identifiers: Identifiers::default(),
            qualified: Vec::new(),
            fragments,
            indexes,
            settings_index,
            references: OnceLock::new(),
            mentioned: OnceLock::new(),
            prompts: OnceLock::new(),
            known: OnceLock::new(),
        };
        if settings.has_qualified_names {
            roster.qualified = roster.definitions.iter().map(|definition| roster.qualify(definition)).collect();
        }
        let mut by_name: Vec<usize> = (0..roster.definitions.len()).collect();
        // The sort is stable: agents with the same name stay in order of path.
        by_name.sort_by_key(|&index| {
            roster.definitions.get(index).map(|definition| (roster.name_of(definition), definition.name.is_none()))
        });
        roster.by_name = by_name;
        let name = |&definition: &usize| {
            let found = roster.definitions.get(definition)?;
            Some(Name { definition, text: roster.name_of(found), is_given: found.name.is_some() })
        };
        let names: Vec<_> = roster.by_name.iter().filter_map(name).collect();
        roster.identifiers = identify(&names, settings);
        roster
    }

    /// The agent of a file, or a fragment as an agent that is a prompt and nothing else.
    #[must_use]
    pub fn agent(&self, file: usize) -> Option<RosterAgent<'_, 'a>> {
        let fragment = || self.fragments.get(file.checked_sub(self.definitions.len())?);
        Some(RosterAgent {
            roster: self,
            definition: self.definitions.get(file).or_else(fragment)?,
            source: self.folder.source(file)?,
            index: self.indexes.get(file)?,
        })
    }

    /// The numbers of the files that are fragments.
    pub fn fragments(&self) -> impl Iterator<Item = usize> {
        self.fragments.iter().map(|fragment| fragment.file)
    }

    /// The templates of the prompts.
    pub fn prompts(&self) -> &Prompts {
        self.prompts.get_or_init(|| {
            let bodies: Vec<_> = self.definitions.iter().map(|definition| definition.body.clone()).collect();
            Prompts::new(self.folder, self.settings, &bodies, |file| self.indexes.get(file))
        })
    }

    /// The index of the text of a file. The settings count as a file.
    #[must_use]
    pub fn index(&self, file: usize) -> Option<&TextIndex<'a>> {
        if file == SOURCE { self.settings_index.as_ref() } else { self.indexes.get(file) }
    }

    /// The agents that have identifiers, in order of name.
    pub fn identified(&self) -> impl Iterator<Item = (&Definition<'a>, &Identified)> {
        // The index is always valid: it was made for these definitions.
        let definition = |identified: &Identified| self.definitions.get(identified.definition);
        self.identifiers.list.iter().filter_map(move |identified| Some((definition(identified)?, identified)))
    }

    /// Every reference of one agent to another, in order of file.
    pub fn references(&self) -> &[Reference] {
        self.references.get_or_init(|| {
            let found = parallel::map(&self.definitions, self.folder.is_large(), |file, _| {
                let agent = self.agent(file);
                agent.map_or_else(Vec::new, |RosterAgent { definition, source, index, .. }| {
                    if index.looked().has_no_references {
                        return Vec::new();
                    }
                    let found = references(file, Referrer { definition, source, index });
                    index.note_references(!found.is_empty());
                    found
                })
            });
            found.into_iter().flatten().collect()
        })
    }

    /// The tools, models and groups of the agents. A typo counts as what was meant: rules of its own report it.
    pub fn mentioned(&self) -> &Mentioned {
        self.mentioned.get_or_init(|| self.mentions(None))
    }

    /// The same where only the typos of broken files count as what was meant, so that code which uses the names has no errors that
    /// only follow from those of the files.
    #[must_use]
    pub fn mentioned_in_code(&self, broken: &BTreeSet<usize>) -> Mentioned {
        self.mentions(Some(broken))
    }

    fn mentions(&self, broken: Option<&BTreeSet<usize>>) -> Mentioned {
        let Self { folder, settings, format, definitions: list, .. } = self;
        Mentioned::new(Definitions { list, folder, settings, format, broken })
    }

    /// Whether a model is in the tables or in the settings.
    #[must_use]
    pub fn is_known_model(&self, model: &str) -> bool {
        self.settings.known_models.contains(model) || self.format.models.is_known(model)
    }

    /// The file of a definition.
    #[must_use]
    pub fn source(&self, definition: &Definition) -> Option<&'a Source> {
        self.folder.source(definition.file)
    }

    /// The agents with exactly this name, in order of path, and then files with this stem that set no name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Definition<'a>> {
        let key = |&index: &usize| self.definitions.get(index).map(|definition| self.name_of(definition));
        let from = self.by_name.partition_point(|index| key(index) < Some(name));
        let indexes = self.by_name.get(from..).unwrap_or_default().iter();
        indexes
            .filter_map(|&index| self.definitions.get(index))
            .take_while(move |definition| self.name_of(definition) == name)
    }

    /// The first agent with exactly this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Definition<'a>> {
        self.all(name).next()
    }

    /// Whether a file sets exactly this name.
    #[must_use]
    pub fn is_taken(&self, name: &str) -> bool {
        self.find(name).is_some_and(|definition| definition.name.is_some())
    }

    /// Starts a search for closest names.
    #[must_use]
    pub fn search(&self) -> Search<'_, 'a> {
        Search { roster: self, left: Cell::new(MOST_SEARCHES), names: OnceCell::new() }
    }

    /// The agents that are there without a file.
    pub fn built_in(&self) -> impl Iterator<Item = &'a str> {
        self.format.agents.get().iter().copied().filter(|_| !self.settings.is_own())
    }

    /// Whether an agent with this name exists: in this roster, built into Claude Code if that runs the agents, or elsewhere according to the
    /// settings. Differences that [`lookup_key`] removes do not count.
    #[must_use]
    pub fn is_known_agent(&self, name: &str) -> bool {
        self.find(name).is_some() || self.known.get_or_init(|| self.known_names()).contains(&lookup_key(name))
    }

    fn known_names(&self) -> HashSet<String> {
        let external = self.settings.external_agents.iter().map(String::as_str);
        self.built_in()
            .chain(external)
            .chain(self.named().flat_map(|definition| [self.name_of(definition), self.own_name_of(definition)]))
            .map(lookup_key)
            .collect()
    }

    /// Every agent with its file, in order of path.
    pub fn agents(&self) -> impl Iterator<Item = (&Definition<'a>, &'a Source)> {
        self.definitions.iter().zip(&self.folder.sources)
    }

    /// The definitions in order of name, then of path, as in `by_name`.
    pub fn named(&self) -> impl Iterator<Item = &Definition<'a>> {
        self.by_name.iter().filter_map(|&index| self.definitions.get(index))
    }

    /// The name of an agent, with its folders if the settings want them.
    #[must_use]
    pub fn name_of<'r>(&'r self, definition: &'r Definition) -> &'r str {
        let qualified = self.qualified.get(definition.file).and_then(Option::as_deref);
        qualified.unwrap_or_else(|| self.own_name_of(definition))
    }

    /// The name of an agent with the folders below that of the roster, as Claude Code names the agents of a plugin; nothing for one
    /// that is in none.
    fn qualify(&self, definition: &Definition) -> Option<String> {
        let folders = path::folder_of(self.folder.below(&self.source(definition)?.path));
        (folders != ".").then(|| format!("{}:{}", folders.replace('/', ":"), self.own_name_of(definition)))
    }

    /// The agent that is meant by a name in the text of another: that of this name or, where names have folders, the only one
    /// that is called so in the same folder, or anywhere.
    #[must_use]
    pub fn meant_by(&self, name: &str, from: usize) -> Option<&Definition<'a>> {
        if let Some(found) = self.find(name) {
            return Some(found);
        }
        let is_same = |file: &usize| self.definitions.get(*file).is_some_and(|agent| self.own_name_of(agent) == name);
        let all: Vec<_> = (0..self.qualified.len()).filter(is_same).collect();
        let folder = |file: usize| self.folder.sources.get(file).map(|source| path::folder_of(&source.path));
        let near: Vec<_> = all.iter().copied().filter(|file| folder(*file) == folder(from)).collect();
        match (near.as_slice(), all.as_slice()) {
            ([only], _) | ([], [only]) => self.definitions.get(*only),
            _ => None,
        }
    }

    /// The name of an agent in its file or, if it has no readable one, the stem of the file name.
    #[must_use]
    pub fn own_name_of<'r>(&'r self, definition: &'r Definition) -> &'r str {
        match &definition.name {
            Some(name) => &name.value,
            None => self.source(definition).map(Source::stem).unwrap_or_default(),
        }
    }

    /// The span of the name of an agent, or else the start of its file.
    #[must_use]
    pub fn name_span(&self, definition: &Definition) -> Span {
        definition.name.as_ref().map_or(Span::new(definition.file, 0..0), |name| name.span)
    }
}

/// A name without letter case, dashes, underscores and spaces. Claude Code 2.1.331 looks up a name like this if no agent has
/// exactly that name.
#[must_use]
pub fn lookup_key(name: &str) -> String {
    if name.is_ascii() {
        let mut key = name.to_ascii_lowercase();
        key.retain(|c| !matches!(c, ' ' | '\t'..='\r' | '-' | '_'));
        return key;
    }
    let is_joint = |c: &char| c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}');
    name.nfkc().flat_map(char::to_lowercase).filter(|c| !is_joint(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::lookup_key;

    #[test]
    fn the_key_of_a_name_is_what_claude_code_compares() {
        for name in ["Code Reviewer", "code_reviewer", "code\u{2011}reviewer", "code—reviewer", "code－reviewer"] {
            assert_eq!(lookup_key(name), "codereviewer", "{name}");
        }
        for name in ["code\u{2212}reviewer", "“codereviewer”", "code.reviewer", "code’reviewer"] {
            assert_ne!(lookup_key(name), "codereviewer", "{name}");
        }
    }
}
