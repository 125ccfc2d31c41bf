use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::code_spans::Unclosed;

rule! {
    /// A fence of code is open at the end of the prompt.
    ///
    /// ## What it does
    /// In the body, three or more backticks or tildes that no line closes.
    ///
    /// ## Why is this bad?
    /// Everything below counts as code. Often a fence within a fence has closed the outer one early, and what looks like prose is
    /// code and the other way round.
    ///
    /// ## Example
    /// A fence of three backticks around an example that holds such a fence itself.
    ///
    /// ## Use instead
    /// Close it; give the outer of two fences one backtick more.
    "unclosed-fence": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, index, .. } = *agent;
    let Some(Unclosed { line, closed_early, indented }) = &index.fences().unclosed else { return };
    let at = |line: &Range<usize>| Span::new(definition.file, line.clone());
    let diagnostic = RULE.diagnostic("this fence is never closed");
    let diagnostic = diagnostic.note("a fence is closed by the next line of its signs alone, and by no other");
    diagnostics.push(match (closed_early, indented) {
        (None, Some(end)) => diagnostic
            .at(at(line), "everything below counts as code")
            .at(at(end), "indented by four or more columns, this does not close it")
            .help("indent both lines equally"),
        (Some(outer), _) => diagnostic
            .at(at(line), "everything below counts as code")
            .at(at(outer), "from here on fences may open and close otherwise than meant")
            .help(
                "give the outer of two fences one backtick more, above and below, or remove the line that is left over",
            ),
        (None, None) => diagnostic.at(at(line), "everything below counts as code").help("close it, or remove the line"),
    });
}
