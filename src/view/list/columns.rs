//! Columns: one description for the header of a list and for each of its rows.
//!
//! How wide they are is worked out once for all rows; what a row has no room for gives way to its right neighbour,
//! which is a number, a date or a state. Never knows what stands in them.

use crate::app::State;
use crate::settings::Role;
use crate::view::layout::across;
use crate::view::panel::Panel;
use ratatui::layout::{Constraint, Rect};
use std::array;

/// A column of a list.
pub(in crate::view) struct Column<'a> {
    title: &'a str,
    width: Constraint,
    /// Blank columns before it.
    gap: u16,
    stands: Stands,
}

/// Where the texts of a column stand, and how far they run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// At the left, up to what stands in the next column of the same row.
    Left,
    /// At the left, within the column.
    Within,
    /// At the right end.
    Right,
}

impl<'a> Column<'a> {
    /// Texts at the left, each as long as the row has room for it, behind so many blank columns.
    pub(in crate::view) const fn left(gap: u16, title: &'a str, width: Constraint) -> Self {
        Self { title, width, gap, stands: Stands::Left }
    }

    /// Texts at the left that keep to the column.
    pub(in crate::view) const fn within(gap: u16, title: &'a str, width: Constraint) -> Self {
        Self { title, width, gap, stands: Stands::Within }
    }

    /// Texts at the right end of the column.
    pub(in crate::view) const fn right(gap: u16, title: &'a str, width: Constraint) -> Self {
        Self { title, width, gap, stands: Stands::Right }
    }

    /// The same if `has_room`, else no column at all.
    pub(in crate::view) const fn only_if(self, has_room: bool) -> Self {
        if has_room { self } else { Self { width: Constraint::Length(0), gap: 0, ..self } }
    }
}

/// What stands in a column of a row.
#[derive(Clone, Copy)]
pub(in crate::view) struct Cell<'a> {
    mark: &'a str,
    text: &'a str,
    short: Option<&'a str>,
    role: Role,
}

impl<'a> Cell<'a> {
    /// A text; nothing where it is empty.
    pub(in crate::view) const fn new(text: &'a str, role: Role) -> Self {
        Self { mark: "", text, short: None, role }
    }

    /// A name behind its mark; where the whole has no room, the short one.
    pub(in crate::view) const fn name(
        mark: &'a str,
        text: &'a str,
        short: Option<&'a str>,
        role: Role,
    ) -> Self {
        Self { mark, text, short, role }
    }

    /// Nothing: the page draws there itself.
    pub(in crate::view) const fn none() -> Self {
        Self::new("", Role::Text)
    }
}

/// Columns beside each other, from the left edge of a panel on.
pub(in crate::view) struct Columns<'a, const N: usize> {
    columns: [Column<'a>; N],
    /// Where each lies; without any width where it is left out.
    areas: [Rect; N],
}

impl<'a, const N: usize> Columns<'a, N> {
    /// Columns that share a panel `wide` columns wide.
    pub(in crate::view) fn new(state: &State, wide: u16, columns: [Column<'a>; N]) -> Self {
        let widths = columns.iter().flat_map(|column| [Constraint::Length(column.gap), column.width]);
        let split = across(state, Rect::new(0, 0, wide, 1), 0, widths.collect());
        let areas = array::from_fn(|at| split.get(2 * at + 1).copied().unwrap_or_default());
        Self { columns, areas }
    }

    /// Where the columns lie.
    pub(in crate::view) const fn areas(&self) -> [Rect; N] {
        self.areas
    }

    /// What stands above the columns, in row `y`, and a rule below it.
    pub(in crate::view) fn header(&self, y: u16, panel: &mut Panel<'_>) {
        self.row(self.columns.each_ref().map(|column| Cell::new(column.title, Role::Muted)), y, panel);
        panel.rule(y + 1);
    }

    /// Writes a row, from its right end on; returns the room that each column had.
    pub(in crate::view) fn row(&self, cells: [Cell<'_>; N], y: u16, panel: &mut Panel<'_>) -> [Rect; N] {
        let (mut rooms, mut edge) = (self.areas, panel.columns());
        for ((column, cell), room) in self.columns.iter().zip(cells).zip(&mut rooms).rev() {
            if room.width == 0 {
                continue;
            }
            let (left, column_end) = (edge.saturating_sub(room.x), room.right());
            room.width = if column.stands == Stands::Left { left } else { room.width.min(left) };
            let text = panel.name(cell.text, cell.short, room.width);
            if text.is_empty() {
                continue;
            }
            let text = format!("{}{text}", cell.mark);
            if column.stands == Stands::Right {
                let end = column_end.min(edge);
                room.width = panel.right(end, y, &text, cell.role);
                room.x = end - room.width;
            } else {
                panel.text_in(room.x, y, room.width, &text, cell.role);
            }
            edge = room.x.saturating_sub(column.gap);
        }
        rooms
    }
}
