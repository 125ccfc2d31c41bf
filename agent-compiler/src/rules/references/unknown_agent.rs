use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A list of tools that names an agent that does not exist.
    ///
    /// ## What it does
    /// Checks each name in `Agent(…)` and `Task(…)` in `tools`. It must be the name of an agent in the folder, of one that is built
    /// into Claude Code, or of one that is listed under `[agents] external` in `agents.toml`. Letter case and dashes have to be the
    /// same. Names of the form `plugin:name` are not checked.
    ///
    /// ## Why is this bad?
    /// The list says which agents the main thread may start (`claude --agent`). A name that matches none adds none, and so does one
    /// in another letter case; a subagent may start any agent, whatever the list says (measured on Claude Code 2.1.331).
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: planner
    /// description: Plans the work on a feature.
    /// tools: Read, Agent(code-reveiwer)
    /// ---
    /// Split the work into steps. Have each step reviewed.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: planner
    /// description: Plans the work on a feature.
    /// tools: Read, Agent(code-reviewer)
    /// ---
    /// Split the work into steps. Have each step reviewed.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    "unknown-agent": References, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    for reference in roster.references() {
        let name = reference.name.as_str();
        if reference.kind != ReferenceKind::Grant {
            continue;
        }
        // Claude Code compares granted names exactly, unlike the name in a call.
        let is_known = roster.meant_by(name, reference.from).is_some()
            || roster.built_in().any(|agent| agent == name)
            || roster.settings.external_agents.contains(name);
        if is_known || name.contains([':', '*']) {
            continue;
        }
        let close = search.closest(name);
        let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        let source = roster.folder.source(reference.span.file);
        let fix =
            close.zip(source).and_then(|(close, source)| Fix::replace(source, reference.span, name, close, false));
        diagnostics.push(
            RULE.diagnostic(format!("agent `{name}` does not exist"))
                .at(reference.span, label)
                .note("the list says which agents the main thread may start, and this entry matches none")
                .help("correct the name, or list it under `[agents] external` in `agents.toml`")
                .fix(fix),
        );
    }
}
