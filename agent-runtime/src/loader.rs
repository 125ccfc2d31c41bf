use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use include_agents_compiler::base::rule::Level;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::input::settings::Settings;
use include_agents_compiler::resolve::roster::Roster as Joined;
use include_agents_compiler::{check, discover, parse_all};

use crate::bounded::Bounded;
use crate::kept::Kept;
use crate::{Agent, Report, Roster};

/// Loads the agents of a folder, by the rules and with the `agents.toml` that `include_agents!` heeds.
///
/// ```
/// use include_agents_runtime::Loader;
///
/// # let folder = tempfile::tempdir()?;
/// # let folder = folder.path();
/// # std::fs::write(folder.join("agents.toml"), "runs-in = 'own'\n")?;
/// std::fs::write(folder.join("reviewer.md"), "---\nname: reviewer\ndescription: Reviews.\n---\nRead the change.\n")?;
/// let loader = Loader::new(folder);
/// let before = loader.load();
///
/// std::fs::write(folder.join("writer.md"), "---\nname: writer\ndescription: Writes.\n---\nWrite the report.\n")?;
/// let after = loader.load();
/// assert_eq!((before.len(), after.len()), (1, 2));
/// // The file did not change, and so this is the very same agent.
/// assert!(std::ptr::eq(before.get("reviewer").unwrap(), after.get("reviewer").unwrap()));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Memory
///
/// What is loaded **is never freed**: all texts and lists of an [`Agent`] are `&'static`, and so is the agent. A loader keeps
/// what it has loaded, and gives the same agent again for a file whose path, name and text it has seen before, with the same
/// fragments. Loading again and again with **one** loader therefore takes memory for what changed alone; a new loader for each
/// load takes all of it each time. The texts of files with an error are kept as well.
///
/// # Files of other people
///
/// Whatever is in the folder, it is a diagnostic at worst, and no panic. [`max_files`](Self::max_files) and
/// [`max_file_size`](Self::max_file_size) bound what is read, and so does `file-size` of the folder's `agents.toml`, which
/// cannot raise what the program allows. Symbolic links are followed, also out of the folder, and `fragments` in its
/// `agents.toml` names other folders: one loads what this process can read. A report quotes lines of what was read.
#[derive(Debug)]
pub struct Loader {
    folder: String,
    max_files: usize,
    max_file_size: usize,
    kept: Mutex<Kept>,
    /// What was loaded last.
    last: Mutex<Option<Roster>>,
}

/// What a folder holds, before it is parsed.
pub(crate) struct Found {
    pub(crate) folder: Folder,
    pub(crate) settings: Settings,
}

impl Found {
    /// Whether the files and their texts are those of another folder.
    pub(crate) fn is_same(&self, other: &Folder) -> bool {
        let Folder { path, sources, fragments, settings, plugins, problems } = &self.folder;
        let is_same = |left: &Source, right: &Source| {
            left.path == right.path && left.text == right.text && left.is_readable == right.is_readable
        };
        let are_same = |left: &[Source], right: &[Source]| {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        };
        *path == other.path
            && *plugins == other.plugins
            && are_same(settings.as_slice(), other.settings.as_slice())
            && are_same(sources, &other.sources)
            && are_same(fragments, &other.fragments)
            // Hardly any folder has one, and errors of the system cannot be compared.
            && format!("{problems:?}") == format!("{:?}", other.problems)
    }
}

impl Loader {
    /// A loader for a folder. A relative path starts from the current directory.
    #[must_use]
    pub fn new(folder: impl AsRef<Path>) -> Self {
        // The compiler's paths are text. Another one names no folder, which is reported.
        let folder = folder.as_ref().to_string_lossy().into_owned();
        Self { folder, max_files: 10_000, max_file_size: 1 << 20, kept: Mutex::default(), last: Mutex::default() }
    }

    /// The most files and folders that may be in the folder, at any depth; 10,000 otherwise. The first folder that has more is
    /// reported, and the search ends there.
    #[must_use]
    pub fn max_files(mut self, number: usize) -> Self {
        self.max_files = number;
        self
    }

    /// The largest file that is read, in bytes; 1 MiB otherwise. A larger one is reported. More than 4 GiB are never read.
    #[must_use]
    pub fn max_file_size(mut self, bytes: usize) -> Self {
        self.max_file_size = bytes.min(u32::MAX as usize);
        self
    }

    /// Reads and checks the folder as it is now. Where no file has changed, it is not checked again.
    #[must_use]
    pub fn load(&self) -> Roster {
        let found = self.read();
        let last = self.last().clone().filter(|last| found.is_same(last.report.folder()));
        last.unwrap_or_else(|| self.take(found))
    }

    /// What was loaded last.
    pub(crate) fn last(&self) -> MutexGuard<'_, Option<Roster>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the folder.
    pub(crate) fn read(&self) -> Found {
        let (folder, settings) = discover(&Bounded::new(self.max_files, self.max_file_size), &self.folder);
        Found { folder, settings }
    }

    /// Parses and checks what was read, and keeps it as the last.
    pub(crate) fn take(&self, found: Found) -> Roster {
        let roster = self.build(found);
        *self.last() = Some(roster.clone());
        roster
    }

    fn build(&self, found: Found) -> Roster {
        let Found { mut folder, settings } = found;
        self.kept().texts(&mut folder);
        let joined = Joined::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
        let diagnostics = check(&joined);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let mut files: BTreeSet<_> = errors.filter_map(|diagnostic| Some(diagnostic.span()?.file)).collect();
        // An error in a fragment is one in each prompt that has it.
        let agents = joined.definitions.iter().map(|definition| definition.file);
        let has_broken = |file: &usize| !joined.prompts().fragments(*file).is_disjoint(&files);
        let with_fragments: Vec<_> = agents.filter(has_broken).collect();
        files.extend(with_fragments);
        let agents = self.agents(&joined, &files);
        #[cfg(feature = "live")]
        let broken = files.iter().filter_map(|file| joined.agent(*file));
        #[cfg(feature = "live")]
        let broken = broken.map(|agent| joined.name_of(agent.definition).to_owned()).collect();
        drop(joined);
        Roster {
            agents,
            #[cfg(feature = "live")]
            broken,
            report: Report::new(folder, diagnostics),
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The agents without an error, in order of name.
    fn agents(&self, joined: &Joined, broken: &BTreeSet<usize>) -> Vec<&'static Agent> {
        let mut kept = self.kept();
        let good = joined.identified().filter(|(definition, _)| !broken.contains(&definition.file));
        good.filter_map(|(definition, _)| Some(kept.agent(joined, definition, joined.source(definition)?))).collect()
    }
}
