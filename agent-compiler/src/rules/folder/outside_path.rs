use crate::base::diagnostic::Diagnostic;
use crate::input::problem::FolderProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// The agents lie outside the package.
    ///
    /// ## What it does
    /// A folder that is not below the folder of Cargo.toml, and an agent file behind a link that leads out of it. A package
    /// that is never published (`publish = false`, or no version) may do as it likes.
    ///
    /// ## Why is this bad?
    /// `cargo publish` packs what lies in the package. The crate would build here, and nowhere else.
    ///
    /// ## Example
    /// `include_agents!("../agents")`
    ///
    /// ## Use instead
    /// Move the folder into the package, or write `publish = false` into its Cargo.toml.
    "outside-path": Folder, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let note = "it would be missing from the published crate, which then builds nowhere";
    for problem in &roster.folder.problems {
        diagnostics.push(match problem {
            FolderProblem::FolderOutside => RULE
                .diagnostic(format!("the folder `{}` lies outside the package", roster.folder.path))
                .note(note)
                .help("move it into the package, or write `publish = false` into Cargo.toml"),
            FolderProblem::FileOutside(span) => RULE
                .diagnostic("this agent lies behind a link that leads out of the package")
                .at(*span, "")
                .note(note)
                .help("copy the file, or link within the package"),
            _ => continue,
        });
    }
}
