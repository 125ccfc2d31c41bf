use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A byte order mark at the start of a file.
    ///
    /// ## What it does
    /// Checks for the invisible character U+FEFF before the first `---`.
    ///
    /// ## Why is this bad?
    /// Programs may not recognise the `---` after it and skip the file, as Claude Code did before 2.1.239.
    ///
    /// ## Example
    /// ```markdown
    /// \u{feff}---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// Save the file as UTF-8 without a byte order mark.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "byte-order-mark": Frontmatter, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    if !agent.definition.problems.iter().any(|problem| matches!(problem, ParseProblem::ByteOrderMark)) {
        return;
    }
    let at = Span::new(agent.definition.file, 0..'\u{feff}'.len_utf8());
    diagnostics.push(
        RULE.diagnostic("this file begins with a byte order mark")
            .at(at, "invisible character U+FEFF")
            .note("programs may not recognise the `---` after it and skip the file, as Claude Code did before 2.1.239")
            .help("save the file as UTF-8 without a byte order mark")
            .fix(Some(Fix::new(at, "", true))),
    );
}
