use heck::ToKebabCase as _;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// A name that is not in lower-case kebab-case.
    ///
    /// ## What it does
    /// Checks for upper-case letters, spaces, underscores and punctuation other than single dashes in a name. Letters
    /// of scripts without upper case are accepted.
    ///
    /// ## Why is this bad?
    /// Claude Code accepts such a name, but other programs may not: Gemini CLI allows only lower-case letters, digits,
    /// dashes and underscores. Whoever calls the agent by its name also has to remember how it is spelled.
    ///
    /// ## Example
    /// ```markdown agents/code-reviewer.md
    /// ---
    /// name: Code Reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown agents/code-reviewer.md
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    "unconventional-name": Names, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(name) = &definition.name else { return };
    if is_conventional(&name.value) || invalid_name::reason(&name.value).is_some() {
        return;
    }
    let better = convention(&name.value);
    let is_free = !better.is_empty() && !roster.is_taken(&better);
    let help =
        if is_free { format!("write `{better}`") } else { "use lower-case letters and single dashes".to_owned() };
    let fix = is_free.then(|| Fix::replace(source, name.span, &name.value, &better, false)).flatten();
    diagnostics.push(
        RULE.diagnostic(format!("name `{}` is not in lower-case kebab-case", name.value))
            .at(name.span, "")
            .note(
                if name.value.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && !"-_".contains(c)) {
                    "Claude Code accepts it; Gemini CLI allows only lower-case letters, digits, dashes and underscores"
                } else {
                    "programs accept it, but whoever calls the agent has to remember how it is spelled"
                },
            )
            .help(help)
            .fix(fix),
    );
}

/// A name in kebab-case. Upper-case letters separate words only if nothing else does: `DevOps Expert` has two words.
#[must_use]
pub fn convention(name: &str) -> String {
    let is_one_word = name.chars().all(char::is_alphanumeric);
    if is_one_word { name.to_kebab_case() } else { name.to_lowercase().to_kebab_case() }
}

fn is_conventional(name: &str) -> bool {
    let is_punctuation = |c: char| (c.is_ascii() && !c.is_ascii_alphanumeric() && c != '-') || c.is_whitespace();
    !name.contains(|c: char| is_punctuation(c) || c.is_uppercase()) && !name.contains("--") && !name.ends_with('-')
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
