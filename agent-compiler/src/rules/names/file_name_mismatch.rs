use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::resolve::roster::RosterAgent;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// An agent and its file are called differently.
    ///
    /// ## What it does
    /// A `name` that is not the name of the file without `.md` (or `.agent.md`); for a file that is called `agent.md`, not that
    /// of its folder. Where one is the other with more before or behind it, people find it. Only letters and digits count.
    ///
    /// ## Why is this bad?
    /// Who looks for an agent looks for its file. `OpenCode`, Kiro and Copilot call the agent by its file, Claude Code by its
    /// `name`: it has two.
    ///
    /// ## Example
    /// `agents/reviewer.md` with `name: test-runner`.
    ///
    /// ## Use instead
    /// Rename the file, or the agent.
    "file-name-mismatch": Names, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(name) = &definition.name else { return };
    // One finding about a name is enough.
    if invalid_name::reason(&name.value).is_some() {
        return;
    }
    let stem = stem(source);
    // The spelling of `Code Reviewer` in `code-reviewer.md` is `unconventional-name`.
    if stem == name.value {
        return;
    }
    // Of two agents of one name, one is in the wrong file or has the wrong name: that is `duplicate-name`.
    if roster.all(&name.value).nth(1).is_some() {
        return;
    }
    if is_part(&name.value, stem) || is_part(stem, &name.value) {
        return;
    }
    let can_be_file = !name.value.contains(|c: char| c.is_control() || "/\\:*?\"<>|".contains(c));
    let help = match (can_be_file, roster.find(stem).is_none()) {
        (true, true) => format!("rename the file to `{}.md`, or the agent to `{stem}`", name.value),
        (true, false) => format!("rename the file to `{}.md`", name.value),
        (false, _) => format!("rename the agent to `{stem}`"),
    };
    diagnostics.push(
        RULE.diagnostic(format!(
            "the agent `{}` stands in the file `{}`",
            name.value,
            roster.folder.below(&source.path)
        ))
        .at(name.span, format!("the file says `{stem}`"))
        .note("some programs call an agent by its name, others (OpenCode, Copilot, Kiro) by its file")
        .help(help),
    );
}

/// What the path of a file calls its agent.
fn stem(source: &Source) -> &str {
    let stem = source.stem();
    let folder = source.path.rsplit('/').nth(1).filter(|_| stem.eq_ignore_ascii_case("agent"));
    folder.unwrap_or(stem)
}

/// Whether a name is another one, perhaps with words before or behind it. How the words are joined does not count.
fn is_part(part: &str, whole: &str) -> bool {
    let lower = |name: &str| name.to_lowercase();
    let (part, whole) = (lower(part), lower(whole));
    let words: Vec<_> = whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let part: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_same = |words: &[&str]| words.concat() == part;
    (0..words.len()).any(|at| words.get(at..).is_some_and(is_same) || words.get(..=at).is_some_and(is_same))
}

#[cfg(test)]
mod tests {
    use super::is_part;

    #[test]
    fn only_whole_words_make_a_part() {
        for (part, whole) in [
            ("debugger", "unit-testing-debugger"),
            ("Code Reviewer", "code-reviewer"),
            ("devops-cicd", "DevOps CI/CD Pro"),
        ] {
            assert!(is_part(part, whole), "{part}");
        }
        for (part, whole) in [("go", "google-analytics"), ("e", "api-gate"), ("state-manager", "component-architect")] {
            assert!(!is_part(part, whole), "{part}");
        }
    }
}
