use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A list of tools names an agent that is not there.
    ///
    /// ## What it does
    /// In `Agent(…)` or `Task(…)`, a name that no agent of the folder has, that is none of those which Claude Code brings along,
    /// and that is not listed under `[agents] external`. `plugin:name` is not looked up.
    ///
    /// ## Why is this bad?
    /// The agent may start only those that are listed: with a slip in the name, it cannot start the one that was meant.
    ///
    /// ## Example
    /// `tools: Read, Agent(code-reveiwer)`
    ///
    /// ## Use instead
    /// Correct the name, or list it under `[agents] external` in `agents.toml`.
    "unknown-agent": References, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    for reference in roster.references() {
        let name = reference.name.as_str();
        let note = match reference.kind {
            ReferenceKind::Grant => "the agent may start only those that are listed here, and this one does not exist",
            ReferenceKind::Denial => "this denies nobody: the agent that was meant can still be started",
            _ => continue,
        };
        if name.contains([':', '*']) || roster.is_known_agent(name) {
            continue;
        }
        let close = search.closest(name);
        let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        let source = roster.folder.source(reference.span.file);
        let fix =
            close.zip(source).and_then(|(close, source)| Fix::replace(source, reference.span, name, close, false));
        diagnostics.push(
            RULE.diagnostic(format!("there is no agent `{name}`"))
                .at(reference.span, label)
                .note(note)
                .help("correct the name, or list it under `[agents] external` in `agents.toml`")
                .fix(fix),
        );
    }
}
