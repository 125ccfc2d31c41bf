//! The tables in `data/*.tsv`: facts about the format that change over time. Each line is an entry with its source and
//! the day on which the two were last compared.

use std::sync::OnceLock;

/// Tools of Claude Code, names that people write instead of them, and tools of other products.
pub const TOOLS: &str = include_str!("../../data/tools.tsv");
/// Aliases and ids of models.
pub const MODELS: &str = include_str!("../../data/models.tsv");
/// Names that people write for fields, and fields of other products.
pub const FIELDS: &str = include_str!("../../data/fields.tsv");
/// Colors, and words for other colors.
pub const COLORS: &str = include_str!("../../data/colors.tsv");
/// Events of hooks, and the keys of their handlers.
pub const HOOKS: &str = include_str!("../../data/hooks.tsv");
/// Agents that are built into Claude Code.
pub const AGENTS: &str = include_str!("../../data/agents.tsv");

/// The formats of secret keys.
pub const SECRETS: &str = include_str!("../../data/secrets.tsv");

/// What a table says, read when somebody first asks: most folders need few of the tables.
#[derive(Debug)]
pub struct Table<T> {
    /// The lines of the table.
    pub text: &'static str,
    read: fn(&'static str) -> T,
    value: OnceLock<T>,
}

impl<T> Table<T> {
    /// A table, and how it is read. A row that cannot be read is left out; a test of each table finds it.
    #[must_use]
    pub const fn new(text: &'static str, read: fn(&'static str) -> T) -> Self {
        Self { text, read, value: OnceLock::new() }
    }

    /// What it says.
    pub fn get(&self) -> &T {
        self.value.get_or_init(|| (self.read)(self.text))
    }
}

/// The rows of a table. A test checks that each has all columns; missing ones would be empty.
pub fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The month in which an entry in use was last compared with its source, for the entry where that is latest.
#[must_use]
pub fn verified(table: &'static str) -> &'static str {
    let is_in_use = |line: &&str| matches!(line.split('\t').nth(1), Some("current" | "main" | "active"));
    let dates = table.lines().skip(1).filter(is_in_use).filter_map(|line| line.rsplit('\t').next());
    dates.max().and_then(|date| date.get(..7)).unwrap_or_default()
}

/// A cell, or nothing if it is empty.
#[must_use]
pub fn cell(cell: &'static str) -> Option<&'static str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{AGENTS, COLORS, FIELDS, HOOKS, MODELS, SECRETS, TOOLS, verified};
    use std::collections::BTreeSet;

    #[test]
    fn a_table_with_entries_in_use_has_a_date() {
        assert!(verified(TOOLS).starts_with("20") && verified(MODELS).starts_with("20"));
    }

    #[test]
    fn every_entry_is_unique_and_has_a_source_and_a_date() {
        for table in [TOOLS, MODELS, FIELDS, COLORS, HOOKS, AGENTS, SECRETS] {
            let columns: Vec<_> = table.lines().next().unwrap().split('\t').collect();
            assert!(columns.ends_with(&["source", "verified"]), "{columns:?}");
            let mut names = BTreeSet::new();
            for line in table.lines().skip(1) {
                let cells: Vec<_> = line.split('\t').collect();
                assert_eq!(cells.len(), columns.len(), "{line}");
                let name = cells[0].to_owned() + if table == SECRETS { cells[2] } else { "" };
                assert!(!name.is_empty() && names.insert(name), "twice: {line}");
                let [.., source, date] = cells[..] else { panic!("{line}") };
                assert!(source.starts_with("https://") || source.starts_with("Claude Code 2."), "{line}");
                assert!(date.len() == 10 && date.starts_with("20"), "{line}");
            }
        }
    }
}
