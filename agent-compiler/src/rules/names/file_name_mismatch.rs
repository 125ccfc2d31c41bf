use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::resolve::roster::RosterAgent;
use crate::rules::names::invalid_name;
use crate::rules::rule::rule;

rule! {
    /// An agent whose name does not match its file name.
    ///
    /// ## What it does
    /// Compares `name` with the file name without `.md` or `.agent.md`, or with the name of the folder if the file is
    /// called `agent.md`. Only letters and digits count, and it is enough if one of the two begins or ends with the
    /// words of the other: `debugger` may be in `unit-test-debugger.md`.
    ///
    /// ## Why is this bad?
    /// Such an agent is hard to find. Besides, some programs call an agent by its `name`, as Claude Code does, while
    /// others may call it by its file name; the same agent then has two names.
    ///
    /// ## Example
    /// ```markdown agents/reviewer.md
    /// ---
    /// name: test-runner
    /// description: Runs the tests of a change.
    /// tools: Read, Bash
    /// ---
    /// Run the tests and list the failures.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown agents/test-runner.md
    /// ---
    /// name: test-runner
    /// description: Runs the tests of a change.
    /// tools: Read, Bash
    /// ---
    /// Run the tests and list the failures.
    /// ```
    "file-name-mismatch": Names, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(name) = &definition.name else { return };
    // An invalid name has to change anyway.
    if invalid_name::reason(&name.value).is_some() {
        return;
    }
    let stem = stem(source);
    if stem == name.value {
        return;
    }
    // `duplicate-name` reports that one of the two has the wrong name, or is in the wrong file.
    if roster.all(&name.value).filter(|other| other.name.is_some()).nth(1).is_some() {
        return;
    }
    if is_part(&name.value, stem) || is_part(stem, &name.value) {
        return;
    }
    let can_be_file = !name.value.contains(|c: char| c.is_control() || "/\\:*?\"<>|".contains(c));
    let help = match (can_be_file, !roster.is_taken(stem)) {
        (true, true) => format!("rename the file to `{}.md`, or the agent to `{stem}`", name.value),
        (true, false) => format!("rename the file to `{}.md`", name.value),
        (false, _) => format!("rename the agent to `{stem}`"),
    };
    diagnostics.push(
        RULE.diagnostic(format!("agent `{}` is defined in `{}`", name.value, roster.folder.below(&source.path)))
            .at(name.span, format!("the file name says `{stem}`"))
            .note("some programs call an agent by its `name`, others by its file name")
            .help(help),
    );
}

/// The name of an agent according to the path of its file.
fn stem(source: &Source) -> &str {
    let stem = source.stem();
    let folder = source.path.rsplit('/').nth(1).filter(|_| stem.eq_ignore_ascii_case("agent"));
    folder.unwrap_or(stem)
}

/// Whether a name consists of the first, the last or all words of another one. Only letters and digits count.
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
