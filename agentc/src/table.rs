//! Tables for people: columns with two blanks between them, and no lines.

use std::ops::Range;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use crate::output;

/// A table without rows. Some of its columns have numbers.
pub(crate) fn new<const N: usize>(header: [&str; N], numbers: Range<usize>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled).set_header(header);
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if numbers.contains(&index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// Breaks long cells on a terminal. Elsewhere, programs expect one line per row.
pub(crate) fn fit(table: &mut Table) {
    if let Some(width) = output::terminal_width() {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
}

/// The lines of a table.
pub(crate) fn text(table: &Table) -> String {
    table.trim_fmt() + "\n"
}
