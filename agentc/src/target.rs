//! Which agents a command is about: paths in, folders and files of them out.
#![allow(clippy::disallowed_methods, reason = "a command is a door")]

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

use crate::arguments::Input;
use crate::output::{Failure, Result};
use crate::view::{Progress, View};

/// The folders that are taken where none is named.
const DEFAULTS: [&str; 2] = ["agents", ".claude/agents"];

/// What an agent on standard input is called where nobody says where it would lie.
pub(crate) const STDIN: &str = "stdin.md";

/// Agents of one folder.
pub(crate) struct Target {
    /// The files as this target sees them.
    pub(crate) view: View,
    /// The folder, relative to where the command was called.
    pub(crate) folder: String,
    /// The files that are asked for; without them all.
    pub(crate) only: Option<BTreeSet<String>>,
}

/// What is asked for, in order of folder.
pub(crate) fn targets(input: &Input) -> Result<Vec<Target>> {
    let here = Here::find()?;
    if input.paths.is_empty() && input.stdin_path.is_none() {
        return Ok(vec![here.folder(here.default_folder()?, !input.isolated)]);
    }
    if input.paths.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure("standard input can be read once: give `-` once".into()));
    }
    // By identity, so that two ways to a folder are one.
    let mut targets: BTreeMap<PathBuf, Target> = BTreeMap::new();
    for path in &input.paths {
        let is_stdin = path.as_os_str() == "-";
        let path = match &input.stdin_path {
            Some(stdin_path) if is_stdin => here.text(stdin_path)?,
            None if is_stdin => STDIN.to_owned(),
            _ => here.text(path)?,
        };
        if !is_stdin && here.is_folder(&path)? {
            let folder = here.folder(path.clone(), !input.isolated);
            // Together with some of its files the folder is asked for as a whole.
            targets.entry(here.identity(&path)).and_modify(|target| target.only = None).or_insert(folder);
            continue;
        }
        if !is_agent_file(&path) && name_of(&path) != settings::FILE {
            return Err(Failure(format!("`{path}` is no agent: the names of agent files end in `.md`")));
        }
        let home = if is_stdin && input.stdin_path.is_none() { None } else { here.home(&path) };
        let is_at_home = home.is_some();
        let (home, path) = home.unwrap_or_else(|| (path.clone(), path));
        let target = targets.entry(here.identity(&home)).or_insert_with(|| {
            if is_at_home {
                Target { only: Some(BTreeSet::new()), ..here.folder(home, !input.isolated) }
            } else {
                here.alone(&path)
            }
        });
        if let Some(only) = &mut target.only {
            only.insert(path.clone());
        }
        if is_stdin {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|error| Failure::io("cannot read standard input", &error))?;
            target.view.given = Some((path, bytes));
        }
    }
    if input.stdin_path.is_some() && !input.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure("`--stdin-path` says where standard input would lie: give `-` as a path too".into()));
    }
    let mut targets: Vec<_> = targets.into_values().collect();
    targets.sort_by(|left, right| left.folder.cmp(&right.folder));
    Ok(targets)
}

/// The one folder of a command that looks at a roster as a whole.
pub(crate) fn folder(path: Option<&Path>) -> Result<Target> {
    let here = Here::find()?;
    let folder = match path {
        Some(path) => here.text(path)?,
        None => here.default_folder()?,
    };
    if !here.is_folder(&folder)? {
        return Err(Failure(format!("`{folder}` is a file: name the folder that holds it")));
    }
    Ok(here.folder(folder, true))
}

/// The agent that a file holds or that has a name, with what it is among.
pub(crate) fn agent(agent: &str, folder: Option<&Path>) -> Result<Target> {
    let here = Here::find()?;
    let path = here.text(Path::new(agent))?;
    if !is_agent_file(&path) {
        return self::folder(folder);
    }
    let only = |path: String| Some(BTreeSet::from([path]));
    if let Some(folder) = folder {
        let target = self::folder(Some(folder))?;
        let below = join(&target.folder, &path);
        let path = if here.0.join(&below).is_file() { below } else { path };
        here.metadata(&path)?;
        return Ok(Target { only: only(path), ..target });
    }
    here.metadata(&path)?;
    Ok(match here.home(&path) {
        Some((home, path)) => Target { only: only(path), ..here.folder(home, true) },
        None => here.alone(&path),
    })
}

/// The folder of the package that a folder belongs to: that of the next Cargo.toml above it.
pub(crate) fn package(folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    folder.ancestors().find(|folder| folder.join("Cargo.toml").is_file()).map(Path::to_owned)
}

/// Where the command was called.
pub(crate) struct Here(PathBuf);

impl Here {
    pub(crate) fn find() -> Result<Self> {
        env::current_dir().map(Self).map_err(|error| Failure::io("cannot find the current folder", &error))
    }

    /// A path relative to here, if it lies below, with `/` between folders.
    pub(crate) fn text(&self, path: &Path) -> Result<String> {
        let path = path.strip_prefix(&self.0).unwrap_or(path);
        let text = path.to_str().ok_or_else(|| Failure(format!("the path `{}` is no UTF-8", path.display())))?;
        Ok(normalize(text))
    }

    fn is_folder(&self, path: &str) -> Result<bool> {
        Ok(self.metadata(path)?.is_dir())
    }

    /// What is known of a path, which has to be there.
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
        found.map(str::to_owned).ok_or_else(|| {
            Failure(format!("there is no folder `{first}` and no `{second}` here: name the folder of agents"))
        })
    }

    /// The place behind all links.
    fn identity(&self, path: &str) -> PathBuf {
        Disk { base: self.0.clone(), package: None }.identity(path)
    }

    fn disk(&self, folder: &str) -> Disk {
        let package = package(&self.0.join(folder)).map(|package| package.to_string_lossy().replace('\\', "/"));
        Disk { base: self.0.clone(), package }
    }

    /// All agents of a folder.
    pub(crate) fn folder(&self, folder: String, has_settings: bool) -> Target {
        let view = View { disk: self.disk(&folder), given: None, alone: None, has_settings, progress: Progress::new() };
        Target { view, folder, only: None }
    }

    /// A file that belongs to no folder of agents.
    fn alone(&self, path: &str) -> Target {
        let mut target = self.folder(folder_of(path).to_owned(), false);
        target.view.alone = Some(path.to_owned());
        target.only = Some(BTreeSet::from([path.to_owned()]));
        target
    }

    /// The folder of agents that a file belongs to, and the file's path as that folder leads to it. The folder is the next
    /// one above it that has settings or the usual name. A repository and a package are as far as one looks.
    fn home(&self, path: &str) -> Option<(String, String)> {
        for folder in self.climb(folder_of(path)) {
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

    /// A folder and all folders above it, by their names alone.
    fn climb(&self, folder: &str) -> impl Iterator<Item = String> + use<> {
        // One step for each folder of both paths leads to the root.
        let most = self.0.components().count() + folder.split('/').count();
        std::iter::successors(Some(folder.to_owned()), |folder| {
            let is_up = name_of(folder) == "..";
            match folder.as_str() {
                "/" => None,
                "." => Some("..".to_owned()),
                folder if is_up => Some(join(folder, "..")),
                folder => Some(folder_of(folder).to_owned()),
            }
        })
        .take(most)
    }
}

/// A path with each `..` taken back by its name.
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
