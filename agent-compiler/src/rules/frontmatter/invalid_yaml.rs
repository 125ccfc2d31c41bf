use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// Frontmatter that is not valid YAML.
    ///
    /// ## What it does
    /// Checks the frontmatter for YAML errors such as an unclosed quote or bracket, wrong indentation, a tab before a list item, and
    /// a second document. A field that was clearly meant as text is reported by `recovered-yaml` instead.
    ///
    /// ## Why is this bad?
    /// Programs may skip the agent, or run it without the fields that they cannot read: with every tool instead of two.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: [Read, Grep
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: [Read, Grep]
    /// ---
    /// Read the change.
    /// ```
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
                .note("programs may skip the agent, or run it without the fields that they cannot read")
                .help(error.help.clone()),
        );
    }
}
