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
    let project = Project::new("front-ends");
    copy(
        &project,
        &["agents", "tests/cases/every-field/agents", "tests/cases/dialects/agents", "tests/cases/recovery/agents"],
    );
    with_build_script(&project, "front-ends");
    let files = fs::read_dir(project.path("agents")).unwrap();
    let files = files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|end| end == "md")).count();
    // Both read the settings.
    project.write(
        "agents/agents.toml",
        "[names]\nbackend-architect = \"Designer\"\n[rules]\nunindented-text = \"warn\"\nunreadable-yaml = \"warn\"\n",
    );
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
        with_build_script(&project, "front-ends-checkout");
        project.write(
            "src/main.rs",
            "mod generated {\n    include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n}\n\
             fn main() {\n    println!(\"{}\", include_str!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\")));\n    \
             println!(\"{:#?}\", generated::AgentKind::ALL[0].agent());\n}\n",
        );
        project.cargo(&["run"]).succeeds().stdout
    };
    let (one, other) = (text("front-ends-one"), text("front-ends-other"));
    assert_eq!(one, other);
    assert!(!one.contains("front-ends-one"), "an absolute path in the output");
}

#[test]
fn the_long_form_and_a_builder_give_the_same_items() {
    let project = Project::new("front-ends-options");
    copy(&project, &["agents"]);
    with_build_script(&project, "front-ends-options");
    project.write(
        "build.rs",
        r##"
fn main() {
    let agents = std::path::Path::new("agents");
    include_agents_build::Builder::new()
        .name("Backend")
        .visibility("pub(crate)")
        .attribute("#[doc = \"The team.\"]")
        .attribute("#[repr(u8)]")
        .output("team.rs")
        .compile(agents);
    include_agents_build::Builder::new().name("Hidden").visibility("").output("hidden.rs").compile(agents);
    include_agents_build::compile(agents);
}
"##,
    );
    project.write(
        "src/main.rs",
        r#"
#![deny(missing_docs, private_interfaces)]
//! Three rosters.

mod by_macro {
    include_agents::include_agents! {
        /// The team.
        #[repr(u8)]
        pub(crate) enum Backend in "agents";
    }
}
mod by_script {
    include!(concat!(env!("OUT_DIR"), "/team.rs"));
}
mod hidden {
    include!(concat!(env!("OUT_DIR"), "/hidden.rs"));
    pub(super) fn count() -> usize {
        Hidden::COUNT
    }
}
mod plain {
    include!(concat!(env!("OUT_DIR"), "/agents.rs"));
}

fn show<Kind: include_agents::AgentSet>() -> Vec<String> {
    Kind::ALL.iter().map(|kind| format!("{kind:?} {kind} {:#?}", kind.agent())).collect()
}

fn main() {
    assert_eq!(show::<by_macro::Backend>(), show::<by_script::Backend>());
    assert_eq!(show::<by_macro::Backend>(), show::<plain::AgentKind>());
    assert_eq!((size_of::<by_script::Backend>(), by_script::Backend::SeniorBackendExpert as u8), (1, 4));
    assert_eq!(hidden::count(), plain::AgentKind::COUNT);
}
"#,
    );
    project.cargo(&["run"]).succeeds();
    let main = project.path("src/main.rs");
    let code = fs::read_to_string(&main).unwrap();
    for (path, message) in [
        ("hidden::Hidden::COUNT", "enum `Hidden` is private"),
        ("hidden::BACKEND_ARCHITECT.name()", "static import `BACKEND_ARCHITECT` is private"),
    ] {
        fs::write(&main, format!("{code}\nconst _: usize = {{ let _ = {path}; 0 }};\n")).unwrap();
        project.cargo(&["check"]).fails().says(message);
    }
}

#[test]
fn an_option_that_rust_would_not_take_is_an_error_of_the_build_script() {
    let project = Project::new("front-ends-refused");
    copy(&project, &["agents"]);
    with_build_script(&project, "front-ends-refused");
    project.write("src/main.rs", "fn main() {}\n");
    for (options, message) in [
        (".name(\"3d\")", "`3d` cannot be the name of an enum"),
        (".visibility(\"public\")", "`public` is not a visibility, such as `pub`"),
        (".attribute(\"derive(Extra)\")", "`derive(Extra)` is not an attribute for the enum: write one in the form"),
        (
            ".attribute(\"#[derive(Debug)]\")",
            "`#[derive(Debug)]` is not an attribute for the enum: the enum is `Debug` already: leave it out",
        ),
        (".output(\"../team.rs\")", "`../team.rs` is not the name of a file in `$OUT_DIR`"),
    ] {
        project.write(
            "build.rs",
            &format!("fn main() {{\n    include_agents_build::Builder::new(){options}.compile(\"agents\");\n}}\n"),
        );
        let message = format!("error: front-ends-refused@0.1.0: cannot compile the agents of `agents`: {message}");
        project.cargo(&["check"]).fails().says(&message);
    }
}
