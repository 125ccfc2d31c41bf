//! The command says what the macro and the build script say.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::ROOT;
use crate::folder::Outcome;
use crate::project::Project;

/// Fixtures with findings of many rules, in one package.
fn project() -> Project {
    let project = Project::new("agentc-front-ends");
    let mut count = 0;
    for case in fs::read_dir(Path::new(ROOT).join("tests/cases")).unwrap() {
        let case = case.unwrap().path();
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        let Ok(files) = fs::read_dir(case.join("agents")) else { continue };
        // Without the fields that its settings declare, their files have one finding in common.
        if name == "declared-fields" {
            continue;
        }
        for file in files {
            let file = file.unwrap().path();
            let file_name = file.file_name().unwrap().to_str().unwrap();
            if file_name.starts_with("finding") && file.is_file() {
                project.write_bytes(&format!("agents/{name}/{file_name}"), &fs::read(&file).unwrap());
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count}");
    project
}

#[test]
fn the_command_finds_what_the_macro_and_the_build_script_find() {
    let project = project();
    project.manifest(
        "agentc-front-ends",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n\
         [build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    project.write("src/main.rs", "include_agents::include_agents!(\"agents\");\nfn main() {}\n");
    let by_macro = project.cargo(&["check"]).fails();
    let agentc = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_agentc"));
        Outcome::of(&command.args(["check", "--format", format]).current_dir(project.path("")).output().unwrap())
            .ends(1)
    };

    // The macro shows each error as the command does, indented by rustc.
    let plain = |text: &str| {
        let lines =
            text.lines().map(|line| line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).to_owned());
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let by_macro = plain(&by_macro.stderr).join("\n");
    let mut from = 0;
    let mut errors = 0;
    for finding in agentc("human").stdout.split("\n\n").filter(|finding| finding.starts_with("error: ")) {
        // A line too long for the width is cut at another place there.
        let lines = plain(finding);
        let head =
            lines.iter().filter(|line| !line.starts_with(['|', '.'])).take(2).cloned().collect::<Vec<_>>().join("\n");
        let at = by_macro[from..].find(&head).unwrap_or_else(|| panic!("{head}\nis not in\n{}", &by_macro[from..]));
        from += at;
        errors += 1;
    }
    assert_eq!(by_macro.matches(" in this macro").count(), 0);
    let of_macro = by_macro.lines().filter(|line| line.starts_with("error: ") && line.ends_with(']')).count();
    assert_eq!((errors, errors > 40), (of_macro, true));

    // The build script has a line each, errors before warnings.
    project.write("build.rs", "fn main() {\n    include_agents_build::compile(\"agents\");\n}\n");
    project.write("src/main.rs", "fn main() {}\n");
    let by_script = project.cargo(&["check"]).fails().stderr;
    let short = agentc("short").stdout;
    for level in ["error", "warning"] {
        let marker = format!("{level}: agentc-front-ends@0.1.0: ");
        let by_script: Vec<_> = by_script.lines().filter_map(|line| line.strip_prefix(&marker)).collect();
        let found = short.lines().filter(|line| line.contains(&format!(": {level}: ")));
        let found: Vec<_> = found.map(|line| line.replacen(&format!(": {level}: "), ": ", 1)).collect();
        assert_eq!(by_script, found, "{level}");
        assert!(found.len() > 20, "{level}: {}", found.len());
    }
}

#[test]
fn an_export_is_what_serde_makes_of_the_compiled_agents() {
    let project = Project::new("agentc-serde");
    project.manifest(
        "agentc-serde",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\", features = [\"serde\"] }\nserde_json = \"1\"",
    );
    for folder in ["tests/cases/every-field/agents", "agents"] {
        for file in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap();
            project.write_bytes(&format!("agents/{name}"), &fs::read(&file).unwrap());
        }
    }
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents\");\nfn main() {\n    let agents = AgentKind::ALL.iter().map(|kind| (kind, kind.agent()));\n    \
         println!(\"{}\", serde_json::to_string(&agents.collect::<std::collections::BTreeMap<_, _>>()).unwrap());\n}\n",
    );
    let by_serde = project.cargo(&["run", "--quiet"]).succeeds().stdout;
    let mut command = Command::new(env!("CARGO_BIN_EXE_agentc"));
    let exported =
        command.args(["export", "--to", "claude-json", "agents"]).current_dir(project.path("")).output().unwrap();
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let (by_serde, exported) = (read(&by_serde), read(&String::from_utf8(exported.stdout).unwrap()));
    assert!(by_serde["release-manager"]["mcpServers"].is_array(), "{by_serde:#}");
    assert_eq!(by_serde.as_object().unwrap().len(), exported.as_object().unwrap().len());
    for (name, agent) in exported.as_object().unwrap() {
        for (field, value) in agent.as_object().unwrap() {
            assert_eq!(by_serde[name][field], *value, "{field} of {name}");
        }
        assert_eq!(by_serde[name].as_object().unwrap().len(), agent.as_object().unwrap().len(), "{name}");
    }
}
