use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent without a prompt.
    ///
    /// ## What it does
    /// A file with nothing but white space after its frontmatter.
    ///
    /// ## Why is this bad?
    /// The body is the system prompt: such an agent knows nothing of its task.
    ///
    /// ## Example
    /// A file that ends with the closing `---`.
    ///
    /// ## Use instead
    /// Write the prompt below the frontmatter.
    "empty-prompt": Prompt, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    if definition.entries.is_none() {
        return;
    }
    if !source.text.get(definition.body.clone()).unwrap_or_default().trim().is_empty() {
        return;
    }
    // The closing `---` is the last thing before the body.
    let before = source.text.get(..definition.body.start).unwrap_or_default();
    let close = before.rfind("---").unwrap_or(definition.body.start);
    diagnostics.push(
        RULE.diagnostic("this agent has no prompt")
            .at(Span::new(definition.file, close..before.trim_end().len().max(close)), "nothing follows this line")
            .note("what stands below the frontmatter is the system prompt")
            .help("write what the agent is to do below this line"),
    );
}
