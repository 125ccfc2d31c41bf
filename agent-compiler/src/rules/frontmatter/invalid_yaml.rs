use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// The frontmatter is no YAML, and nothing sensible can be read from it.
    ///
    /// ## What it does
    /// An unclosed quote or bracket, wrong indentation, a tab before a list item, a second document.
    ///
    /// ## Why is this bad?
    /// Every program drops the agent, or runs it without the fields that cannot be read: with all tools instead of three.
    ///
    /// ## Example
    /// `tools: [Read, Grep` without the closing bracket.
    ///
    /// ## Use instead
    /// Close what is open, or indent with spaces; put a text with special characters into a block (`description: |-`).
    "invalid-yaml": Frontmatter, Fixed, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    for problem in &definition.problems {
        let ParseProblem::InvalidYaml(error) = problem else { continue };
        let character = source.text.get(error.offset..).and_then(|rest| rest.chars().next());
        let width = character.filter(|character| !character.is_control()).map_or(0, char::len_utf8);
        diagnostics.push(
            RULE.diagnostic("the frontmatter is not valid YAML")
                .at(Span::new(definition.file, error.offset..error.offset + width), &error.reason)
                .note("programs drop such an agent, or run it without the fields they cannot read")
                .help(error.help),
        );
    }
}
