use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::rules::rule::{TextAgent, rule};
use crate::text::fences::{Swapped, Unclosed};

rule! {
    /// A code fence that is never closed, or that an inner fence closes early.
    ///
    /// ## What it does
    /// Checks the prompt for a line of three or more backticks or tildes that opens a code block and is never closed. Where all
    /// fences are closed, it checks for two blocks that contain a line such as ` ```sh `, the second of which is opened by
    /// backticks alone: those were meant to close the first.
    ///
    /// ## Why is this bad?
    /// In Markdown, everything below an open fence is code. Where an inner fence has closed the outer one early, code and prose
    /// are swapped. A model may read it the same way.
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
    "unclosed-fence": Prompt, Warn, text(check)
}

fn check(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { definition, index, .. } = *agent;
    let fences = index.fences();
    let at = |line: &Range<usize>| Span::new(definition.file, line.clone());
    let diagnostic = |message| {
        RULE.diagnostic(message)
            .note("a fence ends at the next line that contains only the same characters, and at least as many")
    };
    if let Some(Unclosed { line, closed_early, indented, outside }) = &fences.unclosed {
        let diagnostic = diagnostic("this code fence is never closed").at(at(line), "everything below counts as code");
        if let Some(begin) = outside {
            diagnostics.push(
                diagnostic
                    .at(at(begin), "this block ends with its list item or quotation")
                    .help("write the closing fence at the indentation of the opening one"),
            );
            return;
        }
        diagnostics.push(match (closed_early, indented) {
            (None, Some(end)) => diagnostic
                .at(at(end), "indented by four or more columns, this does not close it")
                .help("indent both lines equally"),
            (Some(outer), _) => diagnostic
                .at(at(outer), "this block may end earlier than intended")
                .help("use one more backtick for the outer of two nested fences, or remove this line"),
            (None, None) => diagnostic.help("close the fence, or remove this line"),
        });
    } else if let Some(Swapped { outer, prose }) = &fences.swapped {
        diagnostics.push(
            diagnostic("this code block is closed by an inner fence")
                .at(at(outer), "this block ends earlier than intended")
                .at(at(prose), "this opens a block, and what follows counts as code")
                .help("use one more backtick for the outer of two nested fences"),
        );
    }
}
