//! Targets: how far a metric has come on the way to its last target, in numbers.
//!
//! What is expected on the way is in `path`. Never says how good that is: that is `standing`.

use super::aim::{Aim, aim, is_met, is_past};
use super::path::{Expected, Headway, Leg, way};
use super::series::number;
use super::trial::{Trial, is_comparable};
use crate::programme::{Flag, Metric, Observation, Period, Target};
use rust_decimal::Decimal;

/// How far a metric has come towards its target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetReading {
    /// Value minus target (to the nearer end of a range), in the metric's unit; zero inside a range.
    /// None without a value, and for words and steps of a scale.
    pub gap: Option<Decimal>,
    /// How far from baseline to target.
    pub progress: TargetProgress,
    /// Where the path from baseline to target stands at the period of the value; only between the baseline's period and
    /// the target's.
    pub expected: Option<Expected>,
    /// Progress as a share of the expected progress (1 is exactly as expected), where `expected` is.
    pub ratio: Option<Decimal>,
    /// The target of the value's own period, where a later one is still to come.
    pub interim: Option<Target>,
}

/// How far a metric has come.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetProgress {
    /// Not defined: no value, no arithmetic, a contradiction, or nothing to measure from.
    Undefined,
    /// Per cent of the way from baseline to target; negative and above 100 are possible.
    OfTheWay(Decimal),
    /// No baseline: per cent of the target itself, where more is better.
    OfTarget(Decimal),
    /// The target is the baseline's level: kept or not; `gap` says on which side.
    Maintained(bool),
    /// A range: inside, or outside without a baseline outside to measure the way from.
    InRange(bool),
}

impl TargetReading {
    const NONE: Self =
        Self { gap: None, progress: TargetProgress::Undefined, expected: None, ratio: None, interim: None };
}

/// How far `metric` has come at the value of its trial, if it has a target.
pub(super) fn reading(metric: &Metric, trial: Option<Trial<'_>>) -> Option<TargetReading> {
    let (target, trial) = (metric.target.as_ref()?, trial?);
    let aim = aim(metric, target);
    let is_final = |one: &&Observation| one.flag != Flag::Partial || trial.settled.is_some();
    let judged = trial.at.and_then(|index| metric.values.get(index)).filter(is_final);
    let Some((value, period)) = judged.and_then(|one| Some((number(one)?, &one.period))) else {
        return Some(TargetReading::NONE);
    };
    let interim = trial.is_interim.then(|| trial.target.clone());
    let is_like = |one: &Option<Period>| is_comparable(metric, period, one.as_ref());
    if metric.measure.is_words() || !is_like(&target.period) {
        return Some(TargetReading { interim, ..TargetReading::NONE });
    }
    let gap = gap(aim, value);
    // From a figure that the file states in two ways, or that was measured in another way, nothing is measured.
    let is_disputed = metric.baseline_clash().is_some()
        || metric.unreadable.has("baseline")
        || !metric.has_sound_targets()
        || metric.unreadable.is_disputed();
    let start = metric.baseline.as_ref().filter(|start| is_like(&start.period));
    if is_disputed || is_across_break(metric, period) || start.is_none() && metric.baseline.is_some() {
        return Some(TargetReading { gap, interim, ..TargetReading::NONE });
    }
    let is_before =
        start.and_then(|start| start.period.as_ref()).is_some_and(|from| period.months_since(from) < 0);
    let baseline = start.map(|start| start.value);
    let way = baseline.and_then(|baseline| way(aim, baseline, value));
    let leg = way.and_then(|way| Leg::at(metric, aim, way, period));
    // Nothing was to be reached by another line where the period has a target of its own, nor is there a line beyond
    // the range.
    let is_past = baseline.is_some_and(|baseline| is_past(aim, baseline, value));
    let running = way.zip(leg.as_ref()).filter(|_| interim.is_none() && !is_past);
    Some(TargetReading {
        gap,
        progress: if is_before { TargetProgress::Undefined } else { progress(aim, baseline, value, way) },
        expected: running.and_then(|(way, leg)| leg.expected(way, baseline?)),
        ratio: running.and_then(|(way, leg)| leg.ratio(way)),
        interim,
    })
}

/// Whether the series broke after the baseline's period, up to `now`.
pub(super) fn is_across_break(metric: &Metric, now: &Period) -> bool {
    let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
    let is_between = |one: &&Observation| {
        start.is_some_and(|start| one.period.months_since(start) > 0) && now.months_since(&one.period) >= 0
    };
    metric.values.iter().filter(is_between).any(|one| one.flag == Flag::Break)
}

fn gap(aim: Aim, value: Decimal) -> Option<Decimal> {
    match aim {
        Aim::AtLeast(goal) | Aim::AtMost(goal) | Aim::Unknown(goal) | Aim::Contradictory(goal) => {
            value.checked_sub(goal)
        }
        Aim::Within(low, _) if value < low => value.checked_sub(low),
        Aim::Within(_, high) if value > high => value.checked_sub(high),
        Aim::Within(..) => Some(Decimal::ZERO),
    }
}

fn progress(aim: Aim, baseline: Option<Decimal>, value: Decimal, way: Option<Headway>) -> TargetProgress {
    let per_cent = |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let of_the_way = |way: Headway| {
        per_cent(way.done, way.whole).map_or(TargetProgress::Undefined, TargetProgress::OfTheWay)
    };
    match (aim, baseline, way) {
        (Aim::Within(..), _, way) => match (is_met(aim, value), way) {
            (Some(false), Some(way)) => of_the_way(way),
            (met, _) => TargetProgress::InRange(met == Some(true)),
        },
        (Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_), Some(_), Some(way)) => of_the_way(way),
        (Aim::Unknown(goal), Some(_), None) if value != goal => TargetProgress::Undefined,
        (Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_), Some(_), None) => {
            TargetProgress::Maintained(is_met(aim, value).unwrap_or(true))
        }
        (Aim::AtLeast(goal), None, _) => {
            let sensible = goal > Decimal::ZERO && value >= Decimal::ZERO;
            let share = per_cent(value, goal).filter(|_| sensible);
            share.map_or(TargetProgress::Undefined, TargetProgress::OfTarget)
        }
        // Of a target to stay below, a share says nothing; of one that contradicts, neither.
        (Aim::AtMost(_) | Aim::Unknown(_) | Aim::Contradictory(_), ..) => TargetProgress::Undefined,
    }
}

/// Where the period of a value lies between the baseline's and the target's, which is the later one.
#[derive(Clone, Copy)]
pub(super) enum Course {
    /// A period is not given, and the target's has not come.
    Unknown,
    NotStarted,
    /// Between the two.
    Running,
    Over,
}

impl Course {
    pub(super) fn of(metric: &Metric, target: &Target, now: &Period) -> Self {
        let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
        match (start, target.period.as_ref()) {
            (_, Some(end)) if now.months_since(end) >= 0 => Self::Over,
            (Some(start), _) if now.months_since(start) <= 0 => Self::NotStarted,
            (Some(_), Some(_)) => Self::Running,
            _ => Self::Unknown,
        }
    }
}
