//! The package that agents belong to, and whether it can be published.

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
