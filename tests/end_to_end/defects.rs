//! All problems of all files in one build, each on its place, and none that is only a consequence.

use std::fs;
use std::path::Path;

use crate::project::{Outcome, Project};
use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::compile;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::rules;

/// A package with the defective files of every rule, each renamed after its rule, and two agents that are as they should be.
fn project(name: &str) -> Project {
    let project = Project::new(name);
    for rule in rules::all() {
        let case = Path::new(crate::ROOT).join("tests/cases").join(rule.name).join("agents");
        for entry in fs::read_dir(case).unwrap() {
            let entry = entry.unwrap();
            let file = entry.file_name().into_string().unwrap();
            let text = || fs::read(entry.path()).unwrap();
            if file.starts_with("finding") {
                project.write_bytes(&format!("agents/{}/{}-{file}", rule.name, rule.name), &text());
            } else if file.starts_with('_') && entry.path().is_file() {
                // A fragment, which is looked for beside the prompts that have it.
                project.write_bytes(&format!("agents/{}/{file}", rule.name), &text());
            }
        }
    }
    // What rules find in the settings and in the folder itself; two rules are off unless settings turn them on.
    project.write(
        "agents/agents.toml",
        "exclude = [\"drafts/**\"]\nlimts = 1\n[rules]\ninherits-all-tools = \"warn\"\nungranted-tool = \"warn\"\n\
         [limits]\ndescription-tokens = 10\n[prompts]\nparameters = true\n",
    );
    project.agent("agents/security.md", "security");
    for name in ["Good", "Better"] {
        project.agent(&format!("agents/{name}.md"), name);
    }
    project
}

/// What the compiler itself finds in the same folder: place, level and rule.
fn expected(project: &Project) -> Vec<(String, &'static str, Level)> {
    let item = ItemOptions::file();
    let disk = Disk::of_package(project.path(""));
    let compilation = compile(&disk, "agents", &item);
    let findings = compilation.diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.span().map_or(compilation.folder.path.clone(), |span| {
            let source = compilation.folder.source(span.file).unwrap();
            let (line, column) = source.line_column(span.start);
            format!("{}:{line}:{column}", source.path)
        });
        (place, diagnostic.rule.name, diagnostic.level)
    });
    findings.collect()
}

#[test]
fn one_build_reports_every_defect_of_every_file() {
    let project = project("defects-macro");
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents/\");\nfn main() {\n    let kind: AgentKind = \"Good\".parse().unwrap();\n    \
         println!(\"{} {}\", kind.agent().description(), GOOD.prompt());\n    if matches!(kind, AgentKind::Better) {\n        \
         println!(\"{:?}\", BETTER.model());\n    }\n}\n",
    );
    let outcome = project.cargo(&["check"]).fails();
    let expected = expected(&project);
    // The last of these is one that a build does not run.
    let others = ["empty-roster", "ignored-field", "outside-path", "ambiguous-examples"];
    for rule in rules::all().filter(|rule| !others.contains(&rule.name)) {
        assert!(expected.iter().any(|(_, name, _)| *name == rule.name), "no finding of {}", rule.name);
    }
    let errors: Vec<_> = expected.iter().filter(|(.., level)| *level == Level::Error).collect();
    for (place, rule, _) in &errors {
        assert!(is_reported(&outcome, place, rule), "no {rule} at {place} in\n{}", outcome.stderr);
    }
    // An error with a code is one of rustc's own: a consequence.
    let codes: Vec<_> = outcome.headlines().into_iter().filter(|line| line.starts_with("error[")).collect();
    assert_eq!(codes, [""; 0], "{}", outcome.stderr);
    let count = outcome.headlines().iter().filter(|line| line.starts_with("error:")).count();
    assert_eq!(count, errors.len(), "{}", outcome.stderr);
}

/// Whether a block of rustc's output that ends its first line with the rule points at the place.
fn is_reported(outcome: &Outcome, place: &str, rule: &str) -> bool {
    let lines: Vec<_> = outcome.stderr.lines().collect();
    lines
        .windows(2)
        .any(|pair| pair[0].ends_with(&format!("[{rule}]")) && pair[1].trim_start() == format!("--> {place}"))
}

#[test]
fn an_error_in_one_file_leaves_the_values_of_the_others() {
    let project = Project::new("defects-neighbour");
    project.write("agents/good.md", "---\nname: good\ndescription: Helps.\nmodel: opus\n---\nDo it.\n");
    project.write("agents/bad.md", "---\nname: bad\ndescription: Helps.\nmodle: opus\n---\nDo it.\n");
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents/\");\nconst MODEL: &str = match GOOD.model() {\n    \
         Some(model) => model.as_str(),\n    None => panic!(),\n};\nfn main() {\n    println!(\"{MODEL}\");\n}\n",
    );
    let outcome = project.cargo(&["check"]).fails();
    assert_eq!(outcome.headlines(), ["error: unknown field `modle` [misspelled-field]"], "{}", outcome.stderr);
}

#[test]
fn the_build_script_reports_the_same() {
    let project = project("defects-script");
    project.manifest(
        "defects-script",
        "2024",
        "[build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    project.write("build.rs", "fn main() {\n    include_agents_build::compile(\"agents/\");\n}\n");
    project.write("src/main.rs", "fn main() {}\n");
    let outcome = project.cargo(&["check"]).fails();
    let expected = expected(&project);
    for (place, rule, level) in &expected {
        let begin = match level {
            Level::Error => "error: defects-script@0.1.0: ",
            Level::Warn | Level::Allow => "warning: defects-script@0.1.0: ",
        };
        let is_it = |line: &&str| line.starts_with(&format!("{begin}{place}: ")) && line.contains(&format!("[{rule}]"));
        let there = expected.iter().filter(|other| (&other.0, other.1) == (place, *rule)).count();
        assert_eq!(outcome.stderr.lines().filter(is_it).count(), there, "{rule} at {place} in\n{}", outcome.stderr);
    }
    // A line alone has to name both files of a pair.
    outcome.says("two agents are named `finding`: defined again here [duplicate-name]; first defined here: agents/");
}

#[test]
fn warnings_are_warnings_of_rustc_and_fold_when_there_are_too_many() {
    let project = Project::new("defects-warnings");
    project.write("src/main.rs", "include_agents::include_agents!(\"agents/\");\nfn main() {}\n");
    let agent = |name: &str| format!("---\nname: {name}\ndescription: Helps.\nversion-{name}: 1\n---\nDo it.\n");
    project.write("agents/a.md", &agent("a"));
    let outcome = project.cargo(&["check"]).succeeds();
    assert_eq!(
        outcome.headlines(),
        ["warning: use of deprecated constant `_::unknown_field`: unknown field `version-a` [unknown-field]"],
        "{}",
        outcome.stderr
    );
    assert_eq!(outcome.places(), ["agents/a.md:4:1"]);

    for index in 0..20 {
        project.write(&format!("agents/b{index}.md"), &agent(&format!("b{index}")));
    }
    project.write("src/main.rs", "include_agents::include_agents!(\"agents/\");\nfn main() { }\n");
    let outcome = project.cargo(&["check"]).succeeds();
    assert_eq!(outcome.headlines().len(), 1, "{}", outcome.stderr);
    outcome
        .says("21 warnings [unknown-field]")
        .says("agents/a.md:4:1: unknown field `version-a`")
        .says("agents/b9.md:4:1: unknown field `version-b9`");
}
