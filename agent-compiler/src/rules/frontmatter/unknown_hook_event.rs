use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::parse::hooks::HookFault;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// Hooks for an event that does not exist.
    ///
    /// ## What it does
    /// Checks the events of `hooks` against those of Claude Code. The names of events are case-sensitive.
    ///
    /// ## Why is this bad?
    /// Measured on Claude Code 2.1.331: an unknown event is ignored, and the agent runs without its hooks. A hook that should deny
    /// a tool call never sees one.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// hooks:
    ///   pre_tool_use:
    ///     - matcher: Bash
    ///       hooks:
    ///         - type: command
    ///           command: ./scripts/deny-push.sh
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// hooks:
    ///   PreToolUse:
    ///     - matcher: Bash
    ///       hooks:
    ///         - type: command
    ///           command: ./scripts/deny-push.sh
    /// ---
    /// Read the change.
    /// ```
    "unknown-hook-event": Frontmatter, Error [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    // The hooks of a plugin's agent are ignored as a whole, which is `ignored-field`.
    if agent.is_of_plugin() {
        return;
    }
    let RosterAgent { definition, source, .. } = *agent;
    for problem in &definition.problems {
        let ParseProblem::Hook(problem) = problem else { continue };
        let HookFault::UnknownEvent { meant, is_ready } = problem.fault else { continue };
        let event = problem.event.value.as_ref();
        let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
        let help = "use an event of Claude Code, such as `PreToolUse`, `PostToolUse` or `Stop`, or remove the entry";
        // What never ran begins to run.
        let fix = meant.filter(|_| is_ready).and_then(|meant| Fix::replace(source, problem.span, event, meant, false));
        let diagnostic = RULE
            .diagnostic(format!("unknown hook event `{event}`"))
            .at(problem.span, label)
            .note("Claude Code 2.1.331 ignores unknown events: these hooks never run");
        diagnostics.push(if meant.is_some() { diagnostic } else { diagnostic.help(help) }.fix(fix));
    }
}
