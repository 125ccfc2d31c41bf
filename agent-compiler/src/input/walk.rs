//! Which files of a folder are agents, and which only look like one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::PathBuf;

use crate::base::io::{DirEntry, Files};
use crate::base::path::{join, relative_to};
use crate::base::span::{Span, Spanned};
use crate::input::settings::{self, Settings};

/// Markdown files that accompany agents and are none, in any letter case.
const COMPANIONS: &[&str] =
    &["readme", "claude", "agents", "gemini", "changelog", "contributing", "license", "security"];

/// How much is read of a file that is skipped, in bytes.
const LOOKED_AT: usize = 4096;

/// How many files and folders are looked at whose name, or that of a folder around them, begins with `.` or `_`. One such
/// folder may hold the whole of an environment for another language.
const MOST_HIDDEN: usize = 1000;

/// A walk through a folder.
pub(super) struct Walk<'w> {
    files: &'w dyn Files,
    settings: &'w Settings,
    folder: &'w str,
    /// The place that links must not leave, if there is one.
    root: Option<PathBuf>,
    /// A folder that several links lead to counts once.
    seen: HashSet<PathBuf>,
    /// The paths of agents, and whether each lies outside of the root.
    pub(super) paths: BTreeMap<String, bool>,
    /// Which of these are links.
    links: BTreeSet<String>,
    /// The paths of files that look like agents and, for their name, are none.
    pub(super) skipped: Vec<String>,
    /// The paths of settings that are not read.
    pub(super) misplaced: Vec<String>,
    /// The paths of files that begin with `_`, where the settings make fragments of them.
    pub(super) fragments: BTreeSet<String>,
    /// The places of the patterns that matched something.
    pub(super) used: Vec<Span>,
    /// How many more hidden files and folders are looked at.
    hidden_left: usize,
}

impl<'w> Walk<'w> {
    /// Walks through a folder and all folders in it.
    pub(super) fn through(
        files: &'w dyn Files,
        settings: &'w Settings,
        folder: &'w str,
        root: Option<PathBuf>,
    ) -> Self {
        let mut walk = Self {
            files,
            settings,
            folder,
            root,
            seen: HashSet::new(),
            paths: BTreeMap::new(),
            links: BTreeSet::new(),
            skipped: Vec::new(),
            misplaced: Vec::new(),
            fragments: BTreeSet::new(),
            used: Vec::new(),
            hidden_left: MOST_HIDDEN,
        };
        walk.collect(folder, false, false);
        walk.drop_duplicates();
        walk
    }

    /// Finds the agents in a folder. In a hidden one there are none, unless a pattern names them.
    fn collect(&mut self, folder: &str, is_outside: bool, is_in_hidden: bool) {
        if !self.seen.insert(self.files.identity(folder)) {
            return;
        }
        // A folder inside that cannot be listed is kept as a path, so that reading it reports why.
        let Ok(mut entries) = self.files.list(folder) else {
            if !is_in_hidden {
                self.paths.insert(folder.to_owned(), is_outside);
            }
            return;
        };
        entries.sort_by(|left, right| left.name.cmp(&right.name));
        for entry in entries {
            let is_hidden = is_in_hidden || entry.name.starts_with(['.', '_']);
            let is_fragment = self.settings.has_parameters() && !is_in_hidden && is_fragment(&entry);
            if is_hidden && !is_fragment {
                let Some(left) = self.hidden_left.checked_sub(1) else { continue };
                if entry.is_link || entry.name == ".git" {
                    continue;
                }
                self.hidden_left = left;
            }
            let path = join(folder, &entry.name);
            // The files there are fragments, wherever the folder is.
            if self.settings.fragment_folders(self.folder).any(|(folder, _)| folder == path) {
                continue;
            }
            if is_fragment {
                self.fragments.insert(path.clone());
            }
            let is_outside = is_outside || (entry.is_link && self.is_outside(&path));
            if entry.is_folder {
                self.collect(&path, is_outside, is_hidden);
            } else if self.is_agent(&path, &entry.name, is_hidden) {
                if entry.is_link {
                    self.links.insert(path.clone());
                }
                self.fragments.remove(&path);
                self.paths.insert(path, is_outside);
            }
        }
    }

    /// Leaves out links to files that are there themselves: one file is one agent.
    fn drop_duplicates(&mut self) {
        if self.links.is_empty() {
            return;
        }
        let links = std::mem::take(&mut self.links);
        let files = self.paths.keys().filter(|path| !links.contains(*path));
        let mut seen: HashSet<_> = files.map(|path| self.files.identity(path)).collect();
        for link in links {
            if !seen.insert(self.files.identity(&link)) {
                self.paths.remove(&link);
            }
        }
    }

    fn is_outside(&self, path: &str) -> bool {
        self.root.as_ref().is_some_and(|root| !self.files.identity(path).starts_with(root))
    }

    /// Whether a file is an agent; what looks like one, or like settings, and is none is noted.
    fn is_agent(&mut self, path: &str, name: &str, is_hidden: bool) -> bool {
        let below = relative_to(self.folder, path);
        let Settings { include, exclude, .. } = self.settings;
        let (included, excluded) = (matching(include, below), matching(exclude, below));
        let is_wanted = (include.is_empty() || !included.is_empty()) && excluded.is_empty();
        // A pattern that names a file in full takes it for an agent, whatever its name is.
        let is_named = included.iter().any(|pattern| !pattern.value.contains(['*', '?', '[', '{']));
        for pattern in included.iter().chain(&excluded) {
            if !self.used.contains(&pattern.span) {
                self.used.push(pattern.span);
            }
        }
        let is_agent = name.strip_suffix(".md").is_some() && (is_named || !(is_hidden || is_companion(name)));
        if is_wanted && !is_agent {
            if !is_hidden && is_misplaced_settings(below, name) {
                self.misplaced.push(path.to_owned());
            } else if has_markdown_extension(name) && begins_as_agent(self.files, path) {
                self.skipped.push(path.to_owned());
            }
        }
        is_wanted && is_agent
    }
}

/// Finds all Markdown files in a folder of fragments and in the folders in it.
pub(super) fn fragments(
    files: &dyn Files,
    folder: &str,
    seen: &mut HashSet<PathBuf>,
    found: &mut BTreeSet<String>,
) -> io::Result<()> {
    if !seen.insert(files.identity(folder)) {
        return Ok(());
    }
    for entry in files.list(folder)? {
        let path = join(folder, &entry.name);
        if entry.name.starts_with('.') {
            continue;
        }
        if entry.is_folder {
            // What is in a folder that cannot be listed is missing where it is named.
            let _ = fragments(files, &path, seen, found);
        } else if entry.name.strip_suffix(".md").is_some() && !is_companion(&entry.name) {
            found.insert(path);
        }
    }
    Ok(())
}

fn is_fragment(entry: &DirEntry) -> bool {
    !entry.is_folder && entry.name.starts_with('_') && entry.name.strip_suffix(".md").is_some()
}

/// The patterns that mean a path.
fn matching<'p>(patterns: &'p [Spanned<String>], below: &str) -> Vec<&'p Spanned<String>> {
    patterns.iter().filter(|pattern| settings::matches(&pattern.value, below)).collect()
}

/// Whether a file looks like settings and is none: it lies in a folder below, or its name is not quite theirs.
fn is_misplaced_settings(below: &str, name: &str) -> bool {
    (name == settings::FILE && below != name) || matches!(name, "agent.toml" | "Agents.toml")
}

/// Whether a file is Markdown, whatever the case and the spelling of its ending.
fn has_markdown_extension(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".md", ".markdown", ".mdx", ".mdown"].iter().any(|ending| lower.ends_with(ending))
}

fn is_companion(name: &str) -> bool {
    // `README.de.md` is a translated README.
    let first = name.split('.').next().unwrap_or_default();
    COMPANIONS.iter().any(|companion| companion.eq_ignore_ascii_case(first))
}

/// Whether the file at a path begins with the frontmatter of an agent.
fn begins_as_agent(files: &dyn Files, path: &str) -> bool {
    let bytes = files.read(path, LOOKED_AT).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let opens = lines.next().is_some_and(|line| line.trim_end() == "---");
    let keys = lines.take_while(|line| line.trim_end() != "---").filter_map(|line| line.split_once(':'));
    // An unquoted placeholder such as `{{name}}` is a map, and no text.
    let keys = keys.filter(|(_, value)| !value.trim_start().starts_with(['{', '[']));
    let keys: Vec<_> = keys.map(|(key, _)| key.trim_end().trim_matches(['"', '\''])).collect();
    opens && keys.contains(&"name") && keys.contains(&"description")
}

#[cfg(test)]
mod tests {
    use super::is_companion;

    #[test]
    fn a_companion_is_known_by_its_first_word() {
        assert!(["README.md", "readme.de.md", "security.md"].into_iter().all(is_companion));
        assert!(!is_companion("security-reviewer.md"));
    }
}
