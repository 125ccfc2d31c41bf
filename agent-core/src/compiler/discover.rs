//! Phase 1: a folder in, its agent files out, in order of path.

use std::collections::BTreeSet;
use std::io::{self, Read as _};
use std::path::PathBuf;

use super::diagnostic::Diagnostic;
use super::rules::{empty_roster, unreadable_file};
use super::source::{Source, Span};

/// The largest file that is taken for an agent, in bytes: 1 MiB.
pub const LARGEST: usize = 1 << 20;

/// Markdown files that accompany agents and are none, in any letter case.
const COMPANIONS: &[&str] =
    &["readme", "claude", "agents", "gemini", "changelog", "contributing", "license", "security"];

/// The file system as the compiler sees it. Paths are relative to the package, with `/` between folders.
pub trait Files {
    /// What a folder holds, in any order; links are followed.
    ///
    /// # Errors
    /// The folder does not exist, is none, or may not be read.
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>>;

    /// The first `limit` bytes of a file.
    ///
    /// # Errors
    /// The file does not exist, is none, or may not be read.
    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>>;

    /// The place behind all links: two paths that give the same are the same folder.
    fn identity(&self, folder: &str) -> PathBuf;
}

/// One name in a folder.
pub struct Entry {
    /// The name alone, without a folder.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// The real file system, below a base folder.
pub struct Disk {
    /// What relative paths are joined to: the folder of the package's Cargo.toml.
    pub base: PathBuf,
}

#[allow(clippy::disallowed_methods, reason = "this is the seam to the file system")]
impl Files for Disk {
    fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(self.base.join(folder))? {
            let entry = entry?;
            entries.push(Entry {
                name: entry.file_name().to_string_lossy().into_owned(),
                is_folder: entry.path().is_dir(),
            });
        }
        Ok(entries)
    }

    fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(self.base.join(path))?;
        file.take(limit as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn identity(&self, folder: &str) -> PathBuf {
        let path = self.base.join(folder);
        path.canonicalize().unwrap_or(path)
    }
}

/// A folder's agent files.
#[derive(Debug)]
pub struct Folder {
    /// The folder relative to the package, with `/` between folders and none at the end.
    pub path: String,
    /// The files in order of path. What could not be read is here too, with as much text as there was.
    pub sources: Vec<Source>,
}

/// Reads all agents of `folder` and of the folders in it.
#[must_use]
pub fn discover(files: &dyn Files, folder: &str) -> (Folder, Vec<Diagnostic>) {
    let mut found = Folder { path: normalize(folder), sources: Vec::new() };
    let mut diagnostics = Vec::new();
    if let Err(error) = files.list(&found.path) {
        diagnostics.push(unreadable_file::folder(files, folder, &error));
        return (found, diagnostics);
    }
    let mut paths = BTreeSet::new();
    collect(files, &found.path, &mut BTreeSet::new(), &mut paths);
    if paths.is_empty() {
        diagnostics.push(empty_roster::report(&found.path));
    }
    for path in paths {
        let file = found.sources.len();
        let (text, diagnostic) = read(files, &path, file);
        found.sources.push(match diagnostic {
            None => Source::new(path, text),
            Some(_) => Source::unreadable(path, text),
        });
        diagnostics.extend(diagnostic);
    }
    (found, diagnostics)
}

/// Adds the paths of all agent files below `folder`. A folder that several links lead to counts once.
fn collect(files: &dyn Files, folder: &str, seen: &mut BTreeSet<PathBuf>, paths: &mut BTreeSet<String>) {
    if !seen.insert(files.identity(folder)) {
        return;
    }
    // A folder inside that cannot be listed is kept as a path, so that reading it reports why.
    let Ok(mut entries) = files.list(folder) else {
        paths.insert(folder.to_owned());
        return;
    };
    entries.sort_by(|left, right| left.name.cmp(&right.name));
    for entry in entries {
        let path = join(folder, &entry.name);
        if entry.name.starts_with(['.', '_']) {
        } else if entry.is_folder {
            collect(files, &path, seen, paths);
        } else if is_agent(&entry.name) {
            paths.insert(path);
        }
    }
}

fn is_agent(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".md") else { return false };
    // `README.de.md` is a translated README.
    let first = stem.split('.').next().unwrap_or_default();
    !COMPANIONS.iter().any(|companion| companion.eq_ignore_ascii_case(first))
}

fn read(files: &dyn Files, path: &str, file: usize) -> (String, Option<Diagnostic>) {
    let at = |offset: usize| Span::new(file, offset..offset);
    match files.read(path, LARGEST + 1) {
        Err(error) => (String::new(), Some(unreadable_file::failed(at(0), &error))),
        Ok(bytes) if bytes.len() > LARGEST => (String::new(), Some(unreadable_file::too_large(at(0)))),
        Ok(bytes) => String::from_utf8(bytes).map_or_else(
            |error| {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                let wrong = bytes.get(valid).copied().unwrap_or_default();
                bytes.truncate(valid);
                let text = String::from_utf8(bytes).unwrap_or_default();
                (text, Some(unreadable_file::not_utf8(at(valid), wrong)))
            },
            |text| (text, None),
        ),
    }
}

/// `./agents//team\` is `agents/team`; the package itself is `.`.
fn normalize(folder: &str) -> String {
    let absolute = folder.starts_with('/');
    let parts: Vec<_> = folder.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    match (absolute, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_owned(),
        (false, false) => parts.join("/"),
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder == "." { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Disk, Entry, Files, discover, is_agent, normalize};
    use std::io;
    use std::path::PathBuf;

    /// A file system in memory: path and bytes.
    struct Memory(BTreeMap<String, Vec<u8>>);

    impl Files for Memory {
        fn list(&self, folder: &str) -> io::Result<Vec<Entry>> {
            let prefix = format!("{folder}/");
            let names = self.0.keys().filter_map(|path| path.strip_prefix(&prefix));
            let mut entries: Vec<Entry> = names
                .map(|rest| match rest.split_once('/') {
                    Some((name, _)) => Entry { name: name.into(), is_folder: true },
                    None => Entry { name: rest.into(), is_folder: false },
                })
                .collect();
            entries.reverse();
            entries.dedup_by(|left, right| left.name == right.name);
            if entries.is_empty() { Err(io::ErrorKind::NotFound.into()) } else { Ok(entries) }
        }

        fn read(&self, path: &str, limit: usize) -> io::Result<Vec<u8>> {
            let bytes = self.0.get(path).ok_or(io::ErrorKind::NotFound)?;
            Ok(bytes.iter().copied().take(limit).collect())
        }

        fn identity(&self, folder: &str) -> PathBuf {
            folder.into()
        }
    }

    fn paths(files: &[&str]) -> Vec<String> {
        let memory = Memory(files.iter().map(|path| ((*path).to_owned(), b"x".to_vec())).collect());
        discover(&memory, "agents/").0.sources.into_iter().map(|source| source.path).collect()
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
        assert!(!is_agent("security.md"));
        assert!(is_agent("security-reviewer.md"));
    }

    #[test]
    fn a_folder_has_one_spelling() {
        for spelling in ["agents/team", "./agents/team/", "agents//team", "agents\\team"] {
            assert_eq!(normalize(spelling), "agents/team");
        }
        assert_eq!(normalize("."), ".");
        assert_eq!(normalize("../shared"), "../shared");
        assert_eq!(normalize("/opt/agents/"), "/opt/agents");
    }

    #[test]
    fn a_folder_that_is_not_there_is_one_error() {
        let disk = Disk { base: env!("CARGO_MANIFEST_DIR").into() };
        let (folder, diagnostics) = discover(&disk, "agnts/");
        assert!(folder.sources.is_empty());
        assert_eq!(diagnostics.len(), 1);
        assert!(diagnostics[0].notes[0].contains("agnts"));
    }
}
