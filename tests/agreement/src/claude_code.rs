//! Runs Claude Code on agent files, without a network: only the loopback with our own service on it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::service::{START, Seen, Service, Started};

/// What Claude Code made of an agent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Loaded {
    /// The description that the model is given.
    pub(crate) description: String,
    /// What became of it when it was started.
    pub(crate) started: Option<Started>,
}

/// The agents that are there without any file; a file may replace one.
pub(crate) const BUILT_IN: [&str; 7] =
    ["claude", "Explore", "general-purpose", "Plan", "statusline-setup", "claude-code-guide", "fork"];

/// The version of the program.
pub(crate) fn version(program: &Path) -> Result<String, String> {
    let output = Command::new(program).arg("--version").env("DISABLE_AUTOUPDATER", "1").output();
    let output = output.map_err(|error| format!("{} does not start: {error}", program.display()))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() { Ok(text) } else { Err(format!("{} does not start", program.display())) }
}

/// The agents that are loaded from these files, given by their paths below `.claude/agents`, and what becomes of each when it
/// is started.
pub(crate) fn load(program: &Path, files: &[(String, Vec<u8>)]) -> Result<BTreeMap<String, Loaded>, String> {
    // The names have to be known before the agents can be started.
    let (names, seen) = run(program, files, Vec::new())?;
    let descriptions = descriptions(&seen.list, &names);
    let (_, mut seen) = run(program, files, names.clone())?;
    let loaded = |name: String| {
        let description = descriptions.get(&name).cloned().unwrap_or_default();
        let started = seen.started.remove(&name);
        (name, Loaded { description, started })
    };
    Ok(names.into_iter().map(loaded).collect())
}

/// One session that starts these agents: all agents that are loaded, and what was seen.
fn run(program: &Path, files: &[(String, Vec<u8>)], names: Vec<String>) -> Result<(Vec<String>, Seen), String> {
    let service = Service::start(names).map_err(|error| format!("no service on the loopback: {error}"))?;
    let temporary = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (home, project) = (temporary.path().join("home"), temporary.path().join("project"));
    write(&home, &project, files).map_err(|error| format!("cannot write the files: {error}"))?;
    // An agent with a worktree of its own needs a commit.
    let name = ["-c", "user.name=agreement", "-c", "user.email=agreement@example.com"];
    for arguments in [&["init", "-q"][..], &[&name[..], &["commit", "-q", "--allow-empty", "-m", "start"]].concat()] {
        let git = Command::new("git").arg("-C").arg(&project).args(arguments).status();
        git.map_err(|error| format!("git does not start: {error}"))?;
    }
    let output = Command::new(program)
        .args(["-p", START, "--output-format", "stream-json", "--verbose"])
        .current_dir(&project)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").as_deref().unwrap_or(OsStr::new("/usr/bin:/bin")))
        .env("HOME", &home)
        .env("TERM", "dumb")
        .env("DISABLE_AUTOUPDATER", "1")
        .env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1")
        .env("ANTHROPIC_API_KEY", "none")
        .env("ANTHROPIC_BASE_URL", &service.address)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let first = text.lines().find(|line| line.contains("\"subtype\":\"init\""));
    let first: Value = first.and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default();
    let names = first.get("agents").and_then(Value::as_array);
    let names = names.ok_or_else(|| format!("no session: {text}{}", String::from_utf8_lossy(&output.stderr)))?;
    let names = names.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
    let seen = std::mem::take(&mut *service.seen());
    Ok((names, seen))
}

fn write(home: &Path, project: &Path, files: &[(String, Vec<u8>)]) -> std::io::Result<()> {
    fs::create_dir_all(home)?;
    for (path, content) in files {
        let path = project.join(".claude/agents").join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, content)?;
    }
    Ok(())
}

/// The descriptions in the list that the model is given: `- name: description (Tools: …)`.
fn descriptions(list: &str, names: &[String]) -> BTreeMap<String, String> {
    let list = list.split_once("Available agent types for the Agent tool:").map_or("", |(_, list)| list);
    let list = list.split("\n\nWhen you launch multiple agents").next().unwrap_or_default();
    let head = |name: &str| format!("\n- {name}: ");
    let mut starts: Vec<_> = names.iter().filter_map(|name| Some((list.find(&head(name))?, name.as_str()))).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([list.len()]);
    let entry = |(&(start, name), end): (&(usize, &str), usize)| {
        let entry = list.get(start..end)?.strip_prefix(&head(name))?;
        let description = entry.rsplit_once("(Tools: ").map_or(entry, |(description, _)| description);
        Some((name.to_owned(), description.trim_end().to_owned()))
    };
    starts.iter().zip(ends).filter_map(entry).collect()
}
