//! The axis under sideways bars: a line from zero to the end of the scale, ticks, and their labels.
//!
//! A number stands under its place or nowhere, and then its tick is left out with it; what has no room of the unit
//! is left out first. Never chooses ticks: it draws those it is given where the bars put them.

use super::canvas::Canvas;
use super::measure::{Side, Track, TrackPlace};
use crate::settings::Role;
use crate::text::width;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

/// A tick of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands, in the unit of the metric.
    pub at: f64,
    /// What stands at it.
    pub label: String,
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
    pub const fn column(&self, place: TrackPlace) -> usize {
        match place {
            TrackPlace::Zero => self.zero,
            TrackPlace::Cell(Side::Positive, cell) => self.zero + 1 + cell,
            TrackPlace::Cell(Side::Negative, cell) => self.zero.saturating_sub(1 + cell),
        }
    }
}

/// The rows an axis takes.
pub const HEIGHT: u16 = 2;

/// The columns between two texts of an axis: one blank between two numbers reads as one text.
const GAP: usize = 2;

/// An axis under bars.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis<'a> {
    /// Where the bars put it.
    pub plot: Plot,
    /// Its ticks from left to right, those of both ends among them.
    pub ticks: &'a [Tick],
    /// What stands behind the leftmost number, as far as there is room: all numbers keep to their places.
    pub unit: &'a str,
    /// What else there is to say of the scale, between two numbers; longest form first. If there are any, one of
    /// them must have room.
    pub notes: &'a [String],
}

/// A label with the columns from and up to which (exclusive) it stands.
struct Label<'a> {
    text: Cow<'a, str>,
    from: usize,
    to: usize,
    /// The column of its tick.
    tick: usize,
}

/// Columns between two labels.
struct Gap {
    from: usize,
    to: usize,
}

impl<'a> Axis<'a> {
    /// Whether every tick has room for its number, and with it every end of the scale; and what there is to say.
    pub fn has_room(&self, look: &Look) -> bool {
        let labels = self.labels(look);
        let is_whole = !self.ticks.is_empty() && labels.len() == self.ticks.len();
        is_whole && (self.notes.is_empty() || self.note(&labels, look).is_some())
    }

    /// Draws it into the upper two rows of `area`: the line, then the numbers. An area of one row has the numbers
    /// alone.
    pub fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let mut canvas = Canvas::new(area, buffer);
        let labels = self.labels(look);
        let row = usize::from(canvas.height() > 1);
        if row > 0 {
            let ticks: Vec<usize> = labels.iter().map(|label| label.tick).collect();
            self.line(&ticks, look, &mut canvas);
        }
        let style = look.style(Role::Muted);
        let note = self.note(&labels, look);
        let from = note.as_ref().map_or(0, |(gap, _)| gap.from);
        let mut noted = note.as_ref().map_or(0..0, |(gap, _)| gap.from..gap.to);
        for (at, label) in labels.iter().enumerate() {
            let end = canvas.text(label.from, row, &label.text, style);
            let next = labels.get(at + 1).map_or(canvas.width() + GAP, |next| next.from);
            if at == 0 {
                // The note comes before the unit where both are in one gap.
                let shared = note.as_ref().filter(|_| from == end).map_or(0, |(_, note)| width(note) + GAP);
                let unit = unit(self.unit, next.saturating_sub(end + GAP + shared), look);
                let end = canvas.text(end, row, &unit, style);
                noted.start = noted.start.max(end);
            }
        }
        if let Some((_, note)) = note {
            let spare = noted.end.saturating_sub(noted.start).saturating_sub(width(&note));
            canvas.text(noted.start + spare / 2, row, &note, style);
        }
    }

    /// The longest form of the note that has room in the widest gap, and that gap.
    fn note(&self, labels: &[Label], look: &Look) -> Option<(Gap, String)> {
        let (left, _) = self.ends();
        let ends = std::iter::once(left).chain(labels.iter().map(|label| label.to));
        let gaps = ends.zip(labels).map(|(from, label)| Gap { from, to: label.from });
        let gap = gaps.max_by_key(|gap| gap.to.saturating_sub(gap.from))?;
        let room = gap.to.saturating_sub(gap.from);
        let mut notes = self.notes.iter().map(|note| look.shown(note).into_owned());
        notes.find(|note| note.is_empty() || width(note) + 2 * GAP <= room).map(|note| (gap, note))
    }

    /// The labels that have room, from left to right. The ends come first, then zero.
    fn labels(&self, look: &Look) -> Vec<Label<'a>> {
        let last = self.ticks.len().saturating_sub(1);
        let rank = |number: usize, tick: &Tick| match number {
            _ if number == last => 0,
            0 => 1,
            _ if tick.at == 0.0 => 2,
            _ => 3,
        };
        let mut ranked: Vec<(usize, &'a Tick)> =
            self.ticks.iter().enumerate().map(|(at, tick)| (rank(at, tick), tick)).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let mut labels: Vec<Label<'a>> = Vec::new();
        for (_, tick) in ranked {
            labels.extend(self.label(tick, &labels, look));
        }
        labels.sort_by_key(|label| label.from);
        labels
    }

    /// The label of a tick where it has room beside the others: centred on its tick, but within the axis at both
    /// ends.
    fn label(&self, tick: &'a Tick, others: &[Label<'a>], look: &Look) -> Option<Label<'a>> {
        let (text, column, (left, right)) = (look.shown(&tick.label), self.column(tick)?, self.ends());
        let wide = width(&text);
        // A label wider than the axis has no place under its end.
        let latest = (right + 1).checked_sub(wide).filter(|latest| *latest >= left)?;
        let start = column.saturating_sub(wide / 2).max(left).min(latest);
        let free = |from: &usize| {
            others.iter().all(|other| from + wide + GAP <= other.from || other.to + GAP <= *from)
                && from + wide <= right + 1
        };
        // Zero is worth a label that stands a little to the right of its tick.
        let aside = if tick.at == 0.0 { column.saturating_sub(start) } else { 0 };
        let from = (start..=start + aside).find(free)?;
        Some(Label { text, from, to: from + wide, tick: column })
    }

    fn column(&self, tick: &Tick) -> Option<usize> {
        Some(self.plot.column(self.plot.track.place(tick.at)?))
    }

    /// The columns of both ends of the scale. They can lie within the cells of the bars: where one side of zero
    /// needs larger cells, the other does not fill its own.
    fn ends(&self) -> (usize, usize) {
        let columns = self.ticks.iter().filter_map(|tick| self.column(tick));
        let zero = self.plot.zero;
        columns.fold((zero, zero), |(left, right), column| (left.min(column), right.max(column)))
    }

    fn line(&self, ticks: &[usize], look: &Look, canvas: &mut Canvas) {
        let (glyphs, style) = (look.glyphs(), look.style(Role::Rule));
        let ((left, right), zero) = (self.ends(), self.plot.zero);
        canvas.run(left, 0, right + 1 - left, glyphs.horizontal, style);
        for &column in ticks {
            canvas.glyph(column, 0, glyphs.tee_up, style);
        }
        if left == zero {
            canvas.glyph(left, 0, glyphs.bottom_left, style);
        } else {
            canvas.glyph(left, 0, glyphs.tee_left, style);
            canvas.glyph(zero, 0, glyphs.tee_up, style);
        }
        canvas.glyph(right, 0, if right == zero { glyphs.bottom_right } else { glyphs.tee_right }, style);
    }
}

/// As much of a unit as has room, in whole words; nothing of one that stands in brackets.
fn unit(unit: &str, room: usize, look: &Look) -> String {
    let unit = look.shown(unit).into_owned();
    if width(&unit) <= room || unit.trim_start().starts_with('(') {
        return if width(&unit) <= room { unit } else { String::new() };
    }
    let mark = look.glyphs().ellipsis;
    let ends = unit.match_indices(' ').map(|(at, _)| at).rev();
    let parts = ends.filter_map(|at| unit.get(..at)).filter(|part| {
        // A number at the end of a cut could be part of a longer one.
        !part.trim().is_empty() && !part.ends_with(|letter: char| letter.is_numeric() || letter == '%')
    });
    let mut cut = parts.map(|part| format!("{part}{mark}"));
    cut.find(|part| width(part) <= room).unwrap_or_default()
}
