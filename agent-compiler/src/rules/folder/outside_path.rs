use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An agent outside the package.
    ///
    /// ## What it does
    /// Checks that the folder of agents is below the folder of Cargo.toml, and that no symbolic link in it leads outside.
    /// A package that cannot be published (`publish = false`, or no version) is not checked.
    ///
    /// ## Why is this bad?
    /// `cargo publish` packages only what is inside the package, so the published crate would not build.
    ///
    /// ## Example
    /// The agents are next to the package, not in it.
    ///
    /// ```toml release-tools/Cargo.toml
    /// [package]
    /// name = "release-tools"
    /// version = "0.1.0"
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
    /// Move the folder into the package, or set `publish = false`.
    ///
    /// ```toml release-tools/Cargo.toml
    /// [package]
    /// name = "release-tools"
    /// version = "0.1.0"
    /// publish = false
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: release-notes
    /// description: Writes the release notes of a version.
    /// ---
    /// Read the commits since the last tag.
    /// ```
    "outside-path": Folder, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let note = "`cargo publish` packages only what is inside the package, so the published crate would not build";
    for problem in &roster.folder.problems {
        diagnostics.push(match problem {
            FolderProblem::FolderOutside => RULE
                .diagnostic(format!("the folder `{}` is outside the package", roster.folder.path))
                .note(note)
                .help("move the folder into the package, or set `publish = false` in Cargo.toml"),
            FolderProblem::FileOutside(span) => RULE
                .diagnostic("this agent is behind a symbolic link that leads outside the package")
                .at(*span, "")
                .note(note)
                .help("copy the file into the package, or link to a file inside it"),
            _ => continue,
        });
    }
}
