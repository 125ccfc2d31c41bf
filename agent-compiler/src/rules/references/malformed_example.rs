use crate::base::diagnostic::Diagnostic;
use crate::parse::examples::Malformed;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An `<example>` that is empty or never closed.
    ///
    /// ## What it does
    /// An `<example>` without its `</example>`, or with nothing in it; a description that is nothing but examples.
    ///
    /// ## Why is this bad?
    /// The model that chooses an agent reads the description: with a tag left open it takes what follows for a part of the
    /// example. In Rust the example would be missing.
    ///
    /// ## Example
    /// `<example>user: "Review this"` and no `</example>`.
    ///
    /// ## Use instead
    /// Close the tag, or remove it.
    "malformed-example": References, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for malformed in &agent.definition.examples.malformed {
        diagnostics.push(match *malformed {
            Malformed::Unclosed(span) => RULE
                .diagnostic("this `<example>` is never closed")
                .at(span, "no `</example>` follows before the next one or the end")
                .note("a model takes what follows for a part of the example, and `examples()` is without it")
                .help("add `</example>` where it ends"),
            Malformed::Empty(span) => RULE
                .diagnostic("this `<example>` is empty")
                .at(span, "nothing in it")
                .note("an example shows when to hand over to the agent")
                .help("write `Context:`, `user:` and `assistant:`, or remove it"),
            Malformed::Alone(span) => RULE
                .diagnostic("this description is nothing but examples")
                .at(span, "no text before it or after it")
                .note("an example illustrates a description and does not replace it, and `description()` is empty")
                .help("write when to use the agent before the first example"),
        });
    }
}
