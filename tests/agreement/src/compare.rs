//! What the compiler says beside what Claude Code does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::CONTROL;
use crate::claude_code::{BUILT_IN, Loaded};
use crate::roster::AgentFile;
use crate::service::Started;

/// Why an agent that Claude Code starts is an error here.
struct Reason {
    rule: &'static str,
    /// Whether it does not run as its file says, which is what an error means.
    runs_otherwise: bool,
    why: &'static str,
}

const fn otherwise(rule: &'static str, why: &'static str) -> Reason {
    Reason { rule, runs_otherwise: true, why }
}

const fn as_written(rule: &'static str, why: &'static str) -> Reason {
    Reason { rule, runs_otherwise: false, why }
}

/// The reasons by rule. A difference by a rule that is not here has not been explained.
const REASONS: &[Reason] = &[
    otherwise("conflicting-tools", "a tool that is granted is denied as well, and is not given"),
    otherwise("duplicate-name", "it hides another agent of the same name"),
    otherwise("empty-field", "a field without a value has no effect"),
    otherwise("invalid-value", "the value has no effect"),
    otherwise("misspelled-field", "the field has no effect, and what it restricts is not restricted"),
    otherwise("misspelled-model", "the text is sent as it is, and is the id of no model"),
    otherwise("misspelled-tool", "the tool is not given"),
    otherwise("unclosed-frontmatter", "a longer line of dashes ends the frontmatter, and begins the prompt"),
    otherwise("unknown-hook-event", "the hook never runs"),
    otherwise("wrong-type", "the value has no effect, and one of `tools` grants nothing"),
    as_written("empty-prompt", "an agent without instructions runs, and is of no use to a program"),
    as_written("hidden-text", "instructions that nobody sees are run like any others"),
];

/// A tool that stands for those which an agent can load by `ToolSearch`.
const PLACEHOLDER: &str = "DeferredToolPlaceholder";

/// The result of all runs.
pub(crate) struct Comparison {
    version: String,
    files: usize,
    /// The files that run as written without an error here, or do not with one.
    agreed: usize,
    /// Those of them that run, but not as written.
    run_otherwise: usize,
    /// Those of them that are refused because they have tools of MCP servers alone, which no run has.
    without_servers: usize,
    /// The files that run and are an error here, by rule.
    refused: BTreeMap<&'static str, Vec<String>>,
    /// What differs otherwise, one line each.
    differences: Vec<String>,
    /// How many are equal, and how many have been compared.
    descriptions: (usize, usize),
    tools: (usize, usize),
    /// How often a model was asked for where the file has another text.
    models: BTreeMap<(String, String), usize>,
}

impl Comparison {
    pub(crate) fn new(version: String) -> Self {
        Self {
            version,
            files: 0,
            agreed: 0,
            run_otherwise: 0,
            without_servers: 0,
            refused: BTreeMap::new(),
            differences: Vec::new(),
            descriptions: (0, 0),
            tools: (0, 0),
            models: BTreeMap::new(),
        }
    }

    /// Adds one run.
    pub(crate) fn add(
        &mut self,
        batch: &[(String, AgentFile)],
        mut loaded: BTreeMap<String, Loaded>,
    ) -> Result<(), String> {
        let control = loaded.remove(CONTROL).and_then(|control| control.started);
        let Some(Started::With { tools: all, .. }) = control else {
            return Err(format!("the agent that has every tool did not start: {control:?}"));
        };
        // Of several files with one name, the last path that can be read counts.
        let mut last = BTreeMap::new();
        for (path, file) in batch {
            let rank = (!file.is_said_lost(), path);
            let last = last.entry(&file.name).or_insert(rank);
            *last = rank.max(*last);
        }
        for (path, file) in batch {
            let is_last = last.get(&file.name).is_some_and(|(_, last)| *last == path);
            let loaded = match &file.name {
                Some(name) if is_last => loaded.remove(name),
                Some(_) => None,
                None => loaded.keys().find(|name| file.holds(name)).cloned().and_then(|name| loaded.remove(&name)),
            };
            self.files += 1;
            match loaded {
                Some(loaded) => self.add_loaded(file, &loaded, &all),
                None if file.agent.is_some() && file.errors.is_empty() && !file.is_said_lost() => {
                    self.differ(file, "not loaded, no error here");
                }
                None => self.agreed += 1,
            }
        }
        let unknown = loaded.into_keys().filter(|name| !BUILT_IN.contains(&name.as_str()));
        let unknown = unknown.map(|name| format!("`{name}` is loaded, and no file here defines it"));
        self.differences.extend(unknown);
        Ok(())
    }

    fn differ(&mut self, file: &AgentFile, what: &str) {
        self.differences.push(format!("{}: {what}", file.path));
    }

    fn add_loaded(&mut self, file: &AgentFile, loaded: &Loaded, all: &[String]) {
        let is_error = !file.errors.is_empty();
        match &loaded.started {
            Some(Started::With { model, tools }) => {
                if is_error {
                    self.add_refused(file);
                } else {
                    self.agreed += 1;
                }
                self.compare_tools(file, tools, all);
                *self.models.entry((file.model.clone(), model.clone())).or_default() += 1;
            }
            Some(Started::Refused(_)) if is_error => self.agreed += 1,
            Some(Started::Refused(_)) if file.needs_servers() => {
                self.agreed += 1;
                self.without_servers += 1;
            }
            Some(Started::Refused(said)) => self.differ(file, &format!("refused, no error here: {said}")),
            None => self.differ(file, "loaded, but neither started nor refused"),
        }
        if file.is_said_lost() {
            self.differ(file, &format!("loaded, and an error says that it is not: {:?}", file.errors));
        }
        if file.is_said_refused() && matches!(loaded.started, Some(Started::With { .. })) {
            self.differ(file, &format!("started, and an error says that it is refused: {:?}", file.errors));
        }
        if !file.is_read {
            return;
        }
        self.descriptions.1 += 1;
        let (here, there) = (file.description.trim(), loaded.description.as_str());
        if here == there {
            self.descriptions.0 += 1;
        } else if !file.is_said_other() {
            let (here, there) = first_difference(here, there);
            self.differ(file, &format!("description `{here}` here, `{there}` there"));
        }
    }

    /// A file that runs and is an error here counts for its strongest reason.
    fn add_refused(&mut self, file: &AgentFile) {
        let reasons = file.errors.iter().map(|rule| (REASONS.iter().find(|reason| reason.rule == *rule), *rule));
        let rank = |reason: Option<&Reason>| reason.map_or(2, |reason| u8::from(!reason.runs_otherwise));
        if let Some((reason, rule)) = reasons.min_by_key(|(reason, _)| rank(*reason)) {
            let runs_otherwise = usize::from(reason.is_some_and(|reason| reason.runs_otherwise));
            self.agreed += runs_otherwise;
            self.run_otherwise += runs_otherwise;
            self.refused.entry(rule).or_default().push(file.path.clone());
        }
    }

    fn compare_tools(&mut self, file: &AgentFile, tools: &[String], all: &[String]) {
        let Some(agent) = file.agent.as_ref().filter(|_| file.is_read) else { return };
        self.tools.1 += 1;
        // Some tools are given to an agent only if it lists them.
        let known = all.iter().chain(tools).filter(|tool| *tool != PLACEHOLDER);
        let here: BTreeSet<_> = known.filter(|tool| agent.may_use(tool)).collect();
        let there: BTreeSet<_> = tools.iter().filter(|tool| *tool != PLACEHOLDER).collect();
        if here == there {
            self.tools.0 += 1;
        } else {
            let missing: Vec<_> = here.difference(&there).collect();
            let more: Vec<_> = there.difference(&here).collect();
            self.differ(file, &format!("tools {missing:?} only here, {more:?} only there"));
        }
    }

    /// Whether every difference has a reason.
    pub(crate) fn is_explained(&self) -> bool {
        self.differences.is_empty() && self.refused.keys().all(|rule| REASONS.iter().any(|reason| reason.rule == *rule))
    }

    /// The tables, in Markdown.
    pub(crate) fn tables(&self) -> String {
        let mut text = format!("Claude Code: {}\n\n| | files | equal |\n|---|---:|---:|\n", self.version);
        let rows = [
            ("runs as written without an error here, or an error here says otherwise", (self.agreed, self.files)),
            ("runs without an error here, or is lost with one", (self.agreed - self.run_otherwise, self.files)),
            ("description", self.descriptions),
            ("tools", self.tools),
        ];
        for (title, (equal, all)) in rows {
            let _ = writeln!(text, "| {title} | {all} | {equal} ({}) |", percent(equal, all));
        }
        if self.without_servers > 0 {
            let _ = writeln!(
                text,
                "\nOf the first, {} have tools of MCP servers alone, which no run has.",
                self.without_servers
            );
        }
        text.push_str("\n| an error here, and it runs there | files | reason |\n|---|---:|---|\n");
        for (rule, files) in &self.refused {
            let why =
                REASONS.iter().find(|reason| reason.rule == *rule).map_or("**not explained**", |reason| reason.why);
            let _ = writeln!(text, "| `{rule}` | {} | {why} |", files.len());
        }
        text.push_str("\n| model in the file | model that is asked for | agents |\n|---|---|---:|\n");
        for ((written, sent), count) in &self.models {
            let written = if written.is_empty() { "none".to_owned() } else { format!("`{written}`") };
            let _ = writeln!(text, "| {written} | `{sent}` | {count} |");
        }
        text
    }

    /// Each difference on a line.
    pub(crate) fn lines(&self) -> String {
        let of_rule = |(rule, files): (&&str, &Vec<String>)| {
            files.iter().map(|file| format!("{file}: runs there, an error here: {rule}")).collect::<Vec<_>>()
        };
        self.refused.iter().flat_map(of_rule).chain(self.differences.iter().cloned()).collect::<Vec<_>>().join("\n")
    }
}

/// With two decimals, rounded down.
fn percent(part: usize, all: usize) -> String {
    let hundredths = (part * 10_000).checked_div(all).unwrap_or(10_000);
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

/// The surroundings of the first character that differs.
fn first_difference(one: &str, other: &str) -> (String, String) {
    let equal = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| {
        text.chars().skip(equal.saturating_sub(15)).take(40).collect::<String>().escape_debug().to_string()
    };
    (around(one), around(other))
}
