//! How often each rule reports something.

use std::collections::BTreeMap;

use include_agents_compiler::base::rule::Level;
use serde_json::json;

use super::{FolderReport, all};
use crate::table;

/// What one rule reports.
pub(super) struct Count {
    pub(super) rule: &'static str,
    level: Level,
    pub(super) diagnostics: usize,
    files: usize,
    fixes: usize,
}

/// The rules that report something, the most frequent first.
pub(super) fn count(reports: &[FolderReport]) -> Vec<Count> {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut last = BTreeMap::new();
    for (diagnostic, folder) in all(reports) {
        let (rule, level) = (diagnostic.rule.name, diagnostic.level);
        let count = counts.entry(rule).or_insert(Count { rule, level, diagnostics: 0, files: 0, fixes: 0 });
        count.level = count.level.min(level);
        count.diagnostics += 1;
        count.fixes += usize::from(diagnostic.fix.is_some());
        // Diagnostics are in order of file.
        let file = (&folder.path, diagnostic.span().map(|span| span.file));
        count.files += usize::from(last.insert(rule, file) != Some(file));
    }
    let mut counts: Vec<_> = counts.into_values().collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.diagnostics));
    counts
}

/// A table for people.
pub(super) fn table(reports: &[FolderReport]) -> String {
    let counts = count(reports);
    if counts.is_empty() {
        return String::new();
    }
    let mut table = table::new(["count", "files", "fixes", "level", "rule"], 0..3);
    for Count { rule, level, diagnostics, files, fixes } in counts {
        let numbers = [diagnostics, files, fixes].map(|number| number.to_string());
        table.add_row(numbers.iter().map(String::as_str).chain([level.word(), rule]));
    }
    table::text(&table)
}

/// The same for programs.
pub(super) fn json(reports: &[FolderReport]) -> String {
    let object = |Count { rule, level, diagnostics, files, fixes }: Count| json!({ "rule": rule, "level": level.word(), "count": diagnostics, "files": files, "fixes": fixes });
    let list: Vec<_> = count(reports).into_iter().map(object).collect();
    format!("{:#}\n", serde_json::Value::from(list))
}
