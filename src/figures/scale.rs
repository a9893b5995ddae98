//! Scales: where the bars of a metric begin and end, and which metrics share a scale.
//!
//! Metrics of the same measure and unit share one, unless some are far from the rest; unlike units never do.
//! Shares of up to 100 per cent keep to the whole beside one that exceeds it. A scale always holds zero; how
//! it ends is in `axis`. Never draws and never counts cells.

mod axis;

use crate::programme::{Measure, Metric, unit};
use axis::{AxisTicks, Bounds};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Over this factor from the next larger one, a metric and all that are smaller have a scale of their own: in the
/// narrowest bars, of nine cells, a tenth of the scale is a single cell, and neither its value nor its change is
/// seen. Neighbours in size are compared rather than the smallest with the largest, so that two that are near each
/// other are not parted because a third is far.
const FAR_APART: Decimal = Decimal::TEN;

/// The same for the largest on a scale, so that a row of neighbours does not lead to bars of nothing.
const FARTHEST: Decimal = Decimal::ONE_HUNDRED;

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
    /// Metrics with the same number here have the same measure and unit: their bars are read against each other.
    pub family: usize,
}

impl Scale {
    fn of(axis: AxisTicks, group: usize, family: usize) -> Self {
        let start = axis.ticks.first().copied().unwrap_or(Decimal::ZERO);
        let end = axis.ticks.last().copied().unwrap_or(Decimal::ONE);
        Self { start, end, ticks: axis.ticks, decimals: axis.decimals, group, family }
    }

    /// Where a value lies: 0 at the start, 1 at the end, beyond them outside.
    pub fn position(&self, value: Decimal) -> f64 {
        let length = self.end.saturating_sub(self.start);
        let share = value.saturating_sub(self.start).checked_div(length);
        share.and_then(|share| share.to_f64()).unwrap_or(0.0)
    }

    /// Whether bars of both are of the same length for the same value.
    pub fn is_like(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }

    /// Whether the bar of a value has to be cut.
    pub fn cuts(&self, value: Decimal) -> bool {
        value > self.end || value < self.start
    }
}

/// Which of the scales on a screen differ from what a reader measures by: the commonest of their unit, where two
/// metrics or more have it. Where all of one unit differ from each other, each does.
pub fn different(shown: &[&Scale]) -> Vec<bool> {
    let count = |one: &Scale| shown.iter().filter(|scale| is_common(scale, one)).count();
    let differs = |scale: &&Scale| {
        let family = || shown.iter().filter(|other| other.family == scale.family);
        let most = family().map(|one| count(one)).max().unwrap_or(0);
        // The first of those that are equally common.
        let common = family().find(|one| most > 1 && count(one) == most);
        common.map_or(family().count() > 1, |common| !scale.is_like(common))
    };
    shown.iter().map(differs).collect()
}

fn is_common(scale: &Scale, other: &Scale) -> bool {
    scale.family == other.family && scale.is_like(other)
}

/// The scales of all metrics; none for metrics of words or steps and for those without a number.
pub(super) fn scales(metrics: &[Metric], decimals: &[u32]) -> Vec<Option<Scale>> {
    let mut families: BTreeMap<(u8, String), Vec<Member>> = BTreeMap::new();
    for (index, metric) in metrics.iter().enumerate() {
        if let Some(extent) = Bounds::of(metric, decimals.get(index).copied().unwrap_or(0)) {
            families.entry(family(metric)).or_default().push(Member { index, extent });
        }
    }
    let mut scales = vec![None; metrics.len()];
    let mut groups = 0;
    for (number, family) in families.into_values().enumerate() {
        let measure = family.first().and_then(|one| metrics.get(one.index)).map(measured);
        let Some(measure) = measure else { continue };
        for part in parts(family, measure) {
            let Some(extent) = part.iter().map(|one| one.extent).reduce(Bounds::and) else { continue };
            let axis = AxisTicks::over(extent, measure);
            for member in part {
                if let Some(place) = scales.get_mut(member.index) {
                    *place = Some(Scale::of(axis.clone(), groups, number));
                }
            }
            groups += 1;
        }
    }
    scales
}

/// The measure that a scale is made for: percentage points are no share of a whole, however they are declared.
fn measured(metric: &Metric) -> Measure {
    let is_points =
        metric.measure == Measure::Percentage && metric.unit.as_deref().is_some_and(unit::is_points);
    if is_points { Measure::GrowthRate } else { metric.measure }
}

/// What metrics must have in common to share a scale.
fn family(metric: &Metric) -> (u8, String) {
    unit::family(metric.measure, metric.unit.as_deref())
}

struct Member {
    index: usize,
    extent: Bounds,
}

/// Parts of a family that share a scale: an end that the file sets is for the metrics that set it.
fn parts(family: Vec<Member>, measure: Measure) -> Vec<Vec<Member>> {
    let (set, free): (Vec<Member>, Vec<Member>) =
        family.into_iter().partition(|member| member.extent.fixed_end().is_some());
    let mut ends: BTreeMap<Decimal, Vec<Member>> = BTreeMap::new();
    for member in set {
        ends.entry(member.extent.fixed_end().unwrap_or_default()).or_default().push(member);
    }
    let free = if measure == Measure::Percentage { shares(free) } else { split(free) };
    free.into_iter().chain(ends.into_values()).filter(|part| !part.is_empty()).collect()
}

/// Shares of a whole are measured by the whole, however small: they share a scale. Beside one that exceeds it
/// the others keep their 0 to 100, and only what is beyond has other scales.
fn shares(family: Vec<Member>) -> Vec<Vec<Member>> {
    if family.iter().all(|member| member.extent.size() <= Decimal::ONE_HUNDRED) {
        return vec![family];
    }
    let (mut whole, beyond): (Vec<Member>, Vec<Member>) =
        family.into_iter().partition(|member| member.extent.is_share());
    for member in &mut whole {
        member.extent = member.extent.of_the_whole();
    }
    let mut parts = split(beyond);
    parts.push(whole);
    parts
}

/// Parts of a family whose sizes are near enough to be compared by eye, largest first. Metrics that
/// are zero throughout fit on any scale.
fn split(mut family: Vec<Member>) -> Vec<Vec<Member>> {
    family.sort_by_key(|member| (Reverse(member.extent.size()), member.index));
    let mut parts: Vec<Vec<Member>> = Vec::new();
    let (mut largest, mut before) = (Decimal::ZERO, Decimal::ZERO);
    for member in family {
        let size = member.extent.size();
        let is_far = |times: Decimal, from| size.checked_mul(times).is_some_and(|reach| reach < from);
        let apart = is_far(FAR_APART, before) || is_far(FARTHEST, largest);
        match parts.last_mut() {
            Some(part) if size.is_zero() || !apart => part.push(member),
            _ => {
                largest = size;
                parts.push(vec![member]);
            }
        }
        before = size;
    }
    parts
}
