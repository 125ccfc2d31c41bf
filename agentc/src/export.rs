//! `agentc export`

use std::collections::BTreeMap;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::format::fields;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::text::invisible::visible;
use serde_json::{Map, Value};

use crate::Outcome;
use crate::arguments::{Destination, Export};
use crate::fields::{is_read, prompt, value};
use crate::output::{self, Failure, Result};
use crate::report::{self, Findings};
use crate::roster::Loaded;
use crate::target;

/// Fields that `claude --agents` ignores.
const WITHOUT_PLACE: [&str; 2] = ["color", "experimental"];

/// Converts the agents of a folder for another program. With an error nothing is written.
pub(crate) fn run(arguments: &Export) -> Result<Outcome> {
    let loaded = Loaded::new(&target::folder(arguments.folder.path.as_deref())?, &[]);
    let (roster, diagnostics) = loaded.check();
    let findings = Findings::of(&loaded, diagnostics);
    if report::outcome(std::slice::from_ref(&findings)) == Outcome::Findings {
        report::tell(&[findings]);
        return Ok(Outcome::Findings);
    }
    let exported = match arguments.to {
        Destination::ClaudeJson => claude_json(&roster)?,
    };
    output::print([format!("{exported:#}\n")])?;
    Ok(report::hint(&findings.folder.path, &findings))
}

/// The JSON that `claude --agents` takes: an object from name to definition. Says what has no place in it.
///
/// The settings may let an agent pass whose restrictions cannot be read. It is not exported without them.
fn claude_json(roster: &Roster) -> Result<Value> {
    let mut left_out: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut agents = Map::new();
    for (agent, source) in roster.named().filter_map(|agent| Some((agent, roster.source(agent)?))) {
        let name = roster.name_of(agent);
        let is_lost = |field: &str| agent.entry(field).is_some() && !is_read(agent, field);
        if agent.description.is_none() || is_lost("tools") || is_lost("disallowedTools") {
            let path = &source.path;
            return Err(Failure(format!(
                "`{path}` cannot be exported: its description or its tools cannot be read, which the settings let pass"
            )));
        }
        let is_left_out = |key: &str| WITHOUT_PLACE.contains(&key) || fields::find(key).is_none() || is_lost(key);
        for entry in agent.entries.iter().flatten().filter(|entry| is_left_out(&entry.key.value)) {
            left_out.entry(visible(entry.key.value.clone().into_owned())).or_default().push(name);
        }
        agents.insert(name.to_owned(), definition(agent, source));
    }
    for (field, names) in left_out {
        let names = visible(names.join(", "));
        output::warning(&format!(
            "`{field}` has no place or no valid value in the JSON of `claude --agents`, and is left out: {names}"
        ));
    }
    Ok(Value::Object(agents))
}

fn definition(agent: &Definition, source: &Source) -> Value {
    let with_place = fields::all().iter().filter(|field| field.name != "name" && !WITHOUT_PLACE.contains(&field.name));
    let values = with_place.filter_map(|field| Some((field.name.to_owned(), value(agent, field.name)?)));
    let prompt = ("prompt".to_owned(), prompt(agent, source).into());
    Value::Object(values.chain([prompt]).collect())
}
