//! Diagnostics as SARIF 2.1.0, for code scanning. A test validates them against the schema of the standard.

use std::iter;

use include_agents_compiler::base::diagnostic::Diagnostic;

use include_agents_compiler::base::fix::Fix;
use include_agents_compiler::base::rule::{Level, RuleInfo};
use include_agents_compiler::base::span::Span;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::rules;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Region, notes_and_helps, region, word};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Characters to escape in the path of a URI. A colon in the first name would make it a scheme.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A log with one run, and one result and one line per diagnostic.
pub(super) fn log<'f>(diagnostics: impl Iterator<Item = (&'f Diagnostic, &'f Folder)>) -> impl Iterator<Item = String> {
    let tool = json!({ "driver": {
        "name": "agentc",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules::all().map(descriptor).collect::<Vec<_>>(),
    } });
    let head = format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\n\"tool\":{tool},\n\
         \"columnKind\":\"unicodeCodePoints\",\n\"results\":["
    );
    let lines = diagnostics.enumerate().map(|(index, (diagnostic, folder))| {
        let comma = if index == 0 { "" } else { "," };
        format!("{comma}\n{}", result(diagnostic, folder))
    });
    iter::once(head).chain(lines).chain(iter::once("\n]}]}\n".to_owned()))
}

fn descriptor(rule: &'static RuleInfo) -> Value {
    let manual = rule.documentation();
    let level = if rule.level == Level::Allow { "none" } else { word(rule.level) };
    json!({
        "id": rule.name,
        "shortDescription": { "text": manual.lines().next() },
        "help": { "text": manual, "markdown": manual },
        "defaultConfiguration": { "enabled": rule.level != Level::Allow, "level": level },
    })
}

fn result(diagnostic: &Diagnostic, folder: &Folder) -> Value {
    let others = diagnostic.labels.iter().skip(1).map(
        |label| json!({ "physicalLocation": location(Some(label.span), folder), "message": { "text": label.message } }),
    );
    let fixes = diagnostic.fix.iter().map(|fix| self::fix(fix, folder));
    let text = format!("{}{}", diagnostic.message_with_reason(), notes_and_helps(diagnostic));
    json!({
        "ruleId": diagnostic.rule.name,
        "level": word(diagnostic.level),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(diagnostic.span(), folder) }],
        "relatedLocations": others.collect::<Vec<_>>(),
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn location(span: Option<Span>, folder: &Folder) -> Value {
    match region(span, folder) {
        (path, Some(region)) => json!({ "artifactLocation": artifact(path), "region": sarif_region(region) }),
        (path, None) => json!({ "artifactLocation": artifact(path) }),
    }
}

fn artifact(path: &str) -> Value {
    let encoded = utf8_percent_encode(path, ESCAPED);
    let uri = if path.starts_with('/') { format!("file://{encoded}") } else { encoded.to_string() };
    json!({ "uri": uri })
}

fn sarif_region(Region { line, column, end_line, end_column }: Region) -> Value {
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// A fix. It is safe only if the agent means the same afterwards.
fn fix(fix: &Fix, folder: &Folder) -> Value {
    let (path, _) = region(fix.edits.first().map(|edit| edit.span), folder);
    let replacements = fix.edits.iter().map(|edit| {
        // Also in bytes, since a byte order mark is not counted as a column.
        let mut deleted = region(Some(edit.span), folder).1.map_or_else(|| json!({}), sarif_region);
        if let Some(deleted) = deleted.as_object_mut() {
            deleted.insert("byteOffset".into(), edit.span.start.into());
            deleted.insert("byteLength".into(), edit.span.range().len().into());
        }
        json!({ "deletedRegion": deleted, "insertedContent": { "text": edit.text } })
    });
    let text = if fix.safe { "safe: the agent means the same afterwards" } else { "not safe: review the result" };
    json!({
        "description": { "text": text },
        "artifactChanges": [{ "artifactLocation": artifact(path), "replacements": replacements.collect::<Vec<_>>() }],
    })
}
