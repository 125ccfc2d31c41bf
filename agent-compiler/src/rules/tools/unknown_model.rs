use include_agents_core::__private::distance;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::SpannedText;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// An unknown model.
    ///
    /// ## What it does
    /// Checks for a model that is neither a known alias nor a known id, and not close to one. `default` is one: it is a word
    /// of `/model` and of the settings only. Add models of your own to `known` under `[models]` in `agents.toml`. With
    /// `runs-in = "own"`, no other models are known.
    ///
    /// ## Why is this bad?
    /// Claude Code sends a model that it does not know as it is written (measured on Claude Code 2.1.331). The model may be
    /// newer than the list of known models, or from another provider. It may also be wrong, and then the agent fails when it
    /// is first called.
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
    let RosterAgent { roster, definition, source, .. } = *agent;
    let models = &roster.format.models;
    let Some(model) = &definition.model else { return };
    if roster.settings.is_own() {
        return undeclared(agent, model, diagnostics);
    }
    if roster.is_known_model(&model.value) || models.suggest(&model.value).is_some() {
        return;
    }
    let diagnostic = RULE
        .diagnostic(format!("unknown model `{}`", model.value))
        .note("Claude Code sends it as it is written: if the provider does not know it either, the agent fails");
    let instead = models.find(&model.value).and_then(|known| known.instead);
    diagnostics.push(match instead {
        Some(instead) => diagnostic
            .at(model.span, "not a model that an agent can have")
            .help(format!("write `{instead}`, which is the model of the session, or remove the line"))
            .fix(Fix::replace(source, model.span, &model.value, instead, false)),
        None => diagnostic
            .at(model.span, format!("not a known model as of {}", models.verified()))
            .help(format!("check the id, or use an alias: {}", models.aliases())),
    });
}

/// The program has no models but those of the settings.
fn undeclared(agent: &RosterAgent, model: &SpannedText, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, source, .. } = *agent;
    let known = &roster.settings.known_models;
    // The value of an alias is in lower case, however it is written.
    let written = source.text.get(model.span.range()).unwrap_or_default();
    if known.contains(&*model.value) || known.contains(written) {
        return;
    }
    let close = distance::closest(&model.value, known.iter().map(String::as_str));
    let label = close.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
    diagnostics.push(
        RULE.diagnostic(format!("unknown model `{}`", model.value))
            .at(model.span, label)
            .note("with `runs-in = \"own\"`, only the models under `[models] known` in `agents.toml` exist")
            .help(format!("remove the line, or add `{}` to `known` under `[models]` in `agents.toml`", model.value))
            .fix(close.and_then(|close| Fix::replace(source, model.span, &model.value, close, false))),
    );
}
