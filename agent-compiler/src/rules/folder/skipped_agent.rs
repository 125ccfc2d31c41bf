use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An agent that is skipped because of its file name.
    ///
    /// ## What it does
    /// Looks at files that are not compiled because they are named like documentation (`README.md`, `SECURITY.md`, `CLAUDE.md` …,
    /// in any letter case) or because their name ends in `.MD`, `.markdown` and the like. Reports those whose frontmatter has a
    /// `name` and a `description`.
    ///
    /// ## Why is this bad?
    /// The agent is missing from the generated code: `agents/security.md` may well be a security reviewer. Claude Code 2.1.331
    /// loads an agent from a file such as `README.md`, but none from a file that ends in `.MD`.
    ///
    /// ## Example
    /// ```markdown agents/security.md
    /// ---
    /// name: security
    /// description: Reviews a change for security problems.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: release-notes
    /// description: Writes the release notes of a version.
    /// ---
    /// Read the commits since the last tag.
    /// ```
    ///
    /// ## Use instead
    /// Rename the file. A file that ends in `.md` can also be listed under `include` in `agents.toml`.
    ///
    /// ```markdown agents/security-reviewer.md
    /// ---
    /// name: security-reviewer
    /// description: Reviews a change for security problems.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: release-notes
    /// description: Writes the release notes of a version.
    /// ---
    /// Read the commits since the last tag.
    /// ```
    "skipped-agent": Folder, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.folder.problems {
        let FolderProblem::SkippedAgent(path) = problem else { continue };
        let (note, help) = if path.strip_suffix(".md").is_some() {
            (
                "files named like documentation, such as README and SECURITY, are not compiled",
                "rename the file, or list it under `include` in `agents.toml`, with a pattern for the other agents",
            )
        } else {
            ("only files whose name ends in `.md` are compiled", "rename the file so that its name ends in `.md`")
        };
        diagnostics.push(
            RULE.diagnostic(format!("`{path}` looks like an agent, but is skipped because of its name"))
                .note(note)
                .help(help),
        );
    }
}
