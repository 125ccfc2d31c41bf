//! `agentc new`
#![allow(clippy::disallowed_methods, reason = "a command is a door")]

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
use crate::arguments::New;
use crate::output::{self, Failure, Result};
use crate::report::{self, Findings};
use crate::roster::Loaded;
use crate::target::{Here, Target};

/// Creates an agent that passes every rule.
pub(crate) fn run(arguments: &New) -> Result<Outcome> {
    let New { name, folder, description } = arguments;
    if let Some((before, last)) = name.rsplit_once(['/', '\\']) {
        return Err(Failure(format!("`{name}` is a path: write `agentc new {last} {before}`")));
    }
    if name.is_empty() {
        return Err(Failure("the name is empty: write one such as `code-reviewer`".into()));
    }
    if name.trim() != name {
        return Err(Failure(format!("white space at an end of `{name}`, which nobody sees: write `{}`", name.trim())));
    }
    let here = Here::find()?;
    let folder = match &folder.path {
        Some(path) => here.text(path)?,
        None => here.default_folder().unwrap_or_else(|_| "agents".to_owned()),
    };
    let path = join(&folder, &format!("{name}.md"));
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => Failure(format!("`{path}` is there already, and stays as it is")),
        _ => Failure::io(&format!("cannot create `{path}`"), &error),
    };
    if Path::new(&path).symlink_metadata().is_ok() {
        return Err(failed(ErrorKind::AlreadyExists.into()));
    }
    if Path::new(&folder).symlink_metadata().is_ok() && !Path::new(&folder).is_dir() {
        return Err(Failure(format!("cannot create the folder `{folder}`: there is a file of this name")));
    }
    let text = text(name, description.as_deref());
    let mut target = here.folder(folder.clone(), true);
    target.view.given = Some((path.clone(), text.clone().into_bytes()));
    target.only = Some(BTreeSet::from([path.clone()]));
    if let Some(problem) = problem(&target, name, &path) {
        return Err(problem);
    }
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::io(&format!("cannot create the folder `{folder}`"), &error))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    output::print([path.clone() + "\n"])?;
    output::note("now edit it: when to hand over to this agent, what it does, and how");
    Ok(Outcome::Clean)
}

/// What any rule, also of those that are off by default, has against the agent beside the others.
fn problem(target: &Target, name: &str, path: &str) -> Option<Failure> {
    let opinions = rules::all().filter(|rule| rule.level == Level::Allow).map(|rule| (rule, Level::Warn));
    let loaded = Loaded::new(target, &opinions.collect::<Vec<_>>());
    if loaded.count() == 0 {
        return Some(Failure(format!(
            "a file `{name}.md` is no agent: names that begin with `.` or `_`, those of files that accompany agents, such as \
             `readme`, and what the settings leave out are passed over: choose another name"
        )));
    }
    let findings = Findings::of(&loaded, loaded.check().1);
    let has_findings = !findings.diagnostics.is_empty();
    report::tell(&[findings]);
    has_findings.then(|| Failure(format!("`{path}` was not created")))
}

fn text(name: &str, description: Option<&str>) -> String {
    let words = name.replace(['-', '_'], " ");
    let description =
        description.map_or_else(|| format!("Use this agent when a task calls for the {words}."), str::to_owned);
    let head = format!("name: {}\ndescription: {}\n", scalar(name), scalar(&description));
    format!(
        "---\n{head}tools: Read, Grep, Glob\nmodel: inherit\n---\n\n\
         You are the {words} of this project.\n\n\
         Look at what the task names, and at what is around it, before you answer.\n\
         Report what you found, most important first, each point with its file and line.\n\
         Where the task is not clear, say what is missing instead of guessing.\n"
    )
}

/// A text as YAML: as it is where every reader of YAML takes it so, else in quotes.
fn scalar(text: &str) -> String {
    /// Words that older YAML takes for booleans.
    const BOOLEANS: [&str; 6] = ["y", "yes", "n", "no", "on", "off"];
    let source = Source::new("", format!("key: {text}\n"));
    let entries = yaml::parse(0, &source, 0..source.text.len()).unwrap_or_default();
    let is_plain = matches!(entries.as_slice(), [entry] if matches!(&entry.value.value, Yaml::Text(value) if value == text))
        && text.starts_with(char::is_alphabetic)
        && !text.contains('\t')
        && !BOOLEANS.contains(&text.to_lowercase().as_str());
    // Each text of JSON is one of YAML.
    if is_plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}
