//! `agentc route`.

use serde_json::json;

use crate::folder::{Folder, in_root};
use crate::readme::{blocks, document};

fn crew() -> Folder {
    let folder = Folder::new();
    let agent = |name: &str, description: &str, user: &str| {
        let example =
            format!("<example>\n  user: \"{user}\"\n  assistant: \"I'll use the {name} agent.\"\n  </example>");
        folder.write(
            &format!("agents/{name}.md"),
            format!("---\nname: {name}\ndescription: |-\n  {description}\n\n  {example}\n---\nDo that thing.\n"),
        );
    };
    agent("tuner", "Makes slow queries of a database fast.", "This query is slow.");
    agent("drawer", "Draws diagrams of a system.", "Sketch the slow queries of our database.");
    agent("writer", "Writes manuals.", "42?");
    folder
}

#[test]
fn a_text_is_routed_to_the_agents_that_share_its_words() {
    let crew = crew();
    crew.agentc(&["route", "Why is our database so slow?"]).ends(0).prints(
        "score  agent   file
  2.0  tuner   agents/tuner.md
  1.7  drawer  agents/drawer.md
",
    );
    let found = crew.agentc(&["route", "manuals", "agents", "--format", "json"]).ends(0).json();
    assert_eq!((&found[0]["name"], found.as_array().unwrap().len()), (&json!("writer"), 1));
    assert!(found[0]["score"].as_f64().is_some_and(|score| score > 0.0), "{found}");
    crew.agentc(&["route", "Hello!"]).ends(0).prints("").says("note: no agent has a word of this text\n");
    assert_eq!(crew.agentc(&["route", "Hello!", "--format", "json"]).ends(0).json(), json!([]));
    crew.agentc(&["route"]).ends(2).says("<TEXT>");
}

#[test]
fn each_example_is_asked_for_its_own_agent() {
    let crew = crew();
    let table = "agent   examples  own  led to instead
drawer         1    0  tuner 1
writer         1    0  (none) 1
";
    for arguments in [&["route", "--check"][..], &["route", "--check", "agents"]] {
        let summary = "1 of 3 examples lead to their own agent, by words and without the example itself\n";
        crew.agentc(arguments).ends(0).prints(table).says(summary);
    }
    let checked = crew.agentc(&["route", "--check", "--format", "json"]).ends(0).json();
    assert_eq!((&checked["examples"], &checked["own"]), (&json!(3), &json!(1)));
    let [drawer, writer] = checked["mistakes"].as_array().unwrap().as_slice() else { panic!("{checked}") };
    assert_eq!((&drawer["agent"], &drawer["found"]), (&json!("drawer"), &json!("tuner")));
    assert!(drawer["score"].as_f64() > drawer["own_score"].as_f64(), "{drawer}");
    assert_eq!(writer, &json!({ "agent": "writer", "found": null, "own_score": 0.0, "score": null, "user": "42?" }));
    crew.agentc(&["route", "--check", "a text", "agents"]).ends(2).says("`--check` asks the examples: pass no text");
}

#[test]
fn ambiguous_examples_are_reported_if_they_are_wanted() {
    let crew = crew();
    crew.agentc(&["check", "--format", "short"]).ends(0).prints("");
    let outcome = crew.agentc(&["check", "--format", "short", "--rule", "ambiguous-examples=warn"]).ends(0);
    assert!(outcome.stdout.starts_with("agents/drawer.md:7:10: warning: "), "{}", outcome.stdout);
    assert_eq!(outcome.stdout.lines().count(), 1, "{}", outcome.stdout);
}

#[test]
fn the_documentation_shows_where_our_examples_lead() {
    let (_, shown) = blocks(&document("docs/agentc.md"), "route").into_iter().next().unwrap();
    let printed = in_root(&["route", "--check", "agents"]);
    assert_eq!(printed.stdout + &printed.stderr, shown);
}
