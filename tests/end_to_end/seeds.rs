//! The agents this project began with, which are no YAML: compiled as they are, and with other line ends.
//!
//! They are not part of the project: the test is ignored unless `INCLUDE_AGENTS_SEEDS` names their folder.

use std::fs;
use std::path::Path;

use crate::project::{Project, given};

/// Name, variant, model, color and number of examples of each; whether the examples have a commentary.
const SEEDS: [(&str, &str, &str, &str, usize, bool); 5] = [
    ("backend-architect", "BackendArchitect", "Some(\"opus\")", "None", 3, true),
    ("backend-systems-architect", "BackendSystemsArchitect", "None", "Some(\"yellow\")", 2, true),
    ("senior-backend-architect", "SeniorBackendArchitect", "Some(\"sonnet\")", "Some(\"yellow\")", 2, true),
    ("senior-backend-developer", "SeniorBackendDeveloper", "Some(\"sonnet\")", "Some(\"red\")", 2, false),
    ("senior-backend-expert", "SeniorBackendExpert", "Some(\"opus\")", "Some(\"green\")", 4, true),
];

/// Prints what the test compares, and compares each body with the file itself.
const PROGRAM: &str = r#"
include_agents::include_agents!("agents/");

fn main() {
    for &kind in AgentKind::ALL {
        let agent = kind.agent();
        let file = std::fs::read_to_string(agent.path()).unwrap();
        let body = file.splitn(3, "---").nth(2).unwrap();
        let body = body.strip_prefix("\r\n").or(body.strip_prefix("\n")).unwrap();
        assert_eq!(agent.body(), body);
        assert_eq!(agent.prompt(), body.trim());
        assert!(file.contains(agent.raw_description()) || file.replace("\\n", "\n").contains(agent.raw_description()));
        let full = agent.examples().iter().filter(|example| {
            example.context().is_some() && example.user().is_some() && example.assistant().is_some()
        });
        let commented = agent.examples().iter().filter(|example| example.commentary().is_some()).count();
        println!(
            "{kind} {kind:?} {:?} {:?} {} {}",
            agent.model(), agent.color(), full.count(), commented == agent.examples().len()
        );
        println!("{}", agent.description());
        println!("{}", agent.raw_description());
        println!("{:?}", agent.examples());
        println!("{}", agent.prompt().replace("\r\n", "\n"));
    }
}
"#;

/// Builds and runs a crate of the seeds, changed by `change`, and gives what it prints.
fn run(name: &str, seeds: &Path, rules: &[&str], change: impl Fn(&str) -> String) -> String {
    let project = Project::new(name);
    for (seed, ..) in SEEDS {
        let text = fs::read_to_string(seeds.join(format!("{seed}.md"))).unwrap();
        project.write(&format!("agents/{seed}.md"), &change(&text));
    }
    project.write("src/main.rs", PROGRAM);
    let outcome = project.cargo(&["run"]).succeeds();
    for rule in rules {
        let found = outcome.headlines().iter().filter(|line| line.contains(&format!("`_::{rule}`"))).count();
        assert_eq!(found, SEEDS.len(), "{}", outcome.stderr);
    }
    // One of them holds three markers that were read in a wrong encoding.
    assert!(outcome.places().contains(&"agents/senior-backend-expert.md:102:3"), "{}", outcome.stderr);
    assert_eq!(outcome.headlines().len(), rules.len() * SEEDS.len() + 1, "{}", outcome.stderr);
    for (seed, ..) in SEEDS {
        let text = fs::read_to_string(project.path(&format!("agents/{seed}.md"))).unwrap();
        let description = text.lines().nth(2).unwrap();
        let column = description["description:".len()..].find(": ").unwrap() + "description:".len() + 1;
        let place = format!("agents/{seed}.md:3:{column}");
        assert!(outcome.places().contains(&place.as_str()), "{place}: {}", outcome.stderr);
    }
    outcome.stdout
}

#[test]
#[ignore = "set INCLUDE_AGENTS_SEEDS to the folder of the seed agents"]
fn the_seeds_compile_as_they_are_and_with_other_line_ends() {
    let seeds = given("INCLUDE_AGENTS_SEEDS");
    let plain = run("seeds-lf", &seeds, &["recovered_yaml"], str::to_owned);
    for (name, variant, model, color, examples, commented) in SEEDS {
        let line = format!("{name} {variant} {model} {color} {examples} {commented}");
        assert!(plain.lines().any(|printed| printed == line), "{line} in\n{plain}");
    }
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let mark = |text: &str| format!("\u{feff}{text}");
    let unended = |text: &str| text.trim_end().to_owned();
    assert_eq!(run("seeds-crlf", &seeds, &["recovered_yaml"], crlf), plain);
    assert_eq!(run("seeds-mark", &seeds, &["recovered_yaml", "byte_order_mark"], mark), plain);
    assert_eq!(run("seeds-unended", &seeds, &["recovered_yaml"], unended), plain);
}
