//! A tool that is no more.
//!
//! # What it finds
//! A tool that Claude Code once had, such as `MultiEdit` or `LS`, and `Task`, which is called `Agent` now.
//!
//! # Why it matters
//! Programs drop a tool that is not there, in silence. A former name works until it does not.
//!
//! # Example
//! `tools: Read, MultiEdit`
//!
//! # Cure
//! Write the successor that the message gives, or remove the entry.

use std::collections::HashSet;

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::fix::Fix;
use crate::compiler::link::Roster;
use crate::compiler::source::{Source, Text};
use crate::compiler::tools::{self, Status, Tool};

/// The rule.
pub static RULE: Rule = Rule::new("retired-tool", Level::Warn, check);

/// Checks every entry of both lists of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let Some(source) = roster.source(definition) else { continue };
        for list in [definition.tools.as_deref().unwrap_or_default(), &definition.disallowed_tools] {
            let mut written: HashSet<&str> = HashSet::new();
            for (index, entry) in list.iter().enumerate() {
                let name = tools::name(&entry.value);
                let tool = tools::find(name).filter(|_| !roster.settings.tools.contains(name));
                if let Some(tool) = tool.filter(|tool| matches!(tool.status, Status::Alias | Status::Retired)) {
                    if written.is_empty() {
                        written.extend(list.iter().map(|entry| &*entry.value));
                    }
                    diagnostics.push(report(source, list, index, entry, tool, &written));
                }
            }
        }
    }
}

fn report(
    source: &Source,
    list: &[Text],
    index: usize,
    entry: &Text,
    tool: &Tool,
    written: &HashSet<&str>,
) -> Diagnostic {
    let name = tool.name;
    let span = source.place_of(name, entry.span).unwrap_or(entry.span);
    let label = tool.instead.map_or_else(String::new, |instead| format!("`{instead}` does its work"));
    let diagnostic = if tool.status == Status::Alias {
        Diagnostic::new(&RULE, format!("`{name}` has another name now"))
            .at(span, "the former name")
            .note("Claude Code still takes it for the same tool")
    } else {
        Diagnostic::new(&RULE, format!("the tool `{name}` was removed"))
            .at(span, label)
            .note("programs drop a tool that is not there, in silence")
    };
    // Where the entry under its new name is in the list already, or there is none, the list is the same without it.
    let is_free = |instead: &&str| !written.contains(entry.value.replacen(name, instead, 1).as_str());
    if let Some(instead) = tool.instead.filter(is_free) {
        let fix = Fix::replace(source, entry.span, name, instead, tool.status == Status::Alias);
        return diagnostic.help(format!("write `{instead}` instead")).fix(fix);
    }
    let help = match tool.instead {
        Some(instead) => format!("remove it: `{instead}` is in the list already"),
        None => "remove it: there is no other tool for its work".to_owned(),
    };
    diagnostic.help(help).fix(Fix::remove_entry(source, list, index))
}
