use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A prompt orders to use an agent that is not there.
    ///
    /// ## What it does
    /// In the prose of a prompt or a description, an order such as "use the code-reviewer agent" where nobody in the folder is
    /// called so. The name has to be in small letters with a dash and to end as a person does, or to be marked by backticks or an
    /// `@`; without a dash it has to be close to a name, too. Code and examples are left alone.
    ///
    /// ## Why is this bad?
    /// The agent was renamed or removed, and the order leads nowhere: the model does the work itself, or makes something up.
    ///
    /// ## Example
    /// "Before you finish, use the `code-reveiwer` agent."
    ///
    /// ## Use instead
    /// Correct the name, or list it under `[agents] external` in `agents.toml`.
    "unknown-mention": References, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    let mut seen = HashSet::new();
    for reference in roster.references().iter().filter(|reference| reference.kind == ReferenceKind::Order) {
        let name = reference.name.as_str();
        // One name in one file is one diagnostic, and one question.
        if roster.is_known_agent(name) || !seen.insert((reference.from, name)) || !search.is_unknown(name) {
            continue;
        }
        let label = search.closest(name).map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        diagnostics.push(
            RULE.diagnostic(format!("this orders to use an agent `{name}`, which is not there"))
                .at(reference.span, label)
                .note("the order leads nowhere: the model does the work itself, or makes something up")
                .help("correct the name, or list it under `[agents] external` in `agents.toml`"),
        );
    }
}
