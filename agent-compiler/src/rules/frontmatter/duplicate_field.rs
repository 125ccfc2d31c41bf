use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::parse::problem::ParseProblem;
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
    let before = diagnostics.len();
    map(source, definition.entries.as_deref().unwrap_or_default(), diagnostics);
    for problem in &definition.problems {
        if let ParseProblem::ReadInPart(entries) = problem {
            map(source, entries, diagnostics);
        }
    }
    if !definition.is_yaml() {
        diagnostics.iter_mut().skip(before).for_each(|diagnostic| diagnostic.fix = None);
    }
}

fn map(source: &Source, entries: &[Entry], diagnostics: &mut Vec<Diagnostic>) {
    let mut last: BTreeMap<_, &Entry> = BTreeMap::new();
    for entry in entries {
        let key = &entry.key;
        if let Some(before) = last.insert(&key.value, entry) {
            let written =
                |entry: &Entry| source.text.get(entry.key.span.start..entry.value.span.end).map(str::trim_end);
            // The last one counts, so only one that equals the one before it can be removed.
            let is_same = written(entry) == written(before);
            let fix = is_same.then(|| Fix::remove_lines(source, key.span, entry.value.span)).flatten();
            diagnostics.push(
                RULE.diagnostic(format!("duplicate field `{}`", key.value))
                    .at(key.span, "set again here")
                    .at(before.key.span, "already set here")
                    .note("programs may reject the file, or use only one of the values")
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
