//! The tables in `data/*.tsv`: facts about the format that change over time. Each line is an entry with its source and
//! the day on which the two were last compared.

/// Tools of Claude Code, names that people write instead of them, and tools of other products.
pub const TOOLS: &str = include_str!("../../data/tools.tsv");
/// Aliases and ids of models.
pub const MODELS: &str = include_str!("../../data/models.tsv");
/// Fields of the frontmatter, names that people write instead of them, and fields of other products.
pub const FIELDS: &str = include_str!("../../data/fields.tsv");
/// Colors, and words for other colors.
pub const COLORS: &str = include_str!("../../data/colors.tsv");
/// Agents that are built into Claude Code.
pub const AGENTS: &str = include_str!("../../data/agents.tsv");
/// The formats of secret keys.
pub const SECRETS: &str = include_str!("../../data/secrets.tsv");

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
    use super::{AGENTS, COLORS, FIELDS, MODELS, SECRETS, TOOLS, rows, verified};
    use std::collections::BTreeSet;

    #[test]
    fn a_table_with_entries_in_use_has_a_date() {
        assert!(verified(TOOLS).starts_with("20") && verified(MODELS).starts_with("20"));
    }

    #[test]
    fn the_colors_are_those_of_the_type() {
        let current = rows::<5>(COLORS).filter(|[_, status, ..]| *status == "current").map(|[name, ..]| name);
        assert!(current.eq(include_agents_core::Color::WORDS.iter().map(|(word, _)| *word)));
        for [name, _, instead, ..] in rows::<5>(COLORS).filter(|[_, status, ..]| *status == "wrong") {
            assert!(include_agents_core::Color::WORDS.iter().any(|(word, _)| *word == instead), "{name}");
        }
    }

    #[test]
    fn every_entry_is_unique_and_has_a_source_and_a_date() {
        for table in [TOOLS, MODELS, FIELDS, COLORS, AGENTS, SECRETS] {
            let columns: Vec<_> = table.lines().next().unwrap().split('\t').collect();
            assert!(columns.ends_with(&["source", "verified"]), "{columns:?}");
            let mut names = BTreeSet::new();
            for line in table.lines().skip(1) {
                let cells: Vec<_> = line.split('\t').collect();
                assert_eq!(cells.len(), columns.len(), "{line}");
                let name = cells[0].to_owned() + if table == SECRETS { cells[2] } else { "" };
                assert!(!name.is_empty() && names.insert(name), "twice: {line}");
                let [.., source, date] = cells[..] else { panic!("{line}") };
                assert!(source.starts_with("https://"), "{line}");
                assert!(date.len() == 10 && date.starts_with("20"), "{line}");
            }
        }
    }
}
