//! Axes: round numbers from zero to beyond the largest value.
//!
//! Steps are 1, 2 or 5 times a power of ten; a share of a whole ends at 100 per cent, in quarters.
//! Never knows who shares an axis.

use crate::figures::series::number;
use crate::programme::{Measure, Metric};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;

/// A share of a whole that is smaller throughout has an axis that does not end at 100 per cent.
const SMALL_SHARE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// What the bars of a metric, or of several, reach over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Zero or negative.
    low: Decimal,
    /// Zero or positive.
    high: Decimal,
    /// Whether `high` is an end the file sets.
    fixed: bool,
    /// Whether only whole numbers are shown.
    whole: bool,
}

impl Bounds {
    pub(super) fn of(metric: &Metric, decimals: u32) -> Option<Self> {
        if metric.measure.is_words() {
            return None;
        }
        let mut numbers = metric.values.iter().filter_map(number).peekable();
        numbers.peek()?;
        let target = metric.target.iter().flat_map(|target| [Some(target.value), target.max]).flatten();
        let (low, high) = numbers
            .chain(target)
            .fold((Decimal::ZERO, Decimal::ZERO), |(low, high), number| (low.min(number), high.max(number)));
        let whole = metric.measure == Measure::Count && decimals == 0;
        let set = metric.axis_max.filter(|end| *end > Decimal::ZERO);
        Some(Self { low, high: set.unwrap_or(high), fixed: set.is_some(), whole })
    }

    /// The end that the file sets.
    pub(super) fn fixed_end(&self) -> Option<Decimal> {
        self.fixed.then_some(self.high)
    }

    pub(super) fn size(&self) -> Decimal {
        self.high.max(-self.low)
    }

    /// Whether it is a share of a whole: from 0 to 100.
    pub(super) fn is_share(&self) -> bool {
        self.low.is_zero() && self.high <= Decimal::ONE_HUNDRED
    }

    /// The same, reaching over the whole of which it is a share.
    pub(super) fn of_the_whole(self) -> Self {
        Self { high: Decimal::ONE_HUNDRED, ..self }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            fixed: if self.high >= other.high { self.fixed } else { other.fixed },
            whole: self.whole && other.whole,
        }
    }
}

/// The numbers of an axis, before it is known who shares it.
#[derive(Debug, Clone)]
pub(super) struct AxisTicks {
    /// From the first to the last of its numbers.
    pub(super) ticks: Vec<Decimal>,
    /// Decimals they need.
    pub(super) decimals: u32,
}

impl AxisTicks {
    /// A share of a whole ends at 100 per cent unless all of it is under 20.
    pub(super) fn over(extent: Bounds, measure: Measure) -> Self {
        let hundred = Decimal::ONE_HUNDRED;
        let is_share = measure == Measure::Percentage && !extent.fixed;
        if is_share && extent.high >= SMALL_SHARE && extent.high <= hundred {
            if extent.low.is_zero() {
                return Self { ticks: [0, 25, 50, 75, 100].map(Decimal::from).to_vec(), decimals: 0 };
            }
            return Self::round(Bounds { high: hundred, ..extent });
        }
        Self::round(extent)
    }

    /// Ticks at 1, 2 or 5 times a power of ten: three or four intervals if there is such a step, else
    /// two to five; the shortest axis of those, and then the finest.
    fn round(extent: Bounds) -> Self {
        let nothing = extent.low.is_zero() && extent.high.is_zero();
        let extent = if nothing { Bounds { high: Decimal::ONE, ..extent } } else { extent };
        let divisions = steps(extent).filter_map(|step| Division::of(extent, step));
        let best = divisions
            .min_by_key(|one| (!(3..=4).contains(&one.intervals()), one.length, Reverse(one.intervals())));
        let Some(best) = best else {
            // Too large or too small for round steps: the ends as they are.
            let mut ticks = vec![extent.low, Decimal::ZERO, extent.high];
            ticks.dedup();
            return Self { decimals: ticks.iter().map(Decimal::scale).max().unwrap_or(0), ticks };
        };
        let mut ticks: Vec<Decimal> =
            (-best.below..=best.above).map(|at| best.step * Decimal::from(at)).collect();
        if extent.fixed {
            let half = best.step / Decimal::TWO;
            ticks.retain(|tick| tick.is_zero() || *tick <= extent.high - half);
            ticks.push(extent.high.normalize());
        }
        let decimals = ticks.iter().map(Decimal::scale).max().unwrap_or(0);
        Self { ticks, decimals }
    }
}

/// An extent cut into intervals of one step, below and above zero.
struct Division {
    step: Decimal,
    below: i64,
    above: i64,
    length: Decimal,
}

impl Division {
    /// None where there are not two to five intervals. An axis has two at least: one value of 1 in
    /// whole numbers ends at 2.
    fn of(extent: Bounds, step: Decimal) -> Option<Self> {
        // A reach too small for the quotient's 28 decimals still takes an interval.
        let least = |reach: Decimal| i64::from(!reach.is_zero());
        let count = |reach: Decimal| Some(reach.checked_div(step)?.ceil().to_i64()?.max(least(reach)));
        let (mut below, mut above) = (count(-extent.low)?, count(extent.high)?);
        match (below, above) {
            (0, 1) => above = 2,
            (1, 0) => below = 2,
            _ => {}
        }
        let intervals = below.checked_add(above)?;
        let length = step.checked_mul(intervals.into())?;
        (2..=5).contains(&intervals).then_some(Self { step, below, above, length })
    }

    fn intervals(&self) -> i64 {
        self.below + self.above
    }
}

/// Steps of 1, 2 and 5 times the powers of ten around an extent; whole numbers only where only those
/// are shown.
fn steps(extent: Bounds) -> impl Iterator<Item = Decimal> {
    let length = extent.high.saturating_sub(extent.low);
    let magnitude = power_of_ten(length);
    let powers = (magnitude - 1..=magnitude + 1).flat_map(|power| [1, 2, 5].map(|times| (times, power)));
    powers
        .filter_map(|(times, power)| match u32::try_from(power) {
            Ok(power) => {
                Decimal::try_from_i128_with_scale(10_i128.checked_pow(power)?.checked_mul(times)?, 0).ok()
            }
            Err(_) => Decimal::try_from_i128_with_scale(times, power.unsigned_abs()).ok(),
        })
        .filter(move |step| !extent.whole || step.is_integer())
}

/// The power of ten of a positive number's first digit: 0 for 1 to 9, -1 for 0.1 to 0.9.
fn power_of_ten(number: Decimal) -> i32 {
    let number = number.normalize();
    let digits = number.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0);
    i32::try_from(digits).unwrap_or(0) - i32::try_from(number.scale()).unwrap_or(0)
}
