use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A prompt that refers to an agent that does not exist.
    ///
    /// ## What it does
    /// Checks the prose of the prompt and the description for instructions such as "use the code-reviewer agent", and reports a
    /// name that no agent in the folder has. To avoid false alarms, the name must be in backticks, start with `@`, or be in
    /// lower case with a dash and end like the name of a role, such as `-reviewer`. A name without a dash must also be similar
    /// to the name of an agent. Code and examples are not checked.
    ///
    /// ## Why is this bad?
    /// The agent was renamed or removed, and the model cannot follow the instruction. It may do the work itself, or invent a
    /// result.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: implementer
    /// description: Implements one step of a plan.
    /// ---
    /// Before you finish, use the `code-reveiwer` agent.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: implementer
    /// description: Implements one step of a plan.
    /// ---
    /// Before you finish, use the `code-reviewer` agent.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    "unknown-mention": References, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    let mut seen = HashSet::new();
    for reference in roster.references().iter().filter(|reference| reference.kind == ReferenceKind::Order) {
        let name = reference.name.as_str();
        // Report a name once per file, and look it up once.
        if roster.is_known_agent(name) || !seen.insert((reference.from, name)) || !search.is_unknown(name) {
            continue;
        }
        let label = search.closest(name).map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        diagnostics.push(
            RULE.diagnostic(format!("the text refers to agent `{name}`, which does not exist"))
                .at(reference.span, label)
                .note("the model cannot start it, and may do the work itself or invent a result")
                .help("correct the name, or list it under `[agents] external` in `agents.toml`"),
        );
    }
}
