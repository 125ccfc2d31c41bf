//! `agentc build`
#![allow(clippy::disallowed_methods, reason = "a command may access the file system")]

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::roster::Roster;

use crate::Outcome;
use crate::cli::{BuildArguments, BuildTarget};
use crate::fields::prompt;
use crate::loaded::LoadedFolder;
use crate::output::{self, Failure, Result};
use crate::prompts::Values;
use crate::report::{self, FolderReport};
use crate::target;

/// Writes plain agent files, unless there are errors.
pub(crate) fn run(arguments: &BuildArguments) -> Result<Outcome> {
    let target = target::folder(arguments.folder.path.as_deref())?;
    refuse_sources(&arguments.output, Path::new(&target.folder))?;
    let loaded = LoadedFolder::new(&target, &[]);
    let (roster, diagnostics) = loaded.check();
    let report = FolderReport::of(&loaded, diagnostics);
    if report::outcome(std::slice::from_ref(&report)) == Outcome::Errors {
        report::write_to_stderr(&[report]);
        return Ok(Outcome::Errors);
    }
    let files = match arguments.to {
        BuildTarget::ClaudeCode => plain_files(&roster, &arguments.set)?,
    };
    let mut outcome = Outcome::Clean;
    for (path, text) in files {
        let path = arguments.output.join(path);
        let written = fs::read_to_string(&path);
        if written.as_ref().is_ok_and(|written| *written == text) {
            continue;
        }
        if arguments.check {
            let is_missing = written.is_err_and(|error| error.kind() == ErrorKind::NotFound);
            let problem = if is_missing { "missing" } else { "out of date" };
            output::error(&format!("`{}` is {problem}: run the same command without `--check`", path.display()));
            outcome = Outcome::Errors;
            continue;
        }
        let failed = |error| Failure::io(&format!("cannot write `{}`", path.display()), &error);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).map_err(failed)?;
        fs::write(&path, text).map_err(failed)?;
    }
    report::note_counts(&report.folder.path, &report);
    Ok(outcome)
}

/// Each agent with its path below the folder, and its text with the finished prompt.
fn plain_files(roster: &Roster, set: &[(String, String)]) -> Result<Vec<(PathBuf, String)>> {
    let all: Vec<_> = (0..roster.definitions.len()).collect();
    let values = Values::new(roster, &all, set)?;
    let file = |(agent, source): (&Definition, &Source)| {
        let path = PathBuf::from(roster.folder.below(&source.path));
        if roster.prompts().template(agent.file).is_none() {
            return Ok((path, source.text.to_string()));
        }
        let range = source.range_of(prompt(agent, source)).unwrap_or(agent.body.clone());
        let mut text = source.text.to_string();
        text.replace_range(range, &values.render(roster, agent.file)?);
        Ok((path, text))
    };
    roster.agents().map(file).collect()
}

/// Refuses to write where the agents are read from.
fn refuse_sources(output: &Path, folder: &Path) -> Result<()> {
    // The folder may not exist yet.
    let existing = output.ancestors().find_map(|path| {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        path.canonicalize().ok()
    });
    let folder = folder.canonicalize().map_err(|error| Failure::io("cannot find the folder of agents", &error))?;
    if existing.is_some_and(|existing| existing.starts_with(&folder)) {
        return Err(Failure(format!("`{}` is in the folder of agents: choose another folder", output.display())));
    }
    Ok(())
}
