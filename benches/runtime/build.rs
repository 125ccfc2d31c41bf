//! Writes rosters of 5, 100 and 1,000 agents, and compiles each: `names-*` with short prompts for `lookup`, `agents-*`
//! with those of this project for `startup`. `others-*` has the names as the contenders of `lookup` take them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const SIZES: [usize; 3] = [5, 100, 1_000];

const RANKS: [&str; 3] = ["", "senior-", "lead-"];
const FIELDS: [&str; 24] = [
    "accessibility",
    "ai",
    "api",
    "backend",
    "cloud",
    "data",
    "database",
    "embedded-systems",
    "frontend",
    "game",
    "graphql",
    "infrastructure",
    "ios",
    "java",
    "kubernetes",
    "legacy-code",
    "machine-learning",
    "mobile-app",
    "payment-integration",
    "performance",
    "python",
    "rust",
    "security",
    "typescript",
];
const ROLES: [&str; 14] = [
    "analyst",
    "architect",
    "auditor",
    "code-reviewer",
    "debugger",
    "developer",
    "documentation-writer",
    "engineer",
    "expert",
    "incident-responder",
    "optimizer",
    "pro",
    "specialist",
    "test-automator",
];

/// The agents of this project refer to each other, which is wrong under other names; so many of them are too much for
/// the descriptions of one program.
const SETTINGS: &str = "\
[rules]
description-budget = \"allow\"
foreign-example = \"allow\"
unknown-mention = \"allow\"
";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../agents");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    let texts = own_agents();
    let names = names();
    for size in SIZES {
        let names = &names[..size];

        let folder = out.join(format!("names-{size}"));
        for name in names {
            let text = format!("---\nname: {name}\ndescription: Does the work of a {name}.\n---\n\nDo it well.\n");
            write(&folder.join(format!("{name}.md")), &text);
        }
        include_agents_build::compile(folder.to_str().expect("the path is UTF-8"));
        write(&out.join(format!("others-{size}.rs")), &others(names));

        let folder = out.join(format!("agents-{size}"));
        for (name, text) in names.iter().zip(texts.iter().cycle()) {
            let line = text.lines().find(|line| line.starts_with("name:")).expect("an agent has a name");
            write(&folder.join(format!("{name}.md")), &text.replacen(line, &format!("name: {name}"), 1));
        }
        write(&folder.join("agents.toml"), SETTINGS);
        include_agents_build::compile(folder.to_str().expect("the path is UTF-8"));
    }
}

/// Every field with every role, in each rank and in an order that has no meaning.
fn names() -> Vec<String> {
    let mut names = Vec::new();
    for rank in RANKS {
        for field in FIELDS {
            names.extend(ROLES.map(|role| format!("{rank}{field}-{role}")));
        }
    }
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for last in (1..names.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        names.swap(last, usize::try_from(state % (last as u64 + 1)).expect("it is an index"));
    }
    names
}

fn own_agents() -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir("../../agents").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// A map of phf and a plain `match`, from the names to the variants of the compiled roster.
fn others(names: &[String]) -> String {
    let mut map = phf_codegen::Map::new();
    let mut arms = String::new();
    for name in names {
        let variant: String = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        map.entry(name.as_str(), format!("AgentKind::{variant}"));
        writeln!(arms, "{name:?} => Some(AgentKind::{variant}),").unwrap();
    }
    format!(
        "pub static MAP: phf::Map<&'static str, AgentKind> = {};\n\n\
         pub fn by_match(name: &str) -> Option<AgentKind> {{\n\
         match name {{\n{arms}_ => None,\n}}\n}}\n",
        map.build()
    )
}

/// Leaves a file alone that is as it should be: Cargo runs this script again for every file that is newer than its run.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|written| written == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it lies in a folder")).unwrap();
    fs::write(path, text).unwrap();
}
