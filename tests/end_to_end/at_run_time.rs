//! Agents that are loaded at run time are those that are compiled.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::compile;
use include_agents_compiler::emit::rust::item::ItemOptions;

use crate::ROOT;
use crate::project::Project;

const MAIN: &str = r#"
use std::fmt::Display;
use include_agents::{Agent, AgentSet};
use include_agents_runtime::Loader;

fn render(agent: &Agent) -> String {
    let names = agent.template().parameters();
    let values: Vec<_> = names.iter().map(|name| (*name, name as &dyn Display)).collect();
    agent.template().render(&values).unwrap()
}

fn compare<Kind: AgentSet>(folder: &str) {
    let roster = Loader::new(folder).load();
    assert_eq!(roster.report().errors(), 0, "{}", roster.report());
    assert_eq!(roster.len(), Kind::COUNT, "{folder}");
    for (kind, loaded) in Kind::ALL.iter().zip(&roster) {
        let compiled = kind.agent();
        assert_eq!(format!("{loaded:#?}"), format!("{compiled:#?}"), "{folder}");
        assert_eq!((loaded.prompt(), render(loaded)), (compiled.prompt(), render(compiled)), "{folder}");
    }
}
"#;

/// Copies a folder of agents without the files that have an error. Whether any agent is left.
fn copy_good(from: &Path, project: &Project, to: &str) -> bool {
    let mut broken = BTreeSet::new();
    loop {
        let target = project.path(to);
        let _ = fs::remove_dir_all(&target);
        copy(from, from, &broken, project, to);
        let compilation = compile(&Disk::of_package(project.path("")), to, &ItemOptions::file());
        let errors = compilation.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let files: Vec<_> = errors
            .map(|error| {
                Some(compilation.folder.below(&compilation.folder.source(error.span()?.file)?.path).to_owned())
            })
            .collect();
        if files.is_empty() {
            return !compilation.folder.sources.is_empty();
        }
        for file in files {
            // An error about the whole folder has no file.
            let Some(file) = file else { return false };
            if !broken.insert(file) {
                return false;
            }
        }
    }
}

fn copy(folder: &Path, root: &Path, without: &BTreeSet<String>, project: &Project, to: &str) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let below = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        if path.is_dir() {
            copy(&path, root, without, project, to);
        } else if !without.contains(&below) {
            project.write_bytes(&format!("{to}/{below}"), &fs::read(&path).unwrap());
        }
    }
}

#[test]
fn loaded_agents_are_the_compiled_ones_in_every_case() {
    let project = Project::new("at-run-time");
    project.manifest(
        "at-run-time",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\ninclude-agents-runtime = { path = \"ROOT/agent-runtime\" }",
    );
    let mut cases: Vec<_> =
        fs::read_dir(Path::new(ROOT).join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let (mut modules, mut calls) = (Vec::new(), Vec::new());
    for (number, case) in cases.iter().enumerate() {
        let folder = format!("cases/{}", case.file_name().unwrap().to_str().unwrap());
        if copy_good(&case.join("agents"), &project, &folder) {
            modules.push(format!("mod case_{number} {{ include_agents::include_agents!({folder:?}); }}\n"));
            calls.push(format!("    compare::<case_{number}::AgentKind>({folder:?});\n"));
        }
    }
    let compared = modules.len();
    assert!(compared > 60, "{compared}");
    let (modules, calls) = (modules.concat(), calls.concat());
    project.write("src/main.rs", &format!("#![allow(warnings)]\n{MAIN}\n{modules}\nfn main() {{\n{calls}}}\n"));
    project.cargo(&["run"]).succeeds();
}
