//! Findings as SARIF 2.1.0, for code scanning. A test holds it against the schema of the standard.

use agent_core::compiler::diagnostic::{Diagnostic, Level, Rule};
use agent_core::compiler::discover::Folder;
use agent_core::compiler::fix::Fix;
use agent_core::compiler::rules;
use agent_core::compiler::source::Span;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Region, helps, region, word};

/// What a path in a URI cannot hold as it is. A colon in the first name would make a scheme of it.
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

/// A log with one run, and a result for each finding.
pub(super) fn log<'f>(findings: impl Iterator<Item = (&'f Diagnostic, &'f Folder)>) -> String {
    let results: Vec<_> = findings.map(|(diagnostic, folder)| result(diagnostic, folder)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "agentc",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules::RULES.map(descriptor).as_slice(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &'static Rule) -> Value {
    let manual = rules::documentation(rule);
    let level = if rule.level == Level::Allow { "none" } else { word(rule.level) };
    json!({
        "id": rule.name,
        "shortDescription": { "text": manual.lines().next() },
        "help": { "text": manual, "markdown": manual },
        "defaultConfiguration": { "enabled": rule.level != Level::Allow, "level": level },
    })
}

fn result(diagnostic: &Diagnostic, folder: &Folder) -> Value {
    let notes = diagnostic.notes.iter().map(|note| format!("\nnote: {note}"));
    let helps = helps(diagnostic).into_iter().map(|help| format!("\nhelp: {help}"));
    let text = diagnostic.message.clone() + &notes.chain(helps).collect::<String>();
    let others = diagnostic.labels.iter().skip(1).map(
        |label| json!({ "physicalLocation": place(Some(label.span), folder), "message": { "text": label.message } }),
    );
    let fixes = diagnostic.fix.iter().map(|fix| self::fix(fix, folder));
    json!({
        "ruleId": diagnostic.rule.name,
        "level": word(diagnostic.level),
        "message": { "text": text },
        "locations": [{ "physicalLocation": place(diagnostic.span(), folder) }],
        "relatedLocations": others.collect::<Vec<_>>(),
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn place(span: Option<Span>, folder: &Folder) -> Value {
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

/// A fix; only one after which the agent means the same is called safe.
fn fix(fix: &Fix, folder: &Folder) -> Value {
    let (path, _) = region(fix.edits.first().map(|edit| edit.span), folder);
    let replacements = fix.edits.iter().map(|edit| {
        let deleted = region(Some(edit.span), folder).1.map(sarif_region);
        json!({ "deletedRegion": deleted, "insertedContent": { "text": edit.text } })
    });
    let text = if fix.safe { "safe: the agent means the same afterwards" } else { "not safe: look at the result" };
    json!({
        "description": { "text": text },
        "artifactChanges": [{ "artifactLocation": artifact(path), "replacements": replacements.collect::<Vec<_>>() }],
    })
}
