use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An unknown model.
    ///
    /// ## What it does
    /// Checks for a model that is neither a known alias nor a known id, and not close to one. Add models of your own to
    /// `extra` under `[models]` in `agents.toml`.
    ///
    /// ## Why is this bad?
    /// The model may be newer than the list of known models, or from another provider. It may also be wrong, and then
    /// the agent fails when it is first called.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// model: gpt-4o
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// model: sonnet
    /// ---
    /// Read the change and list its defects.
    /// ```
    "unknown-model": Tools, Warn [own: Error], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    let models = &roster.format.models;
    let Some(model) = &definition.model else { return };
    if roster.is_known_model(&model.value) || models.suggest(&model.value).is_some() {
        return;
    }
    diagnostics.push(
        RULE.diagnostic(format!("unknown model `{}`", model.value))
            .at(model.span, format!("not a known model as of {}", models.verified()))
            .note("if the provider does not know it either, the agent fails when it is first called")
            .help(format!("check the id, or use an alias: {}", models.aliases())),
    );
}
