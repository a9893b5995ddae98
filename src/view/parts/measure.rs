//! The arithmetic of charts: scales, lengths of bars, places of marks.
//!
//! Sideways bars and columns share it: here there are only cells on both sides of zero. Never draws.
//! Two promises are kept here for all charts. A larger value never gets a shorter bar. And a bar
//! never passes a mark its value has not reached, nor stops short of one it has, as it is seen: a mark is
//! seen in the middle of its cell.

mod marks;

use crate::figures;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The two ends of a scale, in the unit of the metric. Zero always lies on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    min: f64,
    max: f64,
}

impl Domain {
    /// From `min` to `max`, widened to hold zero. Without any extent (or with ends that are no numbers), 0 to 1.
    pub fn new(min: f64, max: f64) -> Self {
        let (min, max) = (min.min(0.0), max.max(0.0));
        if min < max && (max - min).is_finite() { Self { min, max } } else { Self { min: 0.0, max: 1.0 } }
    }

    /// The lower end; zero or less.
    pub const fn min(self) -> f64 {
        self.min
    }

    /// The upper end; zero or more.
    pub const fn max(self) -> f64 {
        self.max
    }

    /// Whether `value` lies on it.
    pub fn holds(self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

impl From<&figures::Scale> for Domain {
    fn from(scale: &figures::Scale) -> Self {
        let end = |decimal: Decimal| decimal.to_f64().unwrap_or(0.0);
        Self::new(end(scale.start), end(scale.end))
    }
}

/// Which side of zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Below zero: to the left, downward.
    Negative,
    /// Above zero: to the right, upward.
    Positive,
}

/// A row of cells on both sides of a zero line, and how a value is measured in them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Track {
    scale: Domain,
    negative: usize,
    positive: usize,
    /// The value of one cell; the same on both sides.
    cell: f64,
    /// The steps a cell has: 1, 2 or 8.
    steps: usize,
}

/// The length of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// The value it stands for.
    pub value: f64,
    /// The side it is on.
    pub side: Side,
    /// Its length in steps of a cell.
    pub steps: usize,
    /// Whether the value lies beyond the end of the scale.
    pub cut: bool,
}

/// Where a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackPlace {
    /// On the zero line.
    Zero,
    /// In a cell, counted from the zero line outward, from 0.
    Cell(Side, usize),
}

impl Track {
    /// `scale` on `cells` cells (the zero line not counted), each of `steps` steps.
    pub fn new(scale: Domain, cells: usize, steps: usize) -> Self {
        let share = -scale.min / (scale.max - scale.min);
        let fewest = usize::from(scale.min < 0.0).min(cells);
        let most = cells.saturating_sub(usize::from(scale.max > 0.0)).max(fewest);
        let negative = whole((real(cells) * share).round()).clamp(fewest, most);
        let positive = cells - negative;
        let need = |extent: f64, cells: usize| if cells == 0 { 0.0 } else { extent / real(cells) };
        let cell = need(scale.max, positive).max(need(-scale.min, negative));
        Self { scale, negative, positive, cell, steps: steps.max(1) }
    }

    /// The cells on one side of zero.
    pub const fn cells(&self, side: Side) -> usize {
        match side {
            Side::Negative => self.negative,
            Side::Positive => self.positive,
        }
    }

    /// The side that a text of `length` stands on: its own, unless that has no cells and so no room. What was
    /// not reported stands where values above zero do.
    pub fn text_side(&self, length: Option<Length>) -> Side {
        let own = length.map_or(Side::Positive, |length| length.side);
        match own {
            Side::Positive if self.positive == 0 => Side::Negative,
            Side::Negative if self.negative == 0 => Side::Positive,
            Side::Positive | Side::Negative => own,
        }
    }

    /// The steps of a cell.
    pub const fn steps(&self) -> usize {
        self.steps
    }

    /// The length of the bar for `value`: rounded to a step, but at least one step for what is not zero, and all
    /// cells of its side for what lies beyond the scale.
    pub fn length(&self, value: f64) -> Length {
        let side = if value < 0.0 { Side::Negative } else { Side::Positive };
        let longest = self.cells(side) * self.steps;
        let shortest = usize::from(value != 0.0).min(longest);
        let exact = if self.cell > 0.0 { value.abs() / self.cell * real(self.steps) } else { 0.0 };
        let cut = !self.scale.holds(value);
        let steps = if cut { longest } else { whole(exact.round()).clamp(shortest, longest) };
        Length { value, side, steps, cut }
    }

    /// The cell that `value` lies in; `None` beyond the scale.
    pub fn place(&self, value: f64) -> Option<TrackPlace> {
        let side = if value < 0.0 { Side::Negative } else { Side::Positive };
        let last = self.cells(side).checked_sub(1);
        if value == 0.0 {
            return Some(TrackPlace::Zero);
        }
        if !self.scale.holds(value) {
            return None;
        }
        Some(TrackPlace::Cell(side, whole((value.abs() / self.cell).floor()).min(last?)))
    }
}

/// A count as a number to calculate with; screens are far smaller than what is lost here.
fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// A whole number of cells or steps; negative and undefined ones are none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and what is asked for is a count"
)]
fn whole(number: f64) -> usize {
    number as usize
}
