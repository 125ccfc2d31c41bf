use crate::base::diagnostic::Diagnostic;
use crate::format::fields;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A field is not part of the format.
    ///
    /// ## What it does
    /// Any key that is no field of Claude Code's agents, and no slip for one.
    ///
    /// ## Why is this bad?
    /// Claude Code ignores it, Gemini CLI refuses the file, `OpenCode` sends it to the model's provider. What it says does not
    /// apply where the author thinks it does.
    ///
    /// ## Example
    /// `temperature: 0.2`, which is a field of `OpenCode` and of Gemini CLI.
    ///
    /// ## Use instead
    /// Remove the field, or read it in your own program: `agent.extra("temperature")`.
    "unknown-field": Frontmatter, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
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
            RULE.diagnostic(format!("unknown field `{key}`"))
                .at(entry.key.span, label)
                .note("Claude Code ignores it; Gemini CLI refuses the whole file")
                .help(help),
        );
    }
}
