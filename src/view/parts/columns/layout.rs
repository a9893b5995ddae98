//! Where the columns of a chart lie, and how many have room. Never draws.

use super::chart::ColumnChart;
use crate::settings::GlyphSet;
use crate::text::width;
use crate::view::look::Look;
use crate::view::parts::bar::BarPeriod;
use crate::view::parts::measure::{Side, Track, TrackPlace};
use std::ops::Range;

/// The widest column, and the room between two of them where there is plenty.
const WIDEST: usize = 9;
const EASY_GAP: usize = 3;

/// What the line of a target is called.
pub(super) const TARGET: &str = "target";

/// The narrowest column, and the least room between two.
const NARROWEST: usize = 3;
const GAP: usize = 2;

/// Columns and rows of a chart, counted from the upper left corner of its area.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnLayout {
    /// The columns that have room, as indices into the chart's.
    pub shown: Range<usize>,
    /// The cells of a column, upward and downward.
    pub(super) track: Track,
    /// The row of the zero line.
    pub zero: usize,
    /// The row of the periods.
    pub(super) labels: usize,
    /// The screen column of the vertical axis.
    pub(super) axis: usize,
    /// Screen columns from one period to the next.
    pub(super) pitch: usize,
    /// Screen columns of a column.
    pub wide: usize,
}

impl ColumnLayout {
    /// How `chart` is laid out in `size` (columns, rows); `None` where not one column has room.
    pub fn of(chart: &ColumnChart, (columns, rows): (usize, usize), look: &Look) -> Option<Self> {
        let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| width(&look.shown(text))).max();
        let axis = widest(&mut chart.ticks.iter().map(|tick| tick.label.as_str())).unwrap_or(0);
        let target = widest(&mut chart.targets.iter().flat_map(|target| [TARGET, &target.text]));
        let room = columns.checked_sub(axis + 1 + target.map_or(0, |wide| wide + 1))?;
        let texts = widest(&mut chart.bars.iter().flat_map(|bar| [bar.text, bar.label])).unwrap_or(0);
        let least = (texts + 1).max(NARROWEST + GAP);
        let count = chart.bars.len();
        // What is left out is said by a sign at the end, which takes a column.
        let fits = if room / least >= count { count } else { room.saturating_sub(1) / least };
        let pitch = room.checked_div(fits)?.min(WIDEST + EASY_GAP).max(least);
        let first = chart.first.unwrap_or(count).min(count - fits);
        let above = usize::from(chart.scale.max() > 0.0);
        let below = usize::from(chart.scale.min() < 0.0);
        // Rows for the zero line, the periods, and a value beyond the longest column at either end.
        let cells = rows.checked_sub(2 + above + below).filter(|&cells| cells > 0)?;
        let track = Track::new(chart.scale, cells, steps(chart, look));
        Some(Self {
            shown: first..first + fits,
            track,
            zero: above + track.cells(Side::Positive),
            labels: rows - 1,
            axis,
            pitch,
            wide: pitch
                .saturating_sub(if pitch < WIDEST - GAP { GAP } else { EASY_GAP })
                .clamp(NARROWEST, WIDEST),
        })
    }

    /// The row of a place.
    pub(super) const fn row(&self, place: TrackPlace) -> usize {
        match place {
            TrackPlace::Zero => self.zero,
            TrackPlace::Cell(Side::Positive, cell) => self.zero.saturating_sub(1 + cell),
            TrackPlace::Cell(Side::Negative, cell) => self.zero + 1 + cell,
        }
    }

    /// The outermost row of one side; the zero line where it has no cells.
    pub(super) const fn row_of(&self, side: Side) -> usize {
        match self.track.cells(side).checked_sub(1) {
            Some(last) => self.row(TrackPlace::Cell(side, last)),
            None => self.zero,
        }
    }

    /// The screen columns right of the axis.
    pub(super) fn columns(&self) -> usize {
        self.shown.len() * self.pitch
    }

    /// The left edge of the slot of the column shown at `position`.
    pub(super) const fn slot(&self, position: usize) -> usize {
        self.axis + 1 + position * self.pitch
    }

    /// The left edge of the column shown at `position`.
    pub const fn left(&self, position: usize) -> usize {
        self.slot(position) + (self.pitch - self.wide) / 2
    }
}

/// Whether columns of earlier periods are solid: where colour tells them from the current one.
pub(super) fn is_solid(look: &Look) -> bool {
    look.set() == GlyphSet::Full && look.tells_bars_apart()
}

/// Whether columns of a period are drawn with a pattern rather than in a solid colour.
pub(super) fn is_pattern(period: BarPeriod, look: &Look) -> bool {
    match period {
        BarPeriod::Current => false,
        BarPeriod::Previous => !is_solid(look),
        BarPeriod::Forecast => true,
    }
}

/// The steps of a cell. One for all columns of a chart: columns measured in different steps could change
/// their order, and a pattern has whole cells only.
fn steps(chart: &ColumnChart, look: &Look) -> usize {
    let pattern = chart.bars.iter().any(|bar| is_pattern(bar.kind, look));
    if pattern || look.glyphs().lower_eighths.is_none() { 1 } else { 8 }
}
