//! Scales: where the bars of a metric begin and end, and which metrics share a scale.
//!
//! Metrics of the same measure and unit share one, unless one is over 20 times as large as another;
//! unlike units never do. A scale always holds zero. Never draws and never counts cells.

use super::series::number;
use crate::document::{Measure, Metric};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// From this factor on two metrics of the same unit have scales of their own.
const FAR_APART: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// The scale of a metric's bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Where it begins: zero, or below the smallest value if that is negative.
    pub start: Decimal,
    /// Where it ends: a round number from the largest value or target on, or the file's `axis_max`;
    /// zero if all values are negative.
    pub end: Decimal,
    /// The numbers on the axis, `start`, zero and `end` among them: two to five intervals, but for
    /// an end that the file sets.
    pub ticks: Vec<Decimal>,
    /// Decimals the ticks need.
    pub decimals: u32,
    /// Metrics with the same number here share this scale.
    pub group: usize,
    /// Whether others share it.
    pub sharing: Sharing,
}

/// Whether metrics of the same measure and unit share a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sharing {
    /// No other metric has this measure and unit.
    Own,
    /// All metrics of this measure and unit share it.
    Shared,
    /// They are too far apart and had to be split: `different scale` is to be said on each.
    Split,
}

impl Scale {
    /// Where a value lies: 0 at the start, 1 at the end, beyond them outside.
    pub fn position(&self, value: Decimal) -> f64 {
        let length = self.end.saturating_sub(self.start);
        let share = value.saturating_sub(self.start).checked_div(length);
        share.and_then(|share| share.to_f64()).unwrap_or(0.0)
    }

    /// Whether the bar of a value has to be cut.
    pub fn cuts(&self, value: Decimal) -> bool {
        value > self.end || value < self.start
    }
}

/// The scales of all metrics; none for metrics of words or steps and for those without a number.
pub(super) fn scales(metrics: &[Metric], decimals: &[u32]) -> Vec<Option<Scale>> {
    let mut families: BTreeMap<(u8, String), Vec<Member>> = BTreeMap::new();
    for (index, metric) in metrics.iter().enumerate() {
        if let Some(extent) = Extent::of(metric, decimals.get(index).copied().unwrap_or(0)) {
            families.entry(family(metric)).or_default().push(Member { index, extent });
        }
    }
    let mut scales = vec![None; metrics.len()];
    let mut groups = 0;
    for family in families.into_values() {
        let several = family.len() > 1;
        let parts = split(family);
        let sharing = match parts.len() {
            _ if !several => Sharing::Own,
            1 => Sharing::Shared,
            _ => Sharing::Split,
        };
        for part in parts {
            let measure = part.first().and_then(|one| metrics.get(one.index)).map(|metric| metric.measure);
            let extent = part.iter().map(|one| one.extent).reduce(Extent::and);
            let (Some(measure), Some(extent)) = (measure, extent) else { continue };
            let axis = Axis::over(extent, measure);
            for member in part {
                if let Some(place) = scales.get_mut(member.index) {
                    *place = Some(axis.clone().into_scale(groups, sharing));
                }
            }
            groups += 1;
        }
    }
    scales
}

/// What metrics must have in common to share a scale.
fn family(metric: &Metric) -> (u8, String) {
    let unit = metric.unit.as_deref().unwrap_or("").trim().to_lowercase();
    let is_share = matches!(metric.measure, Measure::Percentage | Measure::GrowthRate);
    let unit = if is_share && matches!(unit.as_str(), "%" | "pp" | "percent" | "per cent") {
        String::new()
    } else {
        unit
    };
    (metric.measure as u8, unit)
}

struct Member {
    index: usize,
    extent: Extent,
}

/// What the bars of a metric, or of several, reach over.
#[derive(Debug, Clone, Copy)]
struct Extent {
    /// Zero or negative.
    low: Decimal,
    /// Zero or positive.
    high: Decimal,
    /// Whether `high` is an end the file sets.
    fixed: bool,
    /// Whether only whole numbers are shown.
    whole: bool,
}

impl Extent {
    fn of(metric: &Metric, decimals: u32) -> Option<Self> {
        if matches!(metric.measure, Measure::Ordinal | Measure::Nominal | Measure::Qualitative) {
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

    fn size(&self) -> Decimal {
        self.high.max(-self.low)
    }

    fn and(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            fixed: if self.high >= other.high { self.fixed } else { other.fixed },
            whole: self.whole && other.whole,
        }
    }
}

/// Parts of a family whose sizes are near enough to be compared by eye, largest first. Metrics that
/// are zero throughout fit on any scale.
fn split(mut family: Vec<Member>) -> Vec<Vec<Member>> {
    family.sort_by_key(|member| (Reverse(member.extent.size()), member.index));
    let mut parts: Vec<Vec<Member>> = Vec::new();
    let mut largest = Decimal::ZERO;
    for member in family {
        let size = member.extent.size();
        let far = size.checked_mul(FAR_APART).is_some_and(|reach| reach < largest);
        match parts.last_mut() {
            Some(part) if size.is_zero() || !far => part.push(member),
            _ => {
                largest = size;
                parts.push(vec![member]);
            }
        }
    }
    parts
}

/// The numbers of an axis, before it is known who shares it.
#[derive(Debug, Clone)]
struct Axis {
    ticks: Vec<Decimal>,
    decimals: u32,
}

impl Axis {
    /// A share of a whole ends at 100 per cent unless all of it is under 20.
    fn over(extent: Extent, measure: Measure) -> Self {
        let hundred = Decimal::ONE_HUNDRED;
        let is_share = measure == Measure::Percentage && !extent.fixed;
        if is_share && extent.high >= FAR_APART && extent.high <= hundred {
            if extent.low.is_zero() {
                return Self { ticks: [0, 25, 50, 75, 100].map(Decimal::from).to_vec(), decimals: 0 };
            }
            return Self::round(Extent { high: hundred, ..extent });
        }
        Self::round(extent)
    }

    /// Ticks at 1, 2 or 5 times a power of ten: three or four intervals if there is such a step, else
    /// two to five; the shortest axis of those, and then the finest.
    fn round(extent: Extent) -> Self {
        let nothing = extent.low.is_zero() && extent.high.is_zero();
        let extent = if nothing { Extent { high: Decimal::ONE, ..extent } } else { extent };
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

    fn into_scale(self, group: usize, sharing: Sharing) -> Scale {
        let start = self.ticks.first().copied().unwrap_or(Decimal::ZERO);
        let end = self.ticks.last().copied().unwrap_or(Decimal::ONE);
        Scale { start, end, ticks: self.ticks, decimals: self.decimals, group, sharing }
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
    fn of(extent: Extent, step: Decimal) -> Option<Self> {
        let count = |reach: Decimal| reach.checked_div(step)?.ceil().to_i64();
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
fn steps(extent: Extent) -> impl Iterator<Item = Decimal> {
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
