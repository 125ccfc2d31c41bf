//! A model that is on no list.
//!
//! # What it finds
//! A model that is neither an alias nor a known id, and close to none.
//!
//! # Why it matters
//! It may be newer than this list, or of another provider. It may also be wrong, and then the agent fails when it is first
//! called.
//!
//! # Example
//! `model: gpt-4o`
//!
//! # Cure
//! Check the id. Aliases such as `sonnet` never age.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::format::models;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("unknown-model", Level::Warn, check);

/// Checks the model of every agent.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    let Some(model) = &definition.model else { return };
    if models::is_known(&model.value, roster.settings) || models::suggest(&model.value).is_some() {
        return;
    }
    diagnostics.push(
        Diagnostic::new(&RULE, format!("unknown model `{}`", model.value))
            .at(model.span, format!("not on the list of {}", models::verified()))
            .note("an id that the provider does not know makes the agent fail when it is first called")
            .help(format!("check the id, or use an alias, which does not age: {}", models::aliases())),
    );
}
