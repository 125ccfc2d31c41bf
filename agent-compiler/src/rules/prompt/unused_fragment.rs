use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::prompts::PromptProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A fragment that no prompt has.
    ///
    /// ## What it does
    /// Checks for files `_name.md` beside the agents that no `{{> name}}` puts into a prompt. Those of a folder that `fragments`
    /// under `[prompts]` lists may be for other rosters, and are not reported.
    ///
    /// ## Why is this bad?
    /// Who changes the text expects that a prompt changes.
    ///
    /// ## Example
    /// ```toml agents/agents.toml
    /// runs-in = "own"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: billing
    /// description: Answers questions about invoices.
    /// ---
    /// You answer questions about invoices.
    /// ```
    ///
    /// ```markdown agents/_tone.md
    /// Be friendly and brief.
    /// ```
    ///
    /// ## Use instead
    /// ```toml agents/agents.toml
    /// runs-in = "own"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: billing
    /// description: Answers questions about invoices.
    /// ---
    /// You answer questions about invoices. {{> tone}}
    /// ```
    ///
    /// ```markdown agents/_tone.md
    /// Be friendly and brief.
    /// ```
    "unused-fragment": Prompt, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.prompts().problems {
        let PromptProblem::Unused(file) = problem else { continue };
        let stem = roster.folder.source(*file).map_or("", |source| source.stem());
        let name = stem.strip_prefix('_').unwrap_or(stem);
        diagnostics.push(
            RULE.diagnostic(format!("no prompt has the fragment `{name}`"))
                .at(Span::new(*file, 0..0), "")
                .note("a change of this text changes no prompt")
                .help(format!("write `{{{{> {name}}}}}` where it belongs, or delete the file")),
        );
    }
}
