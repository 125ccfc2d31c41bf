//! The types of what a roster mentions.

use crate::project::Project;

fn project(name: &str) -> Project {
    let project = Project::new(name);
    project.manifest(name, "2024", "[dependencies]\ninclude-agents = { path = \"ROOT\" }");
    let agent = |path: &str, fields: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        project.write(
            &format!("agents/{path}.md"),
            &format!("---\nname: {name}\ndescription: Helps.\n{fields}---\nDo it.\n"),
        );
    };
    agent("lead", "model: opus\n");
    agent("review/reader", "tools: Read, Bash(git diff:*), mcp__tracker\ndisallowedTools: Bash\nmodel: opus\n");
    agent("review/deep/writer", "tools: Task, mcp__tracker__close\nmodel: claude-haiku-4-5\nmemory: project\n");
    agent("review/idle", "tools: []\n");
    project.write(
        "agents/router.md",
        "---\nname: router\ndescription: Sorts requests.\ntools: Agent(reader, idle), Agent(lead)\n---\n\
         Use the `writer` agent for reports. Ask @agent-reader first. Call the `router` agent for the rest.\n\n\
         ## Approach\n\n1. Read.\n2. Decide:\n   - whom to ask\n\n**Output:**\n\n- A name\n",
    );
    project.write(
        "agents/agents.toml",
        "[rules]\nwidened-tool = \"allow\"\nconflicting-tools = \"allow\"\nungranted-tool = \"allow\"\nno-tools = \"allow\"\n",
    );
    project
}

#[test]
fn what_a_roster_mentions_is_typed() {
    let project = project("typed");
    project.write(
        "src/main.rs",
        r#"
use include_agents::{Access, Grant};

include_agents::include_agents!("agents/");

// Each of these is known when the crate is compiled.
const TOOLS: Access<AgentTool> = AgentKind::Reader.tools();
const MAY: bool = AgentKind::Reader.allows(AgentTool::Read);
const MODEL: Option<AgentModel> = AgentKind::Writer.model();
const GROUP: Option<AgentGroup> = AgentKind::Writer.group();
const REVIEW: &[AgentKind] = AgentGroup::Review.agents();

const fn cost(model: AgentModel) -> u32 {
    match model {
        AgentModel::ClaudeHaiku45 => 1,
        AgentModel::Opus => 5,
    }
}

fn main() {
    let names: Vec<_> = AgentTool::ALL.iter().map(|tool| tool.as_str()).collect();
    assert_eq!(names, ["Agent", "Bash", "Edit", "Read", "Write", "mcp__tracker", "mcp__tracker__close"]);
    assert_eq!(TOOLS, Access::Only(&[
        Grant { tool: AgentTool::Read, specifier: None },
        Grant { tool: AgentTool::Bash, specifier: Some("git diff:*") },
        Grant { tool: AgentTool::McpTracker, specifier: None },
    ]));
    assert_eq!(AgentKind::Lead.tools(), Access::All);
    assert_eq!(AgentKind::Idle.tools(), Access::Only(&[]));
    assert!(MAY && !AgentKind::Reader.allows(AgentTool::Bash), "denied");
    assert!(AgentKind::Reader.allows(AgentTool::McpTrackerClose), "a tool of a server");
    assert!(AgentKind::Writer.allows(AgentTool::Edit), "implied by the memory");
    for kind in AgentKind::ALL {
        for tool in AgentTool::ALL {
            assert_eq!(kind.allows(*tool), kind.agent().may_use(tool.as_str()), "{kind}: {tool}");
        }
    }
    assert_eq!(AgentKind::Idle.allowed_tools().count(), 0);
    assert_eq!(AgentKind::Lead.allowed_tools().count(), AgentTool::COUNT);

    assert_eq!((MODEL.map(cost), AgentKind::Lead.model().map(cost), AgentKind::Idle.model()), (Some(1), Some(5), None));
    assert_eq!(GROUP, Some(AgentGroup::ReviewDeep));
    assert_eq!((AgentKind::Lead.group(), AgentGroup::ReviewDeep.as_str()), (None, "review/deep"));
    assert_eq!(REVIEW, [AgentKind::Idle, AgentKind::Reader]);

    let agents = [AgentKind::Idle, AgentKind::Lead, AgentKind::Reader];
    const DELEGATES: &[AgentKind] = AgentKind::Router.delegates();
    assert_eq!((DELEGATES, AgentKind::Lead.delegates()), (agents.as_slice(), AgentKind::ALL));
    assert_eq!((AgentKind::Writer.delegates(), AgentKind::Reader.delegates()), (AgentKind::ALL, [].as_slice()));
    assert_eq!(AgentKind::Router.mentions(), [AgentKind::Reader, AgentKind::Writer]);
    assert_eq!(AgentKind::Lead.mentions(), []);

    let outline: Vec<_> = AgentKind::Router.sections().map(|section| (section.level(), section.title())).collect();
    assert_eq!(outline, [(2, "Approach"), (7, "Output")]);
    let approach = AgentKind::Router.section("approach").unwrap();
    assert_eq!(approach.items().collect::<Vec<_>>(), ["Read.", "Decide:\n   - whom to ask"]);
    assert!(approach.text().ends_with("**Output:**\n\n- A name"));
    assert!(AgentKind::Lead.section("Approach").is_none());

    let error = "Quux".parse::<AgentTool>().unwrap_err();
    assert_eq!(error.to_string(), "no tool has this name, nor one like it (7 known)");
    let error = AgentTool::try_from("read").unwrap_err();
    assert_eq!(error.to_string(), "no tool has this name, did you mean `Read`?");
    let error = "review/deap".parse::<AgentGroup>().unwrap_err();
    assert_eq!(error.to_string(), "no group has this name, did you mean `review/deep`?");
}
"#,
    );
    project.cargo(&["run"]).succeeds();
}

#[test]
fn declared_fields_are_typed() {
    let project = Project::new("typed-fields");
    project.manifest("typed-fields", "2024", "[dependencies]\ninclude-agents = { path = \"ROOT\" }");
    project.write(
        "agents/agents.toml",
        "[fields]\nareas = { values = [\"api\", \"user-interface\"], list = true }\nmax-cost = \"integer\"\n\
         owner = { kind = \"text\", required = true }\nteam = [\"platform\", \"payments\"]\ntype = \"text\"\n\
         level = { values = [\"low\", \"high\"], default = \"low\" }\ntemperature = { kind = \"number\", default = 0.7 }\n\
         weights = { kind = \"number\", list = true, default = [1, 0.5] }\n",
    );
    let agent = |name: &str, fields: &str| {
        let text = format!("---\nname: {name}\ndescription: Helps.\nmodel: opus\n{fields}---\nDo it.\n");
        project.write(&format!("agents/{name}.md"), &text);
    };
    agent(
        "clerk",
        "owner: Ada\nteam: payments\nareas: [user-interface, api]\nmax-cost: 12\nlevel: high\ntemperature: 1\n",
    );
    agent("guide", "owner: Ben\ntype: 'a \"b\"'\nweights: []\n");
    project.write(
        "src/main.rs",
        r#"
include_agents::include_agents!("agents/");

mod long {
    include_agents::include_agents! { pub enum Desk in "agents", without(models); }
}

const TEAM: Option<Team> = AgentKind::Clerk.team();
const LEVEL: Level = AgentKind::Guide.level();
const OWNER: &str = AgentKind::Guide.owner();

fn main() {
    assert_eq!((TEAM, AgentKind::Guide.team()), (Some(Team::Payments), None));
    assert_eq!((LEVEL, AgentKind::Clerk.level(), OWNER), (Level::Low, Level::High, "Ben"));
    assert_eq!(AgentKind::Clerk.areas(), [Areas::UserInterface, Areas::Api]);
    assert_eq!((AgentKind::Clerk.max_cost(), AgentKind::Guide.max_cost()), (Some(12), None));
    assert_eq!((AgentKind::Clerk.temperature(), AgentKind::Guide.temperature()), (1.0, 0.7));
    assert_eq!((AgentKind::Clerk.weights(), AgentKind::Guide.weights()), ([1.0, 0.5].as_slice(), [].as_slice()));
    assert_eq!(AgentKind::Guide.r#type(), Some("a \"b\""));
    assert_eq!(AgentKind::Guide.agent().extra("owner").and_then(include_agents::Value::as_str), Some("Ben"));
    assert_eq!("payment".parse::<Team>().unwrap_err().to_string(), "no team has this name, did you mean `payments`?");
    assert_eq!(long::Desk::Clerk.team(), Some(long::DeskTeam::Payments));
}
"#,
    );
    project.cargo(&["run"]).succeeds();
    // What is wrong in a file is one error, and none of the code.
    agent("clerk", "owner: 7\nteam: paymants\n");
    let outcome = project.cargo(&["check"]).fails();
    let headlines = outcome.headlines();
    let errors: Vec<_> = headlines.iter().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 4, "two of each call: {}", outcome.stderr);
}

#[test]
fn items_have_the_prefix_of_the_enum_and_can_be_left_out() {
    let project = project("typed-without");
    project.write(
        "src/main.rs",
        "mod team {\n    include_agents::include_agents! {\n        pub enum Team in \"agents\", without(models, groups);\n    }\n}\n\
         use team::{Team, TeamTool};\n\
         /// Its name is that of an item which is left out.\npub struct TeamModel;\n\
         fn main() {\n    let _ = TeamModel;\n    assert!(Team::Reader.allows(TeamTool::Read));\n}\n",
    );
    project.cargo(&["run"]).succeeds();
    project.write(
        "src/main.rs",
        "include_agents::include_agents! { enum Team in \"agents\", without(model) }\nfn main() {}\n",
    );
    project.cargo(&["check"]).fails().says("`model` cannot be left out, did you mean `models`?");
}

#[test]
fn an_error_in_a_file_is_not_followed_by_errors_of_the_code() {
    let project = project("typed-errors");
    project.write("agents/lead.md", "---\nname: lead\ndescription: Helps.\ntools: Globb\nmodel: sonet\n---\nDo it.\n");
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents\");\nfn main() {\n    let _ = (AgentTool::Glob, AgentModel::Sonnet);\n}\n",
    );
    let outcome = project.cargo(&["check"]).fails();
    let headlines = outcome.headlines();
    let errors: Vec<_> = headlines.iter().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 2, "{}", outcome.stderr);
    assert!(errors[0].contains("misspelled-") && errors[1].contains("misspelled-"), "{}", outcome.stderr);
}

#[test]
fn names_are_read_and_written_by_serde_and_are_arguments_of_clap() {
    let project = project("typed-features");
    project.manifest(
        "typed-features",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\", features = [\"serde\", \"clap\"] }\n\
         serde_json = \"1\"\nclap = { version = \"4.6\", features = [\"derive\"] }",
    );
    project.write(
        "src/main.rs",
        r##"
use std::collections::BTreeMap;

use clap::{CommandFactory, Parser};

include_agents::include_agents!("agents/");

#[derive(Debug, Parser)]
struct Arguments {
    #[arg(long)]
    agent: AgentKind,
    #[arg(long)]
    tool: Option<AgentTool>,
}

fn main() {
    let text = r#"{"lead": ["Read", "mcp__tracker"], "reader": []}"#;
    let tools: BTreeMap<AgentKind, Vec<AgentTool>> = serde_json::from_str(text).unwrap();
    assert_eq!(tools[&AgentKind::Lead], [AgentTool::Read, AgentTool::McpTracker]);
    assert_eq!(serde_json::to_value(&tools).unwrap(), serde_json::from_str::<serde_json::Value>(text).unwrap());
    // Text that is owned, and text that is borrowed.
    assert_eq!(serde_json::from_value::<AgentModel>("opus".into()).unwrap(), AgentModel::Opus);
    assert_eq!(serde_json::from_reader::<_, AgentModel>(&b"\"opus\""[..]).unwrap(), AgentModel::Opus);
    let error = serde_json::from_str::<AgentGroup>("\"reviews\"").unwrap_err();
    assert!(error.to_string().starts_with("no group has this name, did you mean `review`?"), "{error}");
    let error = serde_json::from_str::<AgentGroup>("7").unwrap_err();
    assert!(error.to_string().contains("expected the name of a known group"), "{error}");

    let arguments = Arguments::try_parse_from(["x", "--agent", "lead", "--tool", "Read"]).unwrap();
    assert_eq!((arguments.agent, arguments.tool), (AgentKind::Lead, Some(AgentTool::Read)));
    let help = Arguments::command().render_long_help().to_string();
    assert!(help.contains("- lead:   Helps") && help.contains("- reader: Helps"), "{help}");
    let error = Arguments::try_parse_from(["x", "--agent", "leed"]).unwrap_err().to_string();
    assert!(error.contains("a similar value exists: 'lead'"), "{error}");
}
"##,
    );
    project.cargo(&["run"]).succeeds();
}
