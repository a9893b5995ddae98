//! The words of a target: what is aimed at, and how far it is.
//!
//! Never judges: that is the figures', and its word is in `standing`. An expectation names its model.

use super::change::telling_decimals;
use super::value::{number, number_with_unit};
use crate::figures::{TargetProgress, TargetReading};
use crate::programme::{Measure, Metric, Target, Thresholds};
use crate::text::number::{fewest_decimals, format_decimal, round};
use rust_decimal::Decimal;

/// What is said of a metric that has no target; it is not judged either.
pub const NO_TARGET: &str = "no target";

/// What is aimed at, by when: `80% by 2025`, `0.97 to 1.03 by 2025`, `8 exercises`.
pub fn goal(target: &Target, metric: &Metric, decimals: u32) -> String {
    by(target, aimed(target, metric, decimals, number_with_unit))
}

/// The same without the unit, beside a value that has none: `80% by 2025`, `8 by 2025`.
pub fn goal_without_unit(target: &Target, metric: &Metric, decimals: u32) -> String {
    by(target, number_of(target, metric, decimals))
}

/// The number to reach alone, or both ends of a range: `8`, `0.97 to 1.03`.
pub fn number_of(target: &Target, metric: &Metric, decimals: u32) -> String {
    aimed(target, metric, decimals, number)
}

fn aimed(
    target: &Target,
    metric: &Metric,
    decimals: u32,
    last: fn(Decimal, &Metric, u32) -> String,
) -> String {
    let decimals = decimals.max(target.scale());
    target.max.map_or_else(
        || last(target.value, metric, decimals),
        |max| format!("{} to {}", number(target.value, metric, decimals), last(max, metric, decimals)),
    )
}

fn by(target: &Target, value: String) -> String {
    match &target.period {
        Some(period) => format!("{value} by {}", period.label),
        None => value,
    }
}

/// How far a metric has come: `50% of the way from baseline to target`, `within range`, `below target`.
pub fn progress(reading: &TargetReading) -> String {
    match reading.progress {
        TargetProgress::Undefined => "progress is not defined".to_owned(),
        TargetProgress::OfTheWay(share) => format!("{} of the way from baseline to target", per_cent(share)),
        TargetProgress::OfTarget(share) => {
            format!("{} of the target itself; no baseline to measure progress from", per_cent(share))
        }
        TargetProgress::Maintained(true) => "maintained".to_owned(),
        TargetProgress::Maintained(false) => format!("{} target", side(reading)),
        TargetProgress::InRange(true) => "within range".to_owned(),
        TargetProgress::InRange(false) => "out of range".to_owned(),
    }
}

/// The distance to the target: `5 pp below target`, `3 above target`, `on target`; `n/a` without a value.
pub fn gap(reading: &TargetReading, metric: &Metric, decimals: u32) -> String {
    let Some(gap) = reading.gap else { return "n/a".to_owned() };
    if gap.is_zero() {
        let inside = metric.target.as_ref().is_some_and(|target| target.max.is_some());
        return if inside { "within range" } else { "on target" }.to_owned();
    }
    let decimals = metric.target.as_ref().map_or(decimals, |target| decimals.max(target.scale()));
    let size = format_decimal(gap.abs(), telling_decimals(gap, decimals));
    let unit = match metric.measure {
        Measure::Percentage | Measure::GrowthRate => " pp",
        Measure::Index if size == "1" => " pt",
        Measure::Index => " pts",
        Measure::Count
        | Measure::Currency
        | Measure::Ratio
        | Measure::Ordinal
        | Measure::Nominal
        | Measure::Qualitative => "",
    };
    format!("{size}{unit} {} target", side(reading))
}

/// Where a straight line from baseline to target stands at the period of the value: `7.0 by 2024, if progress were
/// even from 2022 to 2025`; none where none is defined.
pub fn expected(reading: &TargetReading, metric: &Metric, period: &str, decimals: u32) -> Option<String> {
    let expected = reading.expected.as_ref()?;
    // One decimal more than the metric's where rounding would hide on which side the value is.
    let decimals =
        decimals + u32::from(crate::text::number::round(expected.value, decimals) != expected.value);
    let number = number(expected.value, metric, decimals);
    Some(format!("{number} by {period}, if progress were even from {} to {}", expected.from, expected.to))
}

/// The ratio with the bands it is judged by: `75% of the expected progress; on track from 95%, needs
/// acceleration from 60%`; none where there is no ratio.
pub fn rule(reading: &TargetReading, thresholds: &Thresholds) -> Option<String> {
    let share = |ratio: Decimal| ratio.checked_mul(Decimal::ONE_HUNDRED);
    let (on_track, needs) = (share(thresholds.on_track)?, share(thresholds.needs_acceleration)?);
    let ratio = short_of(share(reading.ratio?)?, &[on_track, needs]);
    let (on_track, needs) = (per_cent(on_track), per_cent(needs));
    Some(format!(
        "{ratio} of the expected progress; on track from {on_track}, needs acceleration from {needs}"
    ))
}

/// A share of progress in whole per cent; one short of the whole is never shown as 100%.
fn per_cent(share: Decimal) -> String {
    short_of(share, &[Decimal::ONE_HUNDRED])
}

/// A share in whole per cent, or in as many decimals as it takes not to seem to have reached a mark
/// that it has not reached, and not to seem zero.
fn short_of(share: Decimal, marks: &[Decimal]) -> String {
    let is_short = |places, mark: &Decimal| share >= *mark || round(share, places) < *mark;
    let decimals =
        fewest_decimals(telling_decimals(share, 0), |places| marks.iter().all(|mark| is_short(places, mark)));
    format!("{}%", format_decimal(share, decimals))
}

fn side(reading: &TargetReading) -> &'static str {
    if reading.gap.is_some_and(|gap| gap > Decimal::ZERO) { "above" } else { "below" }
}
