use crate::base::diagnostic::Diagnostic;
use crate::format::models;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A model that is on no list.
    ///
    /// ## What it does
    /// A model that is neither an alias nor a known id, and close to none.
    ///
    /// ## Why is this bad?
    /// It may be newer than this list, or of another provider. It may also be wrong, and then the agent fails when it is first
    /// called.
    ///
    /// ## Example
    /// `model: gpt-4o`
    ///
    /// ## Use instead
    /// Check the id. Aliases such as `sonnet` never age.
    "unknown-model": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    let Some(model) = &definition.model else { return };
    if roster.is_known_model(&model.value) || models::suggest(&model.value).is_some() {
        return;
    }
    diagnostics.push(
        RULE.diagnostic(format!("unknown model `{}`", model.value))
            .at(model.span, format!("not a known model as of {}", models::verified()))
            .note("if the provider does not know it either, the agent fails when it is first called")
            .help(format!("check the id, or use an alias: {}", models::aliases())),
    );
}
