use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::declared;
use crate::rules::rule::rule;

rule! {
    /// An agent without a name or a description.
    ///
    /// ## What it does
    /// Checks that the frontmatter has the fields `name` and `description`.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 does not load such an agent, except from a plugin. The name is what others call the agent; the description says when to use it.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "missing-field": Frontmatter, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let fields = &roster.format.fields;
    let Some(entries) = &definition.entries else { return };
    // The field may be in the lines that could not be read.
    if definition.has_invalid_yaml() {
        return;
    }
    declared::missing(agent, &RULE, diagnostics);
    for field in fields.list.iter().filter(|field| field.required) {
        // A misspelled field is reported by `misspelled-field`.
        let is_present = |key: &str| {
            key == field.name
                || (fields.find(key).is_none() && fields.suggest(key).is_some_and(|meant| meant.name == field.name))
        };
        if entries.iter().any(|entry| is_present(&entry.key.value)) {
            continue;
        }
        let start = source.text.find("---").unwrap_or_default();
        let help = match field.name {
            "name" => format!("add the line `name: {}`", source.stem()),
            _ => "add a `description` that says when to use this agent".to_owned(),
        };
        let note = match (agent.is_of_plugin(), field.name) {
            (false, _) => "Claude Code 2.1.331 does not load such an agent",
            (true, "name") => "Claude Code 2.1.331 takes the name of the file, but only in a plugin",
            (true, _) => "Claude Code 2.1.331 loads such an agent only from a plugin",
        };
        diagnostics.push(
            RULE.diagnostic(format!("missing field `{}`", field.name))
                .at(Span::new(definition.file, start..start + 3), format!("no `{}` in this frontmatter", field.name))
                .note(note)
                .help(help),
        );
    }
}
