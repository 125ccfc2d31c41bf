use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::parse::yaml::{Entry, Node, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A field that is set twice.
    ///
    /// ## What it does
    /// Checks the frontmatter, and the maps in it, for two equal keys.
    ///
    /// ## Why is this bad?
    /// YAML does not allow it. Programs may reject the file, or use one of the values and ignore the other: it is not clear which
    /// model the agent runs with.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// model: opus
    /// tools: Read, Grep
    /// model: haiku
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// model: opus
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "duplicate-field": Frontmatter, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    map(source, definition.entries.as_deref().unwrap_or_default(), diagnostics);
}

fn map(source: &Source, entries: &[Entry], diagnostics: &mut Vec<Diagnostic>) {
    let mut last: BTreeMap<_, &Entry> = BTreeMap::new();
    for entry in entries {
        let key = &entry.key;
        if let Some(before) = last.insert(&key.value, entry) {
            let written =
                |entry: &Entry| source.text.get(entry.key.span.start..entry.value.span.end).map(str::trim_end);
            // Of two that say the same, the second can go. The last one counts, so it is compared with the one before it.
            let is_same = written(entry) == written(before);
            let fix = is_same.then(|| Fix::remove_lines(source, key.span, entry.value.span)).flatten();
            diagnostics.push(
                RULE.diagnostic(format!("the field `{}` occurs twice", key.value))
                    .at(key.span, "again here")
                    .at(before.key.span, "before that here")
                    .note("some programs refuse the file, some take the first value, some the last")
                    .help("keep one of them")
                    .fix(fix),
            );
        }
        value(source, &entry.value, diagnostics);
    }
}

fn value(source: &Source, node: &Node, diagnostics: &mut Vec<Diagnostic>) {
    match &node.value {
        Yaml::Map(entries) => map(source, entries, diagnostics),
        Yaml::List(items) => items.iter().for_each(|item| value(source, item, diagnostics)),
        _ => {}
    }
}
