use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An example whose words lead to another agent.
    ///
    /// ## What it does
    /// Takes each example away from its agent, and compares the words of its context and its user with what each agent says of its
    /// work: name, description, examples, prompt. It reports an example for which another agent scores more than one and a half
    /// times as high (BM25) as its own. Only `agentc` does this, as comparing every example with every agent takes too long for a
    /// build: the macro and the build script accept settings for this rule, and report nothing.
    ///
    /// The rule is off by default, as words are a weak sign: in a collection of 1,531 files, 10 of the 40 clearest reports named an
    /// agent that could have taken the task as well. Turn it on to review a roster in which agents are mixed up.
    /// `agentc route --check` counts all mistakes.
    ///
    /// ## Why is this bad?
    /// A model chooses an agent by its description and its examples. An example in the words of another agent may lead it there.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: query-tuner
    /// description: |-
    ///   Makes slow database queries fast.
    ///
    ///   <example>
    ///   user: "Draw a diagram of our tables."
    ///   assistant: "I'll use the query-tuner agent."
    ///   </example>
    /// ---
    /// Read the plan of the query first.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: diagram-drawer
    /// description: Draws diagrams of tables and services.
    /// ---
    /// Draw what you are asked for.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: query-tuner
    /// description: |-
    ///   Makes slow database queries fast.
    ///
    ///   <example>
    ///   user: "Why is this query so slow?"
    ///   assistant: "I'll use the query-tuner agent."
    ///   </example>
    /// ---
    /// Read the plan of the query first.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: diagram-drawer
    /// description: Draws diagrams of tables and services.
    /// ---
    /// Draw what you are asked for.
    /// ```
    "ambiguous-examples": References, Allow, roster(check)
}

#[cfg(not(feature = "routing"))]
fn check(_: &Roster, _: &mut Vec<Diagnostic>) {}

/// How many times the score of its own agent another one needs.
#[cfg(feature = "routing")]
const MARGIN: f32 = 1.5;

#[cfg(feature = "routing")]
fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    use crate::resolve::routing::Router;

    for trial in Router::new(roster).trials() {
        let Some(other) = trial.other().filter(|other| other.score > MARGIN * trial.own_score()) else { continue };
        let (Some(agent), Some(other)) = (roster.definitions.get(trial.agent), roster.definitions.get(other.agent))
        else {
            continue;
        };
        let (Some(description), Some(source)) = (&agent.description, roster.source(agent)) else { continue };
        let said = trial.example.user.lines().next().unwrap_or_default();
        let span = source.locate(said, description.span).unwrap_or(description.span);
        let name = roster.name_of(other);
        diagnostics.push(
            RULE.diagnostic(format!("by its words, an example fits agent `{name}` better"))
                .at(span, format!("this agent is called `{}`", roster.name_of(agent)))
                .note("a model chooses an agent by descriptions and examples, and may choose the other one")
                .help("say what makes this task one for this agent, in the example or in the description"),
        );
    }
}
