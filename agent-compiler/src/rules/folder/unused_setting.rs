use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::input::problem::FolderProblem;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// A setting that has no effect.
    ///
    /// ## What it does
    /// Checks `agents.toml` for patterns that match no file, suppressions that suppress nothing, and identifiers for agents and
    /// types of parameters that do not exist. Also reports a settings file that is not read, because it is in a folder below or has the wrong name.
    ///
    /// ## Why is this bad?
    /// The setting contains a typo, or what it was written for has been fixed, renamed or removed. A suppression that is left
    /// behind may hide a new diagnostic.
    ///
    /// ## Example
    /// ```toml agents/agents.toml
    /// exclude = ["darfts/**"]
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ```markdown agents/drafts/release-notes.md
    /// ---
    /// name: release-notes
    /// description: Writes the release notes of a version.
    /// ---
    /// Read the commits since the last tag.
    /// ```
    ///
    /// ## Use instead
    /// ```toml agents/agents.toml
    /// exclude = ["drafts/**"]
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ```markdown agents/drafts/release-notes.md
    /// ---
    /// name: release-notes
    /// description: Writes the release notes of a version.
    /// ---
    /// Read the commits since the last tag.
    /// ```
    "unused-setting": Folder, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.folder.problems {
        diagnostics.push(match problem {
            FolderProblem::UnusedPattern { pattern, is_folder } => RULE
                .diagnostic(format!("the pattern `{}` does not match any file", pattern.value))
                .at(pattern.span, "")
                .note("patterns are compared with the paths of agent files, relative to this folder and with `/`: `team/**`, `x.md`")
                .help(if *is_folder {
                    format!("to match the files of this folder, write `{}/**`", pattern.value.trim_end_matches('/'))
                } else {
                    "remove the pattern, or correct it".to_owned()
                }),
            FolderProblem::UnreadableFragments(folder, error) => RULE
                .diagnostic(format!("the folder of fragments `{}` cannot be read: {error}", folder.value))
                .at(folder.span, "")
                .note("folders of fragments are relative to this folder")
                .help("correct the path, or remove the folder from the list"),
            FolderProblem::MisplacedSettings(path) => RULE
                .diagnostic(format!("the settings in `{path}` have no effect"))
                .note("settings are only read from a file named `agents.toml` in the folder that is compiled")
                .help("move the settings there, or delete the file"),
            _ => continue,
        });
    }
    let is_used = |name: &str| {
        let mut files = 0..roster.definitions.len();
        files.any(|file| roster.prompts().parameters(file).iter().any(|parameter| parameter.name == name))
    };
    for declared in roster.settings.prompts.declared.iter().filter(|declared| !is_used(&declared.name.value)) {
        let names = (0..roster.definitions.len()).flat_map(|file| roster.prompts().parameters(file));
        let close = distance::closest(&declared.name.value, names.map(|parameter| parameter.name.as_str()));
        let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
        diagnostics.push(
            RULE.diagnostic(format!("no prompt has the parameter `{}`", declared.name.value))
                .at(declared.name.span, label)
                .note("the type of a parameter is declared by the name that prompts have")
                .help("remove the line, or correct the name"),
        );
    }
    for problem in &roster.identifiers.problems {
        let NameProblem::UnusedVariant { name, variant } = problem else { continue };
        diagnostics.push(
            RULE.diagnostic(format!("no agent is named `{name}`"))
                .at(variant.span, "this identifier is not used")
                .note("the agent may have been renamed or removed")
                .help("remove the line, or correct the name"),
        );
    }
}

/// The diagnostic of a `[[silence]]` that suppressed nothing. Which did is known once all rules have run.
#[must_use]
pub fn suppression(span: Span) -> Diagnostic {
    RULE.diagnostic("unused `[[silence]]`")
        .at(span, "no diagnostic of this rule in this file")
        .note(
            "an unused suppression may hide a new diagnostic; it never applies to diagnostics about the folder itself",
        )
        .help("remove the suppression, correct its `file` and `rule`, or set the level under `[rules]`")
}
