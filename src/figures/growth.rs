//! Growth: how much a metric grew a year, over all of its years.
//!
//! Follows the rules of change: not over a break, with the flags of both ends. Never of a running total, whose
//! growth says nothing but how long it has run, nor of ranges of years that overlap.

use super::change::inherited;
use super::series::number;
use crate::programme::{Flag, Measure, Metric, Observation};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Compound annual growth.
#[derive(Debug, Clone, PartialEq)]
pub struct Growth {
    /// In per cent a year, unrounded.
    pub rate: f64,
    /// Flags that it inherits from its two ends, as a change does.
    pub flags: Vec<Flag>,
}

/// Values that growth needs at least: two are a change, not a growth.
const LEAST: usize = 3;

/// `((v1 / v0) ^ (1 / n) - 1) * 100` from value `first` to value `current`, with n in years, not in observations
/// (the compound annual growth rate). From two years' distance on, for amounts and counts above zero; not for
/// percentages and growth rates, which would be per cent of a per cent.
pub(super) fn growth(metric: &Metric, first: usize, current: usize) -> Option<Growth> {
    let grows =
        matches!(metric.measure, Measure::Count | Measure::Currency | Measure::Index | Measure::Ratio);
    let stretch = metric.values.get(first..=current)?;
    let (from, to) = (stretch.first()?, stretch.last()?);
    let months = to.period.months_since(&from.period);
    let positive = |value: &Decimal| *value > Decimal::ZERO;
    let (start, end) = (number(from).filter(positive)?, number(to).filter(positive)?);
    let is_whole = from.period.is_like(&to.period) && months >= 24 && months % 12 == 0;
    let enough = stretch.iter().filter(|one| number(one).is_some()).count() >= LEAST;
    if !grows
        || metric.cumulative
        || metric.unknown_kind().is_some()
        || !is_whole
        || !enough
        || breaks(stretch)
        || overlaps(stretch)
    {
        return None;
    }
    let growth = end.to_f64()? / start.to_f64()?;
    let rate = (libm::pow(growth, 12.0 / f64::from(months)) - 1.0) * 100.0;
    rate.is_finite().then(|| Growth { rate, flags: inherited(from.flag, to.flag) })
}

/// Whether the series breaks after its first value.
fn breaks(stretch: &[Observation]) -> bool {
    stretch.iter().skip(1).any(|one| one.flag == Flag::Break)
}

/// Whether a period begins before the one before it ends, as in `2010-2012`, `2011-2013`.
fn overlaps(stretch: &[Observation]) -> bool {
    stretch.windows(2).any(|pair| match pair {
        [one, next] => next.period.overlaps(&one.period),
        _ => false,
    })
}
