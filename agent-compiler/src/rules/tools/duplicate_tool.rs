use std::collections::HashMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::{Span, SpannedText};
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool, skill or MCP server that is listed twice.
    ///
    /// ## What it does
    /// Checks `tools`, `disallowedTools`, `skills` and `mcpServers` for two equal entries.
    ///
    /// ## Why is this bad?
    /// The second entry has no effect, unless it was meant to be another one.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep, Read
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "duplicate-tool": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if !definition.has_plain_tools() {
        for (list, _) in definition.tool_lists() {
            check_list(source, list, diagnostics);
        }
    }
    check_list(source, &definition.skills, diagnostics);
    check_servers(agent, diagnostics);
}

fn check_list(source: &Source, list: &[SpannedText], diagnostics: &mut Vec<Diagnostic>) {
    let mut first = HashMap::new();
    for (index, entry) in list.iter().enumerate().filter(|(_, entry)| !entry.value.is_empty()) {
        let before = *first.entry(&entry.value).or_insert(entry.span);
        if before != entry.span {
            let fix = Fix::remove_entry(source, list, index);
            diagnostics.push(report(&entry.value, entry.span, before).note(NO_EFFECT).fix(fix));
        }
    }
}

/// A server is listed by its name, or as a key with its configuration.
fn check_servers(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(entry) = agent.definition.entry("mcpServers") else { return };
    let Yaml::List(items) = &entry.value.value else { return };
    let mut first = HashMap::new();
    for (index, item) in items.iter().enumerate() {
        let names: Vec<_> = match &item.value {
            Yaml::Text(name) => vec![(name.trim(), item.span)],
            Yaml::Map(entries) => entries.iter().map(|entry| (&*entry.key.value, entry.key.span)).collect(),
            _ => continue,
        };
        let is_name = matches!(item.value, Yaml::Text(_));
        for (name, span) in names.into_iter().filter(|(name, _)| !name.is_empty()) {
            // A key that occurs twice in one map is `duplicate-field`.
            let (of, before, was_name) = *first.entry(name).or_insert((index, span, is_name));
            if of != index {
                let note = if is_name && was_name {
                    NO_EFFECT
                } else {
                    "it is not certain which of the two configurations applies"
                };
                diagnostics.push(report(name, span, before).note(note));
            }
        }
    }
}

const NO_EFFECT: &str = "the second entry has no effect, unless it was meant to be another one";

fn report(name: &str, span: Span, before: Span) -> Diagnostic {
    RULE.diagnostic(format!("`{name}` is listed twice"))
        .at(span, "listed again here")
        .at(before, "first listed here")
        .help("remove one of them")
}
