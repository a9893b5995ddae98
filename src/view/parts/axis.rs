//! The axis under sideways bars: a line from zero to the end of the scale, ticks, and their labels.
//!
//! Never chooses ticks: it draws those it is given where the bars put them.

use super::canvas::Canvas;
use super::measure::{Place, Side, Track};
use crate::settings::Role;
use crate::text::width;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A tick of an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick<'a> {
    /// Where it stands, in the unit of the metric.
    pub at: f64,
    /// What stands at it.
    pub label: &'a str,
}

/// Where the cells of a track lie on the screen, in columns from the left edge of an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// The cells.
    pub track: Track,
    /// The column of the zero line.
    pub zero: usize,
}

impl Plot {
    /// The leftmost column: the first cell below zero, or the zero line.
    pub const fn left(&self) -> usize {
        self.zero - self.track.cells(Side::Negative)
    }

    /// The rightmost column: the last cell above zero, or the zero line.
    pub const fn right(&self) -> usize {
        self.zero + self.track.cells(Side::Positive)
    }

    /// The column of a place.
    pub const fn column(&self, place: Place) -> usize {
        match place {
            Place::Zero => self.zero,
            Place::Cell(Side::Positive, cell) => self.zero + 1 + cell,
            Place::Cell(Side::Negative, cell) => self.zero.saturating_sub(1 + cell),
        }
    }
}

/// The rows an axis takes.
pub const HEIGHT: u16 = 2;

/// Draws the axis of `plot` into the upper two rows of `area`: the line, then the labels. An area of one row has
/// the labels of both ends alone.
///
/// The labels of both ends come first; one that would touch another is left out.
pub fn draw(plot: &Plot, ticks: &[Tick], look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let columns: Vec<usize> =
        ticks.iter().filter_map(|tick| plot.track.place(tick.at)).map(|place| plot.column(place)).collect();
    let labels_at = usize::from(canvas.height() > 1);
    if labels_at > 0 {
        draw_line(plot, &columns, look, &mut canvas);
    }
    let labels: Vec<_> =
        ticks.iter().zip(columns).map(|(tick, column)| (look.shown(tick.label), column)).collect();
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let shown = if labels_at > 0 { labels.len() } else { 2 };
    for index in ends_first(labels.len()).take(shown) {
        let Some((label, column)) = labels.get(index) else { continue };
        let (start, end) = span(plot, *column, width(label));
        // Two columns apart: one blank between two numbers reads as one text.
        let free = taken.iter().all(|&(from, to)| end + 1 < from || to + 1 < start);
        if free && end <= canvas.width() {
            canvas.text(start, labels_at, label, look.style(Role::Muted));
            taken.push((start, end));
        }
    }
}

fn draw_line(plot: &Plot, ticks: &[usize], look: &Look, canvas: &mut Canvas) {
    let (glyphs, style) = (look.glyphs(), look.style(Role::Rule));
    let (left, right) = (plot.left(), plot.right());
    canvas.run(left, 0, right + 1 - left, glyphs.horizontal, style);
    for &column in ticks {
        canvas.glyph(column, 0, glyphs.tee_up, style);
    }
    if left == plot.zero {
        canvas.glyph(left, 0, glyphs.bottom_left, style);
    } else {
        canvas.glyph(left, 0, glyphs.tee_left, style);
        canvas.glyph(plot.zero, 0, glyphs.tee_up, style);
    }
    canvas.glyph(right, 0, if right == plot.zero { glyphs.bottom_right } else { glyphs.tee_right }, style);
}

/// The columns from and up to which (exclusive) a label of `wide` columns stands: centred on its tick, but
/// within the axis at both ends.
fn span(plot: &Plot, column: usize, wide: usize) -> (usize, usize) {
    let latest = (plot.right() + 1).saturating_sub(wide);
    let start = column.saturating_sub(wide / 2).max(plot.left()).min(latest);
    (start, start + wide)
}

/// The last index, the first, then those between.
fn ends_first(count: usize) -> impl Iterator<Item = usize> {
    let last = count.checked_sub(1);
    last.into_iter().chain(last.filter(|&last| last > 0).map(|_| 0)).chain(1..count.saturating_sub(1))
}
