//! The same agents give the same bytes, wherever and whenever they are compiled.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::Project;

const AGENTS: [(&str, &str); 5] = [
    ("team/writer.md", "writer"),
    ("Ünïcode.md", "unicode"),
    ("zeta.md", "zeta"),
    ("alpha.md", "alpha"),
    ("B.md", "bee"),
];

/// A checkout of one package, which differs from others in all that is not to matter.
struct Checkout {
    project: Project,
    umask: &'static str,
    variables: [(&'static str, &'static str); 3],
}

impl Checkout {
    fn new(folder: &str, is_reversed: bool) -> Self {
        let project = Project::new(folder);
        project.manifest(
            "reproducible",
            "2024",
            "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n\
             [build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
        );
        // Folders list their files in the order in which they were made, on many file systems.
        let mut agents = AGENTS;
        if is_reversed {
            agents.reverse();
        }
        for (path, name) in agents {
            project.agent(&format!("agents/{path}"), name);
        }
        project.write(
            "build.rs",
            "fn main() {\n    include_agents_build::watch(\"agents\");\n    include_agents_build::Builder::new().output(\"built.rs\").compile(\"agents\");\n}\n",
        );
        project.write(
            "src/main.rs",
            "include_agents::include_agents!(\"agents\");\n\
             pub mod built {\n    include!(concat!(env!(\"OUT_DIR\"), \"/built.rs\"));\n}\n\
             fn main() {\n    for kind in AgentKind::ALL {\n        println!(\"{:?} {:?}\", kind.agent(), built::AgentKind::ALL);\n    }\n}\n",
        );
        if is_reversed {
            let variables = [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("HOME", "/nonexistent")];
            Self { project, umask: "077", variables }
        } else {
            Self { project, umask: "022", variables: [("LC_ALL", "C"), ("TZ", "UTC"), ("USER", "somebody")] }
        }
    }

    /// The program, and the code that the build script has written.
    fn build(&self, cargo_home: &Path) -> (Vec<u8>, Vec<u8>) {
        let folder = self.project.path("");
        let folder = folder.to_str().unwrap().trim_end_matches('/');
        let target = self.project.target("reproducible");
        let script = format!("umask {} && exec \"$@\"", self.umask);
        let output = Command::new("sh")
            .args(["-c", &script, "sh", env!("CARGO"), "build", "--offline"])
            .current_dir(folder)
            .env("CARGO_HOME", cargo_home)
            .env("CARGO_TARGET_DIR", &target)
            .envs(self.variables)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_ENCODED_RUSTFLAGS", format!("--remap-path-prefix={folder}=/checkout"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let out = fs::read_dir(target.join("debug/build")).unwrap().map(|entry| entry.unwrap().path());
        let written: Vec<_> = out.map(|folder| folder.join("out/built.rs")).filter(|file| file.exists()).collect();
        let newest = written.iter().max_by_key(|file| fs::metadata(file).unwrap().modified().unwrap()).unwrap();
        (fs::read(target.join("debug/reproducible")).unwrap(), fs::read(newest).unwrap())
    }
}

#[cfg(unix)]
#[test]
fn two_checkouts_give_one_program() {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.unwrap_or_else(|| Path::new(&std::env::var_os("HOME").unwrap()).join(".cargo"));
    let first = Checkout::new("reproducible", false);
    let (program, code) = first.build(&home);
    // Nothing of the first one is left to be taken.
    fs::remove_dir_all(first.project.target("reproducible")).unwrap();
    let second = Checkout::new("somewhere-else/deeper/reproducible again", true);
    let (program_again, code_again) = second.build(&home);
    assert_eq!(String::from_utf8(code).unwrap(), String::from_utf8(code_again).unwrap());
    assert!(program == program_again, "{} and {} bytes, and not the same", program.len(), program_again.len());
    for folder in [first.project.path(""), second.project.path("")] {
        let folder = folder.to_str().unwrap().trim_end_matches('/').as_bytes().to_owned();
        assert!(!program.windows(folder.len()).any(|part| part == folder), "the program knows where it was compiled");
    }
}
