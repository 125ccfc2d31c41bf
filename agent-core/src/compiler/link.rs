//! Phase 6: all definitions in, one roster out.

use super::decode::Definition;
use super::discover::Folder;
use super::source::{Source, Span};

/// All agents of a folder.
#[derive(Debug)]
pub struct Roster<'a> {
    /// The folder they were read from.
    pub folder: &'a Folder,
    /// One definition per file, in order of path.
    pub definitions: Vec<Definition<'a>>,
    /// The places in `definitions` of all that have a name, in order of name, then of path.
    pub by_name: Vec<usize>,
}

impl<'a> Roster<'a> {
    /// The file of a definition.
    #[must_use]
    pub fn source(&self, definition: &Definition) -> Option<&'a Source> {
        self.folder.sources.get(definition.file)
    }

    /// The definitions with a name, in order of name, then of path.
    pub fn named(&self) -> impl Iterator<Item = &Definition<'a>> {
        self.by_name.iter().filter_map(|&index| self.definitions.get(index))
    }

    /// What an agent goes by: its name or, where the file gives none that can be read, the file's stem.
    #[must_use]
    pub fn name_of<'r>(&'r self, definition: &'r Definition<'a>) -> &'r str {
        match &definition.name {
            Some(name) => &name.value,
            None => self.source(definition).map(Source::stem).unwrap_or_default(),
        }
    }

    /// Where an agent's name stands, or else where its file begins.
    #[must_use]
    pub fn name_span(&self, definition: &Definition) -> Span {
        definition.name.as_ref().map_or(Span::new(definition.file, 0..0), |name| name.span)
    }
}

/// Joins the definitions of a folder.
#[must_use]
pub fn link<'a>(folder: &'a Folder, definitions: Vec<Definition<'a>>) -> Roster<'a> {
    let mut roster = Roster { folder, definitions, by_name: Vec::new() };
    let mut by_name: Vec<usize> = (0..roster.definitions.len()).collect();
    // The sort is stable, so that agents of one name stay in order of path.
    by_name.sort_by_key(|&index| roster.definitions.get(index).map(|definition| roster.name_of(definition)));
    roster.by_name = by_name;
    roster
}
