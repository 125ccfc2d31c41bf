//! `agentc route`

use std::collections::BTreeMap;
use std::path::Path;

use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::resolve::routing::{Candidate, Router, Trial};
use include_agents_compiler::text::invisible::one_line;
use serde_json::{Value, json};

use crate::Outcome;
use crate::cli::{DataFormat, RouteArguments};
use crate::loaded::LoadedFolder;
use crate::output::{self, Failure, Result};
use crate::report::{self, FolderReport, counted};
use crate::table;
use crate::target;

/// The most agents that the table for a text lists.
const MOST_AGENTS: usize = 10;

/// Prints the agents that a text may be for, or how many examples lead to their own agent.
pub(crate) fn run(arguments: &RouteArguments) -> Result<Outcome> {
    let RouteArguments { text, folder, check, format } = arguments;
    let path = match (check, text, &folder.path) {
        (true, Some(_), Some(_)) => return Err(Failure("`--check` asks the examples: pass no text".into())),
        (true, path, None) => path.as_deref().map(Path::new),
        (_, _, path) => path.as_deref(),
    };
    let loaded = LoadedFolder::new(&target::folder(path)?, &[]);
    let (roster, diagnostics) = loaded.check();
    let mut routing = Router::new(&roster);
    if *check {
        let trials = Trials { trials: routing.trials(), roster: &roster };
        match format {
            DataFormat::Human => {
                output::stdout_raw([output::redacted(trials.table())])?;
                output::stderr_line(&trials.summary());
            }
            DataFormat::Json => output::stdout_json([output::redacted(format!("{:#}\n", trials.json()))])?,
        }
    } else {
        let found = routing.find(text.as_deref().unwrap_or_default());
        match format {
            DataFormat::Human if found.is_empty() => output::note("no agent has a word of this text"),
            DataFormat::Human => output::stdout_raw([output::redacted(table(&roster, &found))])?,
            DataFormat::Json => {
                let object =
                    |found: &Candidate| json!({ "name": name(&roster, found.agent), "score": rounded(found.score) });
                output::stdout_json([output::redacted(format!(
                    "{:#}\n",
                    found.iter().map(object).collect::<Value>()
                ))])?;
            }
        }
    }
    Ok(report::note_counts(&loaded.folder.path, &FolderReport::of(&loaded, diagnostics)))
}

fn name<'r>(roster: &'r Roster, agent: usize) -> &'r str {
    roster.definitions.get(agent).map_or("", |agent| roster.name_of(agent))
}

/// A score with the digits that mean something.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

fn table(roster: &Roster, found: &[Candidate]) -> String {
    let mut table = table::new(["score", "agent", "file"], 0..1);
    table::fit(&mut table);
    for found in found.iter().take(MOST_AGENTS) {
        let path = roster.folder.sources.get(found.agent).map_or("", |source| source.path.as_str());
        let name = one_line(name(roster, found.agent).to_owned());
        table.add_row([format!("{:.1}", found.score), name, one_line(path.to_owned())]);
    }
    table::text(&table)
}

/// What became of all examples.
struct Trials<'r> {
    trials: Vec<Trial<'r>>,
    roster: &'r Roster<'r>,
}

/// The examples of one agent, at least one of which leads elsewhere.
struct Row<'r> {
    name: &'r str,
    examples: usize,
    own: usize,
    /// The other agents with the number of examples that lead there, most first.
    others: Vec<(&'r str, usize)>,
}

impl<'r> Trials<'r> {
    /// The agent that an example leads to; nothing if it shares no word with any.
    fn found(&self, trial: &Trial) -> Option<&'r str> {
        trial.found.first().map(|found| name(self.roster, found.agent))
    }

    fn is_own(trial: &Trial) -> bool {
        trial.found.first().is_some_and(|found| found.agent == trial.agent)
    }

    fn summary(&self) -> String {
        let own = self.trials.iter().filter(|trial| Self::is_own(trial)).count();
        let examples = counted(self.trials.len(), "example");
        format!("{own} of {examples} lead to their own agent, by words and without the example itself")
    }

    /// The agents with mistakes, those with most first.
    fn rows(&self) -> Vec<Row<'r>> {
        let mut by_agent: BTreeMap<&str, Vec<&Trial>> = BTreeMap::new();
        for trial in &self.trials {
            by_agent.entry(name(self.roster, trial.agent)).or_default().push(trial);
        }
        let row = |(name, trials): (&'r str, Vec<&Trial>)| {
            let mut others: BTreeMap<&str, usize> = BTreeMap::new();
            for trial in trials.iter().filter(|trial| !Self::is_own(trial)) {
                *others.entry(self.found(trial).unwrap_or("(none)")).or_default() += 1;
            }
            let mut others: Vec<_> = others.into_iter().collect();
            others.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let own = trials.iter().filter(|trial| Self::is_own(trial)).count();
            Row { name, examples: trials.len(), own, others }
        };
        let mut rows: Vec<_> = by_agent.into_iter().map(row).filter(|row| row.own < row.examples).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.examples - row.own));
        rows
    }

    fn table(&self) -> String {
        let rows = self.rows();
        if rows.is_empty() {
            return String::new();
        }
        let mut table = table::new(["agent", "examples", "own", "led to instead"], 1..3);
        table::fit(&mut table);
        for Row { name, examples, own, others } in rows {
            let others: Vec<_> = others.into_iter().map(|(name, count)| format!("{name} {count}")).collect();
            let (name, others) = (one_line(name.to_owned()), one_line(others.join(", ")));
            table.add_row([name, examples.to_string(), own.to_string(), others]);
        }
        table::text(&table)
    }

    fn json(&self) -> Value {
        let mistake = |trial: &Trial| {
            json!({
                "agent": name(self.roster, trial.agent),
                "found": self.found(trial),
                "own_score": rounded(trial.own_score()),
                "score": trial.found.first().map(|found| rounded(found.score)),
                "user": trial.example.user,
            })
        };
        let mistakes: Vec<_> = self.trials.iter().filter(|trial| !Self::is_own(trial)).map(mistake).collect();
        json!({ "examples": self.trials.len(), "own": self.trials.len() - mistakes.len(), "mistakes": mistakes })
    }
}
