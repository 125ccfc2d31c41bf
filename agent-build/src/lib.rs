//! The door for build scripts.
//!
//! ```no_run
//! // in `fn main` of build.rs
//! include_agents_build::compile("agents/");
//! ```
#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a build script is a door, and talks to Cargo so")]

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::{header, item::ItemOptions};
use include_agents_compiler::{Compilation, compile as compile_folder};

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
pub fn compile(folder: &str) {
    if let Err(problem) = try_compile(folder) {
        println!("cargo::error={problem}");
    }
}

/// Makes Cargo run the build script again, and with it the macro, when a file of the folder is added or removed.
///
/// A procedural macro sees changed files by itself, and cannot see added ones. This one line in `build.rs` cures it:
///
/// ```no_run
/// include_agents_build::watch("agents/");
/// ```
///
/// As always with such a line, Cargo stops running the script for changes of the package's other files.
pub fn watch(folder: &str) {
    let base = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    if !base.join(folder).exists() {
        println!("cargo::warning=the folder `{folder}` to watch is not in `{}`", base.display());
    }
    // Cargo looks through the whole folder. While it is not there, Cargo runs the script each time.
    println!("cargo::rerun-if-changed={folder}");
}

/// The files that this run of the script has written: a second folder of one name would replace the first.
static WRITTEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn try_compile(folder: &str) -> Result<(), String> {
    let variable = |name: &str| {
        env::var_os(name).map(PathBuf::from).ok_or_else(|| format!("{name} is not set: call this in build.rs"))
    };
    let base = variable("CARGO_MANIFEST_DIR")?;
    let out = variable("OUT_DIR")?;
    println!("cargo::rerun-if-changed={folder}");
    let Compilation { folder, code, diagnostics } =
        compile_folder(&Disk::of_package(base), folder, &ItemOptions::file());
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error) {
        println!("cargo::error={}", render::line(diagnostic, &folder, ""));
    }
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Warn) {
        println!("cargo::warning={}", render::line(diagnostic, &folder, ""));
    }
    let name = folder.path.rsplit('/').next().filter(|name| !name.starts_with('.')).unwrap_or("agents");
    let path = out.join(format!("{name}.rs"));
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    if !written.insert(path.clone()) {
        return Err(format!("two folders are called `{name}`, and would share `{name}.rs`: rename one of them"));
    }
    let code = header(&folder) + &code;
    // An editor reads the file again, and rustc the crate, only when there is something new.
    if fs::read_to_string(&path).is_ok_and(|written| written == code) {
        return Ok(());
    }
    fs::write(&path, code).map_err(|error| format!("cannot write `{}`: {error}", path.display()))
}
