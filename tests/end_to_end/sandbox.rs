//! A build system that calls rustc itself, in a folder that holds what was declared and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::project::Project;

/// The library of the facade that Cargo has built for a project, and the folder of what it depends on.
fn facade(project: &Project) -> (PathBuf, PathBuf) {
    let outcome = project.cargo(&["build", "--message-format=json"]).succeeds();
    let line =
        outcome.stdout.lines().find(|line| line.contains("/libinclude_agents-") && line.contains(".rlib")).unwrap();
    let path = line.split('"').find(|part| part.contains("/libinclude_agents-") && part.contains(".rlib")).unwrap();
    (PathBuf::from(path), Path::new(path).parent().unwrap().to_owned())
}

/// A sandbox: a folder with these files, in which rustc is called for `pkg/roster`.
struct Sandbox(PathBuf);

impl Sandbox {
    fn new(project: &Project, files: &[&str]) -> Self {
        let folder = project.path("sandbox");
        let _ = fs::remove_dir_all(&folder);
        for file in files {
            let to = folder.join("pkg/roster").join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(project.path(file), to).unwrap();
        }
        Self(folder)
    }

    fn rustc(&self, (facade, dependencies): &(PathBuf, PathBuf), manifest_dir: &str) -> Output {
        let mut rustc = Command::new("rustc");
        rustc.args(["--edition", "2024", "--crate-name", "roster", "--crate-type", "rlib", "--emit", "link,dep-info"]);
        rustc.arg("--extern").arg(format!("include_agents={}", facade.display()));
        rustc.arg("-L").arg(format!("dependency={}", dependencies.display()));
        rustc.arg(format!("--remap-path-prefix={}=.", self.0.display()));
        rustc.arg("pkg/roster/src/lib.rs").current_dir(&self.0).env("CARGO_MANIFEST_DIR", manifest_dir);
        rustc.env_remove("OUT_DIR").output().unwrap()
    }
}

#[test]
fn what_was_declared_is_enough_and_what_was_not_is_missed() {
    let project = Project::new("sandbox-project");
    project.agent("agents/one.md", "one");
    project.agent("agents/team/two.md", "two");
    project.write("agents/agents.toml", "[rules]\nunknown-field = \"error\"\n");
    project.write("src/lib.rs", "//! A roster.\ninclude_agents::include_agents!(\"agents\");\n");
    let facade = facade(&project);
    let all = ["src/lib.rs", "agents/agents.toml", "agents/one.md", "agents/team/two.md"];
    let sandbox = Sandbox::new(&project, &all);
    let here = sandbox.0.join("pkg/roster").display().to_string();
    let mut libraries = Vec::new();
    // As Cargo says it, and as others do.
    for manifest_dir in [here.as_str(), "pkg/roster", "./pkg/roster"] {
        let output = sandbox.rustc(&facade, manifest_dir);
        assert!(output.status.success(), "{manifest_dir}: {}", String::from_utf8_lossy(&output.stderr));
        libraries.push(fs::read(sandbox.0.join("libroster.rlib")).unwrap());
        // What rustc has read is what was declared.
        let read = fs::read_to_string(sandbox.0.join("roster.d")).unwrap();
        for file in &all[1..] {
            assert!(read.lines().any(|line| line.ends_with(&format!("/{file}:"))), "{file} is not in {read}");
        }
    }
    assert!(libraries.iter().all(|library| *library == libraries[0]), "the way to the package is in the library");
    let mut needle = libraries[0].windows(here.len());
    assert!(!needle.any(|part| part == here.as_bytes()), "the library knows where it was compiled");

    let missing = Sandbox::new(&project, &all[..1]).rustc(&facade, "pkg/roster");
    let said = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(!missing.status.success() && said.contains("cannot read the folder `agents`"), "{said}");
}
