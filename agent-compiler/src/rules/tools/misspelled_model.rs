use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::models;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A model's name is a slip, or is written as people say it.
    ///
    /// ## What it does
    /// A model close to a known one, in the wrong letter case, or by its display name.
    ///
    /// ## Why is this bad?
    /// Claude Code sends the name as it is, and the agent fails with "not found" when it is first called.
    ///
    /// ## Example
    /// `model: sonet`, `model: Claude Sonnet 4.5`
    ///
    /// ## Use instead
    /// Write the alias or the id that the message gives.
    "misspelled-model": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(model) = &definition.model else { return };
    if roster.is_known_model(&model.value) {
        return;
    }
    let Some(meant) = models::suggest(&model.value) else { return };
    diagnostics.push(
        RULE.diagnostic(format!("unknown model `{}`", model.value))
            .at(model.span, format!("help: did you mean `{meant}`?"))
            .note("Claude Code sends an unknown model as it is written: the agent may fail when it is first called")
            .fix(Fix::replace(source, model.span, &model.value, meant, meant.eq_ignore_ascii_case(&model.value))),
    );
}
