//! `agentc export`

use std::collections::BTreeMap;

use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::text::invisible::visible;
use serde_json::{Map, Value};

use crate::Outcome;
use crate::cli::{Destination, ExportArguments};
use crate::fields::{is_read, prompt, value};
use crate::loaded::LoadedFolder;
use crate::output::{self, Failure, Result};
use crate::prompts::Values;
use crate::report::{self, FolderReport};
use crate::target;

/// Fields that `claude --agents` does not support.
const UNSUPPORTED: [&str; 2] = ["color", "experimental"];

/// Exports the agents of a folder, unless there are errors.
pub(crate) fn run(arguments: &ExportArguments) -> Result<Outcome> {
    let loaded = LoadedFolder::new(&target::folder(arguments.folder.path.as_deref())?, &[]);
    let (roster, diagnostics) = loaded.check();
    let report = FolderReport::of(&loaded, diagnostics);
    if report::outcome(std::slice::from_ref(&report)) == Outcome::Errors {
        report::write_to_stderr(&[report]);
        return Ok(Outcome::Errors);
    }
    let exported = match arguments.to {
        Destination::ClaudeJson => claude_json(&roster, &arguments.set)?,
    };
    output::stdout_json([format!("{exported:#}\n")])?;
    Ok(report::note_counts(&report.folder.path, &report))
}

/// The JSON for `claude --agents`: an object from name to definition. Warns about fields that are left out.
///
/// The settings may allow an agent whose tools are not valid. It is not exported, since it would have all tools.
fn claude_json(roster: &Roster, set: &[(String, String)]) -> Result<Value> {
    let values = Values::new(roster, &(0..roster.definitions.len()).collect::<Vec<_>>(), set)?;
    let mut left_out: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut agents = Map::new();
    for (agent, source) in roster.named().filter_map(|agent| Some((agent, roster.source(agent)?))) {
        let name = roster.name_of(agent);
        let is_lost = |field: &str| agent.entry(field).is_some() && !is_read(agent, field);
        if agent.description.is_none() || is_lost("tools") || is_lost("disallowedTools") {
            let path = &source.path;
            return Err(Failure(format!(
                "cannot export `{path}`: its description or its tools are not valid, even though the settings allow this"
            )));
        }
        let is_left_out =
            |key: &str| UNSUPPORTED.contains(&key) || roster.format.fields.find(key).is_none() || is_lost(key);
        for entry in agent.entries.iter().flatten().filter(|entry| is_left_out(&entry.key.value)) {
            left_out.entry(visible(entry.key.value.clone().into_owned())).or_default().push(name);
        }
        let prompt = match roster.prompts().template(agent.file) {
            Some(_) => values.render(roster, agent.file)?,
            None => prompt(agent, source).to_owned(),
        };
        agents.insert(name.to_owned(), definition(agent, prompt));
    }
    for (field, names) in left_out {
        let names = visible(names.join(", "));
        output::warning(&format!(
            "`{field}` is not exported, because `claude --agents` does not support it or its value is not valid: {names}"
        ));
    }
    Ok(Value::Object(agents))
}

fn definition(agent: &Definition, prompt: String) -> Value {
    let supported =
        agent.format.fields.list.iter().filter(|field| field.name != "name" && !UNSUPPORTED.contains(&field.name));
    let values = supported.filter_map(|field| Some((field.name.to_owned(), value(agent, field.name)?)));
    Value::Object(values.chain([("prompt".to_owned(), prompt.into())]).collect())
}
