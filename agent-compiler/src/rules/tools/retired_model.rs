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
    /// A provider no longer serves a retired model, so that the agent may fail when it is first called. Claude Code replaces
    /// `claude-opus-4-1` and its predecessors by a newer model, and sends other retired models as they are written (measured
    /// on Claude Code 2.1.331).
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
        roster.format.models.find(&model.value).filter(|_| !roster.settings.known_models.contains(&*model.value))
    else {
        return;
    };
    let instead = known.instead.unwrap_or_default();
    // Only this spelling is replaced, and not the one of another provider.
    let runs = known.runs.filter(|_| model.value.strip_suffix("[1m]").unwrap_or(&model.value) == known.name);
    let (message, note) = match (known.status, known.retires) {
        (ModelStatus::Retired, _) => (
            "is retired",
            runs.map_or_else(
                || "its provider no longer serves it: the agent may fail when it is first called".to_owned(),
                |runs| format!("Claude Code 2.1.331 runs the agent on `{runs}`; other programs may fail to start it"),
            ),
        ),
        (ModelStatus::Deprecated, Some(day)) => {
            ("is about to be retired", format!("its provider has announced that requests to it fail after {day}"))
        }
        (ModelStatus::Deprecated, None) => {
            ("is deprecated", "its provider has announced that it will be retired".into())
        }
        (ModelStatus::Alias | ModelStatus::Session | ModelStatus::Active, _) => return,
    };
    diagnostics.push(
        RULE.diagnostic(format!("model `{}` {message}", model.value))
            .at(model.span, "")
            .note(note)
            .help(format!("write `{instead}`, or the id of a newer model"))
            .fix(Fix::replace(source, model.span, &model.value, instead, false)),
    );
}
