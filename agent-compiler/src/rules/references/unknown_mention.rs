use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A prompt that refers to an agent that does not exist.
    ///
    /// ## What it does
    /// Checks the prompt and the description for instructions such as "use the code-reviewer agent", for `@agent-code-reviewer`
    /// and for `subagent_type: "code-reviewer"`, and reports a name that no agent in the folder has, that is not built into
    /// Claude Code, and that is not listed under `[agents] external` in `agents.toml`. Names of the form `plugin:name` are not
    /// checked, nor are stand-ins such as `"<name>"` and `agent-name`.
    ///
    /// To avoid false alarms, the name in an instruction must be in backticks, start with `@`, or be in lower case with a dash
    /// and end like the name of a role, such as `-reviewer`. Outside the quotes of a `subagent_type`, a name without a dash
    /// must also be similar to the name of an agent. Code is checked for `subagent_type` only, as a call is usually written in
    /// code. Examples are checked by `foreign-example`.
    ///
    /// ## Why is this bad?
    /// The agent was renamed or removed, and the model cannot follow the instruction: Claude Code refuses to start an agent that
    /// does not exist (measured on Claude Code 2.1.331). The model may do the work itself, or invent a result.
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
    for reference in roster.references() {
        let name = reference.name.as_str();
        let is_known = match reference.kind {
            ReferenceKind::Order | ReferenceKind::Call => roster.is_known_agent(name),
            ReferenceKind::Mention => roster.is_known_agent(name) || roster.is_known_agent(&format!("agent-{name}")),
            _ => continue,
        };
        // Report a name once per file, and look it up once.
        if is_known || !seen.insert((reference.from, name)) {
            continue;
        }
        if reference.kind != ReferenceKind::Call && !search.is_unknown(name) {
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
