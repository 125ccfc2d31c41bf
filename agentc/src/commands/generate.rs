//! `agentc generate`
#![allow(clippy::disallowed_methods, reason = "a command is a front end")]

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use include_agents_compiler::base::diagnostic::has_errors;
use include_agents_compiler::base::io::Disk;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::{header, item::ItemOptions};
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::{Compilation, compile};
use pathdiff::diff_paths;

use crate::Outcome;
use crate::cli::GenerateArguments;
use crate::output::{self, Failure, Result};
use crate::target;

/// Writes the Rust that the macro would give.
pub(crate) fn run(arguments: &GenerateArguments) -> Result<Outcome> {
    let target = target::folder(arguments.folder.path.as_deref())?;
    let here = env::current_dir()
        .and_then(fs::canonicalize)
        .map_err(|error| Failure::io("cannot find the current folder", &error))?;
    let folder = here.join(&target.folder);
    let folder =
        folder.canonicalize().map_err(|error| Failure::io(&format!("cannot read `{}`", target.folder), &error))?;
    // As with the macro, the package is that of the code.
    let code = match arguments.output.as_deref().map(|file| here.join(file.parent().unwrap_or(Path::new("")))) {
        None => folder.clone(),
        Some(code) => code
            .canonicalize()
            .map_err(|error| Failure::io(&format!("cannot write into the folder `{}`", code.display()), &error))?,
    };
    let package = target::package(&code).ok_or_else(|| {
        Failure(
            "no Cargo.toml found above the output file: the code finds the agents by its package, so `-o` must point into a Cargo package"
                .into(),
        )
    })?;
    let way = |to: &Path, from: &Path| slashes(&diff_paths(to, from).unwrap_or_else(|| to.to_owned()));
    let mut item = ItemOptions::file();
    item.visibility = arguments.visibility.clone();
    if let Some(name) = &arguments.name {
        item.name = name.clone();
    }
    arguments.attributes.iter().cloned().for_each(|attribute| item.add_attribute(attribute));
    item.without = arguments.without.iter().copied().collect();
    let Compilation { folder, code, diagnostics, .. } =
        compile(&Disk::of_package(&package), &way(&folder, &package), &item);
    let prefix = Some(way(&package, &here)).filter(|way| !way.is_empty()).map_or_else(String::new, |way| way + "/");
    for diagnostic in &diagnostics {
        output::stderr_line(&(render::colored(diagnostic, &folder, &prefix, output::error_width()) + "\n"));
    }
    if has_errors(&diagnostics) {
        return Ok(Outcome::Errors);
    }
    let code = format(&folder, &code)?;
    match &arguments.output {
        None => output::stdout_raw([code])?,
        Some(file) if arguments.check => return check(file, &code),
        Some(file) => write(file, &code)?,
    }
    Ok(Outcome::Clean)
}

fn check(file: &Path, code: &str) -> Result<Outcome> {
    let problem = match fs::read_to_string(file) {
        Ok(written) if is_same(&written, code) => return Ok(Outcome::Clean),
        Ok(_) => "out of date",
        Err(error) if error.kind() == ErrorKind::NotFound => "missing",
        Err(error) => return Err(Failure::io(&format!("cannot read `{}`", file.display()), &error)),
    };
    output::error(&format!("`{}` is {problem}: run the same command without `--check`", file.display()));
    Ok(Outcome::Errors)
}

fn write(file: &Path, code: &str) -> Result<()> {
    // An editor reads the file again, and rustc the crate, only when there is something new.
    if fs::read_to_string(file).is_ok_and(|written| written == code) {
        return Ok(());
    }
    fs::write(file, code).map_err(|error| Failure::io(&format!("cannot write `{}`", file.display()), &error))
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The text of the file that holds the items of a folder, laid out for people.
fn format(folder: &Folder, code: &str) -> Result<String> {
    let file = syn::parse_file(code).map_err(|error| {
        Failure(format!("internal error: generated code does not parse; please report this: {error}"))
    })?;
    Ok(header(folder) + &prettyplease::unparse(&file))
}

/// Whether two files hold the same items, however they are formatted.
fn is_same(left: &str, right: &str) -> bool {
    let plain = |text| syn::parse_file(text).map(|file| prettyplease::unparse(&file)).ok();
    left == right || plain(left).is_some_and(|left| Some(left) == plain(right))
}
