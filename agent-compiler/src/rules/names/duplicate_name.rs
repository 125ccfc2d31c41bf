use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::parse::definition::Definition;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Two files define an agent of the same name.
    ///
    /// ## What it does
    /// The same name in two files of the folder, at whatever depth.
    ///
    /// ## Why is this bad?
    /// Programs keep one of the two, chosen by the order in which the file system lists them: on another machine it is the
    /// other one.
    ///
    /// ## Example
    /// `agents/reviewer.md` and `agents/team/reviewer.md`, both with `name: reviewer`.
    ///
    /// ## Use instead
    /// Rename one of them, or remove it.
    "duplicate-name": Names, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: Option<&Definition> = None;
    // A file whose name cannot be read has another error already.
    for definition in roster.named().filter(|definition| definition.name.is_some()) {
        match first {
            Some(first) if roster.name_of(first) == roster.name_of(definition) => {
                diagnostics.push(report(roster, first, definition));
            }
            _ => first = Some(definition),
        }
    }
}

fn report(roster: &Roster, first: &Definition, second: &Definition) -> Diagnostic {
    let name = roster.name_of(first);
    let stem = |definition| roster.source(definition).map(Source::stem).unwrap_or_default();
    // The file that is called otherwise is more likely to be the one that is wrong.
    let (right, wrong) = if stem(first) != name && stem(second) == name { (second, first) } else { (first, second) };
    let help = match stem(wrong) {
        stem if roster.find(stem).is_none() => {
            format!("rename this one, for instance to `{stem}` after its file, or remove it")
        }
        _ => "rename one of the two, or remove it".to_owned(),
    };
    RULE.diagnostic(format!("two agents have the name `{name}`"))
        .at(roster.name_span(wrong), "this name")
        .at(roster.name_span(right), "is the same as this one")
        .note("programs keep one of them, and which one depends on the machine")
        .help(help)
}
