//! Series: which value of a metric is this year's, which the year before's, and how they are shown.
//!
//! Relies on values standing in the order of their periods. Never computes a change.

pub(super) use crate::programme::this_year::current;
use crate::programme::{Flag, Metric, Observation, Period};
use crate::text::number::{fewest_decimals, round};
use rust_decimal::Decimal;

/// What is shown of a series of scores: its decimals, this year's value and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Series {
    /// Decimals of all its levels.
    pub(super) decimals: u32,
    /// Index of "this year": the latest that is neither forecast nor partial.
    pub(super) current: Option<usize>,
    /// Index of the period one year before, where there is one.
    pub(super) previous: Option<usize>,
}

/// What is shown of `values`.
pub(super) fn series(values: &[Observation]) -> Series {
    let current = current(values);
    let before = current.and_then(|index| values.get(index)).and_then(|one| one.period.previous());
    let previous = before.and_then(|period| position(values, &period));
    Series { decimals: crate::programme::decimals::decimals(values), current, previous }
}

/// The first period with a value of its own: a number that is no forecast and not partial.
pub(super) fn first(values: &[Observation]) -> Option<usize> {
    values.iter().position(|one| {
        !matches!(one.flag, Flag::Forecast | Flag::Partial | Flag::Suppressed) && !one.value.is_gap()
    })
}

/// Where `period` stands in `values`.
pub(super) fn position(values: &[Observation], period: &Period) -> Option<usize> {
    values.binary_search_by(|one| one.period.cmp(period)).ok()
}

/// The decimals a value of a metric is written with: those of the metric, or as many more as it takes to stand on
/// the same side of zero and of the target as the value does. Rounding never reaches a mark.
pub fn shown_decimals(value: Decimal, metric: &Metric, decimals: u32) -> u32 {
    row_decimals(&[value], Some(metric), decimals)
}

/// The decimals of values that stand in one row, one choice for all: as [`shown_decimals`], and two that differ do not
/// read alike, nor does what they differ by read as nothing.
pub(super) fn row_decimals(values: &[Decimal], metric: Option<&Metric>, decimals: u32) -> u32 {
    // Nothing is rounded, as with most values.
    if values.iter().all(|value| value.scale() <= decimals) {
        return decimals;
    }
    let targets = metric.into_iter().flat_map(|metric| metric.targets.iter().chain(&metric.target));
    let marks = || targets.clone().flat_map(|target| [Some(target.value), target.max]).flatten();
    let keeps_side = |value: &Decimal, places| {
        let rounded = round(*value, places);
        marks().chain([Decimal::ZERO]).all(|mark| rounded.cmp(&mark) == value.cmp(&mark))
    };
    let is_told = |places| match values {
        [one, other] if one != other && !is_noise(*one, *other) => {
            let apart = other.checked_sub(*one).is_none_or(|delta| !round(delta, places).is_zero());
            apart && round(*one, places) != round(*other, places)
        }
        _ => true,
    };
    fewest_decimals(decimals, |places| {
        values.iter().all(|value| keeps_side(value, places)) && is_told(places)
    })
}

/// The decimals from `least` on at which two numbers that differ do not read alike.
pub fn apart(one: Decimal, other: Decimal, least: u32) -> u32 {
    fewest_decimals(least, |places| one == other || round(one, places) != round(other, places))
}

/// Whether two numbers differ by no more than what a spreadsheet leaves of 0.1 + 0.2: doubles hold 15 digits
/// (IEEE 754), and what differs behind the twelfth, in decimals, was not measured.
pub(super) fn is_noise(earlier: Decimal, later: Decimal) -> bool {
    const LEAST: u32 = 9;
    if earlier.scale().max(later.scale()) < LEAST {
        return false;
    }
    let size = earlier.abs().max(later.abs());
    let least = size.checked_mul(Decimal::new(1, 12)).unwrap_or(Decimal::ZERO);
    later.checked_sub(earlier).is_some_and(|delta| delta.abs() < least)
}

/// The number of a value; none for words, for what was not reported and for what is suppressed, even
/// if the file holds a number for it.
pub fn number(observation: &Observation) -> Option<Decimal> {
    observation.value.number().filter(|_| observation.flag != Flag::Suppressed)
}
