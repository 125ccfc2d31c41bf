use crate::base::diagnostic::Diagnostic;
use crate::resolve::prompts::PromptProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A fragment that includes itself.
    ///
    /// ## What it does
    /// Checks that no fragment leads back to itself, by its own `{{> name}}` or by those of other fragments.
    ///
    /// ## Why is this bad?
    /// The prompt would have no end.
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
    /// ```markdown agents/_tone.md
    /// Be friendly and brief. {{> tone}}
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
    "circular-fragment": Prompt, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.prompts().problems {
        let PromptProblem::Circular(tags) = problem else { continue };
        let [others @ .., last] = tags.as_slice() else { continue };
        let source = roster.folder.source(last.file);
        let name = source.and_then(|source| source.text.get(last.range())).unwrap_or_default();
        let mut diagnostic = RULE
            .diagnostic(format!("the fragment `{name}` includes itself"))
            .at(*last, "this leads back to the fragment");
        for tag in others {
            diagnostic = diagnostic.at(*tag, "through this one");
        }
        diagnostics.push(diagnostic.note("the prompt would have no end").help("remove one of the tags"));
    }
}
