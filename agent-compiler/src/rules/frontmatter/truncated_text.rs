use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::format::fields::{Field, FieldKind};
use crate::parse::yaml::{Entry, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A value of which YAML ignores a part.
    ///
    /// ## What it does
    /// Checks `description` and `initialPrompt` for an unquoted ` #` on their first line, lists of tools for a comma before a `#`,
    /// and texts for a first word such as `!important` or `&x`.
    ///
    /// ## Why is this bad?
    /// YAML reads ` #` as the start of a comment, and `!` and `&` as the start of a tag or an anchor. The rest of the text is
    /// missing when a program reads the value: the description below is read as `Fixes issue`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: issue-fixer
    /// description: Fixes issue #12 and issues like it.
    /// ---
    /// Read the issue.
    /// ```
    ///
    /// ## Use instead
    /// Put the text in quotes or in a block. Move a real comment to its own line.
    ///
    /// ```markdown
    /// ---
    /// name: issue-fixer
    /// description: "Fixes issue #12 and issues like it."
    /// ---
    /// Read the issue.
    /// ```
    "truncated-text": Frontmatter, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    for entry in definition.entries.iter().flatten() {
        let Some(field) = roster.format.fields.find(&entry.key.value) else { continue };
        diagnostics.extend(tag_before(source, field, entry));
        diagnostics.extend(comment_after(source, field, entry));
    }
}

/// A comment where the text could go on.
fn comment_after(source: &Source, field: &Field, entry: &Entry) -> Option<Diagnostic> {
    let value = entry.value.span;
    // Most lines end with their value.
    if matches!(source.text.as_bytes().get(value.end), Some(b'\n') | None) {
        return None;
    }
    let written = source.text.get(value.range())?;
    let goes_on = match field.kind {
        // A name is one word; what follows it is meant as a comment.
        FieldKind::Text => field.name != "name",
        FieldKind::Tools | FieldKind::Names => written.ends_with(','),
        _ => false,
    };
    if !goes_on || !matches!(entry.value.value, Yaml::Text(_)) || written.starts_with(['"', '\'']) {
        return None;
    }
    let end = source.line_of(Span::new(value.file, value.end..value.end)).end;
    let rest = source.text.get(value.end..end)?;
    let comment = rest.trim();
    if !comment.starts_with('#') || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let start = value.end + (rest.len() - rest.trim_start().len());
    let at = Span::new(value.file, start..start + comment.len());
    Some(
        RULE.diagnostic(format!("`{}` ends before the `#`", field.name))
            .at(at, "YAML reads this as a comment")
            .note("programs read the value without this text")
            .help("put the text in quotes or in a block, `|-`; move a real comment to its own line"),
    )
}

/// A tag or an anchor where the text seems to begin.
fn tag_before(source: &Source, field: &Field, entry: &Entry) -> Option<Diagnostic> {
    let (key, value) = (entry.key.span, entry.value.span);
    let between = source.text.get(key.end..value.start).filter(|between| *between != ": ")?;
    let mark = between.trim_start_matches(['"', '\'']).strip_prefix(':')?.trim();
    let is_mark = mark.starts_with('&') || (mark.starts_with('!') && !mark.starts_with("!!"));
    // An anchor that an alias refers to is meant as one.
    let is_used = || mark.strip_prefix('&').is_some_and(|name| source.text.contains(&format!("*{name}")));
    let is_text = matches!(field.kind, FieldKind::Text) && matches!(entry.value.value, Yaml::Text(_));
    if !is_text || !is_mark || mark.contains(char::is_whitespace) || is_used() {
        return None;
    }
    let (article, kind) = if mark.starts_with('&') { ("an", "anchor") } else { ("a", "tag") };
    let at = source.locate(mark, Span::new(value.file, key.end..value.start))?;
    Some(
        RULE.diagnostic(format!("`{}` starts after the YAML {kind} `{mark}`", field.name))
            .at(at, format!("YAML reads this as {article} {kind}, not as text"))
            .note("programs read the value without this text")
            .help("put the whole text in quotes or in a block, `|-`"),
    )
}
