//! Paths as the compiler uses them: text with `/` between folders, relative to the package.

/// Normalizes a path: `./agents//team\` becomes `agents/team`, and the package itself is `.`. A root is kept: `/`, `//server`,
/// `C:/`.
#[must_use]
pub fn normalize(folder: &str) -> String {
    let folder = folder.replace('\\', "/");
    let (root, rest) = split_root(&folder);
    let parts: Vec<_> = rest.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    match (root, parts.is_empty()) {
        ("", true) => ".".to_owned(),
        (root, _) => format!("{root}{}", parts.join("/")),
    }
}

/// Splits a path into its root, if any, and the rest. A root is a drive, a server, or `/`.
fn split_root(path: &str) -> (&str, &str) {
    let is_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let length = match path {
        path if is_drive => "C:/".len().min(path.len()),
        path if path.starts_with("//") => "//".len(),
        path if path.starts_with('/') => "/".len(),
        _ => 0,
    };
    path.split_at_checked(length).unwrap_or(("", path))
}

/// The path of a name in a folder.
#[must_use]
pub fn join(folder: &str, name: &str) -> String {
    if folder == "." { name.to_owned() } else { format!("{}/{name}", folder.trim_end_matches('/')) }
}

/// A path relative to a folder above it. A path that is not below the folder is returned as it is.
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

/// Joins a prefix of folders and a path. Each `..` at the start of the path removes one folder of the prefix.
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
    use super::{join, normalize, prefixed};

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
    fn a_windows_folder_is_written_with_slashes() {
        for spelling in ["agents\\team", ".\\agents\\team\\", "agents/team\\", "agents\\\\team"] {
            assert_eq!(normalize(spelling), "agents/team");
        }
        assert_eq!(normalize(".\\"), ".");
        assert_eq!(normalize("..\\shared"), "../shared");
        for spelling in ["C:\\work\\agents\\", "C:/work/agents", "C:\\work/./agents"] {
            assert_eq!(normalize(spelling), "C:/work/agents");
        }
    }

    #[test]
    fn a_windows_folder_keeps_its_root() {
        assert_eq!(normalize("\\\\server\\share\\agents"), "//server/share/agents");
        assert_eq!(normalize("//server/share/agents"), "//server/share/agents");
        assert_eq!(normalize("\\agents"), "/agents");
        assert_eq!(normalize("C:\\"), "C:/");
    }

    #[test]
    fn a_name_is_joined_to_any_folder() {
        assert_eq!(join(".", "a.md"), "a.md");
        assert_eq!(join("agents", "a.md"), "agents/a.md");
        assert_eq!(join("..", "a.md"), "../a.md");
        assert_eq!(join("/", "a.md"), "/a.md");
        assert_eq!(join("C:/work", "a.md"), "C:/work/a.md");
        assert_eq!(join("C:/", "a.md"), "C:/a.md");
        assert_eq!(join("//server/share", "a.md"), "//server/share/a.md");
    }

    #[test]
    fn a_prefixed_path_is_as_short_as_possible() {
        assert_eq!(prefixed("", "agents/x.md"), "agents/x.md");
        assert_eq!(prefixed("crates/app/", "agents/x.md"), "crates/app/agents/x.md");
        assert_eq!(prefixed("crates/app/", "../../agents/x.md"), "agents/x.md");
        assert_eq!(prefixed("app/", "../../agents/x.md"), "../agents/x.md");
        assert_eq!(prefixed("../", "../agents/x.md"), "../../agents/x.md");
    }
}
