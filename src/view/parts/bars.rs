//! Sideways bars: periods under each other, most often two as a pair.
//!
//! ```text
//! 2022 │▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▖ 60%      ║
//! 2023 │██████████████████████████████▌   ║ 75%
//! ```
//!
//! The past is a thin bar that rests on the thick one of the present, so that the two differ without any
//! colour. Every bar has its value beside it. Never computes a value or words one.

use super::axis::Plot;
use super::bar::{Bar, BarPeriod, Ink};
use super::canvas::Canvas;
use super::measure::{Domain, Length, Side, Track, TrackPlace};
use crate::settings::Role;
use crate::text::width;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// Bars under each other, with one zero line and one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BarChart<'a> {
    /// The bars, oldest first.
    pub bars: &'a [Bar<'a>],
    /// The scale all of them are drawn to.
    pub scale: Domain,
    /// The target, in the unit of the scale; both ends of one that is a range.
    pub targets: &'a [f64],
    /// The rows of the bar of this period, 1 to 4.
    pub thickness: u16,
    /// The columns that labels get: one number for all charts of a screen.
    pub label_columns: usize,
    /// The columns that value texts get beyond the end of the scale: one number for all charts of a screen.
    pub value_columns: usize,
    /// The columns that the texts of values below zero get at the other end; likewise for all.
    pub below_columns: usize,
}

impl BarChart<'_> {
    /// The rows it takes, without an axis.
    pub fn height(&self) -> u16 {
        self.bars.iter().map(|bar| self.rows(bar.kind)).sum()
    }

    fn rows(&self, kind: BarPeriod) -> u16 {
        match kind {
            BarPeriod::Current => self.thickness.clamp(1, 4),
            BarPeriod::Previous | BarPeriod::Forecast => 1,
        }
    }

    /// Where its cells lie in an area `columns` wide; an axis below is drawn with the same.
    pub fn plot(&self, columns: usize, look: &Look) -> Plot {
        let label = if self.label_columns == 0 { 0 } else { self.label_columns + 1 };
        let value = if self.value_columns == 0 { 0 } else { self.value_columns + 1 };
        let below = if self.below_columns == 0 { 0 } else { self.below_columns + 1 };
        let before = if self.scale.min() < 0.0 { label + below } else { label };
        let after = if self.scale.max() > 0.0 { value } else { 0 };
        let track = Track::new(self.scale, columns.saturating_sub(before + 1 + after), self.steps(look));
        Plot { track, zero: before + track.cells(Side::Negative) }
    }

    /// The steps of a cell. One for all bars of a chart: bars measured in different steps could change
    /// their order.
    fn steps(&self, look: &Look) -> usize {
        let has_forecast = self.bars.iter().any(|bar| bar.kind == BarPeriod::Forecast);
        if has_forecast || look.glyphs().halves.is_none() { 1 } else { 2 }
    }
}

/// Draws `chart` from the top of `area` on.
pub fn draw(chart: &BarChart, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let plot = chart.plot(canvas.width(), look);
    let values = || chart.bars.iter().filter_map(|bar| bar.value.filter(|value| !value.is_nan()));
    let mut lengths: Vec<Length> = values().map(|value| plot.track.length(value)).collect();
    let places = plot.track.marks(chart.targets, &mut lengths);
    let mut marks: Vec<usize> = places.into_iter().flatten().map(|place| plot.column(place)).collect();
    marks.sort_unstable();
    let mut pen = BarPainter { look, plot, marks, canvas: &mut canvas };
    let mut lengths = lengths.into_iter();
    let mut y = 0;
    for bar in chart.bars {
        let length = bar.value.filter(|value| !value.is_nan()).and_then(|_| lengths.next());
        let rows = usize::from(chart.rows(bar.kind));
        for row in y..y + rows {
            pen.row(row, bar.kind, length);
        }
        pen.label(y, bar, chart.label_columns);
        pen.value(y, bar, length, chart.label_columns);
        y += rows;
    }
}

/// What the rows of one chart have in common.
struct BarPainter<'a, 'b> {
    look: &'a Look,
    plot: Plot,
    /// The columns of the target, from the left.
    marks: Vec<usize>,
    canvas: &'a mut Canvas<'b>,
}

impl BarPainter<'_, '_> {
    /// One row: the zero line, the bar, the mark.
    fn row(&mut self, y: usize, kind: BarPeriod, length: Option<Length>) {
        let glyphs = self.look.glyphs();
        self.canvas.glyph(self.plot.zero, y, glyphs.vertical, self.look.style(Role::Rule));
        if let Some(length) = length {
            self.bar(y, kind, length);
        }
        let bar = length.map_or_else(Vec::new, |length| self.cells(length));
        // A mark that would hide the whole of a bar is left out: a small value must not look like none.
        let hidden = !bar.is_empty() && bar.iter().all(|column| self.marks.contains(column));
        for mark in self.marks.iter().filter(|mark| !hidden || !bar.contains(mark)) {
            self.canvas.glyph(*mark, y, glyphs.target, self.look.on_gap(Role::Target));
        }
    }

    /// The columns a bar is seen in.
    fn cells(&self, Length { side, steps, .. }: Length) -> Vec<usize> {
        let cells = 0..steps.div_ceil(self.plot.track.steps());
        cells.map(|cell| self.plot.column(TrackPlace::Cell(side, cell))).collect()
    }

    fn bar(&mut self, y: usize, period: BarPeriod, length: Length) {
        let (glyphs, look) = (self.look.glyphs(), self.look);
        let ink = Ink::of(period, Some(glyphs.thin), look);
        let steps = self.plot.track.steps();
        let end = self.end(period, &ink, length.side, length.steps % steps);
        let beyond = if length.side == Side::Negative { glyphs.beyond_left } else { glyphs.beyond_right };
        for (place, (glyph, style)) in ink.cells(length, steps, end, (beyond, look.on_gap(Role::Warn))) {
            self.canvas.glyph(self.plot.column(place), y, glyph, style);
        }
    }

    /// The last cell of a bar, `rest` steps long.
    fn end(&self, period: BarPeriod, ink: &Ink, side: Side, rest: usize) -> Option<(&'static str, Style)> {
        let halves = self.look.glyphs().halves.filter(|_| rest > 0)?;
        Some(ink.end(match (period, side) {
            (BarPeriod::Previous, Side::Positive) => halves.thin_right,
            (BarPeriod::Previous, Side::Negative) => halves.thin_left,
            (BarPeriod::Current | BarPeriod::Forecast, Side::Positive) => halves.thick_right,
            (BarPeriod::Current | BarPeriod::Forecast, Side::Negative) => halves.thick_left,
        }))
    }

    fn label(&mut self, y: usize, bar: &Bar, columns: usize) {
        let label = self.look.fit(bar.label, columns);
        self.canvas.text(0, y, &label, self.look.style(role_of(bar)));
    }

    /// The value beside its bar; words, which have none, are cut where they would reach the labels or the edge.
    fn value(&mut self, y: usize, bar: &Bar, length: Option<Length>, labels: usize) {
        let cells = length.map_or(0, |length| length.steps.div_ceil(self.plot.track.steps()));
        let side = self.plot.track.text_side(length);
        let text: Cow<str> = match length {
            Some(_) => self.look.shown(bar.text),
            None => self.look.fit(bar.text, self.room(side, labels)).into(),
        };
        let x = self.beside(side, cells, width(&text));
        self.canvas.text(x, y, &text, self.look.style(role_of(bar)));
    }

    /// The columns between the zero line and the labels, or the edge.
    fn room(&self, side: Side, labels: usize) -> usize {
        match side {
            Side::Negative => self.plot.zero.saturating_sub(labels + 2),
            Side::Positive => self.canvas.width().saturating_sub(self.plot.zero + 2),
        }
    }

    /// Where a text of `wide` columns stands beside a bar of `cells` cells: one column from its end, and
    /// not on a mark. Where it does not fit, at the edge: a number is never cut.
    fn beside(&self, side: Side, cells: usize, wide: usize) -> usize {
        let (zero, room) = (self.plot.zero, self.canvas.width());
        let edge = room.saturating_sub(wide);
        if side == Side::Negative {
            let end = (zero - cells.min(zero)).saturating_sub(1 + wide);
            let clear = |end: usize, mark: &usize| {
                if *mark + 1 >= end && *mark <= end + wide { mark.saturating_sub(1 + wide) } else { end }
            };
            return self.marks.iter().rev().fold(end, clear);
        }
        let clear = |start: usize, mark: &usize| {
            if *mark + 1 >= start && *mark <= start + wide && *mark > zero { mark + 2 } else { start }
        };
        self.marks.iter().fold(zero + cells + 2, clear).min(edge)
    }
}

/// The present is bright, the past muted; so is what was not reported.
pub(in crate::view) fn role_of(bar: &Bar) -> Role {
    match bar.kind {
        BarPeriod::Current if bar.value.is_some() => Role::Bright,
        BarPeriod::Current | BarPeriod::Previous | BarPeriod::Forecast => Role::Muted,
    }
}
