//! The front end of `include-agents` for build scripts.
//!
//! ```no_run
//! // in `fn main` of build.rs
//! include_agents_build::compile("agents/");
//! ```
#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script is a front end, and talks to Cargo so"
)]

mod builder;

use std::env;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::fragment_folders;
use include_agents_compiler::text::invisible::one_line;

pub use builder::Builder;

/// Compiles the agents of a folder, given relative to the package, into `$OUT_DIR/agents.rs`.
///
/// The file is named after the folder: `compile("prompts/backend")` writes `$OUT_DIR/backend.rs`. Include it where the
/// items shall be:
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/agents.rs"));
/// ```
///
/// It holds the same items as `include_agents!` gives: the enum `AgentKind` and one static per agent. Every problem is
/// reported to Cargo, and any error fails the build. The script runs again when a file is added, changed or removed.
///
/// [`Builder`] has options: the name of the enum, its attributes, who sees the items, and the name of the file.
pub fn compile(folder: impl AsRef<Path>) {
    Builder::new().compile(folder);
}

/// Makes Cargo run the build script again, and with it the macro, when a file of the folder is added or removed, and compiles the
/// folder for the macro.
///
/// A procedural macro sees changed files by itself, and does not notice added ones. This line in `build.rs` fixes that:
///
/// ```no_run
/// include_agents_build::watch("agents/");
/// ```
///
/// As always with such a line, Cargo stops running the script for changes of the package's other files.
///
/// The script leaves in `OUT_DIR` what the short form of `include_agents!` becomes, unless there are errors. The macro takes it while
/// no file has changed, and compiles the folder itself otherwise. [`Builder::watch`] does the same for the long form.
pub fn watch(folder: impl AsRef<Path>) {
    Builder::new().watch(folder);
}

/// Makes Cargo run the build script again when anything in a folder has changed.
fn watch_folder(folder: &Path) {
    let base = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    if !base.join(folder).exists() {
        let [folder, base] = [folder, &base].map(|path| one_line(path.display().to_string()));
        println!("cargo::warning=the folder `{folder}` to watch is not in `{base}`");
    }
    // Cargo looks through the whole folder. While it does not exist, Cargo runs the script each time.
    rerun_if_changed(&folder.display().to_string());
    watch_fragments(&base, folder);
}

/// Makes Cargo run the build script again for the fragments that lie outside of a folder.
fn watch_fragments(base: &Path, folder: &Path) {
    let folders = folder.to_str().map(|folder| fragment_folders(&Disk::of_package(base), folder));
    for folder in folders.into_iter().flatten() {
        rerun_if_changed(&folder);
    }
}

/// Makes Cargo run the build script again when anything in a folder has changed. What follows a line break would be another order
/// to Cargo.
fn rerun_if_changed(folder: &str) {
    if folder.contains(['\n', '\r']) {
        println!(
            "cargo::error=the folder `{}` cannot be watched: its path has a line break",
            one_line(folder.to_owned())
        );
    } else {
        println!("cargo::rerun-if-changed={folder}");
    }
}
