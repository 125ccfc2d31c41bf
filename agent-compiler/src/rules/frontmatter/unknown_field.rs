use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::parse::yaml::{Entry, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::declared;
use crate::rules::frontmatter::misspelled_field::{cache_ttl_typos, set_cache_ttl};
use crate::rules::rule::rule;

rule! {
    /// A field that is not part of the format.
    ///
    /// ## What it does
    /// Checks for fields that are unknown to Claude Code and not close to a known field (see `misspelled-field`). Says which other
    /// program has such a field, where that is known, and which field applies if the file sets one with the same meaning too, such
    /// as `tools` beside `allowed-tools`.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 ignores unknown fields, so the setting has no effect there. Other programs may reject the whole file.
    ///
    /// ## Example
    /// `temperature` is a field of `OpenCode` and Gemini CLI.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// temperature: 0.2
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// Remove the field. If your own program reads it, with `agent.extra("temperature")`, list it under `[fields] extra` in
    /// `agents.toml`.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "unknown-field": Frontmatter, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let fields = &roster.format.fields;
    for entry in definition.entries.iter().flatten() {
        let key = &entry.key.value;
        if let ("experimental", Yaml::Map(entries)) = (key.as_ref(), &entry.value.value)
            && let Some(field) = set_cache_ttl(entries)
        {
            diagnostics.extend(cache_ttl_typos(entries).map(|entry| overruled(entry, field, source)));
        }
        let settings = roster.settings;
        let is_declared = settings.extra_fields.contains(key.as_ref()) || settings.declared_field(key).is_some();
        if fields.find(key).is_some() || key == "<<" || is_declared || declared::meant(agent, key).is_some() {
            continue;
        }
        if let Some(meant) = fields.suggest(key) {
            diagnostics.extend(definition.set_entry(meant.name).map(|field| overruled(entry, field, source)));
            continue;
        }
        let product = fields.foreign(key);
        let label = product.map_or_else(String::new, |product| format!("a field of {product}"));
        let help = if product == Some("rulesync") {
            "this is a source file of rulesync: compile the files that rulesync generates".to_owned()
        } else {
            format!(
                "remove the field; or, if your program reads it with `agent.extra(\"{key}\")`, list it under `[fields] extra` in `agents.toml`"
            )
        };
        diagnostics.push(
            RULE.diagnostic(format!("unknown field `{key}`"))
                .at(entry.key.span, label)
                .note("Claude Code 2.1.331 ignores unknown fields; other programs may reject the whole file")
                .help(help),
        );
    }
}

/// A field that was meant for one that the file sets too.
fn overruled(entry: &Entry, field: &Entry, source: &Source) -> Diagnostic {
    let (key, name) = (&entry.key.value, &field.key.value);
    let (line, _) = source.line_column(field.key.span.start);
    RULE.diagnostic(format!("unknown field `{key}`"))
        .at(entry.key.span, format!("`{name}` is set in line {line}"))
        .note(format!("Claude Code 2.1.331 ignores unknown fields: `{name}` applies, and `{key}` has no effect"))
        .help(format!("write what should apply in `{name}`, and remove `{key}`"))
}
