//! An agent without a prompt.
//!
//! # What it finds
//! A file with nothing but white space after its frontmatter.
//!
//! # Why it matters
//! The body is the system prompt: such an agent knows nothing of its task.
//!
//! # Example
//! A file that ends with the closing `---`.
//!
//! # Cure
//! Write the prompt below the frontmatter.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::Span;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("empty-prompt", Level::Error, check);

/// Checks the body of every agent that has frontmatter.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
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
        Diagnostic::new(&RULE, "this agent has no prompt")
            .at(Span::new(definition.file, close..before.trim_end().len().max(close)), "nothing follows this line")
            .note("what stands below the frontmatter is the system prompt")
            .help("write what the agent is to do below this line"),
    );
}
