use std::collections::HashMap;

use crate::base::diagnostic::Diagnostic;
use crate::parse::definition::Definition;
use crate::resolve::identifiers;
use crate::resolve::roster::{self, Roster};
use crate::rules::rule::rule;

rule! {
    /// Two names that differ only in letter case, dashes, underscores or spaces.
    ///
    /// ## What it does
    /// Checks for names that are equal once letter case, dashes of any length, underscores and spaces are ignored, and
    /// once characters that Unicode can spell in several ways are spelled in one way.
    ///
    /// ## Why is this bad?
    /// For a name that no agent has as written, Claude Code ignores these differences, and rejects one that matches two
    /// agents (measured on Claude Code 2.1.331). People and models mix such names up as well.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: code-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    /// ```markdown
    /// ---
    /// name: codereviewer
    /// description: Reviews a file that is named in the request.
    /// tools: Read
    /// ---
    /// Read the file and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: change-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    /// ```markdown
    /// ---
    /// name: file-reviewer
    /// description: Reviews a file that is named in the request.
    /// tools: Read
    /// ---
    /// Read the file and list its defects.
    /// ```
    "confusable-name": Names, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &Definition> = HashMap::new();
    for definition in roster.named() {
        let Some(own) = &definition.name else { continue };
        let name = roster.name_of(definition);
        let key = roster::lookup_key(name);
        let Some(other) = first.get(&key) else {
            first.insert(key, definition);
            continue;
        };
        let other_name = roster.name_of(other);
        // `duplicate-name` reports equal names, `identifier-collision` equal identifiers.
        if other_name == name || identifiers::collide(roster.settings, other_name, name) {
            continue;
        }
        diagnostics.push(
            RULE.diagnostic(format!("`{name}` is easily confused with `{other_name}`"))
                .at(own.span, "one of the names")
                .at(roster.name_span(other), "the other name")
                .note(
                    "for a name that no agent has exactly, Claude Code 2.1.331 ignores case, dashes and spaces, and \
                     rejects one that matches two agents",
                )
                .help("rename one of them"),
        );
    }
}
