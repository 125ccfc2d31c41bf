//! The colors of a format: the table `data/colors.tsv`.

use crate::format::tables::{self, Table};
use include_agents_core::__private::distance;

/// The colors of a format, and words for others.
#[derive(Debug)]
pub struct Colors(Table<Rows>);

#[derive(Debug)]
struct Rows {
    known: Vec<&'static str>,
    /// Words for other colors, each with the nearest that is known.
    wrong: Vec<(&'static str, &'static str)>,
}

/// What a row of the table says.
enum Row {
    Known(&'static str),
    Wrong(&'static str, &'static str),
}

impl Row {
    fn read([name, status, instead, ..]: [&'static str; 5]) -> Option<Self> {
        match status {
            "current" => Some(Self::Known(name)),
            "wrong" => Some(Self::Wrong(name, tables::cell(instead)?)),
            _ => None,
        }
    }
}

impl Rows {
    fn read(table: &'static str) -> Self {
        let mut rows = Self { known: Vec::new(), wrong: Vec::new() };
        for row in tables::rows(table).filter_map(Row::read) {
            match row {
                Row::Known(name) => rows.known.push(name),
                Row::Wrong(name, near) => rows.wrong.push((name, near)),
            }
        }
        rows
    }
}

impl Colors {
    /// The colors of a table.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self(Table::new(table, Rows::read))
    }

    /// The color that a word in lower case was meant for.
    #[must_use]
    pub fn suggest(&self, word: &str) -> Option<&'static str> {
        let Rows { known, wrong } = self.0.get();
        let same = known.iter().find(|known| **known == word).copied();
        let near = || wrong.iter().find(|(wrong, _)| *wrong == word).map(|(_, near)| *near);
        same.or_else(near).or_else(|| distance::closest(word, known.iter().copied()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, Rows};
    use crate::format::tables::{self, COLORS};
    use include_agents_core::Color;

    #[test]
    fn every_row_is_a_color() {
        for row in tables::rows(COLORS) {
            assert!(Row::read(row).is_some(), "{row:?}");
        }
        assert!(Row::read(["red", "curent", "", "", ""]).is_none());
        assert!(Row::read(["gold", "wrong", "", "", ""]).is_none());
    }

    #[test]
    fn the_colors_are_those_of_the_type() {
        let Rows { known, wrong } = Rows::read(COLORS);
        assert!(known.iter().eq(Color::WORDS.iter().map(|(word, _)| word)));
        for (name, near) in wrong {
            assert!(known.contains(&near) && !known.contains(&name), "{name}");
        }
    }
}
