use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::SpannedText;
use crate::format::tools;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A tool is granted and denied.
    ///
    /// ## What it does
    /// A tool that is in `tools` and in `disallowedTools`. An entry of `disallowedTools` takes the whole tool away, also where
    /// something stands in parentheses, and a server with all of its tools.
    ///
    /// ## Why is this bad?
    /// The denial wins, so the agent lacks a tool that its author granted; or the denial was meant to be narrower than it is.
    ///
    /// ## Example
    /// `tools: Read, Bash` with `disallowedTools: Bash(rm:*)`: the agent has no Bash at all.
    ///
    /// ## Use instead
    /// Remove one of the two. What a tool may do is limited where it is granted: `Bash(git diff:*)`.
    "conflicting-tools": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = definition.tools.iter().flatten().map(|entry| (tools::current(tools::name(&entry.value)), entry));
    // In order of name, so that all tools of a server stand together; of several entries the first is named.
    let granted: BTreeMap<&str, &SpannedText> = granted.rev().collect();
    for denied in &definition.disallowed_tools {
        let Some(granted) = taken(&denied.value, &granted) else { continue };
        let name = tools::name(&granted.value);
        let diagnostic = RULE
            .diagnostic(format!("`{name}` is granted and denied"))
            .at(denied.span, "denied here")
            .at(granted.span, "granted here");
        diagnostics.push(if denied.value.contains('(') {
            diagnostic
                .note("in `disallowedTools` parentheses do not narrow: the whole tool is taken away")
                .help(format!("limit it where it is granted, such as `{name}(git diff:*)`, or remove one of the two"))
        } else {
            diagnostic.note(format!("the denial wins: the agent runs without `{name}`")).help("remove one of the two")
        });
    }
}

/// The granted entry that a denied one takes away.
fn taken<'g, 'a>(denied: &str, granted: &BTreeMap<&str, &'g SpannedText<'a>>) -> Option<&'g SpannedText<'a>> {
    let name = tools::current(tools::name(denied));
    if let Some(server) = name.strip_suffix('*').map(|server| server.trim_end_matches('_')).or_else(|| server(name)) {
        // `mcp__github` takes `mcp__github__search`, and not `mcp__github_enterprise`.
        let inner = format!("{server}__");
        let tool = || granted.range(inner.as_str()..).next().filter(|(name, _)| name.starts_with(&inner));
        return granted.get(server).or_else(|| tool().map(|(_, entry)| entry)).copied();
    }
    // To forbid one kind of agent does not take away the tool that starts them.
    let is_narrow = name == "Agent" && denied.contains('(');
    let specifier = |entry: &str| entry.split_once('(').map(|(_, specifier)| specifier.to_owned());
    granted.get(name).filter(|granted| !is_narrow || specifier(&granted.value) == specifier(denied)).copied()
}

/// The server that a name of the form `mcp__server` is, and not `mcp__server__tool`.
fn server(name: &str) -> Option<&str> {
    name.strip_prefix("mcp__").filter(|server| !server.contains("__")).map(|_| name)
}
