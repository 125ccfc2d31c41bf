//! How often each rule reports something.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use include_agents_compiler::base::rule::Level;
use serde_json::json;

use super::{FolderReport, all};

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
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(["count", "files", "fixes", "level", "rule"]);
    for Count { rule, level, diagnostics, files, fixes } in counts {
        let numbers = [diagnostics, files, fixes].map(|number| number.to_string());
        table.add_row(numbers.iter().map(String::as_str).chain([level.word(), rule]));
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        column.set_cell_alignment(if index < 3 { CellAlignment::Right } else { CellAlignment::Left });
    }
    table.trim_fmt() + "\n"
}

/// The same for programs.
pub(super) fn json(reports: &[FolderReport]) -> String {
    let object = |Count { rule, level, diagnostics, files, fixes }: Count| json!({ "rule": rule, "level": level.word(), "count": diagnostics, "files": files, "fixes": fixes });
    let list: Vec<_> = count(reports).into_iter().map(object).collect();
    format!("{:#}\n", serde_json::Value::from(list))
}
