//! `agentc list`

use comfy_table::ColumnConstraint;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::delegation::{Delegates, Delegation};
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::rules::folder::description_budget::tokens;
use include_agents_compiler::text::invisible::visible;
use serde_json::{Value, json};

use crate::Outcome;
use crate::cli::{DataFormat, ListArguments};
use crate::fields;
use crate::loaded::LoadedFolder;
use crate::output::{self, Result};
use crate::report::{self, FolderReport, counted};
use crate::table;
use crate::target;

/// Lists the agents of a folder, by name.
pub(crate) fn run(arguments: &ListArguments) -> Result<Outcome> {
    let loaded = LoadedFolder::new(&target::folder(arguments.folder.path.as_deref())?, &[]);
    let (roster, diagnostics) = loaded.check();
    let agents = roster.named().filter(|agent| agent.entries.is_some());
    let agents: Vec<_> = agents.filter_map(|agent| Some((agent, roster.source(agent)?))).collect();
    let unreadable = roster.definitions.len() - agents.len();
    if unreadable > 0 {
        output::note(&format!("not listed: {} without readable frontmatter", counted(unreadable, "file")));
    }
    let delegates = Delegation::of(&roster).delegates;
    match arguments.format {
        DataFormat::Human => {
            output::stdout_raw([output::redacted(table(&roster, &agents, &delegates))])?;
            let tokens: usize = agents.iter().map(|(agent, _)| description_tokens(agent)).sum();
            output::stderr_line(&format!(
                "{}, {} in descriptions",
                counted(agents.len(), "agent"),
                counted(tokens, "token")
            ));
        }
        DataFormat::Json => {
            let object = |(agent, source): &(&_, &_)| object(&roster, agent, source, &delegates);
            let agents: Vec<_> = agents.iter().map(object).collect();
            output::stdout_json([output::redacted(format!("{:#}\n", Value::Array(agents)))])?;
        }
    }
    Ok(report::note_counts(&loaded.folder.path, &FolderReport::of(&loaded, diagnostics)))
}

fn table(roster: &Roster, agents: &[(&Definition, &Source)], delegates: &[Delegates]) -> String {
    let header = ["name", "group", "model", "description tokens", "prompt tokens", "file", "tools", "delegates"];
    let mut table = table::new(header, 3..5);
    table::fit(&mut table);
    for (agent, source) in agents {
        table.add_row([
            one_line(roster.name_of(agent)),
            roster.folder.group(&source.path).map_or_else(|| "-".to_owned(), one_line),
            agent.model.as_ref().map_or_else(|| "-".to_owned(), |model| one_line(&model.value)),
            description_tokens(agent).to_string(),
            tokens(fields::prompt(agent, source)).to_string(),
            one_line(&source.path),
            one_line(&tools(agent)),
            one_line(&match delegates_of(roster, agent, delegates) {
                None => "?".to_owned(),
                Some(Named::All) => "all".to_owned(),
                Some(Named::Only(names)) if names.is_empty() => "none".to_owned(),
                Some(Named::Only(names)) => names.join(", "),
            }),
        ]);
    }
    let has_groups = agents.iter().any(|(_, source)| roster.folder.group(&source.path).is_some());
    if let Some(group) = table.column_mut(1).filter(|_| !has_groups) {
        group.set_constraint(ColumnConstraint::Hidden);
    }
    table::text(&table)
}

fn object(roster: &Roster, agent: &Definition, source: &Source, delegates: &[Delegates]) -> Value {
    json!({
        "name": roster.name_of(agent),
        "group": roster.folder.group(&source.path),
        "model": fields::value(agent, "model"),
        "tools": fields::value(agent, "tools"),
        "disallowed_tools": fields::value(agent, "disallowedTools"),
        "delegates": delegates_of(roster, agent, delegates).map(|delegates| match delegates {
            Named::All => "all".into(),
            Named::Only(names) => Value::from(names),
        }),
        "unread": agent.unread,
        "description_tokens": description_tokens(agent),
        "prompt_tokens": tokens(fields::prompt(agent, source)),
        "file": source.path,
    })
}

/// Delegates by their names.
enum Named<'r> {
    All,
    Only(Vec<&'r str>),
}

/// The agents that an agent can start; nothing if its tools are not known.
fn delegates_of<'r>(roster: &'r Roster, agent: &Definition, delegates: &[Delegates]) -> Option<Named<'r>> {
    let name = |agent: &usize| Some(roster.name_of(roster.definitions.get(*agent)?));
    match delegates.get(agent.file)? {
        _ if agent.has_unread_tools() => None,
        Delegates::All => Some(Named::All),
        Delegates::Only(agents) => Some(Named::Only(agents.iter().filter_map(name).collect())),
    }
}

fn description_tokens(agent: &Definition) -> usize {
    agent.description.as_ref().map_or(0, |description| tokens(&description.value))
}

fn tools(agent: &Definition) -> String {
    let names = |tools: &[_]| {
        tools
            .iter()
            .map(|tool: &include_agents_compiler::base::span::SpannedText| &*tool.value)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let granted = match &agent.tools {
        _ if agent.has_unread_tools() => return "?".to_owned(),
        None => "all".to_owned(),
        Some(tools) if tools.is_empty() => "none".to_owned(),
        Some(tools) => names(tools),
    };
    if agent.disallowed_tools.is_empty() {
        granted
    } else {
        format!("{granted}, without {}", names(&agent.disallowed_tools))
    }
}

/// A text of an agent on one line.
fn one_line(text: &str) -> String {
    visible(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
