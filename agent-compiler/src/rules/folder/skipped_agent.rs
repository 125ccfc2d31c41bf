use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An agent that is skipped because of its file name.
    ///
    /// ## What it does
    /// Looks at files that are not compiled because they are named like documentation (`README.md`, `SECURITY.md`, `CLAUDE.md` …,
    /// in any letter case), because their name or that of a folder begins with `.` or `_`, or because their name ends in `.MD`,
    /// `.markdown` and the like. Reports those whose frontmatter has a `name` and a `description`. Of hidden files and folders,
    /// the first 1,000 are looked at, and `.git` is not.
    ///
    /// ## Why is this bad?
    /// The agent is missing from the generated code: `agents/security.md` may well be a security reviewer. Claude Code loads an
    /// agent from a file such as `README.md`, `_draft.md` or `.drafts/x.md`, but none from a file that ends in `.MD` (measured on
    /// Claude Code 2.1.331).
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
    /// Rename the file. A file that ends in `.md` can also be listed under `include` in `agents.toml`, or under `exclude` if it is
    /// not to be compiled.
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
        let (note, help) = if path.strip_suffix(".md").is_none() {
            (
                "only files whose name ends in `.md` are compiled, and Claude Code 2.1.331 loads no others either",
                "rename the file so that its name ends in `.md`",
            )
        } else if roster.folder.below(path).split('/').any(|name| name.starts_with(['.', '_'])) {
            (
                "names that begin with `.` or `_` are not compiled, but Claude Code 2.1.331 loads the agent",
                "rename it, move it out of the folder, or list it under `exclude` or `include` in `agents.toml`",
            )
        } else {
            (
                "files named like documentation are not compiled, but Claude Code 2.1.331 loads the agent",
                "rename the file, or list it under `include` in `agents.toml`, with a pattern for the other agents",
            )
        };
        diagnostics.push(
            RULE.diagnostic(format!("`{path}` looks like an agent, but is skipped because of its name"))
                .note(note)
                .help(help),
        );
    }
}
