//! Paths as the compiler writes them: text, with `/` between folders, relative to the package.

/// `./agents//team\` is `agents/team`; the package itself is `.`.
#[must_use]
pub fn normalize(folder: &str) -> String {
    let absolute = folder.starts_with('/');
    let parts: Vec<_> = folder.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    match (absolute, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_owned(),
        (false, false) => parts.join("/"),
    }
}

/// The path of a name in a folder.
#[must_use]
pub fn join(folder: &str, name: &str) -> String {
    if folder == "." { name.to_owned() } else { format!("{}/{name}", folder.trim_end_matches('/')) }
}

/// A path relative to a folder above it; the path itself where it is not below that folder.
#[must_use]
pub fn relative_to<'p>(folder: &str, path: &'p str) -> &'p str {
    path.strip_prefix(folder).and_then(|path| path.strip_prefix('/')).unwrap_or(path)
}

/// The folder of a path, such that [`join`] gives the path again.
#[must_use]
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(".", |(folder, _)| if folder.is_empty() { "/" } else { folder })
}

/// The last name of a path.
#[must_use]
pub fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A path after a prefix of folders; each `..` at its start takes one of them back.
#[must_use]
pub fn prefixed(prefix: &str, path: &str) -> String {
    let (mut prefix, mut path) = (prefix, path);
    while let Some(rest) = path.strip_prefix("../") {
        let Some(folders) = prefix.strip_suffix('/').filter(|folders| !folders.ends_with("..")) else { break };
        prefix = folders.rfind('/').map_or("", |at| folders.get(..=at).unwrap_or_default());
        path = rest;
    }
    format!("{prefix}{path}")
}

#[cfg(test)]
mod tests {
    use super::{normalize, prefixed};

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
    fn a_prefixed_path_is_as_short_as_it_can_be() {
        assert_eq!(prefixed("", "agents/x.md"), "agents/x.md");
        assert_eq!(prefixed("crates/app/", "agents/x.md"), "crates/app/agents/x.md");
        assert_eq!(prefixed("crates/app/", "../../agents/x.md"), "agents/x.md");
        assert_eq!(prefixed("app/", "../../agents/x.md"), "../agents/x.md");
        assert_eq!(prefixed("../", "../agents/x.md"), "../../agents/x.md");
    }
}
