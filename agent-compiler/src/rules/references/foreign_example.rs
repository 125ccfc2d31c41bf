use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An example hands over to another agent, which is not there either.
    ///
    /// ## What it does
    /// In an `<example>` of the description, an order such as "I'll use the code-reviewer agent", where that is neither the name
    /// of this agent nor of another one.
    ///
    /// ## Why is this bad?
    /// The example teaches the model to call a name that does not exist. Mostly the agent was renamed, or copied from another.
    ///
    /// ## Example
    /// In `reviewer.md`: `assistant: "I'll use the code-reviewer agent to look at it."`
    ///
    /// ## Use instead
    /// Write the name of this agent.
    "foreign-example": References, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    let mut seen = HashSet::new();
    for reference in roster.references().iter().filter(|reference| reference.kind == ReferenceKind::Example) {
        let name = reference.name.as_str();
        // One name in one file is one diagnostic.
        if !seen.insert((reference.from, name)) || !search.is_unknown(name) {
            continue;
        }
        let own = roster.definitions.get(reference.from).map_or("", |definition| roster.name_of(definition));
        diagnostics.push(
            RULE.diagnostic(format!("an example hands over to an agent `{name}`, which is not there"))
                .at(reference.span, format!("this agent is called `{own}`"))
                .note("examples teach the model which name to call, and this one does not exist")
                .help("write the name of this agent, or list the other under `[agents] external` in `agents.toml`"),
        );
    }
}
