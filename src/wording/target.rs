//! The words of a target: what is aimed at, how far it is, and the verdict.
//!
//! Never judges: the verdict is the figures'. A verdict from a straight line names its model.

use super::change::telling_decimals;
use super::value::{number, number_with_unit};
use crate::document::{Measure, Metric, Target, Thresholds};
use crate::figures::{TargetProgress, TargetReading, Verdict};
use crate::text::number::{format_decimal, round};
use rust_decimal::Decimal;

/// What is aimed at, by when: `80% by 2025`, `0.97 to 1.03 by 2025`, `8 exercises`.
pub fn goal(target: &Target, metric: &Metric, decimals: u32) -> String {
    // A goal is written as finely as the file writes it: 0.97 must not become 1.
    let finest = target.max.map_or(target.value.scale(), |max| max.scale().max(target.value.scale()));
    let decimals = decimals.max(finest);
    let value = match target.max {
        None => number_with_unit(target.value, metric, decimals),
        Some(max) => {
            format!(
                "{} to {}",
                number(target.value, metric, decimals),
                number_with_unit(max, metric, decimals)
            )
        }
    };
    match &target.period {
        Some(period) => format!("{value} by {}", period.label),
        None => value,
    }
}

/// The verdict in a word or two: `met`, `on track`, `needs acceleration`. `met early` while the
/// target's period is still to come.
pub fn verdict(reading: &TargetReading) -> &'static str {
    match reading.verdict {
        Verdict::Met if reading.expected.is_some() => "met early",
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::OnTrack => "on track",
        Verdict::NeedsAcceleration => "needs acceleration",
        Verdict::LimitedProgress => "limited progress",
        Verdict::Deterioration => "deterioration",
        Verdict::NotStarted => "not started",
        Verdict::NotJudged => "not judged",
        Verdict::Contradiction => "not judged: target, baseline and direction contradict each other",
    }
}

/// How far a metric has come, in few words: `50%`, `63% of target`, `in range`, `below target`.
pub fn progress(reading: &TargetReading) -> String {
    match reading.progress {
        TargetProgress::Undefined => "n/a".to_owned(),
        TargetProgress::OfTheWay(share) => per_cent(share),
        TargetProgress::OfTarget(share) => format!("{} of target", per_cent(share)),
        TargetProgress::Maintained(true) => "maintained".to_owned(),
        TargetProgress::Maintained(false) => format!("{} target", side(reading)),
        TargetProgress::InRange(true) => "in range".to_owned(),
        TargetProgress::InRange(false) => "out of range".to_owned(),
    }
}

/// How far a metric has come, in full: `50% of the way from baseline to target`.
pub fn progress_in_full(reading: &TargetReading) -> String {
    match reading.progress {
        TargetProgress::OfTheWay(share) => format!("{} of the way from baseline to target", per_cent(share)),
        TargetProgress::OfTarget(share) => {
            format!("{} of the target itself; no baseline to measure progress from", per_cent(share))
        }
        TargetProgress::Undefined => "progress is not defined".to_owned(),
        TargetProgress::Maintained(_) | TargetProgress::InRange(_) => progress(reading),
    }
}

/// The distance to the target: `5 pp below target`, `3 above target`, `on target`; `n/a` without a value.
pub fn gap(reading: &TargetReading, metric: &Metric, decimals: u32) -> String {
    let Some(gap) = reading.gap else { return "n/a".to_owned() };
    if gap.is_zero() {
        let inside = metric.target.as_ref().is_some_and(|target| target.max.is_some());
        return if inside { "in range" } else { "on target" }.to_owned();
    }
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

/// Where a straight line would stand: `expected 7.0 (straight line)`; none where none is defined.
pub fn expected(reading: &TargetReading, metric: &Metric, decimals: u32) -> Option<String> {
    let expected = reading.expected?;
    Some(format!("expected {} (straight line)", number(expected, metric, decimals)))
}

/// The ratio with the bands it is judged by: `75% of the expected progress; on track from 95%, needs
/// acceleration from 60%`; none where there is no ratio.
pub fn pace(reading: &TargetReading, thresholds: &Thresholds) -> Option<String> {
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
    const MOST: u32 = 28;
    let seems_there = |places: u32| marks.iter().any(|mark| share < *mark && round(share, places) >= *mark);
    let least = telling_decimals(share, 0);
    let decimals = (least..=MOST).find(|places| !seems_there(*places)).unwrap_or(least);
    format!("{}%", format_decimal(share, decimals))
}

fn side(reading: &TargetReading) -> &'static str {
    if reading.gap.is_some_and(|gap| gap > Decimal::ZERO) { "above" } else { "below" }
}
