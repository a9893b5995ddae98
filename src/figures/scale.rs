//! Scales: where the bars of a metric begin and end, and which metrics share a scale.
//!
//! Metrics of the same measure and unit share one, unless one is over 20 times as large as another;
//! unlike units never do. A scale always holds zero; how it ends is in `axis`. Never draws and never
//! counts cells.

mod axis;

use crate::document::{Metric, unit};
use axis::{Axis, Extent};
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
        let parts = parts(family);
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
    unit::family(metric.measure, metric.unit.as_deref())
}

struct Member {
    index: usize,
    extent: Extent,
}

/// Parts of a family that share a scale: an end that the file sets is for the metrics that set it.
fn parts(family: Vec<Member>) -> Vec<Vec<Member>> {
    let (set, free): (Vec<Member>, Vec<Member>) =
        family.into_iter().partition(|member| member.extent.fixed_end().is_some());
    let mut ends: BTreeMap<Decimal, Vec<Member>> = BTreeMap::new();
    for member in set {
        ends.entry(member.extent.fixed_end().unwrap_or_default()).or_default().push(member);
    }
    let free = if free.is_empty() { Vec::new() } else { split(free) };
    free.into_iter().chain(ends.into_values()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Measure;
    use crate::figures::sample::{decimal, metric, target};

    fn of(measure: Measure, unit: &str, values: &[&str]) -> Metric {
        Metric { measure, unit: Some(unit.to_owned()), ..metric(values) }
    }

    fn ends(metrics: &[Metric]) -> Vec<(String, usize, Sharing)> {
        let decimals: Vec<u32> = metrics.iter().map(crate::figures::metric::decimals).collect();
        let scale = |scale: Scale| (scale.end.to_string(), scale.group, scale.sharing);
        scales(metrics, &decimals).into_iter().flatten().map(scale).collect()
    }

    fn shown(end: &str, group: usize, sharing: Sharing) -> (String, usize, Sharing) {
        (end.to_owned(), group, sharing)
    }

    #[test]
    fn equal_units_share_a_scale_and_unlike_units_never_do() {
        let metrics = [
            of(Measure::Count, "exercises", &["2023: 5"]),
            of(Measure::Count, "visits", &["2023: 5"]),
            of(Measure::Count, "Exercises ", &["2023: 70"]),
            of(Measure::Percentage, "%", &["2023: 75"]),
            of(Measure::GrowthRate, "%", &["2023: 2.3"]),
            of(Measure::Percentage, "per cent", &["2023: 60"]),
        ];
        let own = Sharing::Own;
        assert_eq!(
            ends(&metrics),
            [
                shown("80", 0, Sharing::Shared),
                shown("6", 1, own),
                shown("80", 0, Sharing::Shared),
                shown("100", 2, Sharing::Shared),
                shown("3", 3, own),
                shown("100", 2, Sharing::Shared),
            ]
        );
    }

    #[test]
    fn over_twenty_times_as_large_is_too_far_apart_and_exactly_twenty_is_not() {
        let near = [metric(&["2023: 2000"]), metric(&["2023: 100"]), metric(&["2023: 0"])];
        let shared = |end| shown(end, 0, Sharing::Shared);
        assert_eq!(ends(&near), [shared("2000"), shared("2000"), shared("2000")]);
        let far =
            [metric(&["2023: 3"]), metric(&["2023: 2000"]), metric(&["2023: 99"]), metric(&["2023: 0"])];
        let split = |end, group| shown(end, group, Sharing::Split);
        assert_eq!(ends(&far), [split("3", 2), split("2000", 0), split("100", 1), split("3", 2)]);
    }

    #[test]
    fn words_steps_and_metrics_without_a_number_have_no_scale() {
        let metrics = [
            metric(&["2023:"]),
            of(Measure::Ordinal, "", &["2023: 3"]),
            of(Measure::Qualitative, "", &["2023: Yes"]),
            metric(&["2023: 7 suppressed"]),
        ];
        assert_eq!(scales(&metrics, &[0, 0, 0, 0]), [None, None, None, None]);
    }

    #[test]
    fn the_target_and_the_files_own_end_count() {
        let mut aimed = metric(&["2023: 5"]);
        aimed.target = Some(target("2025", "14"));
        let mut cut = of(Measure::Count, "visitors", &["2022: 200", "2023: 9510"]);
        cut.axis_max = Some(decimal("1000"));
        let scales = scales(&[aimed, cut], &[0, 0]);
        let [Some(aimed), Some(cut)] = scales.as_slice() else { panic!("two scales") };
        assert_eq!(aimed.end, decimal("15"));
        assert_eq!(
            (cut.end, cut.cuts(decimal("9510")), cut.cuts(decimal("1000"))),
            (decimal("1000"), true, false)
        );
    }

    #[test]
    fn what_is_shared_serves_the_finer_and_the_larger_metric() {
        let finer = [of(Measure::Count, "", &["2023: 1"]), of(Measure::Count, "", &["2023: 0.5"])];
        assert_eq!(ends(&finer), [shown("1.0", 0, Sharing::Shared), shown("1.0", 0, Sharing::Shared)]);
        let mut cut = metric(&["2023: 950"]);
        cut.axis_max = Some(decimal("85"));
        // An end that the file sets is for the metric that sets it.
        let other = [cut, metric(&["2023: 90"])];
        assert_eq!(ends(&other), [shown("85", 1, Sharing::Split), shown("100", 0, Sharing::Split)]);
    }

    #[test]
    fn a_position_runs_from_zero_at_the_start_to_one_at_the_end() {
        let metric = of(Measure::GrowthRate, "%", &["2020: -1.0", "2023: 2.3"]);
        let scales = scales(&[metric], &[1]);
        let [Some(scale)] = scales.as_slice() else { panic!("one scale") };
        assert_eq!((scale.start, scale.end), (decimal("-1"), decimal("3")));
        for (value, position) in [("-1", 0.0), ("0", 0.25), ("1", 0.5), ("3", 1.0), ("5", 1.5)] {
            assert!((scale.position(decimal(value)) - position).abs() < f64::EPSILON, "{value}");
        }
    }
}
