//! What a build notices when files of the folder come, change and go.

use crate::project::{Outcome, Project};

const MATCH: &str = "fn main() {
    for kind in AgentKind::ALL {
        match kind {
            AgentKind::Alpha => println!(\"alpha\"),
            AgentKind::Beta => println!(\"beta\"),
        }
    }
}
";

/// Two agents, and a program that matches on them; `watch` and `compile` go into the build script.
fn project(name: &str, helper: &str) -> Project {
    let project = Project::new(name);
    project.agent("agents/alpha.md", "alpha");
    project.agent("agents/beta.md", "beta");
    let build = "[build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }";
    project.manifest(name, "2024", &format!("[dependencies]\ninclude-agents = {{ path = \"ROOT\" }}\n{build}"));
    project.write("build.rs", &format!("fn main() {{\n    include_agents_build::{helper}(\"agents/\");\n}}\n"));
    let items = match helper {
        "watch" => "include_agents::include_agents!(\"agents/\");\n",
        _ => "include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n",
    };
    project.write("src/main.rs", &format!("{items}{MATCH}"));
    project
}

/// The errors of rustc, each with the line of main.rs that it points at.
fn errors(outcome: &Outcome) -> Vec<(String, String)> {
    let lines: Vec<_> = outcome.stderr.lines().collect();
    let place = |line: &str| line.trim_start().strip_prefix("--> src/main.rs:")?.split(':').next().map(str::to_owned);
    let errors = lines.windows(2).filter(|pair| pair[0].starts_with("error["));
    errors.map(|pair| (pair[0][..12].to_owned(), place(pair[1]).unwrap_or_default())).collect()
}

fn an_added_renamed_or_deleted_agent_breaks_its_own_arm_alone(helper: &str) {
    let project = project(&format!("changes-{helper}"), helper);
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "alpha\nbeta\n");

    let not_covered = |line: &str| ("error[E0004]".to_owned(), line.to_owned());
    let no_such_variant = |line: &str| ("error[E0599]".to_owned(), line.to_owned());

    project.agent("agents/team/gamma.md", "gamma");
    let added = project.cargo(&["build"]).fails();
    assert_eq!(errors(&added), [not_covered("4")], "{}", added.stderr);
    added.says("`&AgentKind::Gamma` not covered");

    project.remove("agents/team/gamma.md");
    project.cargo(&["build"]).succeeds();

    project.rename("agents/beta.md", "agents/delta.md");
    project.agent("agents/delta.md", "delta");
    let renamed = project.cargo(&["build"]).fails();
    assert_eq!(errors(&renamed), [no_such_variant("6")], "{}", renamed.stderr);

    project.remove("agents/delta.md");
    let deleted = project.cargo(&["build"]).fails();
    assert_eq!(errors(&deleted), [no_such_variant("6")], "{}", deleted.stderr);

    project.agent("agents/beta.md", "beta");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "alpha\nbeta\n");
}

#[test]
fn the_macro_with_watch_breaks_the_arm_concerned() {
    an_added_renamed_or_deleted_agent_breaks_its_own_arm_alone("watch");
}

#[test]
fn the_build_script_breaks_the_arm_concerned() {
    an_added_renamed_or_deleted_agent_breaks_its_own_arm_alone("compile");
}

#[test]
fn the_macro_alone_sees_changed_and_deleted_files() {
    let project = Project::new("changes-alone");
    project.agent("agents/alpha.md", "alpha");
    project.agent("agents/beta.md", "beta");
    let program = "include_agents::include_agents!(\"agents/\");\nfn main() {\n    for kind in AgentKind::ALL {\n        println!(\"{}\", kind.agent().prompt());\n    }\n}\n";
    project.write("src/main.rs", program);
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "Do that thing.\nDo that thing.\n");
    project.write("agents/alpha.md", "---\nname: alpha\ndescription: Helps.\n---\nDo another thing.\n");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "Do another thing.\nDo that thing.\n");
    project.remove("agents/beta.md");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "Do another thing.\n");
}

#[test]
fn a_mended_agent_mends_the_build() {
    for helper in ["watch", "compile"] {
        let project = project(&format!("changes-fixed-{helper}"), helper);
        project.write("agents/beta.md", "---\nname: beta\ndescription: Helps.\nmodle: opus\n---\nDo it.\n");
        project.cargo(&["build"]).fails().says("agents/beta.md:4:1");
        project.agent("agents/beta.md", "beta");
        project.cargo(&["build"]).succeeds();
    }
}

#[test]
fn watching_a_folder_that_is_not_there_is_a_warning() {
    let project = project("changes-nowhere", "watch");
    project.write("build.rs", "fn main() {\n    include_agents_build::watch(\"agentz/\");\n}\n");
    project.cargo(&["check"]).succeeds().says("the folder `agentz/` to watch is not in");
}

#[test]
fn two_folders_of_one_name_do_not_replace_each_other() {
    let project = project("changes-twice", "compile");
    project.agent("other/agents/alpha.md", "alpha");
    project.write(
        "build.rs",
        "fn main() {\n    include_agents_build::compile(\"agents\");\n    include_agents_build::compile(\"other/agents\");\n}\n",
    );
    project
        .cargo(&["check"])
        .fails()
        .says("`agents.rs` was written for another folder: choose another name with `Builder::output`");
}

#[test]
fn nothing_is_built_again_without_a_change() {
    for helper in ["watch", "compile"] {
        let project = project(&format!("changes-none-{helper}"), helper);
        project.cargo(&["build"]).succeeds();
        let again = project.cargo(&["build"]).succeeds();
        assert!(!again.stderr.contains("Compiling"), "{}", again.stderr);
    }
}

#[test]
fn the_generated_file_is_written_only_when_there_is_something_new() {
    let project = project("changes-written", "compile");
    project.write(
        "src/main.rs",
        "#[allow(dead_code)]\nmod agents {\n    include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n}\n\
         fn main() {\n    print!(\"{}\", env!(\"OUT_DIR\"));\n}\n",
    );
    let out = project.cargo(&["run"]).succeeds().stdout;
    let written = || std::fs::metadata(format!("{out}/agents.rs")).unwrap().modified().unwrap();
    let first = written();
    // The same text makes the script run, and gives the same code.
    project.agent("agents/beta.md", "beta");
    project.cargo(&["build"]).succeeds().says("Compiling");
    assert_eq!(written(), first);
    project.agent("agents/gamma.md", "gamma");
    project.cargo(&["build"]).succeeds();
    assert!(written() > first);
}
