//! Rosters of any size for benchmarks.
//!
//! The agents are those of `INCLUDE_AGENTS_CORPUS` where it names a folder, and else those of this project, over and over
//! under names of their own.

use std::fs;
use std::path::Path;

pub(crate) struct Rosters(Vec<String>);

impl Rosters {
    /// Reads the agents, from a folder of this repository where no other is named.
    pub(crate) fn new(own: &str) -> Self {
        let folder = std::env::var_os("INCLUDE_AGENTS_CORPUS").map_or_else(|| own.into(), std::path::PathBuf::from);
        let mut found = Vec::new();
        texts(&folder, &mut found);
        Self(found)
    }

    /// The text of an agent of a roster, whatever its size.
    pub(crate) fn text(&self, number: usize) -> String {
        let text = &self.0[number % self.0.len()];
        let line = text.lines().find(|line| line.starts_with("name:"));
        line.map_or_else(|| text.clone(), |line| text.replacen(line, &format!("name: agent-{number}"), 1))
    }
}

/// Reads all agents below a folder.
pub(crate) fn texts(folder: &Path, found: &mut Vec<String>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.extend(fs::read_to_string(&path));
        }
    }
}
