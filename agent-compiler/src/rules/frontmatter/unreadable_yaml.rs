use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::parse::problem::Literal;
use crate::parse::recover::retry::is_lost_in_quotes;
use crate::parse::yaml::Entry;
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::recovered::{Fate, place, recovered, repair};
use crate::rules::rule::rule;

rule! {
    /// Invalid YAML that Claude Code does not read.
    ///
    /// ## What it does
    /// Checks for fields that are not valid YAML, but whose value was clearly meant as text, where Claude Code cannot read the
    /// file: quotes inside quotes, a text of several lines that contains `: `, a text that ends with a colon. The compiler uses the
    /// text as it is written. Text that continues at the start of a line is reported by `unindented-text`.
    ///
    /// ## Why is this bad?
    /// Claude Code does not load the agent, without a message (measured on Claude Code 2.1.331). It reads invalid YAML only where
    /// that becomes valid with quotes around the values that are on the line of their key.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: "Reviews a change. Reports "errors": those that a user would see."
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
    ///   Reviews a change. Reports "errors": those that a user would see.
    /// ---
    /// Read the change.
    /// ```
    "unreadable-yaml": Frontmatter, Error [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for (key, literal, fate) in recovered(agent) {
        let (at, why) = (place(agent.source, literal), &literal.why);
        let diagnostic = RULE
            .diagnostic(format!("`{}` is not valid YAML, and Claude Code does not load the agent", key.value))
            .at(at, why);
        let diagnostic = match fate {
            Fate::Read | Fate::Unindented => continue,
            Fate::Unread => diagnostic.note("the compiler reads the value as text; Claude Code cannot read it"),
            Fate::Quoted => {
                let other = broken_by_quotes(agent, literal);
                let diagnostic = match other {
                    Some(entry) => {
                        diagnostic.at(entry.key.span, "the value of this field becomes unreadable in quotes")
                    }
                    None => diagnostic,
                };
                diagnostic.note("in a file with such a value, Claude Code puts other values in quotes as well")
            }
        };
        diagnostics.push(repair(agent, &key.value, literal, diagnostic));
    }
}

/// The field that is valid by itself, but not once its value is in quotes.
fn broken_by_quotes<'r, 'a>(agent: &RosterAgent<'r, 'a>, literal: &Literal) -> Option<&'r Entry<'a>> {
    let source: &Source = agent.source;
    agent.definition.entries.iter().flatten().find(|entry| {
        let lines = source.line_of(entry.key.span).start..entry.value.span.end;
        entry.value.span != literal.value.span && source.text.get(lines).is_some_and(is_lost_in_quotes)
    })
}
