//! The macro and the build script give the same items.

use std::fs;
use std::path::Path;

use crate::project::Project;

/// Copies the Markdown files of folders of this repository into one roster.
fn copy(project: &Project, folders: &[&str]) {
    for folder in folders {
        for entry in fs::read_dir(Path::new(crate::ROOT).join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            project.write_bytes(&format!("agents/{name}"), &fs::read(entry.path()).unwrap());
        }
    }
}

/// Gives a package both dependencies, and a build script that compiles its agents.
fn with_build_script(project: &Project, name: &str) {
    project.manifest(
        name,
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n\
         [build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    project.write("build.rs", "fn main() {\n    include_agents_build::compile(\"agents/\");\n}\n");
}

#[test]
fn macro_and_build_script_give_the_same_items() {
    let project = Project::new("doors");
    copy(
        &project,
        &["agents", "tests/cases/every-field/agents", "tests/cases/dialects/agents", "tests/cases/recovery/agents"],
    );
    with_build_script(&project, "doors");
    let files = fs::read_dir(project.path("agents")).unwrap().count();
    // Both read the settings.
    project.write("agents/agents.toml", "[names]\nbackend-architect = \"Designer\"\n");
    project.write(
        "src/main.rs",
        r#"
mod by_macro {
    include_agents::include_agents!("agents/");
}
mod by_script {
    include!(concat!(env!("OUT_DIR"), "/agents.rs"));
}

fn show<Kind: include_agents::AgentSet>() -> Vec<String> {
    Kind::ALL.iter().map(|kind| format!("{kind:?} {kind} {:#?}", kind.agent())).collect()
}

fn main() {
    let (by_macro, by_script) = (show::<by_macro::AgentKind>(), show::<by_script::AgentKind>());
    assert_eq!(by_macro, by_script);
    assert_eq!(by_macro.len(), by_macro::AgentKind::COUNT);
    assert_eq!(by_macro::DESIGNER.body(), by_script::DESIGNER.body());
    println!("{}", by_macro.len());
}
"#,
    );
    let count = project.cargo(&["run"]).succeeds().stdout;
    assert_eq!(count.trim(), files.to_string());
}

#[test]
fn two_checkouts_build_the_same_bytes() {
    let text = |name: &str| {
        let project = Project::new(name);
        copy(&project, &["agents"]);
        // One name for both packages, so that nothing but the folder differs.
        with_build_script(&project, "doors-checkout");
        project.write(
            "src/main.rs",
            "mod generated {\n    include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n}\n\
             fn main() {\n    println!(\"{}\", include_str!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\")));\n    \
             println!(\"{:#?}\", generated::AgentKind::ALL[0].agent());\n}\n",
        );
        project.cargo(&["run"]).succeeds().stdout
    };
    let (one, other) = (text("doors-one"), text("doors-other"));
    assert_eq!(one, other);
    assert!(!one.contains("doors-one"), "an absolute path in the output");
}
