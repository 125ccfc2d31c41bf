//! Loading a folder of agents: what becomes of good files, of broken ones, and of those that did not change.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test may")]

use std::fs;
use std::path::Path;
use std::ptr;

use include_agents_runtime::{Agent, Loader, Report};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The report of a folder, whose path is different in each run.
fn text(report: &Report, folder: &TempDir) -> String {
    report.to_string().replace(folder.path().to_str().unwrap(), "agents")
}

const REVIEWER: &str =
    "---\nname: reviewer\ndescription: Reviews a change.\ntools: Read, Grep\n---\n\nRead the change.\n";
const WRITER: &str = "---\nname: writer\ndescription: Writes a report.\ntools: Write\n---\nWrite the report.\n";

#[test]
fn agents_come_in_order_of_name_from_every_depth() {
    let folder = folder(&[("writer.md", WRITER), ("team/reviewer.md", REVIEWER), ("README.md", "No agent.\n")]);
    let roster = Loader::new(folder.path()).load();
    assert!(roster.report().is_empty(), "{}", roster.report());
    let names: Vec<_> = roster.iter().map(Agent::name).collect();
    assert_eq!((names, roster.len()), (vec!["reviewer", "writer"], 2));

    let reviewer = roster.get("reviewer").unwrap();
    assert_eq!((reviewer.description(), reviewer.prompt()), ("Reviews a change.", "Read the change."));
    assert_eq!(reviewer.body(), "\nRead the change.\n");
    assert!(reviewer.may_use("Grep") && !reviewer.may_use("Write"));
    assert_eq!(Path::new(reviewer.path()), folder.path().join("team/reviewer.md"));
    assert!(roster.get("Reviewer").is_none() && roster.get("").is_none());

    assert!(roster.clone().into_iter().zip(&roster).all(|(left, right)| ptr::eq(left, right)));
    assert_eq!(roster.into_result().unwrap().len(), 2);
}

#[test]
fn a_broken_file_is_reported_and_the_agents_beside_it_are_loaded() {
    let broken = "---\nname: reviewer\ndescription: Reviews a change.\ntools: Read, Grep\nmodel: sonet\n---\nRead.\n";
    let folder = folder(&[("reviewer.md", broken), ("writer.md", WRITER)]);
    let roster = Loader::new(folder.path()).load();
    assert!(roster.get("reviewer").is_none() && roster.get("writer").is_some());

    let report = roster.report();
    assert_eq!((report.errors(), report.warnings()), (1, 0));
    let expected = "\
error: unknown model `sonet` [misspelled-model]
 --> agents/reviewer.md:5:8
  |
5 | model: sonet
  |        ^^^^^ help: did you mean `sonnet`?
  |
  = note: Claude Code sends an unknown model as it is written: the agent may fail when it is first called
";
    assert_eq!(text(report, &folder), expected);
    assert!(report.colored(80).contains("\u{1b}["));

    // A program that wants all or nothing.
    let report = roster.into_result().unwrap_err();
    assert_eq!(text(&report, &folder), expected);
}

#[test]
fn a_warning_refuses_nothing() {
    let folder = folder(&[("reviewer.md", &REVIEWER.replace("tools: Read, Grep", "team: platform"))]);
    let roster = Loader::new(folder.path()).load().into_result().unwrap();
    assert!(roster.report().warnings() > 0, "{}", roster.report());
    assert!(roster.get("reviewer").unwrap().extra("team").is_some());
}

#[test]
fn of_two_agents_with_one_name_the_compiler_decides() {
    let folder = folder(&[("reviewer.md", REVIEWER), ("old/other.md", REVIEWER), ("writer.md", WRITER)]);
    let roster = Loader::new(folder.path()).load();
    assert!(text(roster.report(), &folder).contains("two agents are named `reviewer` [duplicate-name]"));
    assert_eq!(roster.iter().map(Agent::name).collect::<Vec<_>>(), ["writer"]);
}

#[test]
fn the_settings_of_the_folder_are_heeded() {
    let settings = "exclude = ['drafts/**']\nnames = 'qualified'\n[rules]\nunknown-field = 'error'\n";
    let strange = WRITER.replace("tools: Write", "team: platform\ntools: Write");
    let files =
        [("agents.toml", settings), ("team/reviewer.md", REVIEWER), ("drafts/a.md", "x"), ("writer.md", &strange)];
    let folder = folder(&files);
    let roster = Loader::new(folder.path()).load();
    assert_eq!(roster.iter().map(Agent::name).collect::<Vec<_>>(), ["team:reviewer"], "{}", roster.report());
    assert!(text(roster.report(), &folder).starts_with("error: unknown field `team`"), "{}", roster.report());
}

#[test]
fn a_file_that_did_not_change_is_the_same_agent() {
    let folder = folder(&[("reviewer.md", REVIEWER), ("writer.md", WRITER)]);
    let loader = Loader::new(folder.path());
    let load = |name: &str| loader.load().get(name).unwrap();
    let (reviewer, writer) = (load("reviewer"), load("writer"));

    write(folder.path(), "writer.md", &WRITER.replace("report", "letter"));
    assert!(ptr::eq(load("reviewer"), reviewer));
    assert!(!ptr::eq(load("writer"), writer));
    assert_eq!((writer.prompt(), load("writer").prompt()), ("Write the report.", "Write the letter."));

    // A text that comes back, too.
    write(folder.path(), "writer.md", WRITER);
    assert!(ptr::eq(load("writer"), writer));

    // Another path is another agent.
    fs::rename(folder.path().join("writer.md"), folder.path().join("author.md")).unwrap();
    assert!(!ptr::eq(load("writer"), writer));
}

#[test]
fn a_missing_folder_is_an_error_and_an_empty_roster() {
    let folder = folder(&[("agents/writer.md", WRITER)]);
    let roster = Loader::new(folder.path().join("agnets")).load();
    assert!(roster.is_empty());
    assert_eq!(roster.report().errors(), 1);
    let shown = text(roster.report(), &folder);
    assert!(shown.starts_with("error: cannot read the folder `agents/agnets`: no such file or directory"), "{shown}");
    assert!(shown.contains("help: did you mean the folder `agents`, which is next to it?"), "{shown}");
}

#[test]
fn a_relative_folder_starts_from_the_current_directory() {
    // Cargo runs a test in the folder of its package.
    let roster = Loader::new("tests/agents").load();
    assert_eq!(roster.get("reviewer").unwrap().path(), "tests/agents/reviewer.md");
}
