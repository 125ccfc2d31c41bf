use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::models::{self, ModelStatus};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A model that is retired, or will be.
    ///
    /// ## What it does
    /// The id of a model that its provider has retired, or has announced to retire.
    ///
    /// ## Why is this bad?
    /// Every request to a retired model fails: the agent fails when it is first called.
    ///
    /// No clock is read. A date in the message is the provider's, and the level does not change when it has passed.
    ///
    /// ## Example
    /// `model: claude-sonnet-4-20250514`
    ///
    /// ## Use instead
    /// Write an alias such as `sonnet`, which stands for the newest of its family, or the id of a newer model.
    "retired-model": Tools, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(model) = &definition.model else { return };
    let Some(known) = models::find(&model.value).filter(|_| !roster.settings.extra_models.contains(&*model.value))
    else {
        return;
    };
    let instead = known.instead.unwrap_or_default();
    let (message, note) = match (known.status, known.retires) {
        (ModelStatus::Retired, _) => {
            ("is retired", "its provider no longer serves it: the agent may fail when it is first called".into())
        }
        (ModelStatus::Deprecated, Some(day)) => {
            ("is about to be retired", format!("its provider has announced that requests to it fail after {day}"))
        }
        (ModelStatus::Deprecated, None) => {
            ("is deprecated", "its provider has announced that it will be retired".into())
        }
        (ModelStatus::Alias | ModelStatus::Active, _) => return,
    };
    diagnostics.push(
        RULE.diagnostic(format!("model `{}` {message}", model.value))
            .at(model.span, "")
            .note(note)
            .help(format!("write `{instead}`, or the id of a newer model"))
            .fix(Fix::replace(source, model.span, &model.value, instead, false)),
    );
}
