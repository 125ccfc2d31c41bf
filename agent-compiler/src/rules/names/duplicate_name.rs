use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::parse::definition::Definition;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Two agents with the same name.
    ///
    /// ## What it does
    /// Checks for the same name in two files of the folder, at any depth.
    ///
    /// ## Why is this bad?
    /// Programs load only one of the two, without a message. Claude Code loads the file whose path is last in the order of
    /// its bytes (measured on Claude Code 2.1.331); another program or version may choose the other one.
    ///
    /// ## Example
    /// The two files are in different folders, but the name of an agent does not include its folder:
    /// ```markdown agents/reviewer.md
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    /// ```markdown agents/docs/reviewer.md
    /// ---
    /// name: reviewer
    /// description: Reviews the wording of a page.
    /// tools: Read
    /// ---
    /// Read the page and list unclear sentences.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown agents/reviewer.md
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    /// ```markdown agents/docs/docs-reviewer.md
    /// ---
    /// name: docs-reviewer
    /// description: Reviews the wording of a page.
    /// tools: Read
    /// ---
    /// Read the page and list unclear sentences.
    /// ```
    "duplicate-name": Names, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    // A file without a readable name already has another error.
    let named: Vec<_> = roster.named().filter(|definition| definition.name.is_some()).collect();
    for same in named.chunk_by(|left, right| roster.name_of(left) == roster.name_of(right)) {
        let [first, others @ ..] = same else { continue };
        let Some(last) = others.last().and_then(|last| roster.source(last)) else { continue };
        let loaded = roster.folder.below(&last.path);
        diagnostics.extend(others.iter().map(|other| report(roster, first, other, loaded)));
    }
}

fn report(roster: &Roster, first: &Definition, second: &Definition, loaded: &str) -> Diagnostic {
    let name = roster.name_of(first);
    let stem = |definition| roster.source(definition).map(Source::stem).unwrap_or_default();
    // Of the two, the agent whose file has a different name is more likely to be the wrong one.
    let (right, wrong) = if stem(first) != name && stem(second) == name { (second, first) } else { (first, second) };
    let help = match stem(wrong) {
        stem if !roster.is_taken(stem) => {
            format!("rename this agent, for example to `{stem}` like its file, or delete the file")
        }
        _ => "rename one of the agents, or delete its file".to_owned(),
    };
    RULE.diagnostic(format!("two agents are named `{name}`"))
        .at(roster.name_span(wrong), "defined again here")
        .at(roster.name_span(right), "first defined here")
        .note(format!(
            "programs load only one of them: Claude Code 2.1.331 takes `{loaded}`, the last in order of path"
        ))
        .help(help)
}
