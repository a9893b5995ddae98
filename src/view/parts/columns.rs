//! Upright columns: many periods from left to right, with a target line across.
//!
//! ```text
//! 100%│                       target
//!     │══════════════════════ 80%
//!     │        60%    ▆▆▆▆
//!     │        ▆▆▆▆   75%█
//!     │ n/a    ████   ████
//!   0%└──────────────────────
//!       2021   2022   2023
//! ```
//!
//! Every period has its slot, also one that was not reported. Never interpolates, and never words a value.

mod chart;
mod layout;

pub use chart::{ColumnChart, TargetLine};
pub use layout::ColumnLayout;

use super::axis::Tick;
use super::bar::{Bar, BarPeriod, Ink, bar_role};
use super::canvas::Canvas;
use super::measure::{Length, Side, TrackPlace};
use crate::settings::Role;
use crate::text::width;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws `chart` over all of `area`. [`ColumnLayout::of`] says which columns had room.
pub fn draw(chart: &ColumnChart, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let Some(layout) = ColumnLayout::of(chart, (canvas.width(), canvas.height()), look) else { return };
    let shown = chart.bars.get(layout.shown.clone()).unwrap_or_default();
    let value = |bar: &Bar| bar.value.filter(|value| !value.is_nan());
    let mut lengths: Vec<Length> =
        shown.iter().filter_map(value).map(|value| layout.track.length(value)).collect();
    let values: Vec<f64> = chart.targets.iter().map(|target| target.value).collect();
    let places = layout.track.marks(&values, &mut lengths);
    let lines: Vec<Option<usize>> =
        places.into_iter().map(|place| place.map(|place| layout.row(place))).collect();
    let mut pen = ColumnPainter {
        look,
        layout: &layout,
        lines: lines.iter().copied().flatten().collect(),
        canvas: &mut canvas,
    };
    pen.axis(chart.ticks);
    pen.targets(chart.targets, &lines);
    let mut lengths = lengths.into_iter();
    for (slot, bar) in shown.iter().enumerate() {
        let length = value(bar).and_then(|_| lengths.next());
        if let Some(length) = length {
            pen.column(slot, bar.kind, length);
        }
        pen.value(slot, bar, length);
        pen.centred(slot, layout.labels, &look.shown(bar.label), look.style(role_of(bar)));
    }
    pen.more(chart.bars.len());
}

/// What the columns of one chart have in common.
struct ColumnPainter<'a, 'b> {
    look: &'a Look,
    layout: &'a ColumnLayout,
    /// The rows of the target.
    lines: Vec<usize>,
    canvas: &'a mut Canvas<'b>,
}

impl ColumnPainter<'_, '_> {
    fn axis(&mut self, ticks: &[Tick]) {
        let (glyphs, layout, rule) = (self.look.glyphs(), self.layout, self.look.style(Role::Rule));
        let (top, bottom) = (layout.row_of(Side::Positive), layout.row_of(Side::Negative));
        for row in top..=bottom {
            self.canvas.glyph(layout.axis, row, glyphs.vertical, rule);
        }
        let foot = if layout.zero == bottom { glyphs.bottom_left } else { glyphs.tee_left };
        self.canvas.glyph(layout.axis, layout.zero, foot, rule);
        self.canvas.run(layout.axis + 1, layout.zero, layout.columns(), glyphs.horizontal, rule);
        let mut taken = Vec::new();
        // The ends of the scale first: they may not give way to a tick between.
        for tick in ticks.iter().rev().take(1).chain(ticks) {
            let Some(row) = layout.track.place(tick.at).map(|place| layout.row(place)) else { continue };
            if !taken.contains(&row) {
                let label = self.look.shown(&tick.label);
                let x = layout.axis.saturating_sub(width(&label));
                self.canvas.text(x, row, &label, self.look.style(Role::Muted));
                taken.push(row);
            }
        }
    }

    /// The lines with their texts at the right, the upper one first; where two fall on one row their texts stand
    /// under each other.
    fn targets(&mut self, targets: &[TargetLine], rows: &[Option<usize>]) {
        let (layout, look) = (self.layout, self.look);
        let mut drawn: Vec<(&TargetLine, usize)> =
            targets.iter().zip(rows).filter_map(|(target, row)| Some((target, (*row)?))).collect();
        drawn.sort_by(|(a, row_a), (b, row_b)| row_a.cmp(row_b).then(b.value.total_cmp(&a.value)));
        let x = layout.axis + 1 + layout.columns() + 1;
        let mut below = None;
        for (target, row) in drawn {
            let (line, style) = (look.glyphs().target_line, look.style(Role::Target));
            self.canvas.run(layout.axis + 1, row, layout.columns(), line, style);
            if below.is_none() {
                let above = row.checked_sub(1).unwrap_or(row + 2);
                self.canvas.text(x, above, &look.shown(layout::TARGET), look.style(Role::Muted));
            }
            let at = below.map_or(row, |below: usize| below.max(row));
            self.canvas.text(x, at, &look.shown(&target.text), look.style(Role::Text));
            below = Some(at + 1);
        }
    }

    fn column(&mut self, slot: usize, period: BarPeriod, length: Length) {
        let (look, layout, glyphs) = (self.look, self.layout, self.look.glyphs());
        let (x, steps) = (layout.left(slot), layout.track.steps());
        let ink = Ink::of(period, (!layout::is_solid(look)).then_some(glyphs.earlier), look);
        let eighths = glyphs.lower_eighths;
        let end = eighths.and_then(|eighths| ink.eighths(eighths, length.side, length.steps % steps));
        let beyond = if length.side == Side::Positive { glyphs.beyond_up } else { glyphs.beyond_down };
        for (place, (glyph, style)) in ink.cells(length, steps, end, (beyond, look.on_gap(Role::Warn))) {
            self.canvas.run(x, layout.row(place), layout.wide, glyph, style);
        }
    }

    /// The value at the outer end of its column; inside it where the target line would run through the text.
    fn value(&mut self, slot: usize, bar: &Bar, length: Option<Length>) {
        let text = self.look.shown(bar.text);
        let style = self.look.style(role_of(bar));
        let steps = self.layout.track.steps();
        let side = self.layout.track.text_side(length);
        let long = length.map_or(0, |length| length.steps);
        let (cells, whole) = (long.div_ceil(steps), long / steps);
        let outside = |beyond: usize| self.layout.row(TrackPlace::Cell(side, cells + beyond));
        let free = |beyond: &usize| !self.lines.contains(&outside(*beyond));
        if free(&0) {
            self.centred(slot, outside(0), &text, style);
        } else if whole > 0 && width(&text) <= self.layout.wide {
            let row = self.layout.row(TrackPlace::Cell(side, whole - 1));
            let style = if layout::is_pattern(bar.kind, self.look) {
                style
            } else {
                self.look.on_fill(bar_role(bar.kind))
            };
            self.centred(slot, row, &text, style);
        } else {
            let beyond = (1..=self.lines.len()).find(free).unwrap_or(1);
            self.centred(slot, outside(beyond), &text, style);
        }
    }

    /// A text in the middle of a column, or of its slot where it is wider than the column.
    fn centred(&mut self, slot: usize, row: usize, text: &str, style: Style) {
        let (layout, wide) = (self.layout, width(text));
        let x = if wide <= layout.wide {
            layout.left(slot) + (layout.wide - wide) / 2
        } else {
            layout.slot(slot) + layout.pitch.saturating_sub(wide) / 2
        };
        self.canvas.text(x, row, text, style);
    }

    /// Signs at the ends of the labels for columns that had no room.
    fn more(&mut self, count: usize) {
        let (glyphs, layout, style) = (self.look.glyphs(), self.layout, self.look.style(Role::Muted));
        if layout.shown.start > 0 {
            self.canvas.glyph(layout.axis, layout.labels, glyphs.beyond_left, style);
        }
        if layout.shown.end < count {
            self.canvas.glyph(layout.axis + 1 + layout.columns(), layout.labels, glyphs.beyond_right, style);
        }
    }
}

/// The present is bright, what was not reported is muted.
fn role_of(bar: &Bar) -> Role {
    match bar.kind {
        _ if bar.value.is_none() => Role::Muted,
        BarPeriod::Current => Role::Bright,
        BarPeriod::Previous | BarPeriod::Forecast => Role::Text,
    }
}
