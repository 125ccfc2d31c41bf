//! A field is not part of the format.
//!
//! # What it finds
//! Any key that is no field of Claude Code's agents, and no slip for one.
//!
//! # Why it matters
//! Claude Code ignores it, Gemini CLI refuses the file, `OpenCode` sends it to the model's provider. What it says does not
//! apply where the author thinks it does.
//!
//! # Example
//! `temperature: 0.2`, which is a field of `OpenCode` and of Gemini CLI.
//!
//! # Cure
//! Remove the field, or read it in your own program: `agent.extra("temperature")`.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::format::fields;
use crate::resolve::roster::RosterAgent;

/// The rule.
pub static RULE: Rule = Rule::new("unknown-field", Level::Warn, check);

/// Checks every key of every agent.
pub fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    for entry in definition.entries.iter().flatten() {
        let key = &entry.key.value;
        if fields::find(key).is_some()
            || fields::suggest(key).is_some()
            || key == "<<"
            || roster.settings.extra_fields.contains(key.as_ref())
        {
            continue;
        }
        let product = fields::foreign(key);
        let label = product.map_or_else(String::new, |product| format!("a field of {product}"));
        let help = if product == Some("rulesync") {
            "this is a source of rulesync: compile what it generates".to_owned()
        } else {
            format!(
                "remove it; or read it by `agent.extra(\"{key}\")`, and list it under `[fields] extra` in `agents.toml`"
            )
        };
        diagnostics.push(
            Diagnostic::new(&RULE, format!("unknown field `{key}`"))
                .at(entry.key.span, label)
                .note("Claude Code ignores it; Gemini CLI refuses the whole file")
                .help(help),
        );
    }
}
