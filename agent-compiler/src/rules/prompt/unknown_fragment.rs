use crate::base::diagnostic::Diagnostic;
use crate::resolve::prompts::PromptProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A fragment that does not exist.
    ///
    /// ## What it does
    /// Checks that each `{{> name}}` means a file: `_name.md` in the folder of the file with the tag or in that of the roster, or
    /// `name.md` in a folder that `fragments` under `[prompts]` lists.
    ///
    /// ## Why is this bad?
    /// The prompt would lack the text of the fragment.
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
    /// You answer questions about invoices. {{> tone}}
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
    "unknown-fragment": Prompt, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.prompts().problems {
        let PromptProblem::UnknownFragment(span, close, path) = problem else { continue };
        let source = roster.folder.source(span.file);
        let name = source.and_then(|source| source.text.get(span.range())).unwrap_or_default();
        let label = close.as_ref().map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        diagnostics.push(
            RULE.diagnostic(format!("unknown fragment `{name}`"))
                .at(*span, label)
                .note("the prompt would lack its text")
                .help(format!("correct the name, or write the text to `{path}`")),
        );
    }
}
