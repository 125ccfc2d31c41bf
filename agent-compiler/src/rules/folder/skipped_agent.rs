use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A file looks like an agent, and is skipped for its name.
    ///
    /// ## What it does
    /// A file named as those that accompany agents (`README.md`, `SECURITY.md`, `CLAUDE.md` …), in any letter case, or with an
    /// ending such as `.MD` and `.markdown`, whose frontmatter has a `name` and a `description`.
    ///
    /// ## Why is this bad?
    /// It is not compiled, and may have been meant to be: `agents/security.md` may be somebody's security reviewer.
    ///
    /// ## Example
    /// `agents/security.md` with `name: security`.
    ///
    /// ## Use instead
    /// Give the file another name, such as `security-reviewer.md`; one that ends in `.md` can be named in `include` instead.
    "skipped-agent": Folder, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.folder.problems {
        let FolderProblem::SkippedAgent(path) = problem else { continue };
        diagnostics.push(
            RULE.diagnostic(format!("`{path}` looks like an agent, and is skipped for its name"))
                .note("an agent is a file `*.md`, and not a README or the like")
                .help(
                    "give the file another name, or list it in `include` of `agents.toml` beside the pattern for the others",
                ),
        );
    }
}
