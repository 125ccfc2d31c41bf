use crate::base::diagnostic::Diagnostic;
use crate::parse::examples::Malformed;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An `<example>` that is empty, never closed, without a known label, or the whole description.
    ///
    /// ## What it does
    /// Checks the description for an `<example>` without `</example>`, for one without content, for one with labels or tags of
    /// which none is known, and for having no text besides its examples.
    ///
    /// The parts of an example begin with `Context:`, `user:`, `assistant:` and `<commentary>`, in any letter case. `Human:` and
    /// `用户:` are the user as well, and so is any name before the words of the assistant, such as `Daisy:`. Where nobody is
    /// called `assistant`, `Claude:`, `Agent:` and `助手:` are.
    ///
    /// ## Why is this bad?
    /// The model that chooses an agent reads the whole description with its examples (measured on Claude Code 2.1.331). It may
    /// read the text after an unclosed tag as part of the example. The generated Rust code omits the example, and has the whole
    /// text of one without a known label as its context.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: |-
    ///   Reviews a change before it is merged.
    ///
    ///   <example>
    ///   user: "Is this ready to merge?"
    ///   assistant: "I'll use the reviewer agent to read the change."
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: |-
    ///   Reviews a change before it is merged.
    ///
    ///   <example>
    ///   user: "Is this ready to merge?"
    ///   assistant: "I'll use the reviewer agent to read the change."
    ///   </example>
    /// ---
    /// Read the change, and report what is wrong with it.
    /// ```
    "malformed-example": References, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for malformed in &agent.definition.examples.malformed {
        diagnostics.push(match *malformed {
            Malformed::Unclosed(span) => RULE
                .diagnostic("this `<example>` is never closed")
                .at(span, "no `</example>` before the next `<example>` or the end")
                .note("a model may read what follows as part of the example, and `examples()` omits it")
                .help("add `</example>` where the example ends"),
            Malformed::Empty(span) => RULE
                .diagnostic("this `<example>` is empty")
                .at(span, "")
                .note("an example should show when to use the agent")
                .help("add `Context:`, `user:` and `assistant:` lines, or remove the example"),
            Malformed::Unknown(span) => RULE
                .diagnostic("this `<example>` has no known label")
                .at(span, "")
                .note("`examples()` has all of it as the context")
                .help("begin its parts with `Context:`, `user:` and `assistant:`"),
            Malformed::Alone(span) => RULE
                .diagnostic("this description consists only of examples")
                .at(span, "no text before or after them")
                .note("examples illustrate a description and do not replace it, and `description()` is empty")
                .help("add when to use the agent before the first example"),
        });
    }
}
