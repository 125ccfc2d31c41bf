use crate::base::diagnostic::Diagnostic;
use crate::rules::rule::{TextAgent, rule};
use crate::text::code_spans;
use crate::text::fences;
use crate::text::placeholders::{self, Placeholder};

rule! {
    /// A placeholder that is not filled in, or a template that is not rendered.
    ///
    /// ## What it does
    /// Checks the description and the prompt, outside code and quotation marks, for `{{NAME}}`, `[INSERT …]`, `<PROJECT_NAME>`,
    /// for tags of templates such as `{{#if x}}`, `{% if x %}` and `<%= x %>`, and for lines that start with `TODO` or `FIXME`,
    /// followed by a colon or a parenthesis. A section such as `<HARD_RULES>` that `</HARD_RULES>` ends is not a placeholder.
    ///
    /// ## Why is this bad?
    /// The model reads the placeholder or the tag itself, and both branches of an `if`: Claude Code fills in nothing (measured on
    /// Claude Code 2.1.331). Either a template was copied and not finished, or the program that fills it in
    /// did not run.
    ///
    /// If your program fills in `{{NAME}}` in prompts at run time, set `parameters = true` under `[prompts]` in `agents.toml`: then
    /// the compiler knows them, and this rule does not report them. For other placeholders, add a `[[silence]]` entry.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: developer
    /// description: Implements a feature of the project.
    /// ---
    /// You are the developer of {{PROJECT_NAME}}.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: developer
    /// description: Implements a feature of the project.
    /// ---
    /// You are the developer of a package registry.
    /// ```
    "leftover-placeholder": Prompt, Warn, text(check)
}

fn check(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { settings, definition, source, .. } = *agent;
    let found = placeholders(agent);
    let Some(Placeholder { range, is_tag }) = found.first() else { return };
    let written = source.text.get(range.clone()).unwrap_or_default();
    let (message, note, help) = if *is_tag {
        (
            format!("the template tag `{written}` is not rendered"),
            "the model reads the tag itself",
            "render the template",
        )
    } else {
        (
            format!("the placeholder `{written}` is not filled in"),
            "the model reads the placeholder itself",
            "fill it in",
        )
    };
    // In the prompt, such a placeholder can be a parameter.
    let can_be_parameter = written.starts_with("{{") && !is_tag && !settings.has_parameters();
    let silence = if can_be_parameter && definition.body.contains(&range.start) {
        "set `parameters = true` under `[prompts]` in `agents.toml`"
    } else {
        "add a `[[silence]]` entry to `agents.toml`"
    };
    let ranges: Vec<_> = found.iter().map(|placeholder| placeholder.range.clone()).collect();
    diagnostics.push(
        RULE.diagnostic(message)
            .at_all(definition.file, &ranges, "")
            .note(note)
            .help(format!("{help}; if your program does so at run time, {silence}")),
    );
}

/// All placeholders in the prose of an agent, in order.
fn placeholders(agent: &TextAgent) -> Vec<Placeholder> {
    let TextAgent { settings, definition, source, index, .. } = *agent;
    let fields =
        [&definition.description, &definition.initial_prompt].into_iter().flatten().map(|text| text.span.range());
    let mut all = Vec::new();
    for part in fields.chain([definition.body.clone()]) {
        let text = source.text.get(part.clone()).unwrap_or_default();
        // The quotes around a YAML value are not quotation marks.
        let inner = ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
        let text = inner.filter(|_| part != definition.body).unwrap_or(text);
        let start = source.range_of(text).map_or(part.start, |range| range.start);
        let mut found = placeholders::find(&source.text, index.markers(), &(start..start + text.len()));
        if settings.has_parameters() && part == definition.body {
            // The tags of templates are for `invalid-template`.
            let is_tag = |text: &str| ["{{", "{%", "<%"].iter().any(|open| text.starts_with(open));
            found.retain(|placeholder| !source.text.get(placeholder.range.clone()).is_some_and(is_tag));
        }
        if found.is_empty() {
            continue;
        }
        let own = (part != definition.body).then(|| {
            let fences = fences::fences(&source.text, index.markers(), &part);
            code_spans::code_spans(&source.text, index.markers(), &part, &fences)
        });
        let code_spans = own.as_ref().unwrap_or_else(|| index.code_spans());
        found.retain(|placeholder| !code_spans.is_code(placeholder.range.start));
        all.append(&mut found);
    }
    all.sort_by_key(|placeholder| placeholder.range.start);
    all
}
