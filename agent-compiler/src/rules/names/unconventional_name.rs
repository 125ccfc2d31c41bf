use heck::ToKebabCase as _;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::identifiers;
use crate::resolve::roster::RosterAgent;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// A name that is not in lower-case kebab-case.
    ///
    /// ## What it does
    /// Checks for upper-case letters, spaces, underscores, and punctuation other than single dashes in a name: also for
    /// quotation marks, dashes and symbols outside ASCII, which an editor may have put in place of plain ones. Letters of
    /// scripts without upper case are accepted, and so are the names of built-in agents, such as `Explore`, which an agent
    /// replaces by having exactly that name.
    ///
    /// ## Why is this bad?
    /// Claude Code accepts such a name, but other programs may not: Gemini CLI allows only lower-case letters, digits,
    /// dashes and underscores. Whoever calls the agent by its name also has to remember how it is spelled. Claude Code does
    /// not find `“quotes”` by the name `quotes` (measured on Claude Code 2.1.331).
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
    // `no-identifier` reports a name without a letter; a built-in agent is replaced by its name alone.
    if !identifiers::exist(roster.settings, &name.value) || roster.built_in().any(|agent| agent == name.value) {
        return;
    }
    let odd = name.value.chars().find(|c| !c.is_ascii() && is_punctuation(*c));
    let label = odd.map_or_else(String::new, |odd| format!("contains U+{:04X}", u32::from(odd)));
    let better = convention(&name.value);
    let is_free = !better.is_empty() && !roster.is_taken(&better);
    let help =
        if is_free { format!("write `{better}`") } else { "use lower-case letters and single dashes".to_owned() };
    let fix = is_free.then(|| Fix::replace(source, name.span, &name.value, &better, false)).flatten();
    diagnostics.push(
        RULE.diagnostic(format!("name `{}` is not in lower-case kebab-case", name.value))
            .at(name.span, label)
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
    // An apostrophe is within a word.
    let name = name.replace(['\'', '’', '‘'], "");
    let name = name.trim_matches(is_punctuation);
    if name.contains(is_mark) {
        // `heck` would take a mark for the end of a word.
        let words = name.split(|c: char| c == '-' || is_punctuation(c));
        return words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-").to_lowercase();
    }
    let is_one_word = name.chars().all(char::is_alphanumeric);
    if is_one_word { name.to_kebab_case() } else { name.to_lowercase().to_kebab_case() }
}

fn is_conventional(name: &str) -> bool {
    !name.contains(|c: char| is_punctuation(c) || c.is_uppercase()) && !name.contains("--") && !name.ends_with('-')
}

/// Whether a character is no part of a word. Invisible ones are left to `hidden-text`: some scripts need them.
fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphanumeric() && c != '-';
    }
    !c.is_alphanumeric() && !is_mark(c) && !is_invisible(c)
}

/// A combining mark, or a sign such as the middle dot of Catalan.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && unicode_ident::is_xid_continue(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
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
            ("“quotes”", "quotes"),
            ("«CodeReviewer»", "code-reviewer"),
            ("code—reviewer", "code-reviewer"),
            ("code\u{2011}reviewer", "code-reviewer"),
            ("code\u{a0}reviewer", "code-reviewer"),
            ("reviewer’s-help", "reviewers-help"),
            ("✨sparkle✨", "sparkle"),
            ("代码（审查）", "代码-审查"),
            ("हिन्दी ✨", "हिन्दी"),
        ] {
            assert!(!is_conventional(name), "{name}");
            assert_eq!(convention(name), better);
            assert!(is_conventional(better));
        }
        for name in ["reviewer", "reviewer-v2", "审查员", "größe-prüfer", "हिन्दी", "col·lega", "می\u{200c}خواهم"]
        {
            assert!(is_conventional(name), "{name}");
        }
    }
}
