use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A folder without an agent.
    ///
    /// ## What it does
    /// A folder with no Markdown file that counts as an agent.
    ///
    /// ## Why is this bad?
    /// The enum would have no variant, which is hardly what was meant; most often the path is wrong.
    ///
    /// ## Example
    /// A folder that holds only a `README.md`.
    ///
    /// ## Use instead
    /// Add an agent, or correct the path.
    "empty-roster": Folder, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let Roster { folder, settings, .. } = roster;
    if !folder.problems.iter().any(|problem| matches!(problem, FolderProblem::Empty)) {
        return;
    }
    let has_patterns = !settings.include.is_empty() || !settings.exclude.is_empty();
    diagnostics.push(
        RULE.diagnostic(format!("no agent in the folder `{}`", folder.path))
            .note("an agent is a file `*.md`; README, CHANGELOG and the like, and names that begin with `_` or `.`, are none")
            .help(if has_patterns {
                "correct `include` and `exclude` in `agents.toml`, or add an agent file"
            } else {
                "add an agent file, or correct the path"
            }),
    );
}
