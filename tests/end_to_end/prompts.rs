//! Prompts with parameters and fragments, as a user has them.

use std::fs;
use std::path::Path;

use crate::project::Project;

const AGENT: &str = "---\nname: billing\ndescription: Answers questions about invoices.\n---\n";

fn project(name: &str, main: &str) -> Project {
    let project = Project::new(name);
    project.manifest(name, "2024", "[dependencies]\ninclude-agents = { path = \"ROOT\" }");
    project.write(
        "agents/agents.toml",
        "runs-in = \"own\"\n[prompts]\nfragments = [\"../shared\"]\n[prompts.parameters]\nseats = \"integer\"\n\
         is-new = \"boolean\"\nplan = \"text\"\ntopics = { list = \", \" }\n",
    );
    project.write(
        "agents/billing.md",
        &format!(
            "{AGENT}You help {{{{customer}}}}, {{{{ seats }}}} seats of {{{{plan}}}}, about {{{{topics}}}}.\n{{{{> tone}}}}\n\
             New: {{{{is-new}}}}. \\{{{{x}}}} {{{{type}}}}\n"
        ),
    );
    project.write("agents/plain.md", "---\nname: plain\ndescription: Helps.\n---\nYou help.\n");
    project.write("agents/routed.md", "---\nname: routed\ndescription: Sorts.\n---\nYou sort. {{> sign-off}}\n");
    project.write("agents/_tone.md", "\nBe {{mood}}. {{> sign-off}}\n\n");
    project.write("shared/sign-off.md", "Bye from one place.\n");
    project.write("src/main.rs", main);
    project
}

#[test]
fn a_prompt_is_filled_in_by_a_struct_with_a_field_for_each_parameter() {
    let project = project(
        "prompts",
        r#"
use include_agents::Prompt as _;

include_agents::include_agents!("agents/");

mod long {
    include_agents::include_agents! {
        pub enum Desk in "agents/", without(tools, models, groups, delegates, sections);
    }
}

mod without {
    include_agents::include_agents! {
        pub enum Desk in "agents/", without(prompts);
    }
}

const TEXT: &str = "You help Ada, 3 seats of Team, about tax, refunds.\nBe 1. Bye from one place.\nNew: true. {{x}} a";

fn main() {
    let topics = [String::from("tax"), String::from("refunds")];
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let billing = prompt::Billing {
        customer: &"Ada", seats: 3, plan: "Team", topics: &topics, mood: &1, is_new: true, r#type: &'a',
    };
    assert_eq!(billing.render(), TEXT);
    assert_eq!(billing.to_string(), TEXT);
    let mut written = String::new();
    billing.write_to(&mut written).unwrap();
    assert_eq!(written, TEXT);
    assert_eq!(prompt::Routed.render(), "You sort. Bye from one place.");
    assert_eq!(billing.agent().name(), "billing");
    assert_eq!(
        format!("{billing:?}"),
        "billing { customer: Ada, seats: 3, plan: Team, topics: tax, refunds, mood: 1, is-new: true, type: a }"
    );

    let template = AgentKind::Billing.agent().template();
    assert_eq!(template.parameters(), ["customer", "seats", "plan", "topics", "mood", "is-new", "type"]);
    assert!(AgentKind::Billing.agent().prompt().starts_with("You help {{customer}}, {{ seats }}"));
    let error = template.render(&[("customer", &"Ada")]).unwrap_err();
    assert_eq!(error.to_string(), "the parameter `seats` of the prompt has no value");
    assert_eq!(AgentKind::Plain.agent().template().render(&[]).as_deref(), Ok("You help."));

    let desk = long::desk_prompt::Routed;
    assert_eq!((desk.render(), long::Desk::ALL.len()), (prompt::Routed.render(), 3));
    assert_eq!(without::Desk::Billing.agent().template().parameters().len(), 7);
}
"#,
    );
    project.cargo(&["run"]).succeeds();
}

#[test]
fn a_parameter_that_is_forgotten_new_or_gone_breaks_its_caller() {
    let main = "include_agents::include_agents!(\"agents/\");
fn main() {
    let prompt = prompt::Billing { customer: &1, seats: 3, plan: \"\", topics: &[], mood: &2, is_new: true, r#type: &3 };
    print!(\"{prompt}\");
}
";
    let project = project("prompts-changes", main);
    assert!(project.cargo(&["run"]).succeeds().stdout.contains("Be 2. Bye"));
    // Two prompts have this fragment.
    let binary = Path::new(env!("CARGO_TARGET_TMPDIR")).join("target/debug/prompts-changes");
    let binary = fs::read(binary.with_extension(std::env::consts::EXE_EXTENSION)).unwrap();
    assert_eq!(binary.windows(19).filter(|part| *part == b"Bye from one place.").count(), 1);

    project.write("shared/sign-off.md", "Bye, {{name}}.\n");
    let added = project.cargo(&["build"]).fails();
    assert_eq!(added.headlines(), ["error[E0063]: missing field `name` in initializer of `Billing<'_>`"]);

    project.write("shared/sign-off.md", "Goodbye.\n");
    assert!(project.cargo(&["run"]).succeeds().stdout.contains("Be 2. Goodbye."));

    project.write("agents/_tone.md", "{{> sign-off}}\n");
    let gone = project.cargo(&["build"]).fails();
    assert_eq!(gone.headlines(), ["error[E0560]: struct `Billing<'_>` has no field named `mood`"]);

    project.write("agents/_tone.md", "Be {{mood}}. {{> sign-of}}\n");
    let broken = project.cargo(&["build"]).fails();
    assert_eq!(broken.headlines(), ["error: unknown fragment `sign-of` [unknown-fragment]"]);
    broken.says("agents/_tone.md:1:18").says("did you mean `sign-off`?");
}
