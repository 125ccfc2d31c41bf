use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::parse::frontmatter::lines;
use crate::parse::problem::Literal;
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::recovered::{Fate, recovered, repair};
use crate::rules::rule::rule;

rule! {
    /// A text that continues at the start of a line.
    ///
    /// ## What it does
    /// Checks for fields whose text continues below without indentation. The compiler uses the text as it is written.
    ///
    /// ## Why is this bad?
    /// This is not valid YAML: strict parsers reject the file, and Claude Code does not load the agent (measured on Claude Code
    /// 2.1.331).
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// <example>
    /// user: "Is this right?"
    /// </example>
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// In a block, no character needs escaping.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: |-
    ///   Reviews a change before it is merged.
    ///   <example>
    ///   user: "Is this right?"
    ///   assistant: "The reviewer will read it."
    ///   </example>
    /// ---
    /// Read the change.
    /// ```
    "unindented-text": Frontmatter, Error [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for (key, literal, fate) in recovered(agent) {
        if fate == Fate::Unindented {
            let diagnostic = RULE
                .diagnostic(format!("the text of `{}` continues without indentation", key.value))
                .at(first_line(agent.source, literal), "this line is not indented")
                .note("strict YAML parsers reject this file, and Claude Code does not load the agent");
            diagnostics.push(repair(agent, &key.value, literal, diagnostic));
        }
    }
}

/// The first character of the first line of a text that is not indented, the line of the key aside.
fn first_line(source: &Source, literal: &Literal) -> Span {
    let begins = |at: usize| source.text.get(at..).and_then(|rest| rest.chars().next());
    let line = lines(&source.text, literal.written.start)
        .skip(1)
        .take_while(|line| line.start < literal.written.end)
        .find(|line| begins(line.start).is_some_and(|c| !c.is_whitespace()));
    let at = line.map_or(literal.offset, |line| line.start);
    Span::new(literal.value.span.file, at..at + begins(at).map_or(0, char::len_utf8))
}
