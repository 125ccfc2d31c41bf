use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::fences::Unclosed;

rule! {
    /// A code fence that is never closed.
    ///
    /// ## What it does
    /// Checks the prompt for a line of three or more backticks or tildes that opens a code block and is never closed.
    ///
    /// ## Why is this bad?
    /// Everything below counts as code. Often an inner fence has closed the outer one early, so that code and prose are
    /// swapped.
    ///
    /// ## Example
    /// ````markdown
    /// ---
    /// name: release-writer
    /// description: Writes the notes of a release.
    /// ---
    /// Write the notes in this form:
    ///
    /// ```markdown
    /// # Version 1.2
    ///
    /// ```sh
    /// cargo install lister
    /// ```
    /// ```
    /// ````
    ///
    /// ## Use instead
    /// `````markdown
    /// ---
    /// name: release-writer
    /// description: Writes the notes of a release.
    /// ---
    /// Write the notes in this form:
    ///
    /// ````markdown
    /// # Version 1.2
    ///
    /// ```sh
    /// cargo install lister
    /// ```
    /// ````
    /// `````
    "unclosed-fence": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, index, .. } = *agent;
    let Some(Unclosed { line, closed_early, indented }) = &index.fences().unclosed else { return };
    let at = |line: &Range<usize>| Span::new(definition.file, line.clone());
    let diagnostic = RULE.diagnostic("this code fence is never closed");
    let diagnostic =
        diagnostic.note("a fence ends at the next line that contains only the same characters, and at least as many");
    let diagnostic = diagnostic.at(at(line), "everything below counts as code");
    diagnostics.push(match (closed_early, indented) {
        (None, Some(end)) => diagnostic
            .at(at(end), "indented by four or more columns, this does not close it")
            .help("indent both lines equally"),
        (Some(outer), _) => diagnostic
            .at(at(outer), "this block may end earlier than intended")
            .help("use one more backtick for the outer of two nested fences, or remove this line"),
        (None, None) => diagnostic.help("close the fence, or remove this line"),
    });
}
