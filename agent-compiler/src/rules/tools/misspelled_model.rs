use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A misspelled model.
    ///
    /// ## What it does
    /// Checks for a model that is close to a known alias or id, for a display name such as `Claude Sonnet 4.5`, and for a
    /// list of models. The letter case of an alias or id does not count.
    ///
    /// ## Why is this bad?
    /// Claude Code sends a model that it does not know as it is written (measured on Claude Code 2.1.331). The provider may
    /// reject it, and then the agent fails when it is first called.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// model: sonet
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
    "misspelled-model": Tools, Error [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(model) = &definition.model else { return };
    if roster.is_known_model(&model.value) {
        return;
    }
    let Some(meant) = roster.format.models.suggest(&model.value) else { return };
    let diagnostic = RULE
        .diagnostic(format!("unknown model `{}`", model.value))
        .at(model.span, format!("help: did you mean `{meant}`?"))
        .note("Claude Code sends an unknown model as it is written: the agent may fail when it is first called")
        .fix(Fix::replace(source, model.span, &model.value, meant, false));
    let is_list = model.value.contains(',');
    diagnostics.push(if is_list {
        diagnostic.help("write one model: a list of them is not supported")
    } else {
        diagnostic
    });
}
