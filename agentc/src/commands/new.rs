//! `agentc new`
#![allow(clippy::disallowed_methods, reason = "a command may access the file system")]

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use include_agents_compiler::base::path::join;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::yaml::{self, Yaml};
use include_agents_compiler::rules;

use crate::Outcome;
use crate::cli::NewArguments;
use crate::loaded::LoadedFolder;
use crate::output::{self, Failure, Result};
use crate::report::{self, FolderReport};
use crate::target::{Target, WorkingFolder};

/// Creates an agent that passes every rule.
pub(crate) fn run(arguments: &NewArguments) -> Result<Outcome> {
    let NewArguments { name, folder, description } = arguments;
    if let Some((before, last)) = name.rsplit_once(['/', '\\']) {
        return Err(Failure(format!("`{name}` is a path, not a name: run `agentc new {last} {before}`")));
    }
    if name.is_empty() {
        return Err(Failure("the name is empty: use a name such as `code-reviewer`".into()));
    }
    if name.trim() != name {
        return Err(Failure(format!("the name `{name}` has leading or trailing white space: use `{}`", name.trim())));
    }
    let here = WorkingFolder::current()?;
    let folder = match &folder.path {
        Some(path) => here.relative(path)?,
        None => here.default_folder().unwrap_or_else(|_| "agents".to_owned()),
    };
    let path = join(&folder, &format!("{name}.md"));
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => Failure(format!("`{path}` already exists")),
        _ => Failure::io(&format!("cannot create `{path}`"), &error),
    };
    if Path::new(&path).symlink_metadata().is_ok() {
        return Err(failed(ErrorKind::AlreadyExists.into()));
    }
    if Path::new(&folder).symlink_metadata().is_ok() && !Path::new(&folder).is_dir() {
        return Err(Failure(format!("cannot create the folder `{folder}`: a file with this name exists")));
    }
    let text = text(name, description.as_deref());
    let mut target = here.folder(folder.clone(), true);
    target.overlay.replacement = Some((path.clone(), text.clone().into_bytes()));
    target.requested = Some(BTreeSet::from([path.clone()]));
    if let Some(problem) = problem(&target, name, &path) {
        return Err(problem);
    }
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::io(&format!("cannot create the folder `{folder}`"), &error))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    output::stdout_raw([path.clone() + "\n"])?;
    output::note("edit the file: describe when to use the agent and what it does");
    Ok(Outcome::Clean)
}

/// Whether any rule, including those that are off by default, reports something about the new agent.
fn problem(target: &Target, name: &str, path: &str) -> Option<Failure> {
    let off_by_default = rules::all().filter(|rule| rule.level == Level::Allow).map(|rule| (rule, Level::Warn));
    let loaded = LoadedFolder::new(target, &off_by_default.collect::<Vec<_>>());
    if loaded.count() == 0 {
        return Some(Failure(format!(
            "`{name}.md` would be skipped, because its name starts with `.` or `_`, is that of a document such as `readme`, or \
             is excluded by the settings: choose another name"
        )));
    }
    let report = FolderReport::of(&loaded, loaded.check().1);
    let has_diagnostics = !report.diagnostics.is_empty();
    report::write_to_stderr(&[report]);
    has_diagnostics.then(|| Failure(format!("`{path}` was not created")))
}

fn text(name: &str, description: Option<&str>) -> String {
    let words = name.replace(['-', '_'], " ");
    let description =
        description.map_or_else(|| format!("Use this agent when a task calls for the {words}."), str::to_owned);
    let head = format!("name: {}\ndescription: {}\n", scalar(name), scalar(&description));
    format!(
        "---\n{head}tools: Read, Grep, Glob\nmodel: inherit\n---\n\n\
         You are the {words} of this project.\n\n\
         Before you answer, read what the task mentions and what is related to it.\n\
         Report what you find, most important first, and give the file and line of each point.\n\
         If the task is unclear, say what is missing instead of guessing.\n"
    )
}

/// A text as a YAML scalar: plain if every YAML parser reads it as text, otherwise quoted.
fn scalar(text: &str) -> String {
    /// Words that YAML 1.1 reads as booleans.
    const BOOLEANS: [&str; 6] = ["y", "yes", "n", "no", "on", "off"];
    let source = Source::new("", format!("key: {text}\n"));
    let entries = yaml::parse(0, &source, 0..source.text.len()).unwrap_or_default();
    let is_plain = matches!(entries.as_slice(), [entry] if matches!(&entry.value.value, Yaml::Text(value) if value == text))
        && text.starts_with(char::is_alphabetic)
        && !text.contains('\t')
        && !BOOLEANS.contains(&text.to_lowercase().as_str());
    // Every JSON string is a YAML string.
    if is_plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}
