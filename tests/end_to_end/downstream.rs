//! What users publish: their own packages, each built from what Cargo has packed.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::ROOT;
use crate::project::Project;

/// The crates of this project by name and folder.
const CRATES: [(&str, &str); 5] = [
    ("include-agents", "."),
    ("include-agents-build", "agent-build"),
    ("include-agents-compiler", "agent-compiler"),
    ("include-agents-core", "agent-core"),
    ("include-agents-macros", "agent-macros"),
];

/// The dependencies of a package that is published: from a registry, which has not got them yet.
const DEPENDENCIES: &str = "description = \"A roster.\"\nlicense = \"MIT\"\n[dependencies]\ninclude-agents = \"0.1.0\"\n\
                            [build-dependencies]\ninclude-agents-build = \"0.1.0\"\n";

/// What is in place of the registry.
fn patches() -> Vec<String> {
    let patch = |(name, folder): (&str, &str)| {
        let folder = Path::new(ROOT).join(folder).display().to_string().replace('\\', "/");
        ["--config".to_owned(), format!("patch.crates-io.{name}.path=\"{folder}\"")]
    };
    CRATES.into_iter().flat_map(patch).collect()
}

fn manifest(project: &Project, name: &str) {
    project.write(
        "Cargo.toml",
        &format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{DEPENDENCIES}[workspace]\n"),
    );
}

fn cargo(project: &Project, command: &[&str]) -> String {
    let patches = patches();
    let arguments: Vec<_> = command.iter().copied().chain(patches.iter().map(String::as_str)).collect();
    project.cargo(&arguments).succeeds().stdout
}

/// Packs a package, and unpacks it in another folder.
fn packed(project: &Project, name: &str) -> Project {
    cargo(project, &["package", "--allow-dirty", "--no-verify"]);
    let unpacked = Project::new(&format!("{name}-unpacked"));
    fs::remove_dir_all(unpacked.path("")).unwrap();
    fs::create_dir_all(unpacked.path("")).unwrap();
    let file = project.target(&format!("package/{name}-0.1.0.crate"));
    let mut tar = Command::new("tar");
    tar.args(["--extract", "--strip-components=1", "--file"]).arg(file).current_dir(unpacked.path(""));
    assert!(tar.status().unwrap().success());
    // It lies below this workspace, and is no member of it.
    let manifest = fs::read_to_string(unpacked.path("Cargo.toml")).unwrap();
    unpacked.write("Cargo.toml", &(manifest + "\n[workspace]\n"));
    unpacked
}

#[test]
fn a_packed_program_has_its_agents() {
    let project = Project::new("downstream-program");
    manifest(&project, "downstream-program");
    project.write("agents/agents.toml", "[prompts]\nparameters = true\n[fields]\nextra = [\"owner\"]\n");
    project.write("agents/_tone.md", "Be kind.\n");
    project.write(
        "agents/team/guide.md",
        "---\nname: guide\ndescription: Helps.\nowner: us\n---\nHello {{name}}. {{> tone}}\n",
    );
    project.write(
        "build.rs",
        "fn main() {\n    include_agents_build::watch(\"agents\");\n    include_agents_build::compile(\"agents\");\n}\n",
    );
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents\");\nmod built {\n    include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n}\n\
         fn main() {\n    println!(\"{}\", prompt::Guide { name: &\"Ada\" });\n    println!(\"{}\", built::prompt::Guide { name: &\"Bo\" });\n    \
         println!(\"{:?}\", AgentKind::Guide.agent().extra(\"owner\").and_then(|owner| owner.as_str()));\n}\n",
    );
    let unpacked = packed(&project, "downstream-program");
    assert!(unpacked.path("agents/_tone.md").exists() && unpacked.path("agents/agents.toml").exists());
    fs::remove_dir_all(project.path("agents")).unwrap();
    assert_eq!(cargo(&unpacked, &["run"]), "Hello Ada. Be kind.\nHello Bo. Be kind.\nSome(\"us\")\n");
}

#[test]
fn a_packed_library_gives_its_roster_to_others() {
    let project = Project::new("downstream-library");
    manifest(&project, "downstream-library");
    project.agent("agents/one.md", "one");
    project.agent("agents/two.md", "two");
    project.write("build.rs", "fn main() {\n    include_agents_build::watch(\"agents\");\n}\n");
    project.write(
        "src/lib.rs",
        "//! A roster.\nmod roster {\n    include_agents::include_agents!(\"agents\");\n}\npub use roster::{AgentKind, ONE};\npub use include_agents::Agent;\n",
    );
    let unpacked = packed(&project, "downstream-library");
    let program = Project::new("downstream-user");
    program.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"downstream-user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
             downstream-library = {{ path = {:?} }}\n",
            unpacked.path("")
        ),
    );
    program.write(
        "src/main.rs",
        "use downstream_library::{Agent, AgentKind, ONE};\n\nfn main() {\n    for kind in AgentKind::ALL {\n        let agent: &Agent = match kind {\n            \
         AgentKind::One => &ONE,\n            AgentKind::Two => AgentKind::Two.agent(),\n        };\n        println!(\"{} {}\", agent.name(), agent.path());\n    }\n}\n",
    );
    assert_eq!(cargo(&program, &["run"]), "one agents/one.md\ntwo agents/two.md\n");
}

#[test]
fn members_of_a_workspace_share_a_folder_unless_they_are_published() {
    let project = Project::new("downstream-workspace");
    project.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"first\", \"second\"]\n");
    project.agent("agents/shared.md", "shared");
    for (member, publish) in [("first", "publish = false\n"), ("second", "publish = false\n")] {
        project.write(
            &format!("{member}/Cargo.toml"),
            &format!("[package]\nname = \"downstream-{member}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{publish}{DEPENDENCIES}"),
        );
        project
            .write(&format!("{member}/build.rs"), "fn main() {\n    include_agents_build::watch(\"../agents\");\n}\n");
        project.write(
            &format!("{member}/src/main.rs"),
            "include_agents::include_agents!(\"../agents\");\nfn main() {\n    println!(\"{}\", AgentKind::Shared.name());\n}\n",
        );
    }
    for member in ["downstream-first", "downstream-second"] {
        assert_eq!(cargo(&project, &["run", "-p", member]), "shared\n");
    }
    // What is packed of such a member would have no agents.
    let manifest = fs::read_to_string(project.path("second/Cargo.toml")).unwrap();
    project.write("second/Cargo.toml", &manifest.replace("publish = false\n", ""));
    let patches = patches();
    let arguments: Vec<_> =
        ["check", "-p", "downstream-second"].into_iter().chain(patches.iter().map(String::as_str)).collect();
    project.cargo(&arguments).fails().says("[outside-path]");
}
