use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A folder without agents.
    ///
    /// ## What it does
    /// Checks that the folder contains at least one agent. Agents are the `*.md` files in the folder and in the folders below it,
    /// except README, CHANGELOG and the like, and files whose name begins with `_` or `.`.
    ///
    /// ## Why is this bad?
    /// The generated enum would have no variants. Most often the path or a pattern in `agents.toml` is wrong.
    ///
    /// ## Example
    /// ```markdown agents/README.md
    /// # Agents
    ///
    /// Each file in this folder is an agent.
    /// ```
    ///
    /// ## Use instead
    /// Add an agent, or correct the path.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "empty-roster": Folder, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let Roster { folder, settings, .. } = roster;
    if !folder.problems.iter().any(|problem| matches!(problem, FolderProblem::Empty)) {
        return;
    }
    let has_patterns = !settings.include.is_empty() || !settings.exclude.is_empty();
    diagnostics.push(
        RULE.diagnostic(format!("the folder `{}` contains no agents", folder.path))
            .note("agents are `*.md` files, except README, CHANGELOG and the like, and files whose name begins with `_` or `.`")
            .help(if has_patterns {
                "correct `include` and `exclude` in `agents.toml`, or add an agent file"
            } else {
                "add an agent file, or correct the path"
            }),
    );
}
