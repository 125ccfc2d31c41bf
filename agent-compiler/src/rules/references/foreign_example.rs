use std::collections::HashSet;

use crate::base::diagnostic::Diagnostic;
use crate::resolve::references::ReferenceKind;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// An example that refers to an agent that does not exist.
    ///
    /// ## What it does
    /// Checks each `<example>` of the description for phrases such as "I'll use the code-reviewer agent", for
    /// `@agent-code-reviewer` and for `subagent_type: "code-reviewer"`, and reports a name that neither this agent nor another one
    /// in the folder has. The name must have a dash, or be similar to the name of an agent.
    ///
    /// ## Why is this bad?
    /// The example teaches the model to call a name that does not exist, which Claude Code refuses (measured on Claude Code
    /// 2.1.331). Usually the agent was renamed, or copied from another
    /// one.
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
    ///   assistant: "I'll use the code-reviewer agent to read the change."
    ///   </example>
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
    "foreign-example": References, Warn, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let search = roster.search();
    let mut seen = HashSet::new();
    for reference in roster.references().iter().filter(|reference| reference.kind == ReferenceKind::Example) {
        let name = reference.name.as_str();
        // Report a name once per file.
        if !seen.insert((reference.from, name)) || !search.is_unknown(name) {
            continue;
        }
        let own = roster.definitions.get(reference.from).map_or("", |definition| roster.name_of(definition));
        diagnostics.push(
            RULE.diagnostic(format!("an example refers to agent `{name}`, which does not exist"))
                .at(reference.span, format!("this agent is called `{own}`"))
                .note("examples teach the model which name to call")
                .help("write the name of this agent, or list the other one under `[agents] external` in `agents.toml`"),
        );
    }
}
