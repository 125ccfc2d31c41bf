use std::collections::HashMap;

use crate::base::diagnostic::Diagnostic;
use crate::parse::definition::Definition;
use crate::resolve::identifiers;
use crate::resolve::roster::{self, Roster};
use crate::rules::rule::rule;

rule! {
    /// Two names that are easily taken for each other.
    ///
    /// ## What it does
    /// Names that are equal but for letter case, dashes, underscores, spaces, or the spelling of their characters in Unicode.
    ///
    /// ## Why is this bad?
    /// Claude Code looks up a name that it does not find in just this way; with two candidates it refuses.
    ///
    /// ## Example
    /// `code-reviewer` and `codereviewer`
    ///
    /// ## Use instead
    /// Give one of the two another name.
    "confusable-name": Names, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &Definition> = HashMap::new();
    for definition in roster.named() {
        let Some(name) = &definition.name else { continue };
        let folded = roster::lookup_key(&name.value);
        let Some(other) = first.get(&folded) else {
            first.insert(folded, definition);
            continue;
        };
        let other_name = roster.name_of(other);
        // Equal names are `duplicate-name`, equal identifiers `identifier-collision`.
        if other_name == name.value || identifiers::collide(roster.settings, other_name, &name.value) {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("`{}` is easily taken for `{other_name}`", name.value))
                .at(name.span, "this name")
                .at(roster.name_span(other), "looks like this one")
                .note("a name that is not there as written is looked up without case, dashes and spaces, and two that fit are refused")
                .help("give one of the two another name"),
        );
    }
}
