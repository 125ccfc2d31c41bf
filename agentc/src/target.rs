//! Resolves the paths of the command line to folders of agents and files in them.
#![allow(clippy::disallowed_methods, reason = "a command may access the file system")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs::{self, Metadata};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use include_agents_compiler::base::io::{Disk, Files as _};
use include_agents_compiler::base::path::{folder_of, join, name_of, normalize};
use include_agents_compiler::input::discover::unreadable_folder;
use include_agents_compiler::input::settings;
use include_agents_compiler::rules::folder::unreadable_file;

use crate::cli::Input;
use crate::output::{Failure, Result};
use crate::overlay::{Overlay, Progress};

/// The folders to use if no path is given.
const DEFAULTS: [&str; 2] = ["agents", ".claude/agents"];

/// The path of standard input if `--stdin-path` is not given.
pub(crate) const STDIN: &str = "stdin.md";

/// A folder of agents, and the files of it that are requested.
pub(crate) struct Target {
    /// The files of the folder.
    pub(crate) overlay: Overlay,
    /// The folder, relative to the working folder.
    pub(crate) folder: String,
    /// The requested files; `None` for all.
    pub(crate) requested: Option<BTreeSet<String>>,
}

/// The targets of the command line, in order of folder.
pub(crate) fn targets(input: &Input) -> Result<Vec<Target>> {
    let here = WorkingFolder::current()?;
    if input.paths.is_empty() && input.stdin_path.is_none() {
        return Ok(vec![here.folder(here.default_folder()?, !input.isolated)]);
    }
    if input.paths.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure("`-` can be given only once".into()));
    }
    // By identity, so that two paths to one folder are one target.
    let mut targets: BTreeMap<PathBuf, Target> = BTreeMap::new();
    for path in &input.paths {
        let is_stdin = path.as_os_str() == "-";
        let path = match &input.stdin_path {
            Some(stdin_path) if is_stdin => here.relative(stdin_path)?,
            None if is_stdin => STDIN.to_owned(),
            _ => here.relative(path)?,
        };
        if !is_stdin && here.is_folder(&path)? {
            let folder = here.folder(path.clone(), !input.isolated);
            // A folder and some of its files: the whole folder is requested.
            targets.entry(here.identity(&path)).and_modify(|target| target.requested = None).or_insert(folder);
            continue;
        }
        if !is_agent_file(&path) && name_of(&path) != settings::FILE {
            return Err(Failure(format!("not an agent file: `{path}` (expected `.md`)")));
        }
        let agent_folder = if is_stdin && input.stdin_path.is_none() { None } else { here.agent_folder(&path) };
        let is_in_folder = agent_folder.is_some();
        let (folder, path) = agent_folder.unwrap_or_else(|| (path.clone(), path));
        let target = targets.entry(here.identity(&folder)).or_insert_with(|| {
            if is_in_folder {
                Target { requested: Some(BTreeSet::new()), ..here.folder(folder, !input.isolated) }
            } else {
                here.single_file(&path)
            }
        });
        if let Some(requested) = &mut target.requested {
            requested.insert(path.clone());
        }
        if is_stdin {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|error| Failure::io("cannot read standard input", &error))?;
            target.overlay.replacement = Some((path, bytes));
        }
    }
    if input.stdin_path.is_some() && !input.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure("`--stdin-path` requires the path `-`".into()));
    }
    let mut targets: Vec<_> = targets.into_values().collect();
    targets.sort_by(|left, right| left.folder.cmp(&right.folder));
    Ok(targets)
}

/// The target of a command that needs all agents of a folder.
pub(crate) fn folder(path: Option<&Path>) -> Result<Target> {
    let here = WorkingFolder::current()?;
    let folder = match path {
        Some(path) => here.relative(path)?,
        None => here.default_folder()?,
    };
    if !here.is_folder(&folder)? {
        return Err(Failure(format!("`{folder}` is a file: pass the folder that contains it")));
    }
    Ok(here.folder(folder, true))
}

/// The target for an agent, which is given by file or by name.
pub(crate) fn agent(agent: &str, folder: Option<&Path>) -> Result<Target> {
    let here = WorkingFolder::current()?;
    let path = here.relative(Path::new(agent))?;
    if !is_agent_file(&path) {
        return self::folder(folder);
    }
    let only = |path: String| Some(BTreeSet::from([path]));
    if let Some(folder) = folder {
        let target = self::folder(Some(folder))?;
        let below = join(&target.folder, &path);
        let path = if here.0.join(&below).is_file() { below } else { path };
        here.metadata(&path)?;
        return Ok(Target { requested: only(path), ..target });
    }
    here.metadata(&path)?;
    Ok(match here.agent_folder(&path) {
        Some((folder, path)) => Target { requested: only(path), ..here.folder(folder, true) },
        None => here.single_file(&path),
    })
}

/// The folder of the package that a folder belongs to: that of the nearest `Cargo.toml`.
pub(crate) fn package(folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    folder.ancestors().find(|folder| folder.join("Cargo.toml").is_file()).map(Path::to_owned)
}

/// The working folder.
pub(crate) struct WorkingFolder(PathBuf);

impl WorkingFolder {
    pub(crate) fn current() -> Result<Self> {
        env::current_dir().map(Self).map_err(|error| Failure::io("cannot find the current folder", &error))
    }

    /// A path with `/` between folders, relative to the working folder if it is below it.
    pub(crate) fn relative(&self, path: &Path) -> Result<String> {
        let path = path.strip_prefix(&self.0).unwrap_or(path);
        let text = path.to_str().ok_or_else(|| Failure(format!("the path `{}` is not valid UTF-8", path.display())))?;
        Ok(normalize(text))
    }

    fn is_folder(&self, path: &str) -> Result<bool> {
        Ok(self.metadata(path)?.is_dir())
    }

    /// The metadata of a path that must exist.
    fn metadata(&self, path: &str) -> Result<Metadata> {
        fs::metadata(self.0.join(path)).map_err(|error| {
            if is_agent_file(path) {
                return Failure::io(&format!("cannot read `{path}`"), &error);
            }
            let problem = unreadable_folder(&self.disk(path), path, error);
            let (message, helps) = unreadable_file::describe(&problem)
                .map_or_else(Default::default, |diagnostic| (diagnostic.message, diagnostic.helps));
            Failure(helps.iter().fold(message, |text, help| text + "\n  help: " + help))
        })
    }

    pub(crate) fn default_folder(&self) -> Result<String> {
        let found = DEFAULTS.into_iter().find(|folder| self.0.join(folder).is_dir());
        let [first, second] = DEFAULTS;
        found
            .map(str::to_owned)
            .ok_or_else(|| Failure(format!("neither `{first}` nor `{second}` exists here: pass the folder of agents")))
    }

    /// The path with all links resolved.
    fn identity(&self, path: &str) -> PathBuf {
        Disk { base: self.0.clone(), package: None }.identity(path)
    }

    fn disk(&self, folder: &str) -> Disk {
        let package = package(&self.0.join(folder)).map(|package| package.to_string_lossy().replace('\\', "/"));
        Disk { base: self.0.clone(), package }
    }

    /// All agents of a folder.
    pub(crate) fn folder(&self, folder: String, reads_settings: bool) -> Target {
        let overlay = Overlay {
            disk: self.disk(&folder),
            replacement: None,
            single_file: None,
            reads_settings,
            progress: Progress::new(),
        };
        Target { overlay, folder, requested: None }
    }

    /// A file that does not belong to a folder of agents.
    fn single_file(&self, path: &str) -> Target {
        let mut target = self.folder(folder_of(path).to_owned(), false);
        target.overlay.single_file = Some(path.to_owned());
        target.requested = Some(BTreeSet::from([path.to_owned()]));
        target
    }

    /// The folder of agents that a file belongs to, and the path of the file in it. It is the nearest parent folder that has
    /// settings or is named `agents`, within the same repository or package.
    fn agent_folder(&self, path: &str) -> Option<(String, String)> {
        for folder in self.ancestors(folder_of(path)) {
            let full = self.0.join(&folder);
            let real = full.canonicalize().unwrap_or_else(|_| full.clone());
            let is_named = [&full, &real].iter().any(|path| path.file_name().is_some_and(|name| name == "agents"));
            if is_named || full.join(settings::FILE).is_file() {
                let (full, file) = (without_dots(&full), without_dots(&self.0.join(path)));
                let rest = file.strip_prefix(&full).ok().and_then(Path::to_str).map(normalize);
                let path = rest.map_or_else(|| path.to_owned(), |rest| join(&folder, &rest));
                return Some((folder, path));
            }
            if full.join(".git").exists() || full.join("Cargo.toml").is_file() {
                return None;
            }
        }
        None
    }

    /// A folder and all folders above it, by name: links are not resolved.
    fn ancestors(&self, folder: &str) -> impl Iterator<Item = String> + use<> {
        // The number of folders in both paths is enough to reach the root.
        let most = self.0.components().count() + folder.split('/').count();
        std::iter::successors(Some(folder.to_owned()), |folder| {
            let is_parent = name_of(folder) == "..";
            match folder.as_str() {
                "/" => None,
                "." => Some("..".to_owned()),
                folder if is_parent => Some(join(folder, "..")),
                folder => Some(folder_of(folder).to_owned()),
            }
        })
        .take(most)
    }
}

/// A path without `..`, by name: links are not resolved.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

fn is_agent_file(path: &str) -> bool {
    path.strip_suffix(".md").is_some()
}
