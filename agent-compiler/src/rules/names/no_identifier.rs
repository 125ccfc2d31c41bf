use crate::base::diagnostic::Diagnostic;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::named::NamedProblem;
use crate::resolve::roster::Roster;
use crate::rules::names::invalid_name::{self, Reason};
use crate::rules::rule::rule;

rule! {
    /// A name that no Rust identifier can be derived from.
    ///
    /// ## What it does
    /// Checks for names of agents, tools, models and folders without any letter or digit that Rust allows in an identifier.
    ///
    /// ## Why is this bad?
    /// Every agent becomes a variant of an enum, as does every tool, model and folder; a variant needs an identifier.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: 🚀
    /// description: Releases a new version.
    /// tools: Read, Bash
    /// ---
    /// Check the changelog, then tag the release.
    /// ```
    ///
    /// ## Use instead
    /// A variant can also be chosen in `agents.toml`, such as `"🚀" = "Release"` under `[names]`.
    /// ```markdown
    /// ---
    /// name: release
    /// description: Releases a new version.
    /// tools: Read, Bash
    /// ---
    /// Check the changelog, then tag the release.
    /// ```
    "no-identifier": Names, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.identifiers.problems {
        let NameProblem::NoIdentifier(index) = problem else { continue };
        let Some(definition) = roster.definitions.get(*index) else { continue };
        let name = roster.name_of(definition);
        // A name that is refused has to change anyway.
        if invalid_name::reason(name).is_some_and(|reason| reason != Reason::Control) {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("cannot derive a Rust identifier from the name `{name}`"))
                .at(roster.name_span(definition), "no letter or digit that Rust allows in an identifier")
                .note("every agent becomes a variant of the enum, which needs an identifier")
                .help("use a name with letters, or choose a variant under `[names]` in `agents.toml`"),
        );
    }
    for problem in roster.mentioned().problems() {
        let NamedProblem::NoIdentifier(kind, name, span) = problem else { continue };
        let kind = kind.word();
        diagnostics.push(
            RULE.diagnostic(format!("cannot derive a Rust identifier from the {kind} `{name}`"))
                .at(*span, "no letter or digit that Rust allows in an identifier")
                .note(format!("every {kind} becomes a variant of an enum, which needs an identifier"))
                .help("use a name with letters"),
        );
    }
}
