use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::models::ModelStatus;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A model that is retired or about to be retired.
    ///
    /// ## What it does
    /// Checks for the id of a model that its provider has retired, or has announced to retire. The current date plays
    /// no part: a date in the message is the provider's, and the level stays the same once it has passed.
    ///
    /// ## Why is this bad?
    /// A provider no longer serves a retired model, so that the agent may fail when it is first called. Claude Code
    /// 2.1.331 replaces some retired models by newer ones and sends others unchanged.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// model: claude-sonnet-4-20250514
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// An alias means a current model of its family.
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// model: sonnet
    /// ---
    /// Read the change and list its defects.
    /// ```
    "retired-model": Tools, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let Some(model) = &definition.model else { return };
    let Some(known) =
        roster.format.models.find(&model.value).filter(|_| !roster.settings.extra_models.contains(&*model.value))
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
