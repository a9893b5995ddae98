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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample::{decimal, metric, target};
    use crate::programme::Measure;

    fn of(measure: Measure, unit: &str, values: &[&str]) -> Metric {
        Metric { measure, unit: Some(unit.to_owned()), ..metric(values) }
    }

    fn of_all(metrics: &[Metric]) -> Vec<Scale> {
        let decimals: Vec<u32> = metrics.iter().map(crate::figures::metric::decimals).collect();
        scales(metrics, &decimals).into_iter().flatten().collect()
    }

    fn ends(metrics: &[Metric]) -> Vec<(String, usize)> {
        of_all(metrics).into_iter().map(|scale| (scale.end.to_string(), scale.group)).collect()
    }

    fn shown(end: &str, group: usize) -> (String, usize) {
        (end.to_owned(), group)
    }

    /// Which of all metrics say that their scale differs.
    fn marked(metrics: &[Metric]) -> Vec<bool> {
        let scales = of_all(metrics);
        different(&scales.iter().collect::<Vec<_>>())
    }

    #[test]
    fn equal_units_share_a_scale_and_unlike_units_never_do() {
        let metrics = [
            of(Measure::Count, "exercises", &["2023: 7"]),
            of(Measure::Count, "visits", &["2023: 5"]),
            of(Measure::Count, "Exercises ", &["2023: 70"]),
            of(Measure::Percentage, "%", &["2023: 75"]),
            of(Measure::GrowthRate, "%", &["2023: 2.3"]),
            of(Measure::Percentage, "per cent", &["2023: 60"]),
        ];
        let expected =
            [shown("80", 0), shown("6", 1), shown("80", 0), shown("100", 2), shown("3", 3), shown("100", 2)];
        assert_eq!(ends(&metrics), expected);
        assert_eq!(marked(&metrics), [false; 6]);
    }

    #[test]
    fn over_ten_times_as_large_is_too_far_apart_and_exactly_ten_is_not() {
        let near = [metric(&["2023: 2000"]), metric(&["2023: 200"]), metric(&["2023: 0"])];
        assert_eq!(ends(&near), ["2000", "2000", "2000"].map(|end| shown(end, 0)));
        let far =
            [metric(&["2023: 3"]), metric(&["2023: 2000"]), metric(&["2023: 99"]), metric(&["2023: 0"])];
        assert_eq!(ends(&far), [shown("3", 2), shown("2000", 0), shown("100", 1), shown("3", 2)]);
        assert_eq!(marked(&far), [false, true, true, false]);
    }

    #[test]
    fn one_that_is_far_from_the_rest_leaves_the_rest_together() {
        let one = |value: &str| metric(&[&format!("2023: {value}")]);
        assert_eq!(
            ends(&[one("12"), one("200"), one("9"), one("2")]),
            [shown("15", 1), shown("200", 0), shown("15", 1), shown("15", 1)]
        );
        assert_eq!(marked(&[one("12"), one("200"), one("9")]), [false, true, false]);
        assert_eq!(marked(&[one("12"), one("200")]), [true, true]);
        // Near each other, and the first of them near the largest: no line between 11 and 9.
        assert_eq!(ends(&[one("100"), one("11"), one("9")]), ["100"; 3].map(|end| shown(end, 0)));
        let row = [one("1000"), one("150"), one("20"), one("3")];
        assert_eq!(ends(&row), [shown("1000", 0), shown("1000", 0), shown("1000", 0), shown("3", 1)]);
    }

    #[test]
    fn a_share_that_exceeds_the_whole_leaves_the_others_on_it() {
        let share = |value: &str| of(Measure::Percentage, "%", &[&format!("2023: {value}")]);
        let metrics = [share("173.3"), share("10.4"), share("99.7"), share("1.8")];
        assert_eq!(ends(&metrics), [shown("200", 0), shown("100", 1), shown("100", 1), shown("100", 1)]);
        assert_eq!(marked(&metrics), [true, false, false, false]);
        assert_eq!(ends(&[share("173.3"), share("1.8")]), [shown("200", 0), shown("100", 1)]);
        assert_eq!(ends(&[share("75"), share("0.4")]), [shown("100", 0), shown("100", 0)]);
        assert_eq!(ends(&[share("3"), share("-0.5"), share("60")]), ["100"; 3].map(|end| shown(end, 0)));
        let negative = of_all(&[share("-120"), share("60")]);
        assert_eq!((negative[1].start, negative[1].end), (decimal("0"), decimal("100")));
    }

    #[test]
    fn scales_with_equal_ends_do_not_differ_whatever_set_them() {
        let mut set = metric(&["2023: 950"]);
        set.axis_max = Some(decimal("100"));
        assert_eq!(marked(&[set.clone(), metric(&["2023: 90"])]), [false, false]);
        set.axis_max = Some(decimal("85"));
        assert_eq!(marked(&[set, metric(&["2023: 90"])]), [true, true]);
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
        assert_eq!(ends(&finer), [shown("1.0", 0), shown("1.0", 0)]);
        let mut cut = metric(&["2023: 950"]);
        cut.axis_max = Some(decimal("85"));
        // An end that the file sets is for the metric that sets it.
        let other = [cut, metric(&["2023: 90"])];
        assert_eq!(ends(&other), [shown("85", 1), shown("100", 0)]);
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
