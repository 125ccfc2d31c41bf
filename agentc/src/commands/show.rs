//! `agentc show`

use std::fmt::Write as _;

use include_agents_compiler::base::diagnostic::Diagnostic;

use include_agents_compiler::base::rule::Level;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::base::span::Span;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::example::ParsedExample;
use include_agents_compiler::parse::yaml::Entry;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::rules::folder::description_budget::tokens;
use include_agents_compiler::rules::frontmatter::recovered_yaml;
use include_agents_compiler::text::invisible::visible;
use include_agents_core::{Section, Sections};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::cli::{DataFormat, ShowArguments};
use crate::fields::{self, prompt, value};
use crate::loaded::LoadedFolder;
use crate::output::{self, FAINT, Failure, Result, TITLE};
use crate::report::{self, FolderReport, counted};
use crate::target;

/// Shows one agent.
pub(crate) fn run(arguments: &ShowArguments) -> Result<Outcome> {
    // Recovered fields are marked whatever the settings say.
    let rules = [(&recovered_yaml::RULE.info, Level::Warn)];
    let mut loaded = LoadedFolder::new(&target::agent(&arguments.agent, arguments.folder.path.as_deref())?, &rules);
    let is_file = loaded.requested.is_some();
    let index = {
        let roster = loaded.roster();
        let by_name = || roster.find(&arguments.agent).map(|agent| agent.file);
        if is_file { loaded.requested.iter().flatten().next().copied() } else { by_name() }
            .ok_or_else(|| unknown(&roster, &arguments.agent))?
    };
    loaded.requested = Some([index].into());
    let (roster, diagnostics) = loaded.check();
    let Some((agent, source)) = roster.agents().nth(index) else { return Err(unknown(&roster, &arguments.agent)) };
    let is_recovered = |diagnostic: &&Diagnostic| diagnostic.rule.name == recovered_yaml::RULE.info.name;
    let recovered: Vec<_> = diagnostics.iter().filter(is_recovered).filter_map(Diagnostic::span).collect();
    let fields = fields_of(agent, &recovered);
    let name = roster.name_of(agent);
    let outline: Vec<_> = Sections::of(source.text.get(agent.body.clone()).unwrap_or_default()).collect();
    match arguments.format {
        DataFormat::Human => output::stdout_styled([output::redacted(human(agent, source, name, &fields, &outline))])?,
        DataFormat::Json => {
            output::stdout_json([output::redacted(format!("{:#}\n", json(agent, source, name, &fields, &outline)))])?;
        }
    }
    // With a folder, the file by itself might be checked in another one.
    let path = if arguments.folder.path.is_some() { &loaded.folder.path } else { &source.path };
    Ok(report::note_counts(path, &FolderReport::of(&loaded, diagnostics)))
}

/// The failure where no agent has this name.
pub(crate) fn unknown(roster: &Roster, agent: &str) -> Failure {
    let path = &roster.folder.path;
    Failure(match roster.search().closest(agent) {
        Some(close) => format!("no agent `{agent}` in `{path}`, did you mean `{close}`?"),
        None => format!("no agent `{agent}` in `{path}`: run `agentc list {}` to list them", report::quoted(path)),
    })
}

/// A field that the file sets.
struct Field<'r> {
    name: &'r str,
    /// The value that the compiler reads; `None` if it is not valid.
    value: Option<Value>,
    span: Span,
    is_recovered: bool,
}

/// The fields in the order of the file.
fn fields_of<'r>(agent: &'r Definition, recovered: &[Span]) -> Vec<Field<'r>> {
    let entries = agent.entries.as_deref().unwrap_or_default();
    let field = |(index, entry): (usize, &'r Entry)| {
        let name = entry.key.value.as_ref();
        let is_last = agent.entry(name).is_some_and(|last| last.key.span == entry.key.span);
        let value = match agent.format.fields.find(name) {
            _ if !is_last => None,
            Some(_) if name == "tools" && fields::is_read(agent, name) => value(agent, name).or(Some("all".into())),
            Some(_) => value(agent, name),
            None => Some(fields::json(&entry.value)),
        };
        let end = entries.get(index + 1).map_or(usize::MAX, |next| next.key.span.start);
        let is_recovered = recovered.iter().any(|span| (entry.key.span.start..end).contains(&span.start));
        Field { name, value, span: Span { end: entry.value.span.end, ..entry.key.span }, is_recovered }
    };
    entries.iter().enumerate().map(field).collect()
}

fn human(agent: &Definition, source: &Source, name: &str, fields: &[Field], outline: &[Section]) -> String {
    let mut text =
        format!("{TITLE}{}{TITLE:#} {FAINT}{}{FAINT:#}\n\n", visible(name.to_owned()), visible(source.path.clone()));
    let mut block = |title: &str, position: &str, content: &str| {
        let _ = writeln!(text, "{TITLE}{title}{TITLE:#}{FAINT}{position}{FAINT:#}");
        // On a terminal, a carriage return would let the following text overwrite the line.
        let content = content.replace("\r\n", "\n").replace('\r', "\\r");
        for line in visible(content).lines() {
            text += if line.is_empty() { "" } else { "  " };
            text += line;
            text += "\n";
        }
    };
    for field in fields {
        let (line, _) = source.line_column(field.span.start);
        let recovered = if field.is_recovered { ", recovered" } else { "" };
        let content = match &field.value {
            Some(_) if field.name == "description" => agent.examples.description.to_string(),
            Some(value) => plain(value),
            None => "(ignored: not valid, or set again below)".to_owned(),
        };
        block(&visible(field.name.to_owned()), &format!(", line {line}{recovered}"), &content);
    }
    if agent.entries.is_none() {
        block("(no readable frontmatter)", "", "");
        return text;
    }
    let is_set = |name: &str| fields.iter().any(|field| field.name == name);
    let others: Vec<_> = agent.format.fields.list.iter().map(|field| field.name).filter(|name| !is_set(name)).collect();
    block("not set", "", &others.join(", "));
    for (index, example) in agent.examples.list.iter().enumerate() {
        let parts = parts(example).map(|(word, part)| format!("{word}: {part}"));
        block(&format!("example {}", index + 1), "", &parts.collect::<Vec<_>>().join("\n"));
    }
    if !outline.is_empty() {
        let mut above = Vec::new();
        let lines = outline.iter().map(|section| {
            let items = match section.items().count() {
                0 => String::new(),
                count => format!(", {}", counted(count, "item")),
            };
            while above.last().is_some_and(|level| *level >= section.level()) {
                above.pop();
            }
            let indentation = 2 * above.len();
            above.push(section.level());
            format!("{:indentation$}{}, line {}{items}", "", section.title(), line_of(section, source))
        });
        block("sections", "", &lines.collect::<Vec<_>>().join("\n"));
    }
    let prompt = prompt(agent, source);
    let start = source.range_of(prompt).map_or(agent.body.start, |range| range.start);
    let (line, _) = source.line_column(start);
    block("prompt", &format!(", line {line}, {}", counted(tokens(prompt), "token")), prompt);
    text
}

/// The line of a heading.
fn line_of(section: &Section, source: &Source) -> usize {
    source.range_of(section.title()).map_or(1, |title| source.line_column(title.start).0)
}

/// The parts that an example has.
fn parts<'e>(example: &'e ParsedExample) -> impl Iterator<Item = (&'static str, &'e str)> {
    let ParsedExample { context, user, assistant, commentary } = example;
    let parts = [("context", context), ("user", user), ("assistant", assistant), ("commentary", commentary)];
    parts.into_iter().filter(|(_, part)| !part.is_empty()).map(|(word, part)| (word, part.as_ref()))
}

/// A value as text: a list of texts separated by commas, other lists and maps as JSON.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => "none".to_owned(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

fn json(agent: &Definition, source: &Source, name: &str, fields: &[Field], outline: &[Section]) -> Value {
    let fields = fields.iter().map(|field| {
        let ((line, column), (end_line, end_column)) =
            (source.line_column(field.span.start), source.line_column(field.span.end));
        let field_json = json!({
            "value": field.value, "recovered": field.is_recovered,
            "line": line, "column": column, "end_line": end_line, "end_column": end_column,
        });
        (field.name.to_owned(), field_json)
    });
    let examples = agent.examples.list.iter().map(|example| {
        parts(example).map(|(word, part)| (word.to_owned(), part.into())).collect::<Map<_, Value>>().into()
    });
    let section = |section: &Section| {
        json!({
            "level": section.level(),
            "title": section.title(),
            "line": line_of(section, source),
            "items": section.items().collect::<Vec<_>>(),
        })
    };
    json!({
        "name": name,
        "file": source.path,
        "fields": fields.collect::<Map<_, _>>(),
        "description": agent.examples.description,
        "examples": examples.collect::<Vec<Value>>(),
        "sections": outline.iter().map(section).collect::<Vec<_>>(),
        "prompt": prompt(agent, source),
        "body": source.text.get(agent.body.clone()),
    })
}
