//! Where the agents lie: for the compiler, for the reader of a message, and for `include_bytes!`.
#![allow(clippy::disallowed_methods, reason = "the macro is a front end")]

use std::path::{Component, Path, PathBuf};

use proc_macro2::Span;

/// The base of all paths, and what goes before a path relative to it.
pub(crate) struct Paths {
    /// The folder of the package's Cargo.toml.
    pub(crate) base: PathBuf,
    /// From where Cargo was called to the base, as far as it lies below: for messages.
    pub(crate) shown: String,
    /// From the calling file to the base, for `include_bytes!`; the base itself where that way is not sure.
    pub(crate) embedded: String,
}

impl Paths {
    /// Reads the environment at expansion, each time anew: rust-analyzer keeps the process for several packages.
    pub(crate) fn find(literal: Span) -> Result<Self, String> {
        let base = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let base =
            base.ok_or("`CARGO_MANIFEST_DIR` is not set, which says what the folder is relative to: build with Cargo")?;
        let current = std::env::current_dir().unwrap_or_default();
        // Some build systems have it relative to where they call rustc.
        let base = current.join(base);
        let shown = base.strip_prefix(&current).map(slashes).unwrap_or_default();
        let embedded = from_caller(literal, &current, &base).unwrap_or_else(|| slashes(&base));
        Ok(Self { base, shown: with_slash(shown), embedded: with_slash(embedded) })
    }
}

/// The way from the calling file to the base, so that two checkouts build the same bytes.
fn from_caller(literal: Span, current: &Path, base: &Path) -> Option<String> {
    // `include_bytes!` starts from the file of the outermost macro call. That is the literal's own file only where no other
    // macro wrote the literal, which stable Rust does not tell; the compiler's `Debug` does, and where it should ever say
    // something else, the absolute path is right too.
    if !format!("{:?}", literal.unwrap()).starts_with("#0 ") {
        return None;
    }
    let file = current.join(literal.unwrap().local_file()?);
    let caller = file.parent()?;
    let way = relative(caller, base)?;
    // A symbolic link on the way would make `..` lead elsewhere.
    let arrives = caller.join(&way).canonicalize().ok()? == base.canonicalize().ok()?;
    arrives.then(|| slashes(&way))
}

/// The way from one folder to another, by their names alone.
fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let names = |path: &Path| path.components().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
    if from.components().chain(to.components()).any(|part| part == Component::ParentDir) {
        return None;
    }
    let (from, to) = (names(from), names(to));
    let shared = from.iter().zip(&to).take_while(|(left, right)| left == right).count();
    // Two drives of Windows share nothing, not even a root.
    if shared == 0 {
        return None;
    }
    let up = from.iter().skip(shared).map(|_| "..".into());
    Some(up.chain(to.iter().skip(shared).cloned()).collect())
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn with_slash(path: String) -> String {
    if path.is_empty() || path.ends_with('/') { path } else { path + "/" }
}

#[cfg(test)]
mod tests {
    use super::{relative, slashes, with_slash};
    use std::path::{Path, PathBuf};

    #[test]
    fn the_way_goes_up_and_down() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(way("/w/app/src", "/w/app"), Some(PathBuf::from("..")));
        assert_eq!(way("/w/app/src/a", "/w/lib"), Some(PathBuf::from("../../../lib")));
        assert_eq!(way("/w/app", "/w/app"), Some(PathBuf::new()));
        assert_eq!(way("/w/../app", "/w"), None);
        assert_eq!(with_slash("..".into()), "../");
        assert_eq!(with_slash(String::new()), "");
    }

    #[test]
    fn paths_of_windows_are_written_with_slashes() {
        for (path, written) in [
            ("C:\\work\\app", "C:/work/app/"),
            ("..\\..", "../../"),
            ("\\\\server\\share", "//server/share/"),
            ("C:\\", "C:/"),
        ] {
            assert_eq!(with_slash(slashes(Path::new(path))), written);
        }
    }

    #[test]
    fn there_is_no_way_from_one_drive_to_another() {
        assert_eq!(relative(Path::new("C:\\"), Path::new("D:\\")), None);
    }
}
