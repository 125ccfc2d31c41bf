//! Which agents a call is about.

use std::io::Write as _;
use std::process::Stdio;

use crate::folder::{Folder, Outcome};

/// The places of all findings.
fn places(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let outcome = folder.agentc(&[&["check", "--format", "short"], arguments].concat());
    outcome.stdout.lines().filter_map(|line| line.split(": ").next()).map(str::to_owned).collect()
}

#[test]
fn without_a_path_the_usual_folders_are_taken() {
    let folder = Folder::new();
    folder.agentc(&["check"]).ends(2).says("neither `agents` nor `.claude/agents` exists here");
    folder.agent(".claude/agents/one.md", "version: 1\n");
    assert_eq!(places(&folder, &[]), [".claude/agents/one.md:4:1"]);
    folder.agent("agents/two.md", "version: 1\n");
    assert_eq!(places(&folder, &[]), ["agents/two.md:4:1"]);
}

#[test]
fn paths_are_shown_from_where_the_command_is_called() {
    let folder = Folder::new();
    folder.agent("work/agents/team/one.md", "version: 1\n");
    for (path, place) in [
        ("work/agents", "work/agents/team/one.md:4:1"),
        ("./work//agents/", "work/agents/team/one.md:4:1"),
        (".\\work\\agents\\", "work/agents/team/one.md:4:1"),
        ("work\\agents\\team\\one.md", "work/agents/team/one.md:4:1"),
        ("work/agents/team/one.md", "work/agents/team/one.md:4:1"),
        (folder.path("work/agents").to_str().unwrap(), "work/agents/team/one.md:4:1"),
    ] {
        assert_eq!(places(&folder, &[path]), [place], "{path}");
    }
    let from = |here: &str, path: &str| {
        let output =
            folder.command().current_dir(folder.path(here)).args(["check", "--format", "short", path]).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    assert!(from("work/agents", ".").starts_with("team/one.md:4:1: "));
    assert!(from("work/agents/team", "..").starts_with("../team/one.md:4:1: "));
    assert!(from("work/agents/team", "one.md").starts_with("../team/one.md:4:1: "));
}

#[test]
fn the_agents_of_a_plugin_are_known_from_everywhere() {
    let folder = Folder::new();
    folder.write("work/.claude-plugin/plugin.json", "{}");
    folder.agent("work/agents/team/one.md", "permissionMode: plan\n");
    folder.agent("other/agents/one.md", "permissionMode: plan\n");
    let counts = |here: &str, path: &str| {
        let output =
            folder.command().current_dir(folder.path(here)).args(["check", "--format", "short", path]).output();
        String::from_utf8(output.unwrap().stdout).unwrap().matches("[ignored-field]").count()
    };
    for (here, path) in [
        ("", "work/agents"),
        ("work", "agents"),
        ("work/agents", "."),
        ("work/agents/team", ".."),
        ("work", "agents/team"),
    ] {
        assert_eq!(counts(here, path), 1, "{here} {path}");
    }
    assert_eq!(counts("", "other/agents"), 0);
}

#[test]
fn a_file_is_checked_among_the_agents_of_its_folder() {
    let folder = Folder::new();
    folder.agent("agents/lead.md", "tools: Agent(worker), Agent(workr)\n");
    folder.agent("agents/team/worker.md", "version: 1\n");
    folder.agent("agents/other.md", "author: x\n");
    // Only one of two agents does not exist, and diagnostics of other files are not shown.
    assert_eq!(places(&folder, &["agents/lead.md"]), ["agents/lead.md:4:29"]);
    assert_eq!(places(&folder, &["agents/team/worker.md"]), ["agents/team/worker.md:4:1"]);
    assert_eq!(places(&folder, &["agents/other.md", "agents/lead.md"]), ["agents/lead.md:4:29", "agents/other.md:4:1"]);
    // What two files have in common is said of each.
    folder.write("agents/twin.md", "---\nname: lead\ndescription: Helps.\n---\nDo it.\n");
    for path in ["agents/lead.md", "agents/twin.md"] {
        let outcome = folder.agentc(&["check", path]).ends(1);
        assert!(outcome.stdout.contains("[duplicate-name]"), "{}", outcome.stdout);
    }
    assert_eq!(folder.agentc(&["check", "agents/team/worker.md"]).summary().split(':').next(), Some("checked 1 agent"));
}

#[test]
fn settings_make_a_folder_of_agents_of_any_name() {
    let folder = Folder::new();
    folder.agent("prompts/lead.md", "tools: Agent(worker)\nowner: us\n");
    folder.agent("prompts/worker.md", "");
    folder.write("prompts/agents.toml", "[fields]\nextra = [\"owner\"]\n");
    assert!(places(&folder, &["prompts/lead.md"]).is_empty());
}

#[test]
fn a_file_of_no_folder_of_agents_is_checked_alone() {
    let folder = Folder::new();
    folder.agent("notes/lead.md", "tools: Agent(somebody)\nversion: 1\n");
    folder.write("notes/shopping.md", "Milk.\n");
    // Whether `somebody` exists is not known.
    assert_eq!(places(&folder, &["notes/lead.md"]), ["notes/lead.md:5:1"]);
    let outcome = folder.agentc(&["check", "notes/lead.md", "--rule", "unknown-agent=error"]).ends(1);
    assert!(outcome.stdout.contains("agent `somebody` does not exist"), "{}", outcome.stdout);
}

#[cfg(unix)]
#[test]
fn two_ways_to_a_folder_or_a_file_are_one() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\ntools: Agent(nobody)\n");
    symlink("agents", folder.path("link")).unwrap();
    symlink("one.md", folder.path("agents/other.md")).unwrap();
    std::fs::create_dir_all(folder.path(".claude")).unwrap();
    folder.agent("my-team/two.md", "tools: Agent(nobody)\n");
    symlink("../my-team", folder.path(".claude/agents")).unwrap();
    assert_eq!(places(&folder, &["agents", "link"]), ["agents/one.md:4:1", "agents/one.md:5:14"]);
    assert_eq!(places(&folder, &["agents/other.md"]), ["agents/one.md:4:1", "agents/one.md:5:14"]);
    assert_eq!(places(&folder, &[".claude/agents/two.md"]), [".claude/agents/two.md:4:14"]);
}

#[test]
fn the_settings_can_be_asked_for_by_themselves() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    folder.write("agents/agents.toml", "[[silence]]\nfile = \"x.md\"\nrule = \"secret\"\nreason = \"-\"\n");
    assert_eq!(places(&folder, &["agents/agents.toml"]), ["agents/agents.toml:1:1"]);
    assert_eq!(places(&folder, &["agents/one.md"]), ["agents/one.md:4:1"]);
}

#[test]
fn a_file_that_is_no_agent_is_told() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    folder.write("agents/README.md", "About these agents.\n");
    folder.write("agents/draft.md", "Not yet.\n");
    folder.write("agents/agents.toml", "exclude = [\"draft.md\"]\n");
    for path in ["agents/README.md", "agents/draft.md"] {
        let note = format!("skipping `{path}`: excluded by its name or by agents.toml");
        folder.agentc(&["check", path]).ends(0).says(&note);
    }
    folder.agentc(&["check", "agents/agents.toml"]).ends(0);
    folder.write("agents/notes.txt", "");
    folder.agentc(&["check", "agents/notes.txt"]).ends(2).says("(expected `.md`)");
}

#[test]
fn a_path_that_is_not_there_fails_with_what_is() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    folder
        .agentc(&["check", "agnts"])
        .ends(2)
        .says("error: cannot read the folder `agnts`: no such file or directory")
        .says("help: did you mean the folder `agents`, which is next to it?");
    folder.agentc(&["check", "agents/on.md"]).ends(2).says("cannot read `agents/on.md`: no such file or directory");
}

#[test]
fn standard_input_is_an_agent() {
    let folder = Folder::new();
    let text = "---\nname: worker\ndescription: Helps.\ntools: Agent(lead), Agent(nobody)\n---\nDo it.\n";
    // Without a path, neither the other agents nor the name of the file are known.
    folder.agentc_with(text, &["check", "-"]).ends(0).prints("");
    let outcome = folder.agentc_with("---\nname: x\n---\n", &["check", "-", "--format", "short"]).ends(1);
    assert!(outcome.stdout.starts_with("<stdin>:1:1: error: "), "{}", outcome.stdout);
    // With a path, it is checked among the others, even if the file does not exist yet.
    folder.agent("agents/lead.md", "");
    let arguments = ["check", "-", "--stdin-path", "agents/worker.md", "--format", "short"];
    let outcome = folder.agentc_with(text, &arguments).ends(1);
    assert!(
        outcome.stdout.starts_with("agents/worker.md:4:27: error: agent `nobody` does not exist"),
        "{}",
        outcome.stdout
    );
    assert_eq!(outcome.stdout.lines().count(), 1);
    for path in ["agents/team/deep/new.md", "elsewhere/agents/new.md"] {
        let outcome = folder
            .agentc_with("---\nname: new\n---\nDo it.\n", &["check", "-", "--stdin-path", path, "--format", "short"]);
        assert!(outcome.stdout.starts_with(&format!("{path}:1:1: error: missing field `description`")), "{outcome:?}");
    }
    // Also where the folder of agents lies above.
    folder.agent("agents/team/one.md", "");
    let mut command = folder.command();
    command.current_dir(folder.path("agents/team")).args(["fix", "-", "--stdin-path", "one.md"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let given = "---\nname: one\ndescription: Helps.\ntools: bash\n---\nNew.\n";
    child.stdin.take().unwrap().write_all(given.as_bytes()).unwrap();
    Outcome::of(&child.wait_with_output().unwrap()).ends(0).prints(&given.replace("bash", "Bash"));
    folder.agentc(&["check", "-", "-"]).ends(2).says("`-` can be given only once");
    // What is on the disk does not count then.
    folder.write("agents/worker.md", "broken\n");
    folder.agentc_with(text, &arguments).ends(1).prints(&outcome.stdout);
    folder.agentc(&["check", "--stdin-path", "agents/worker.md"]).ends(2).says("`--stdin-path` requires the path `-`");
}
