//! A folder in, its settings and its agent files out, in order of path.

use std::collections::{BTreeSet, HashSet};
use std::io;

use crate::base::io::Files;
use crate::base::parallel;
use crate::base::path::{folder_of, join, normalize, relative_to};
use crate::base::rule::RuleInfo;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::input::problem::FolderProblem;
use crate::input::settings::{self, Settings};
use crate::input::walk::{self, Walk};
use crate::input::{agents_toml, package};

/// From so many bytes on, threads gain more time than it takes to start them.
const LARGE: usize = 100_000;

/// From so many files on, they are read by several threads.
const MANY: usize = 32;

/// A folder's agent files.
#[derive(Debug)]
pub struct Folder {
    /// The folder relative to the package, with `/` between folders and none at the end.
    pub path: String,
    /// The files in order of path. What could not be read is here too, with as much text as there was.
    pub sources: Vec<Source>,
    /// The files of fragments in order of path, if prompts may have any. Their numbers follow those of the agents.
    pub fragments: Vec<Source>,
    /// The file of the settings, if there is one.
    pub settings: Option<Source>,
    /// The folders of agents that belong to a plugin.
    pub plugins: BTreeSet<String>,
    /// What was noticed about the folder and its files.
    pub problems: Vec<FolderProblem>,
}

impl Folder {
    /// A folder of which nothing has been read.
    #[must_use]
    pub fn empty(folder: &str) -> Self {
        Self {
            path: normalize(folder),
            sources: Vec::new(),
            fragments: Vec::new(),
            settings: None,
            plugins: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// The file of a span.
    #[must_use]
    pub fn source(&self, file: usize) -> Option<&Source> {
        if file == settings::SOURCE {
            return self.settings.as_ref();
        }
        self.sources.get(file).or_else(|| self.fragments.get(file.checked_sub(self.sources.len())?))
    }

    /// The file of an agent or a fragment, to be changed.
    pub fn source_mut(&mut self, file: usize) -> Option<&mut Source> {
        let agents = self.sources.len();
        let list = if file < agents { &mut self.sources } else { &mut self.fragments };
        list.get_mut(if file < agents { file } else { file - agents })
    }

    /// Whether it holds so much that threads pay.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.sources.iter().map(|source| source.text.len()).sum::<usize>() >= LARGE
    }

    /// Whether the agent of a file belongs to a plugin.
    #[must_use]
    pub fn is_of_plugin(&self, path: &str) -> bool {
        !self.plugins.is_empty() && package::folders_above(path).any(|folder| self.plugins.contains(folder))
    }

    /// The path of a file below the folder.
    #[must_use]
    pub fn below<'s>(&self, path: &'s str) -> &'s str {
        relative_to(&self.path, path)
    }

    /// The sub-folder that a file is in; none for one at the top.
    #[must_use]
    pub fn group<'s>(&self, path: &'s str) -> Option<&'s str> {
        Some(folder_of(self.below(path))).filter(|group| *group != ".")
    }
}

/// Reads the settings of `folder`, and all agents of it and of the folders in it. `rules` are those that the settings may name.
#[must_use]
pub fn discover(files: &dyn Files, folder: &str, rules: &[&'static RuleInfo]) -> (Folder, Settings) {
    let mut found = Folder::empty(folder);
    if let Err(error) = files.list(&found.path) {
        found.problems.push(unreadable_folder(files, folder, error));
        return (found, Settings::default());
    }
    let settings = read_settings(files, &mut found, rules);
    let root = package::root(files);
    let is_outside = root.as_ref().is_some_and(|root| !files.identity(&found.path).starts_with(root));
    // One problem about the whole folder is enough.
    let root = root.filter(|_| !is_outside);
    let walk = Walk::through(files, &settings, &found.path, root.clone());
    let Walk { paths, skipped, misplaced, mut fragments, used, .. } = walk;
    let patterns = settings.include.iter().chain(&settings.exclude);
    let unused = patterns.filter(|pattern| !used.contains(&pattern.span)).map(|pattern| FolderProblem::UnusedPattern {
        is_folder: files.list(&join(&found.path, pattern.value.trim_end_matches('/'))).is_ok(),
        pattern: pattern.clone(),
    });
    let mut problems: Vec<_> = unused.collect();
    problems.extend(is_outside.then_some(FolderProblem::FolderOutside));
    problems.extend(skipped.into_iter().map(FolderProblem::SkippedAgent));
    problems.extend(misplaced.into_iter().map(FolderProblem::MisplacedSettings));
    problems.extend(paths.is_empty().then_some(FolderProblem::Empty));
    let mut seen = HashSet::new();
    for (folder, setting) in settings.fragment_folders(&found.path) {
        if let Err(error) = walk::fragments(files, &folder, &mut seen, &mut fragments) {
            problems.push(FolderProblem::UnreadableFragments(setting.clone(), error));
        }
    }
    let agents = paths.len();
    let (mut paths, mut are_outside): (Vec<_>, Vec<_>) = paths.into_iter().unzip();
    are_outside
        .extend(fragments.iter().map(|path| root.as_ref().is_some_and(|root| !files.identity(path).starts_with(root))));
    paths.extend(fragments);
    let texts = parallel::map(&paths, paths.len() >= MANY, |file, path| read(files, path, file, settings.file_size));
    for (file, ((path, is_outside), (text, problem))) in paths.into_iter().zip(are_outside).zip(texts).enumerate() {
        problems.extend(is_outside.then(|| FolderProblem::FileOutside(Span::new(file, 0..0))));
        let list = if file < agents { &mut found.sources } else { &mut found.fragments };
        list.push(match problem {
            None => Source::new(path, text),
            Some(_) => Source::unreadable(path, text),
        });
        problems.extend(problem);
    }
    found.problems.extend(problems);
    found.plugins = package::plugins(files, found.sources.iter().map(|source| source.path.as_str()));
    (found, settings)
}

/// The settings of a folder alone, and its normal path.
#[must_use]
pub fn settings_of(files: &dyn Files, folder: &str, rules: &[&'static RuleInfo]) -> (Settings, String) {
    let mut found = Folder::empty(folder);
    (read_settings(files, &mut found, rules), found.path)
}

/// Why a folder cannot be listed, with what is beside it.
#[must_use]
pub fn unreadable_folder(files: &dyn Files, folder: &str, error: io::Error) -> FolderProblem {
    let parent = files.list(folder_of(folder.trim_end_matches('/'))).unwrap_or_default();
    let neighbours = parent.into_iter().filter(|entry| entry.is_folder).map(|entry| entry.name).collect();
    FolderProblem::UnreadableFolder { folder: folder.to_owned(), base: files.identity("."), error, neighbours }
}

/// Reads `agents.toml`, which need not exist.
fn read_settings(files: &dyn Files, folder: &mut Folder, rules: &[&'static RuleInfo]) -> Settings {
    let path = join(&folder.path, settings::FILE);
    let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    if files.read(&path, 0).as_ref().is_err_and(is_missing) {
        return Settings::default();
    }
    let (text, problem) = read(files, &path, settings::SOURCE, Settings::default().file_size);
    if problem.is_some() {
        folder.settings = Some(Source::unreadable(path, text));
        folder.problems.extend(problem);
        return Settings::default();
    }
    agents_toml::read(folder.settings.insert(Source::new(path, text)), rules)
}

/// The text of a file, or as much of it as is text.
fn read(files: &dyn Files, path: &str, file: usize, limit: usize) -> (String, Option<FolderProblem>) {
    let at = |offset: usize| Span::new(file, offset..offset);
    match files.read(path, limit.saturating_add(1)) {
        Err(error) => (String::new(), Some(FolderProblem::UnreadableFile(at(0), error))),
        Ok(bytes) if bytes.len() > limit => (String::new(), Some(FolderProblem::TooLarge(at(0), limit))),
        Ok(bytes) => String::from_utf8(bytes).map_or_else(
            |error| {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                let wrong = bytes.get(valid).copied().unwrap_or_default();
                bytes.truncate(valid);
                let text = String::from_utf8(bytes).unwrap_or_default();
                (text, Some(FolderProblem::NotUtf8(at(valid), wrong)))
            },
            |text| (text, None),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{FolderProblem, discover};
    use crate::base::io::Disk;
    use crate::base::memory::MemoryFiles;

    fn paths(files: &[&str]) -> Vec<String> {
        let files = MemoryFiles::new(files.iter().map(|path| (*path, "x")));
        discover(&files, "agents/", &[]).0.sources.into_iter().map(|source| source.path).collect()
    }

    #[test]
    fn agents_come_in_order_of_path_from_every_depth() {
        assert_eq!(
            paths(&["agents/b.md", "agents/team/c.agent.md", "agents/a.md", "other/d.md"]),
            ["agents/a.md", "agents/b.md", "agents/team/c.agent.md"]
        );
    }

    #[test]
    fn companions_hidden_files_and_drafts_are_no_agents() {
        assert_eq!(
            paths(&[
                "agents/README.md",
                "agents/Readme.de.md",
                "agents/CLAUDE.md",
                "agents/_draft.md",
                "agents/.hidden/a.md",
                "agents/notes.txt",
                "agents/readme-writer.md",
            ]),
            ["agents/readme-writer.md"]
        );
    }

    #[test]
    fn a_hidden_agent_is_noted_and_git_is_not_looked_at() {
        let agent = "---\nname: a\ndescription: b\n---\nGo.\n";
        let files = MemoryFiles::new(
            ["agents/a.md", "agents/.b.md", "agents/_c.md", "agents/.d/e/f.md", "agents/_g/h.MD", "agents/.git/i.md"]
                .map(|path| (path, agent))
                .into_iter()
                .chain([("agents/_fragment.md", "Only text.\n")])
                .chain([("agents/_template.md", "---\nname: {{name}}\ndescription: b\n---\n")]),
        );
        let (folder, _) = discover(&files, "agents", &[]);
        let skipped = folder.problems.iter().filter_map(|problem| match problem {
            FolderProblem::SkippedAgent(path) => Some(path.as_str()),
            _ => None,
        });
        assert!(skipped.eq(["agents/.b.md", "agents/.d/e/f.md", "agents/_c.md", "agents/_g/h.MD"]));
        assert_eq!(folder.sources.len(), 1);
    }

    #[test]
    fn a_pattern_finds_the_agents_that_it_names() {
        let settings = "include = ['_a.md', '.b/c.md', 'README.md', '.b/**', 'd.md']\n";
        let paths = ["agents/_a.md", "agents/.b/c.md", "agents/.b/e.md", "agents/README.md", "agents/d.md"];
        let files =
            MemoryFiles::new(paths.map(|path| (path, "x")).into_iter().chain([("agents/agents.toml", settings)]));
        let (folder, _) = discover(&files, "agents", &[]);
        let found = folder.sources.iter().map(|source| source.path.as_str());
        assert!(found.eq(["agents/.b/c.md", "agents/README.md", "agents/_a.md", "agents/d.md"]));
        assert!(folder.problems.is_empty(), "{:?}", folder.problems);
    }

    #[test]
    fn a_large_hidden_folder_is_looked_at_in_part() {
        let files = MemoryFiles::new((0..2_000).map(|number| (format!("agents/.x/{number}/a.md"), "x")));
        let (folder, _) = discover(&files, "agents", &[]);
        assert!(matches!(folder.problems.as_slice(), [FolderProblem::Empty]));
    }

    #[test]
    fn agents_are_found_below_a_drive() {
        let files = MemoryFiles::new([("C:/work/agents/a.md", "x"), ("C:/work/agents/team/b.md", "x")]);
        let folder = discover(&files, "C:\\work\\agents\\", &[]).0;
        assert_eq!(folder.path, "C:/work/agents");
        let below: Vec<_> = folder.sources.iter().map(|source| folder.below(&source.path)).collect();
        assert_eq!(below, ["a.md", "team/b.md"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_one_error() {
        let disk = Disk::of_package(env!("CARGO_MANIFEST_DIR"));
        let (folder, _) = discover(&disk, "agnts/", &[]);
        assert!(folder.sources.is_empty());
        assert!(matches!(folder.problems.as_slice(), [FolderProblem::UnreadableFolder { .. }]));
    }
}
