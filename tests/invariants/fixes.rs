//! What a fix may not change.

use std::fmt::Write as _;

use include_agents_compiler::base::fix::{Fix, apply};
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::parse;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::problem::ParseProblem;
use include_agents_compiler::parse::yaml::{Entry, Node, Yaml};
use include_agents_compiler::{compile, discover, fix_all};

/// A value without its places.
fn show(node: &Node) -> String {
    match &node.value {
        Yaml::List(items) => items.iter().fold("[".to_owned(), |text, item| text + &show(item) + ",") + "]",
        Yaml::Map(entries) => {
            let mut text = "{".to_owned();
            for entry in entries {
                let _ = write!(text, "{:?}={},", entry.key.value, show(&entry.value));
            }
            text + "}"
        }
        other => format!("{other:?}"),
    }
}

fn fields<'d>(definition: &'d Definition, keep: impl Fn(&Entry) -> bool) -> Vec<(&'d str, String)> {
    let entries = definition.entries.iter().flatten().filter(|entry| keep(entry));
    entries.map(|entry| (&*entry.key.value, show(&entry.value))).collect()
}

/// Which fields keep their values, besides those that no edit touches.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    None,
    /// Those that were read as text.
    Recovered,
    All,
}

/// What is wrong with a fix of a file, if anything is.
fn fault(text: &str, fixes: &[Fix], kept: Kept) -> Option<String> {
    let before = Source::new("x.md", text.to_owned());
    let (changed, _) = apply(text, fixes);
    let after = Source::new("x.md", changed.clone());
    let (old, new) = (parse::parse(0, &before, &CLAUDE_CODE), parse::parse(0, &after, &CLAUDE_CODE));
    let edits: Vec<_> = fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span).collect();
    if old.entries.is_none()
        || new.entries.is_none()
        || edits.iter().any(|edit| edit.end > old.yaml.end || edit.start < old.yaml.start)
    {
        return None;
    }
    let is_untouched = |entry: &Entry| {
        let lines = before.line_of(entry.key.span).start..entry.value.span.end.max(entry.key.span.end);
        // An alias has the value of another place.
        !text[lines.clone()].contains('*') && edits.iter().all(|edit| edit.end <= lines.start || edit.start > lines.end)
    };
    let is_recovered = |entry: &Entry| {
        kept == Kept::Recovered
            && old.problems.iter().any(|problem| match problem {
                ParseProblem::Recovered(key, _) => key.span == entry.key.span,
                _ => false,
            })
    };
    let new_fields = fields(&new, |_| true);
    let mut left = new_fields.iter();
    for field in fields(&old, |entry| kept == Kept::All || is_untouched(entry) || is_recovered(entry)) {
        if !left.any(|other| *other == field) {
            return Some(format!("{field:?} is not in {new_fields:?}"));
        }
    }
    (before.text[old.body.clone()] != after.text[new.body.clone()]).then(|| "another body".to_owned())
}

/// What is wrong with the fixes of an agent file, if anything is.
pub(crate) fn fault_of_fixes(text: &str) -> Option<String> {
    let memory = MemoryFiles::new([("agents/x.md", text)]).in_package(".");
    let compilation = compile(&memory, "agents", &ItemOptions::file());
    // A character that nobody sees may have been what kept a line from being a key.
    let found = compilation.diagnostics.iter().filter(|found| found.rule.name != "hidden-text");
    let fixes: Vec<_> = found.filter_map(|found| Some((found.rule.name, found.fix.clone()?))).collect();
    for (rule, fix) in &fixes {
        let kept = match *rule {
            "recovered-yaml" | "unindented-text" | "unreadable-yaml" => Kept::Recovered,
            "split-frontmatter" if fix.safe => Kept::All,
            _ => Kept::None,
        };
        if let Some(fault) = fault(text, std::slice::from_ref(fix), kept) {
            return Some(format!("{rule}: {fault}: {fix:?}"));
        }
    }
    let all: Vec<_> = fixes.into_iter().map(|(_, fix)| fix).collect();
    if let Some(fault) = fault(text, &all, Kept::None) {
        return Some(format!("all: {fault}: {all:?}"));
    }
    for is_wanted in [false, true] {
        let (mut once, settings) = discover(&memory, "agents");
        fix_all(&mut once, &settings, |fix| fix.safe || is_wanted);
        let first = once.sources[0].text.clone();
        fix_all(&mut once, &settings, |fix| fix.safe || is_wanted);
        if first != once.sources[0].text {
            return Some(format!("twice is not once: {first:?} and {:?}", once.sources[0].text));
        }
    }
    None
}
