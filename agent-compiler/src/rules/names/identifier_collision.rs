use crate::base::diagnostic::Diagnostic;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::named::NamedProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Two names that become the same Rust identifier.
    ///
    /// ## What it does
    /// Checks for names of agents that become the same variant of the enum or the same static, and for names of tools, models
    /// or folders that become the same variant. They differ only in what an identifier cannot express: letter case, dashes,
    /// punctuation.
    ///
    /// ## Why is this bad?
    /// An enum cannot have two variants of the same name. The compiler does not append a number either: after a rename
    /// the same code could silently mean another agent.
    ///
    /// ## Example
    /// Both names become `Oauth2`:
    /// ```markdown
    /// ---
    /// name: oauth2
    /// description: Reviews how the service uses OAuth 2.
    /// tools: Read, Grep
    /// ---
    /// Read the login code and list its defects.
    /// ```
    /// ```markdown
    /// ---
    /// name: oauth-2
    /// description: Answers questions about OAuth 2.
    /// tools: WebFetch
    /// ---
    /// Answer from the specification, with a link.
    /// ```
    ///
    /// ## Use instead
    /// A variant can also be chosen in `agents.toml`, such as `oauth-2 = "OauthHelp"` under `[names]`.
    /// ```markdown
    /// ---
    /// name: oauth2
    /// description: Reviews how the service uses OAuth 2.
    /// tools: Read, Grep
    /// ---
    /// Read the login code and list its defects.
    /// ```
    /// ```markdown
    /// ---
    /// name: oauth-helper
    /// description: Answers questions about OAuth 2.
    /// tools: WebFetch
    /// ---
    /// Answer from the specification, with a link.
    /// ```
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
            RULE.diagnostic(format!("`{}` and `{}` become the same Rust identifier", names.0, names.1))
                .at(roster.name_span(second), format!("also becomes `{shared}`"))
                .at(roster.name_span(first), format!("becomes `{shared}`"))
                .note("every agent needs a variant and a static of its own")
                .help("rename one of them, or choose its variant under `[names]` in `agents.toml`"),
        );
    }
    for problem in roster.mentioned().problems() {
        let NamedProblem::Collision { kind, first, second, shared } = problem else { continue };
        let kind = kind.word();
        diagnostics.push(
            RULE.diagnostic(format!("the {kind}s `{}` and `{}` become the same Rust identifier", first.0, second.0))
                .at(second.1, format!("`{}` becomes `{shared}` too", second.0))
                .at(first.1, format!("`{}` becomes `{shared}`", first.0))
                .note(format!("every {kind} becomes a variant of an enum"))
                .help(format!("if one {kind} is meant, write one name for it, and rename one of them otherwise")),
        );
    }
}
