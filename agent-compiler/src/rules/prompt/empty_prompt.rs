use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An agent without a prompt.
    ///
    /// ## What it does
    /// Checks that there is text below the frontmatter.
    ///
    /// ## Why is this bad?
    /// That text is the system prompt. Without it, the agent has no instructions: Claude Code starts it with its own general
    /// notes alone (measured on Claude Code 2.1.331).
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
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
            .note("the text below the frontmatter is the system prompt")
            .help("write the instructions for the agent below this line"),
    );
}
