//! What agents belong to: the package, and whether it can be published, and a plugin.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use crate::base::io::Files;
use crate::base::path;

/// The most bytes of a Cargo.toml that are read.
const LARGEST: usize = 1 << 20;

/// The real path of the package, which agents must not be outside of; absent where there is no package, or one that is never
/// published.
#[must_use]
pub fn root(files: &dyn Files) -> Option<PathBuf> {
    let package = files.package().filter(|package| is_published(files, package))?;
    Some(files.identity(package))
}

/// The folder of agents that a plugin has, and the file that makes the folder around it a plugin.
const PLUGIN: (&str, &str) = ("agents", ".claude-plugin/plugin.json");

/// The folders of agents that belong to a plugin, among those that files are in.
#[must_use]
pub fn plugins<'p>(files: &dyn Files, paths: impl Iterator<Item = &'p str>) -> BTreeSet<String> {
    let (name, manifest) = PLUGIN;
    let mut looked_at = HashSet::new();
    let mut plugins = BTreeSet::new();
    for path in paths {
        // Those above a folder that has been looked at have been as well.
        for folder in folders_above(path).take_while(|folder| looked_at.insert(*folder)) {
            // The name of the folder that all paths start from, or of one above it, is not in them.
            let (is_agents, around) = match path::name_of(folder) {
                "." | ".." => (files.identity(folder).ends_with(name), path::join(folder, "..")),
                last => (last == name, path::folder_of(folder).to_owned()),
            };
            // Nothing more than whether it exists.
            if is_agents && files.read(&path::join(&around, manifest), 0).is_ok() {
                plugins.insert(folder.to_owned());
            }
        }
    }
    plugins
}

/// The folders that a file is in, from the innermost; the last is `.` or a root.
pub fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    let is_last = |folder: &str| matches!(path::name_of(folder), "." | ".." | "");
    std::iter::successors(Some(path::folder_of(path)), move |folder| {
        (!is_last(folder)).then(|| path::folder_of(folder))
    })
}

/// Whether a package can be published: it has a version, and nothing forbids it. What a workspace says is not looked up.
fn is_published(files: &dyn Files, package: &str) -> bool {
    let bytes = files.read(&path::join(package, "Cargo.toml"), LARGEST).unwrap_or_default();
    let manifest = String::from_utf8_lossy(&bytes);
    // A manifest that cannot be read is for Cargo to report.
    let Ok(manifest) = toml_span::parse(&manifest) else { return false };
    manifest.pointer("/package/version").is_some()
        && manifest.pointer("/package/publish").is_none_or(|publish| {
            publish.as_bool() == Some(true) || publish.as_array().is_some_and(|registries| !registries.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::plugins;
    use crate::base::memory::MemoryFiles;

    #[test]
    fn agents_beside_a_manifest_belong_to_a_plugin() {
        for (manifest, path, folder) in [
            (".claude-plugin/plugin.json", "agents/a.md", Some("agents")),
            (".claude-plugin/plugin.json", "agents/team/deep/a.md", Some("agents")),
            ("one/.claude-plugin/plugin.json", "one/agents/a.md", Some("one/agents")),
            ("/opt/one/.claude-plugin/plugin.json", "/opt/one/agents/a.md", Some("/opt/one/agents")),
            ("../.claude-plugin/plugin.json", "../agents/a.md", Some("../agents")),
            ("one/.claude-plugin/plugin.json", "two/agents/a.md", None),
            (".claude-plugin/plugin.json", ".claude/agents/a.md", None),
            (".claude-plugin/plugin.json", "prompts/a.md", None),
            (".claude-plugin/marketplace.json", "agents/a.md", None),
        ] {
            let files = MemoryFiles::new([(manifest, "{}")]);
            let found: Vec<_> = plugins(&files, [path].into_iter()).into_iter().collect();
            assert_eq!(found.first().map(String::as_str), folder, "{manifest} {path}");
        }
    }
}
