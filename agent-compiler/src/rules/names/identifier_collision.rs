use crate::base::diagnostic::Diagnostic;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Two names give one Rust identifier.
    ///
    /// ## What it does
    /// Names that differ only in what an identifier cannot show: letter case, dashes, signs.
    ///
    /// ## Why is this bad?
    /// The enum would have the same variant twice. A number added in silence would make code mean another agent after a
    /// rename.
    ///
    /// ## Example
    /// `code-reviewer` and `code_reviewer` are both `CodeReviewer`.
    ///
    /// ## Use instead
    /// Rename one of the two so that they differ in letters or digits.
    "identifier-collision": Names, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.identifiers.problems {
        let NameProblem::Collision { first, second, shared } = problem else { continue };
        let (Some(first), Some(second)) = (roster.definitions.get(*first), roster.definitions.get(*second)) else {
            continue;
        };
        let names = (roster.name_of(first), roster.name_of(second));
        diagnostics.push(
            RULE.diagnostic(format!("`{}` and `{}` are the same identifier in Rust", names.0, names.1))
                .at(roster.name_span(second), format!("this is `{shared}` too"))
                .at(roster.name_span(first), format!("this is `{shared}`"))
                .note("an enum cannot have one variant for two agents, and a module not one static")
                .help("give one of the two a name of which another identifier is made"),
        );
    }
}
