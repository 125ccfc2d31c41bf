//! Diagnostics as JSON. `docs/agentc.md` describes the format.

use std::iter;

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::fix::Fix;
use include_agents_compiler::base::span::Span;
use include_agents_compiler::input::discover::Folder;
use serde_json::{Map, Value, json};

use super::{Region, region};

/// The version of the format, which changes when a key is removed or changes its meaning.
const VERSION: u32 = 1;

/// A JSON array with one object and one line per diagnostic.
pub(super) fn array<'f>(
    diagnostics: impl Iterator<Item = (&'f Diagnostic, &'f Folder)>,
) -> impl Iterator<Item = String> {
    let lines = diagnostics.enumerate().map(|(index, (diagnostic, folder))| {
        let comma = if index == 0 { "" } else { "," };
        format!("{comma}\n{}", object(diagnostic, folder))
    });
    iter::once("[".to_owned()).chain(lines).chain(iter::once("\n]\n".to_owned()))
}

fn object(diagnostic: &Diagnostic, folder: &Folder) -> Value {
    let helps: Vec<_> = diagnostic.all_helps().collect();
    let mut object = Map::new();
    object.insert("version".into(), VERSION.into());
    object.insert("rule".into(), diagnostic.rule.name.into());
    object.insert("level".into(), diagnostic.level.word().into());
    object.insert("message".into(), diagnostic.message.clone().into());
    object.insert("notes".into(), diagnostic.notes.clone().into());
    object.insert("help".into(), (!helps.is_empty()).then(|| helps.join("\n")).into());
    object.append(&mut location(diagnostic.span(), folder));
    let labels = diagnostic.labels.iter().map(|label| {
        let mut object = location(Some(label.span), folder);
        object.insert("message".into(), label.message.clone().into());
        Value::Object(object)
    });
    object.insert("labels".into(), labels.collect());
    object.insert("fix".into(), diagnostic.fix.as_ref().map_or(Value::Null, |fix| self::fix(fix, folder)));
    Value::Object(object)
}

fn location(span: Option<Span>, folder: &Folder) -> Map<String, Value> {
    let (file, region) = region(span, folder);
    let number = |number: fn(&Region) -> usize| region.as_ref().map(number).into();
    Map::from_iter([
        ("file".to_owned(), file.into()),
        ("line".to_owned(), number(|region| region.line)),
        ("column".to_owned(), number(|region| region.column)),
        ("end_line".to_owned(), number(|region| region.end_line)),
        ("end_column".to_owned(), number(|region| region.end_column)),
    ])
}

fn fix(fix: &Fix, folder: &Folder) -> Value {
    let edits = fix.edits.iter().map(|edit| {
        let mut object = location(Some(edit.span), folder);
        object.insert("start".into(), edit.span.start.into());
        object.insert("end".into(), edit.span.end.into());
        object.insert("text".into(), edit.text.clone().into());
        Value::Object(object)
    });
    json!({ "safe": fix.safe, "edits": edits.collect::<Vec<_>>() })
}
