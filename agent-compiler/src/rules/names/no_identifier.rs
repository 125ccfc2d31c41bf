use crate::base::diagnostic::Diagnostic;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::roster::Roster;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// A name of which no Rust identifier can be made.
    ///
    /// ## What it does
    /// A name without a letter or digit that Rust allows in an identifier.
    ///
    /// ## Why is this bad?
    /// The agent could not be a variant of the enum.
    ///
    /// ## Example
    /// `name: 🚀`
    ///
    /// ## Use instead
    /// Give it a name with letters.
    "no-identifier": Names, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.identifiers.problems {
        let NameProblem::NoIdentifier(index) = problem else { continue };
        let Some(definition) = roster.definitions.get(*index) else { continue };
        let name = roster.name_of(definition);
        // One diagnostic about a name is enough.
        if invalid_name::reason(name).is_some() {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("no Rust identifier can be made of the name `{name}`"))
                .at(roster.name_span(definition), "no letter or digit in it")
                .note("the agent becomes a variant of an enum, which needs an identifier")
                .help("give it a name with letters"),
        );
    }
}
