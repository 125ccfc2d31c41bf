//! A folder of agents that has been read, and its diagnostics.

use std::collections::BTreeSet;

use include_agents_compiler::base::diagnostic::Diagnostic;

use include_agents_compiler::base::io::Files as _;
use include_agents_compiler::base::rule::{Level, RuleInfo};
use include_agents_compiler::base::source::Source;
use include_agents_compiler::emit::finalize::finalize;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::input::settings::{SOURCE, Settings};
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::rules;
use include_agents_compiler::rules::folder::unreadable_file;
use include_agents_compiler::rules::names::file_name_mismatch;
use include_agents_compiler::rules::references::{foreign_example, unknown_agent, unknown_mention};
use include_agents_compiler::{discover, parse_all};

use crate::output;
use crate::target::{STDIN, Target};

/// A folder of agents that has been read.
pub(crate) struct LoadedFolder {
    /// The files.
    pub(crate) folder: Folder,
    /// The settings.
    pub(crate) settings: Settings,
    /// The indexes of the requested files; `None` for all.
    pub(crate) requested: Option<BTreeSet<usize>>,
    /// The requested paths that are not agents.
    skipped: Vec<String>,
}

impl LoadedFolder {
    /// Reads the files of a target.
    pub(crate) fn new(target: &Target, rules: &[(&'static RuleInfo, Level)]) -> Self {
        let (mut folder, mut settings) = discover(&target.overlay, &target.folder);
        if target.overlay.single_file.is_some() {
            // The other agents are not known.
            for rule in [&unknown_agent::RULE.info, &unknown_mention::RULE.info, &foreign_example::RULE.info] {
                settings.set_level(rule, Level::Allow);
            }
        }
        let mut skipped = Vec::new();
        let requested = target.requested.as_ref().map(|paths| {
            let indexes = paths.iter().filter_map(|path| {
                let index = index_of(target, &folder, path);
                if index.is_none() {
                    skipped.push(path.clone());
                }
                index
            });
            indexes.collect()
        });
        if target.overlay.single_file.as_deref() == Some(STDIN) && target.overlay.replacement.is_some() {
            settings.set_level(&file_name_mismatch::RULE.info, Level::Allow);
            folder.sources.iter_mut().for_each(|source| "<stdin>".clone_into(&mut source.path));
        }
        for (rule, level) in rules {
            settings.set_level(rule, *level);
        }
        Self { folder, settings, requested, skipped }
    }

    /// Restores the text of a file.
    pub(crate) fn restore(&mut self, file: usize, text: String) {
        if let Some(source) = self.folder.source_mut(file) {
            *source = Source::new(std::mem::take(&mut source.path), text);
        }
    }

    /// Prints a note for each requested file that is not an agent.
    pub(crate) fn report_skipped(&self) {
        for path in &self.skipped {
            output::note(&format!("skipping `{path}`: excluded by its name or by agents.toml"));
        }
    }

    /// Whether a file is requested.
    pub(crate) fn is_requested(&self, file: usize) -> bool {
        self.requested.as_ref().is_none_or(|requested| requested.contains(&file))
    }

    /// The number of requested agents.
    pub(crate) fn count(&self) -> usize {
        (0..self.folder.sources.len()).filter(|file| self.is_requested(*file)).count()
    }

    /// The roster.
    pub(crate) fn roster(&self) -> Roster<'_> {
        Roster::new(&self.folder, &self.settings, &CLAUDE_CODE, parse_all(&self.folder, &CLAUDE_CODE))
    }

    /// The roster, and all diagnostics about the requested files, in order.
    pub(crate) fn check(&self) -> (Roster<'_>, Vec<Diagnostic>) {
        let roster = self.roster();
        let mut diagnostics = rules::check(&roster);
        if self.requested.is_some() {
            diagnostics.retain(|diagnostic| self.is_about_requested(diagnostic));
        }
        let diagnostics = finalize(&roster, diagnostics);
        (roster, diagnostics)
    }

    /// Whether a diagnostic has a label in a requested file, or reports that the folder or its settings cannot be read.
    fn is_about_requested(&self, diagnostic: &Diagnostic) -> bool {
        let is_about_folder = diagnostic.labels.is_empty() && diagnostic.rule.name == unreadable_file::RULE.info.name;
        let is_relevant = |file: usize| self.is_requested(file) || (file == SOURCE && diagnostic.level == Level::Error);
        is_about_folder || diagnostic.labels.iter().any(|label| is_relevant(label.span.file))
    }
}

/// The index of a file among the agents of a folder, or that of its settings. Links are resolved.
fn index_of(target: &Target, folder: &Folder, path: &str) -> Option<usize> {
    let paths = || {
        let settings = folder.settings.iter().map(|settings| (SOURCE, settings));
        folder
            .sources
            .iter()
            .chain(&folder.fragments)
            .enumerate()
            .chain(settings)
            .map(|(index, source)| (index, source.path.as_str()))
    };
    let by_name = paths().find(|(_, source)| *source == path);
    let by_identity = || {
        let identity = target.overlay.identity(path);
        paths().find(|(_, source)| target.overlay.identity(source) == identity)
    };
    by_name.or_else(by_identity).map(|(index, _)| index)
}
