//! A frame as plain text: what it says, without its colours.
//!
//! Also the walk over the cells of a row that all forms of a frame share. Never changes a character.

use crate::text::width;
use ratatui::buffer::{Buffer, Cell};

/// The rows of `frame`, each ended by a line break, without the spaces at their ends.
pub fn text(frame: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..frame.area.height {
        let start = out.len();
        row(frame, y).for_each(|place| out.push_str(place.cell.symbol()));
        let trimmed = out.get(start..).unwrap_or_default().trim_end().len();
        out.truncate(start + trimmed);
        out.push('\n');
    }
    out
}

/// A cell with its column.
pub(super) struct PlacedCell<'a> {
    /// The column, from 0 at the left edge of the frame.
    pub(super) column: usize,
    /// The columns its symbol takes.
    pub(super) columns: usize,
    /// What it shows.
    pub(super) cell: &'a Cell,
}

/// The cells of a row that show something of their own: those behind the first column of a wide symbol
/// are left out.
pub(super) fn row(frame: &Buffer, y: u16) -> impl Iterator<Item = PlacedCell<'_>> {
    let (left, top) = (frame.area.x, frame.area.y);
    let mut covered = 0;
    (0..frame.area.width).filter_map(move |x| {
        let column = usize::from(x);
        let cell = frame.cell((left + x, top + y))?;
        if column < covered {
            return None;
        }
        let columns = width(cell.symbol()).max(1);
        covered = column + columns;
        Some(PlacedCell { column, columns, cell })
    })
}
