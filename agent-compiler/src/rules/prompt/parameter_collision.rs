use crate::base::diagnostic::Diagnostic;
use crate::resolve::prompts::PromptProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Two parameters of a prompt that become the same Rust identifier.
    ///
    /// ## What it does
    /// Checks each prompt, with its fragments, for parameters whose names differ only in what an identifier does not express:
    /// letter case, dashes and underscores.
    ///
    /// ## Why is this bad?
    /// A struct cannot have two fields of one name. Usually the same value is meant, and spelled in two ways.
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
    /// You help {{customer-name}}. Greet {{customerName}} first.
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
    /// You help {{customer-name}}. Greet {{customer-name}} first.
    /// ```
    "parameter-collision": Prompt, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.prompts().problems {
        let PromptProblem::SameField(first, second) = problem else { continue };
        diagnostics.push(
            RULE.diagnostic(format!(
                "the parameters `{}` and `{}` become the same field `{}`",
                first.name, second.name, second.field
            ))
            .at(second.span, "")
            .at(first.span, "the first of them")
            .note("the struct of the prompt has a field for each parameter")
            .help("give both the same name, or two that differ in more than letter case, dashes and underscores"),
        );
    }
}
