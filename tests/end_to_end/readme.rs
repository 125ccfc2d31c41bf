//! What the README and the documents beside it tell a newcomer, done word by word.

use std::fs;
use std::path::Path;

use crate::project::Project;

/// The blocks under one marker, such as `file: src/main.rs`, in their order.
fn blocks(marker: &str) -> Vec<String> {
    blocks_of(&["README.md", "docs/front-ends.md", "docs/settings.md"], marker)
}

/// The blocks of these documents.
fn blocks_of(documents: &[&str], marker: &str) -> Vec<String> {
    let document = |path: &&str| fs::read_to_string(Path::new(crate::ROOT).join(path)).unwrap();
    let readme: String = documents.iter().map(document).collect();
    let marker = format!("<!-- {marker} -->\n");
    let block = |rest: &str| {
        let (_, rest) = rest.split_once('\n').unwrap();
        rest.split_once("\n```").unwrap().0.to_owned() + "\n"
    };
    readme.split(marker.as_str()).skip(1).map(block).collect()
}

fn project(name: &str) -> Project {
    let project = Project::new(name);
    let dependencies = blocks("file: Cargo.toml").remove(0);
    assert!(dependencies.contains("\"../include-agents\""));
    project.manifest(name, "2024", &dependencies.replace("../include-agents", "ROOT"));
    project.write("agents/reviewer.md", &blocks("file: agents/reviewer.md")[1]);
    project.write("src/main.rs", &blocks("file: src/main.rs")[0]);
    project.write("build.rs", &blocks("file: build.rs")[0]);
    project
}

#[test]
fn the_quick_start_prints_what_it_says() {
    let project = project("readme-start");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, blocks("output: cargo run")[0]);
    project.agent("agents/second.md", "second");
    project.cargo(&["build"]).fails().says("`AgentKind::Second` not covered");
}

#[test]
fn the_defective_agent_gives_the_errors_shown() {
    let project = project("readme-defect");
    project.write("agents/reviewer.md", &blocks("file: agents/reviewer.md")[0]);
    let shown = blocks("output: cargo build").remove(0);
    project.cargo(&["build"]).fails().says(&shown);
}

#[test]
fn the_build_script_works_as_shown() {
    let project = project("readme-script");
    project.write("src/main.rs", &blocks("file: src/main.rs")[1]);
    project.write("build.rs", &blocks("file: build.rs")[1]);
    let prompt = "Read the change and the code around it. Report what is wrong, most serious first.\n";
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, prompt);
}

#[test]
fn the_builder_works_as_shown() {
    let project = project("readme-builder");
    project.write("src/main.rs", &blocks("file: src/main.rs")[2]);
    // What derives `Serialize` is not a crate of this project.
    let script = blocks("file: build.rs").remove(2);
    assert!(script.contains("#[derive(serde::Serialize)]"));
    project.write("build.rs", &script.replace("derive(serde::Serialize)", "non_exhaustive"));
    project.agent("agents/team/one.md", "one");
    project.agent("agents/team/two.md", "two");
    project.agent("agents/support/three.md", "three");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "2 1\n");
}

#[test]
fn the_long_form_works_as_shown() {
    let project = project("readme-team");
    let long = blocks("file: src/team.rs").remove(0);
    project.write("src/team.rs", &format!("#![allow(deprecated)]\n{long}"));
    let main = blocks("file: src/main.rs").remove(0);
    project.write("src/main.rs", &format!("mod team;\nconst _: usize = team::Team::COUNT;\n{main}"));
    project.write("agents/team/two.md", "---\nname: two\ndescription: Helps.\nversion: 2\n---\nDo it.\n");
    // The warning about `version` is silenced in that module, and the first folder holds the second.
    let outcome = project.cargo(&["check"]).fails();
    let headlines = outcome.headlines();
    assert!(headlines.iter().any(|line| line.starts_with("error[E0004]")), "{headlines:?}");
    assert_eq!(headlines.iter().filter(|line| line.starts_with("warning")).count(), 1, "{headlines:?}");
}

#[test]
fn the_settings_work_as_shown() {
    let project = project("readme-settings");
    project.write("agents/agents.toml", &blocks("file: agents/agents.toml")[0]);
    let agent = |name: &str, fields: &str, prompt: &str| {
        format!("---\nname: {name}\ndescription: Helps.\n{fields}---\n{prompt}\n")
    };
    let fields = "tools: Deploy, Agent(release-manager)\nmodel: house-model\nowner: us\n";
    project.write("agents/reviewer.md", &agent("reviewer", fields, "Deploy it."));
    project.write("agents/team/3d-artist.md", &agent("3d-artist", "", "Draw it."));
    project.write("agents/team/release-notes.md", &agent("release-notes", "", "Write about {{VERSION}}."));
    project.write("agents/team/drafts/half.md", "Not yet.\n");
    project.write("agents/notes.md", "No agent.\n");
    let main = "include_agents::include_agents!(\"agents/\");\nfn main() {\n    println!(\"{:?} {:?}\", AgentKind::ALL, REVIEWER.extra(\"owner\"));\n}\n";
    project.write("src/main.rs", main);
    let outcome = project.cargo(&["run"]).succeeds();
    assert_eq!(outcome.headlines(), [""; 0], "{}", outcome.stderr);
    assert_eq!(outcome.stdout, "[Artist3d, ReleaseNotes, Reviewer] Some(String(\"us\"))\n");
    // What the settings say applies, and a change of them is seen.
    project.write("agents/reviewer.md", &agent("reviewer", "ownr: us\n", "Deploy it."));
    project.cargo(&["check"]).fails().says("unknown field `ownr` [unknown-field]");
    project.write(
        "agents/agents.toml",
        "[rules]\nunknown-field = \"allow\"\n[fields]\nextra = [\"owner\"]\nexclude = [\"notes.md\"]\n",
    );
    project.cargo(&["check"]).fails().says("a declared field cannot have the name `exclude`");

    // The table of declared fields is another project.
    project.write("agents/agents.toml", blocks("file: agents/agents.toml").last().unwrap());
    for file in ["notes.md", "team/3d-artist.md", "team/release-notes.md", "team/drafts/half.md"] {
        project.remove(&format!("agents/{file}"));
    }
    project.write("agents/reviewer.md", &agent("reviewer", "tools: Read\nteam: payments\npriority: 1\n", "Read it."));
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents/\");\nfn main() {\n    let kind = AgentKind::Reviewer;\n    \
         println!(\"{:?} {} {} {:?} {:?}\", kind.team(), kind.priority(), kind.temperature(), kind.owner(), kind.areas());\n}\n",
    );
    let outcome = project.cargo(&["run"]).succeeds();
    assert_eq!(outcome.stdout, "Some(Payments) 1 0.7 None []\n");
}

#[test]
fn the_page_of_prompts_is_right() {
    let block = |marker: &str| blocks_of(&["docs/prompts.md"], marker).remove(0);
    let project = project("readme-prompts");
    project.remove("agents/reviewer.md");
    project.remove("build.rs");
    for file in ["agents/agents.toml", "agents/billing.md", "agents/_tone.md", "src/main.rs"] {
        project.write(file, &block(&format!("file: {file}")));
    }
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, block("output: cargo run"));
    project.write("agents/_tone.md", "Be friendly. Today is {{date}}. Sign as {{agent-name}}.\n");
    let outcome = project.cargo(&["build"]).fails();
    outcome.says(&block("output: cargo build"));
}

#[test]
fn the_pages_of_examples_show_parts_of_their_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let page = page("docs/examples.md") + &page("docs/run-time.md");
    let mut parts = 0;
    for part in page.split("<!-- from: ").skip(1) {
        let (path, rest) = part.split_once(" -->\n```rust\n").unwrap();
        let (code, _) = rest.split_once("```").unwrap();
        assert!(fs::read_to_string(root.join(path)).unwrap().contains(code), "{path} has no\n{code}");
        parts += 1;
    }
    assert!(parts > 0);
}
