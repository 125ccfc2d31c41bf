//! Every place and form in which the macro can be called.

use crate::project::Project;

const ODD_NAMES: [(&str, &str, &str); 10] = [
    // These are names of items in the generated code, too.
    ("agents", "Agents", "AGENTS"),
    ("error", "Error", "ERROR"),
    ("err", "Err", "ERR"),
    ("all", "All", "ALL"),
    ("self", "AgentSelf", "SELF"),
    ("3d-artist", "Agent3dArtist", "AGENT_3D_ARTIST"),
    ("C++ Pro", "CPro", "C_PRO"),
    ("Größe-prüfer", "GrößePrüfer", "GRÖSSE_PRÜFER"),
    ("gen", "Gen", "GEN"),
    ("agent_kind", "AgentKind", "AGENT_KIND"),
];

/// A program that uses the crate under the name `krate` in every way there is.
fn program(krate: &str) -> String {
    let checks: Vec<_> = ODD_NAMES
        .iter()
        .map(|(name, variant, constant)| {
            format!("    assert_eq!((AgentKind::{variant}.name(), {constant}.name()), ({name:?}, {name:?}));\n")
        })
        .collect();
    let text = r#"
use KRATE::{Agent, AgentSet};

KRATE::include_agents!("my agents/");

mod team {
    KRATE::include_agents! {
        /// The backend team.
        pub(crate) enum Backend in "teams/backend";
    }
}

const FIRST: &Agent = AgentKind::Gen.agent();
const FIRST_NAME: &str = AgentKind::Gen.name();
static FIRST_PROMPT: &str = GEN.prompt();

fn names<Kind: AgentSet>() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.name()).collect()
}

fn main() {
CHECKS
    assert_eq!((FIRST.name(), FIRST_NAME, FIRST_PROMPT), ("gen", "gen", "Do that thing."));
    assert_eq!(AgentKind::COUNT, AgentKind::ALL.len());
    assert!(AgentKind::ALL.is_sorted() && names::<AgentKind>().is_sorted());
    assert_eq!(names::<team::Backend>(), ["alpha", "beta"]);
    assert_eq!(team::BETA.path(), "teams/backend/deep/beta.md");

    assert_eq!(AgentKind::from_name("C++ Pro"), Some(AgentKind::CPro));
    assert_eq!("gen".parse(), Ok(AgentKind::Gen));
    assert_eq!(AgentKind::try_from("genn").unwrap_err().closest(), Some("gen"));
    assert_eq!(format!("{:?} {} {:>5}", AgentKind::Gen, AgentKind::AgentKind, AgentKind::Gen), "Gen agent_kind   gen");
    let agent: &Agent = AgentKind::Gen.into();
    assert!(core::ptr::eq(agent, &GEN) && AgentKind::Gen.as_ref() == "gen");

    within_a_function();
}

fn within_a_function() {
    KRATE::include_agents!("teams/backend/deep");
    assert_eq!(AgentKind::Beta.agent().name(), "beta");
}
"#;
    text.replace("CHECKS", &checks.concat()).replace("KRATE", krate)
}

fn project(name: &str) -> Project {
    let project = Project::new(name);
    for (name, ..) in ODD_NAMES {
        project.agent(&format!("my agents/the {name}.md"), name);
    }
    project.agent("teams/backend/alpha.md", "alpha");
    project.agent("teams/backend/deep/beta.md", "beta");
    project
}

#[test]
fn every_form_of_call_works_in_edition_2024() {
    let project = project("works-2024");
    project.write("src/main.rs", &program("include_agents"));
    project.cargo(&["run"]).succeeds();
}

#[test]
fn every_form_of_call_works_in_edition_2021_under_another_name_of_the_dependency() {
    let project = project("works-2021");
    project.manifest("works-2021", "2021", "[dependencies]\ncrew = { package = \"include-agents\", path = \"ROOT\" }");
    project.write("src/main.rs", &program("crew"));
    project.cargo(&["run"]).succeeds();
}

#[test]
fn attributes_reach_the_enum() {
    let project = project("works-attributes");
    project.write(
        "src/main.rs",
        "include_agents::include_agents! {\n    #[derive(Debug2)]\n    enum Backend in \"teams/backend\";\n}\nfn main() {}\n",
    );
    project.cargo(&["check"]).fails().says("cannot find derive macro `Debug2`");
    project.manifest(
        "works-attributes",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\nextra = { path = \"extra\" }",
    );
    project.write("extra/Cargo.toml", "[package]\nname = \"extra\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n");
    project.write(
        "extra/src/lib.rs",
        "#[proc_macro_derive(Extra)]\npub fn extra(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n    \
         \"impl Backend { const EXTRA: usize = Self::COUNT; }\".parse().unwrap()\n}\n",
    );
    project.write(
        "src/main.rs",
        "include_agents::include_agents! {\n    #[derive(extra::Extra)]\n    enum Backend in \"teams/backend\";\n}\n\
         fn main() {\n    assert_eq!(Backend::EXTRA, 2);\n}\n",
    );
    project.cargo(&["run"]).succeeds();
    project.write(
        "src/main.rs",
        "include_agents::include_agents! {\n    #[repr(u8)]\n    enum Backend in \"teams/backend\";\n}\n\
         fn main() {\n    assert_eq!(size_of::<Backend>(), 1);\n    assert_eq!(Backend::Beta as u8, 1);\n}\n",
    );
    project.cargo(&["run"]).succeeds();
}

#[test]
fn generated_code_is_clean_in_a_strict_crate_without_std() {
    let project = project("works-strict");
    let manifest = "[dependencies]\ninclude-agents = { path = \"ROOT\", default-features = false, features = [\"macros\"] }\n\
        [build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }";
    project.manifest("works-strict", "2024", manifest);
    project.write(
        "teams/backend/agents.toml",
        "[rules]\nwidened-tool = \"allow\"\n\n[[silence]]\nfile = \"*.md\"\nrule = \"hidden-text\"\nreason = \"shows that such characters do no harm to Rust\"\n",
    );
    project.write("my agents/agents.toml", "[rules]\nunconventional-name = \"allow\"\n");
    project.write("build.rs", "fn main() {\n    include_agents_build::compile(\"teams/backend\");\n}\n");
    project.write(
        "src/lib.rs",
        "//! A crate that forgives nothing.\n#![no_std]\n#![forbid(unsafe_code, missing_docs)]\n\
         #![deny(warnings, unreachable_pub, clippy::pedantic)]\n\ninclude_agents::include_agents!(\"my agents/\");\n\n\
         /// Those of a macro within a macro.\nmod hidden {\n    macro_rules! team {\n        ($visibility:vis) => {\n            \
         include_agents::include_agents! {\n                #[doc(alias = \"team\")]\n                $visibility enum Team in \"my agents/\";\n            }\n        };\n    }\n    team!(pub);\n}\n\n\
         /// What the build script has generated.\nmod generated {\n    include!(concat!(env!(\"OUT_DIR\"), \"/backend.rs\"));\n}\n",
    );
    project.write(
        "teams/backend/wild.md",
        "---\nname: wild\ndescription: |\n  Reads GraphQL, `code`, [links], <b>, https://example.org, and\n\n      indented text.\nmaxTurns: 1234567\nextra: {big: 123456789, float: 1e300, none: .nan}\n---\nDo it.\n",
    );
    // One prefix for all, a number like a known constant, marks that turn the direction of text.
    for name in ["backend-one", "backend-two", "backend-three", "a-b-c"] {
        let text = "description: Reads \u{2067}text\u{2069}.\ntools: Read, Bash(git log:*), mcp__a_b__c\nmodel: opus\n\
                    disallowedTools: Write\nversion: 3.14\n";
        project.write(&format!("teams/backend/{name}.md"), &format!("---\nname: {name}\n{text}---\nDo it.\n"));
    }
    project.cargo(&["clippy"]).succeeds();
    let outcome = project.cargo(&["doc", "--no-deps"]).succeeds();
    // The one thing there is to say of them comes from the build script.
    let headlines = outcome.headlines();
    assert!(headlines.iter().all(|line| line.contains("[unknown-field]")), "{}", outcome.stderr);
    assert_eq!(headlines.len(), 2, "{}", outcome.stderr);
    assert!(headlines.iter().any(|line| line.contains("unknown field `version` in 4 files")), "{}", outcome.stderr);
}

#[test]
fn a_binary_gains_two_crates_and_no_more() {
    let project = project("works-tree");
    project.write("src/main.rs", "fn main() {}\n");
    let tree = project.cargo(&["tree", "--edges", "normal,no-proc-macro", "--prefix", "none"]).succeeds().stdout;
    let crates: Vec<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(crates, ["works-tree", "include-agents", "include-agents-core"]);
}

#[test]
fn a_folder_that_is_not_there_is_one_error_on_its_literal() {
    let project = project("works-nowhere");
    project.write("src/main.rs", "include_agents::include_agents!(\"my agent\");\nfn main() {}\n");
    let outcome = project.cargo(&["check"]).fails();
    assert_eq!(
        outcome.headlines(),
        ["error: cannot read the folder `my agent`: no such file or directory [unreadable-file]"],
        "{}",
        outcome.stderr
    );
    let base = project.path("").canonicalize().unwrap();
    outcome
        .says(&format!("tried `{}`, starting from `{}`", base.join("my agent").display(), base.display()))
        .says("did you mean the folder `my agents`, which is next to it?")
        .says("--> src/main.rs:1:33");
}

#[test]
fn an_input_that_is_no_folder_is_explained() {
    for (input, message) in [
        ("", "name the folder: `include_agents!(\"agents/\")`"),
        ("agents", "expected a folder in quotes, or `pub enum Name in \"folder\";`"),
        ("pub struct Team in \"agents\";", "expected a folder in quotes, or `pub enum Name in \"folder\";`"),
        ("\"my agents/the self.md\"", "pass the folder that contains the file"),
        ("\"my agents/*.md\"", "pass the folder without a pattern: patterns are not supported here"),
        ("\"\"", "name the folder: `\"agents/\"`, or `\".\"` for the package"),
        ("\"my agents\", \"teams\"", "one folder per call"),
        ("#[derive(Debug, Default)] enum Team in \"teams\";", "the enum is `Debug` already: leave it out"),
        ("#[cfg(test)] enum Team in \"teams\";", "put `#[cfg]` on a module around them"),
    ] {
        let project = project("works-input");
        project.write("src/main.rs", &format!("include_agents::include_agents!({input});\nfn main() {{}}\n"));
        project.cargo(&["check"]).fails().says(message);
    }
}

#[test]
fn a_macro_of_the_users_own_may_write_the_call() {
    let project = project("works-wrapped");
    project.write(
        "src/main.rs",
        "#[macro_use]\nmod macros;\nmod deep;\nfn main() {\n    assert_eq!(deep::inner::AgentKind::COUNT, 2);\n}\n",
    );
    project.write(
        "src/macros.rs",
        "macro_rules! backend {\n    () => {\n        include_agents::include_agents!(\"teams/backend\");\n    };\n}\n",
    );
    project.write("src/deep/mod.rs", "pub mod inner;\n");
    project.write("src/deep/inner.rs", "backend!();\n");
    project.cargo(&["run"]).succeeds();
}

#[cfg(unix)]
#[test]
fn an_agent_behind_a_link_must_lie_in_the_package_unless_that_is_never_published() {
    let project = project("works-link");
    let link = |to: &str, from: &str| std::os::unix::fs::symlink(project.path(to), project.path(from)).unwrap();
    // A macro sees added files only when its own file changes.
    let touch = |what: &str| {
        let main = "include_agents::include_agents!(\"agents\");\nfn main() {}\n";
        project.write("src/main.rs", &format!("// {what}\n{main}"));
    };
    touch("inside");
    project.agent("agents/one.md", "one");
    project.agent("elsewhere/inside.md", "inside");
    link("elsewhere/inside.md", "agents/inside.md");
    // A second path to a file is not a second agent, and a folder that links back to itself is read once.
    link("agents/one.md", "agents/two.md");
    link("agents", "agents/again");
    project.cargo(&["check"]).succeeds();
    let outside = Project::new("works-link-outside");
    outside.agent("agents/outside.md", "outside");
    link(outside.path("agents/outside.md").to_str().unwrap(), "agents/outside.md");
    touch("outside");
    let text = "this agent is behind a symbolic link that leads outside the package [outside-path]";
    project.cargo(&["check"]).fails().says(text).says("agents/outside.md:1:1");
    let manifest = std::fs::read_to_string(project.path("Cargo.toml")).unwrap();
    project.write("Cargo.toml", &manifest.replace("version = \"0.1.0\"", "version = \"0.1.0\"\npublish = false"));
    touch("not published");
    project.cargo(&["check"]).succeeds();
}
