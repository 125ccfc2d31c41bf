use heck::ToKebabCase as _;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// A name that is not written as names of agents are.
    ///
    /// ## What it does
    /// Capital letters, spaces, underscores or other signs in a name. Scripts that have no capital letters are left alone.
    ///
    /// ## Why is this bad?
    /// It works in Claude Code. Gemini CLI refuses capital letters and spaces, and people who call the agent by its name have to
    /// remember how it is spelt.
    ///
    /// ## Example
    /// `name: Code Reviewer`
    ///
    /// ## Use instead
    /// Write small letters with single dashes between words: `code-reviewer`.
    "unconventional-name": Names, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(name) = &definition.name else { return };
    if is_conventional(&name.value) || invalid_name::reason(&name.value).is_some() {
        return;
    }
    let better = convention(&name.value);
    let is_free = !better.is_empty() && roster.find(&better).is_none();
    let help = if is_free { format!("write `{better}`") } else { "use small letters and single dashes".to_owned() };
    let fix = is_free.then(|| Fix::replace(source, name.span, &name.value, &better, false)).flatten();
    diagnostics.push(
        RULE.diagnostic(format!("the name `{}` is not in lower-case kebab-case", name.value))
            .at(name.span, "")
            .note(
                if name.value.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && !"-_".contains(c)) {
                    "it works in Claude Code; Gemini CLI refuses capital letters, spaces and other signs"
                } else {
                    "it works, but whoever calls the agent has to remember how it is spelt"
                },
            )
            .help(help)
            .fix(fix),
    );
}

/// A name as the convention writes it. Capital letters part words only where nothing else does: `DevOps Expert` has two.
#[must_use]
pub fn convention(name: &str) -> String {
    let is_one_word = name.chars().all(char::is_alphanumeric);
    if is_one_word { name.to_kebab_case() } else { name.to_lowercase().to_kebab_case() }
}

fn is_conventional(name: &str) -> bool {
    let is_sign = |c: char| (c.is_ascii() && !c.is_ascii_alphanumeric() && c != '-') || c.is_whitespace();
    !name.contains(|c: char| is_sign(c) || c.is_uppercase()) && !name.contains("--") && !name.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::{convention, is_conventional};

    #[test]
    fn a_name_that_is_not_conventional_becomes_so() {
        for (name, better) in [
            ("Code Reviewer", "code-reviewer"),
            ("codeReviewer", "code-reviewer"),
            ("ar_vr_developer", "ar-vr-developer"),
            ("Python DevOps/CI-CD Expert", "python-devops-ci-cd-expert"),
            ("a--b-", "a-b"),
        ] {
            assert!(!is_conventional(name), "{name}");
            assert_eq!(convention(name), better);
            assert!(is_conventional(better));
        }
        for name in ["reviewer", "reviewer-v2", "审查员", "größe-prüfer"] {
            assert!(is_conventional(name), "{name}");
        }
    }
}
