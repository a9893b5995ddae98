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
/// the labels of both ends and of zero alone.
///
/// The labels of both ends come first, then that of zero; one that would touch another is left out.
pub fn draw(plot: &Plot, ticks: &[Tick], look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let columns: Vec<usize> =
        ticks.iter().filter_map(|tick| plot.track.place(tick.at)).map(|place| plot.column(place)).collect();
    let labels_at = usize::from(canvas.height() > 1);
    if labels_at > 0 {
        draw_line(plot, &columns, look, &mut canvas);
    }
    let last = columns.len().saturating_sub(1);
    let rank = |number: usize, tick: &Tick| match number {
        _ if number == last => 0,
        0 => 1,
        _ if tick.at == 0.0 => 2,
        _ => 3,
    };
    let ranked = ticks.iter().zip(columns).enumerate();
    let mut labels: Vec<_> =
        ranked.map(|(number, (tick, column))| (rank(number, tick), tick, column)).collect();
    labels.retain(|(rank, ..)| labels_at > 0 || *rank < 3);
    labels.sort_by_key(|(rank, ..)| *rank);
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, tick, column) in labels {
        let label = look.shown(tick.label);
        let (start, end) = span(plot, column, width(&label));
        // Zero is worth a label that stands a little to the right of its tick.
        let aside = if tick.at == 0.0 { column.saturating_sub(start) } else { 0 };
        // Two columns apart: one blank between two numbers reads as one text.
        let free = |by: &usize| {
            let (start, end) = (start + by, end + by);
            taken.iter().all(|&(from, to)| end + 1 < from || to + 1 < start) && end <= canvas.width()
        };
        if let Some(by) = (0..=aside).find(free) {
            canvas.text(start + by, labels_at, &label, look.style(Role::Muted));
            taken.push((start + by, end + by));
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
