use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::input::problem::FolderProblem;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// A setting that changes nothing.
    ///
    /// ## What it does
    /// In `agents.toml`: a silence of a finding that is not there, a pattern that matches no file, an identifier for an agent
    /// that does not exist. And settings that are not read, since they lie in a folder below or are called `agent.toml`.
    ///
    /// ## Why is this bad?
    /// The finding was mended or the file renamed. What is left hides the next finding of its kind, or was a slip from the
    /// beginning.
    ///
    /// ## Example
    /// `exclude = ["darfts/**"]`, where the folder is called `drafts`.
    ///
    /// ## Use instead
    /// Remove the setting, or correct it.
    "unused-setting": Folder, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.folder.problems {
        diagnostics.push(match problem {
            FolderProblem::UnusedPattern { pattern, is_folder } => RULE
                .diagnostic(format!("the pattern `{}` matches no file", pattern.value))
                .at(pattern.span, "")
                .note("patterns mean paths of agent files, relative to the folder of agents and with `/`: `team/**`, `x.md`")
                .help(if *is_folder {
                    format!("to match the files of this folder, write `{}/**`", pattern.value.trim_end_matches('/'))
                } else {
                    "remove it, or correct it".to_owned()
                }),
            FolderProblem::MisplacedSettings(path) => RULE
                .diagnostic(format!("the settings in `{path}` are not read"))
                .note("settings are read from `agents.toml` in the folder that is compiled, and from nowhere else")
                .help("move them there, or remove the file"),
            _ => continue,
        });
    }
    for problem in &roster.identifiers.problems {
        let NameProblem::UnusedVariant { name, variant } = problem else { continue };
        diagnostics.push(
            RULE.diagnostic(format!("no agent is called `{name}`"))
                .at(variant.span, "this identifier is for nobody")
                .note("the agent it was for was renamed or removed")
                .help("remove the line, or correct the name"),
        );
    }
}

/// A `[[silence]]` that suppresses nothing, which is known once all rules have run.
#[must_use]
pub fn suppression(span: Span) -> Diagnostic {
    RULE.diagnostic("a silence that silences nothing")
        .at(span, "no such finding in such a file")
        .note(
            "it would hide the next finding of its kind; findings about the folder itself have no file to be silenced in",
        )
        .help("remove it, correct `file` and `rule`, or set the level under `[rules]`")
}
