//! What the documentation shows of the command is what it prints.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::ROOT;
use crate::folder::Folder;
use crate::project::Project;

pub(crate) fn document(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

/// The blocks of a document under markers such as `output: agentc check`, with what the marker says.
pub(crate) fn blocks(document: &str, marker: &str) -> Vec<(String, String)> {
    let marker = format!("<!-- {marker}: ");
    let block = |rest: &str| {
        let (name, rest) = rest.split_once(" -->\n```").unwrap();
        let (_, rest) = rest.split_once('\n').unwrap();
        (name.to_owned(), rest.split_once("\n```").unwrap().0.to_owned() + "\n")
    };
    document.split(&marker).skip(1).map(block).collect()
}

/// The time that a summary names is another each time.
fn without_time(text: &str) -> String {
    let time = |line: &str| match line.split_once(" in 0.") {
        Some((before, after)) => format!("{before} in 0.{}", after.trim_start_matches(|c: char| c.is_ascii_digit())),
        None => line.to_owned(),
    };
    text.lines().map(time).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_documents_show_what_the_command_prints() {
    let readme = document("README.md") + &document("docs/agentc.md");
    let folder = Folder::new();
    let (_, defective) = blocks(&readme, "file").into_iter().find(|(name, _)| name == "agents/reviewer.md").unwrap();
    folder.write("agents/reviewer.md", defective);
    let outputs = blocks(&readme, "output")
        .into_iter()
        .filter_map(|(name, output)| name.strip_prefix("agentc ").map(|arguments| (arguments.to_owned(), output)));
    let mut count = 0;
    for (arguments, output) in outputs {
        let outcome = folder.agentc(&arguments.split(' ').collect::<Vec<_>>());
        // Of a diff only the diff is shown.
        let printed = if arguments.contains("--diff") { outcome.stdout } else { outcome.stdout + &outcome.stderr };
        assert_eq!(without_time(&printed), without_time(&output), "agentc {arguments}");
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn every_command_is_documented() {
    let page = document("docs/agentc.md");
    let help = Folder::new().agentc(&["--help"]).stdout;
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(page.contains(&format!("`agentc {command}")), "{command}");
    }
}

#[test]
fn the_keys_of_json_are_those_of_the_documentation() {
    let page = document("docs/agentc.md");
    let table = page.split("`--format json` prints").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    let cells = table.lines().skip(2).filter_map(|row| row.split('|').nth(1));
    let documented: BTreeSet<_> =
        cells.flat_map(|cell| cell.split(',')).map(|key| key.trim().trim_matches('`').to_owned()).collect();
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    let finding = folder.agentc(&["check", "--format", "json"]).ends(0).json()[0].clone();
    assert_eq!(finding.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>(), documented);
}

#[cfg(unix)]
#[test]
fn the_steps_of_the_workflow_and_the_hook_run() {
    let page = document("docs/agentc.md");
    let workflow = blocks(&page, "file").into_iter().find(|(name, _)| name.ends_with("agents.yml")).unwrap().1;
    let workflow: serde_yaml::Value = serde_yaml::from_str(&workflow).unwrap();
    let steps = workflow["jobs"]["agents"]["steps"].as_sequence().unwrap();
    let commands: Vec<_> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    let hooks: serde_yaml::Value = serde_yaml::from_str(&document(".pre-commit-hooks.yaml")).unwrap();
    let hook = hooks[0]["entry"].as_str().unwrap();
    let config = blocks(&page, "file").into_iter().find(|(name, _)| name.contains("pre-commit")).unwrap().1;
    let config: serde_yaml::Value = serde_yaml::from_str(&config).unwrap();
    let used = &config["repos"][0]["hooks"][0];
    assert_eq!(used["id"], hooks[0]["id"]);
    let hook = format!("{hook} {} agents/one.md agents/agents.toml", used["args"][0].as_str().unwrap());
    let [install, check] = commands.as_slice() else { panic!("{commands:?}") };
    assert_eq!(*install, "cargo install --locked agentc");

    let folder = Folder::new();
    let path = Path::new(env!("CARGO_BIN_EXE_agentc")).parent().unwrap().to_owned();
    let path =
        std::env::join_paths([path].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())));
    let run = |line: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-ec", line]).current_dir(folder.path("")).env("PATH", path.as_ref().unwrap());
        shell.output().unwrap()
    };
    folder.agent("agents/one.md", "");
    folder.write("agents/agents.toml", "");
    for line in [*check, &hook] {
        assert_eq!(run(line).status.code(), Some(0), "{line}");
    }
    folder.agent("agents/one.md", "version: 1\n");
    assert!(String::from_utf8(run(check).stdout).unwrap().starts_with("::warning file=agents/one.md,line=4,"));
    for line in [*check, &hook] {
        assert_eq!(run(line).status.code(), Some(1), "{line}");
    }
}

/// What a page does, step by step: `file`, `remove` and `output`, with the name and the text of each.
fn steps(page: &str) -> Vec<(String, String, String)> {
    let step = |rest: &str| {
        let (marker, rest) = rest.split_once(" -->\n").unwrap();
        let (word, name) = marker.split_once(": ").unwrap();
        let (_, text) = rest.split_once('\n').unwrap_or_default();
        let text = if word == "remove" { "" } else { text.split("\n```").next().unwrap() };
        (word.to_owned(), name.to_owned(), text.to_owned() + "\n")
    };
    page.split("<!-- ").skip(1).map(step).collect()
}

#[test]
fn the_guide_goes_as_it_shows() {
    let page = document("docs/guide.md");
    let folder = Folder::new();
    let project = Project::new("guide");
    let mut shown = page.clone();
    for (word, name, text) in steps(&page) {
        match word.as_str() {
            "remove" => folder.remove(&name),
            "file" => folder.write(&name, &text),
            "output" => {
                let printed = if let Some(arguments) = name.strip_prefix("agentc ") {
                    let outcome = folder.agentc(&arguments.split(' ').collect::<Vec<_>>());
                    if arguments.contains("--diff") { outcome.stdout } else { outcome.stdout + &outcome.stderr }
                } else {
                    for entry in fs::read_dir(folder.path("agents")).unwrap() {
                        let name = entry.unwrap().file_name().into_string().unwrap();
                        project.write(&format!("agents/{name}"), &folder.read(&format!("agents/{name}")));
                    }
                    for file in ["build.rs", "src/main.rs"] {
                        project.write(file, &folder.read(file));
                    }
                    let manifest = folder.read("Cargo.toml").replace("../include-agents", &ROOT.replace('\\', "/"));
                    project.write("Cargo.toml", &(manifest + "\n[workspace]\n"));
                    project.cargo(&["run"]).succeeds().stdout
                };
                if without_time(&printed) != without_time(&text) {
                    shown = shown.replacen(&text, &printed, 1);
                }
            }
            _ => panic!("{word}"),
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(Path::new(ROOT).join("docs/guide.md"), shown).unwrap();
    } else {
        assert!(
            shown == page,
            "docs/guide.md shows something else: run this test with BLESS=1, and read the difference"
        );
    }
}
