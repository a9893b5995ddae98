//! Targets: how far a metric has come, and whether that is fast enough.
//!
//! The expectation is a straight line from baseline to target; the bands are those of Open SDG's
//! progress measurement. Judged at the period of the value, never at today's date. Never judges
//! without a target, and never guesses which way is better.

use super::change::distance;
use super::series::number;
use crate::document::{Direction, Flag, Measure, Metric, Observation, Period, Target, Thresholds};
use rust_decimal::Decimal;

/// The bands where the file sets none: on track from 0.95 of the expected progress, needs
/// acceleration from 0.60 (Open SDG, after Statistics Canada).
pub const THRESHOLDS: Thresholds = Thresholds {
    on_track: Decimal::from_parts(95, 0, 0, false, 2),
    needs_acceleration: Decimal::from_parts(60, 0, 0, false, 2),
};

/// Where a metric stands against its target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetReading {
    /// Value minus target (to the nearer end of a range), in the metric's unit; zero inside a range.
    /// None without a value, and for words and steps of a scale.
    pub gap: Option<Decimal>,
    /// How far from baseline to target.
    pub progress: TargetProgress,
    /// What that means at the period of the value.
    pub verdict: Verdict,
    /// Where a straight line from baseline to target stands at the period of the value; only between
    /// the baseline's period and the target's. With a range, the line to its nearer end.
    pub expected: Option<Decimal>,
    /// Progress as a share of the expected progress (1 is exactly as expected), where `expected` is.
    pub ratio: Option<Decimal>,
}

/// How far a metric has come.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetProgress {
    /// Not defined: no value, no arithmetic, or a contradiction.
    Undefined,
    /// Per cent of the way from baseline to target; negative and above 100 are possible.
    OfTheWay(Decimal),
    /// No baseline: per cent of the target itself.
    OfTarget(Decimal),
    /// The target is the baseline's level: kept or not; `gap` says on which side.
    Maintained(bool),
    /// A range: inside, or outside without a baseline outside to measure the way from.
    InRange(bool),
}

/// The verdict on a target (bands after Open SDG; see [`Thresholds`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Reached, at its period or before.
    Met,
    /// Its period has come and it is not reached.
    Missed,
    /// At least `on_track` of the expected progress.
    OnTrack,
    /// At least `needs_acceleration` of the expected progress.
    NeedsAcceleration,
    /// Some progress or none, below that.
    LimitedProgress,
    /// Away from the target.
    Deterioration,
    /// At or before the baseline's period: nothing to judge yet.
    NotStarted,
    /// Not judged: no value, no direction, no baseline or no period to judge by.
    NotJudged,
    /// Target, baseline and direction contradict each other.
    Contradiction,
    /// Not judged: the series broke between the baseline and the value, which were not measured alike.
    AcrossBreak,
}

/// What reaching the target means.
#[derive(Clone, Copy)]
enum Aim {
    AtLeast(Decimal),
    AtMost(Decimal),
    Within(Decimal, Decimal),
    /// Which way is better is not known.
    Unknown(Decimal),
    Contradictory(Decimal),
}

/// Where `metric` stands at its value `current` against its target, if it has one.
pub(super) fn reading(metric: &Metric, current: Option<&Observation>) -> Option<TargetReading> {
    let target = metric.target.as_ref()?;
    let aim = aim(metric, target);
    let Some((value, period)) = current.and_then(|one| Some((number(one)?, &one.period))) else {
        return Some(unread());
    };
    let baseline = metric.baseline.as_ref().map(|baseline| baseline.value);
    if is_across_break(metric, period) {
        let gap = gap(aim, value).filter(|_| has_arithmetic(metric.measure));
        return Some(TargetReading { gap, verdict: Verdict::AcrossBreak, ..unread() });
    }
    let arithmetic = has_arithmetic(metric.measure);
    let course = Course::of(metric, target, period);
    let way = baseline.filter(|_| arithmetic).and_then(|baseline| way(aim, baseline, value));
    let progress = if arithmetic { progress(aim, baseline, value, way) } else { TargetProgress::Undefined };
    let verdict = match metric.direction {
        Some(Direction::Neutral) => Verdict::NotJudged,
        _ => verdict(metric, aim, value, way, course),
    };
    let running = way.and_then(|way| course.elapsed().map(|elapsed| (way, elapsed)));
    Some(TargetReading {
        gap: gap(aim, value).filter(|_| arithmetic),
        progress,
        verdict,
        expected: running.and_then(|(way, elapsed)| expected(baseline?, way, elapsed)),
        ratio: running.and_then(|(way, elapsed)| ratio(way, elapsed)),
    })
}

/// Whether the series broke after the baseline's period, up to `now`.
fn is_across_break(metric: &Metric, now: &Period) -> bool {
    let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
    let is_between = |one: &&Observation| {
        start.is_some_and(|start| one.period.months_since(start) > 0) && now.months_since(&one.period) >= 0
    };
    metric.values.iter().filter(is_between).any(|one| one.flag == Flag::Break)
}

/// Whether target and baseline say that the other way than the declared one is better.
pub(super) fn is_contradictory(metric: &Metric) -> bool {
    metric.target.as_ref().is_some_and(|target| matches!(aim(metric, target), Aim::Contradictory(_)))
}

fn unread() -> TargetReading {
    TargetReading {
        gap: None,
        progress: TargetProgress::Undefined,
        verdict: Verdict::NotJudged,
        expected: None,
        ratio: None,
    }
}

fn has_arithmetic(measure: Measure) -> bool {
    !matches!(measure, Measure::Ordinal | Measure::Nominal | Measure::Qualitative)
}

/// A declared direction is taken at its word; without one, a baseline on one side of the target says
/// which way it is.
fn aim(metric: &Metric, target: &Target) -> Aim {
    let goal = target.value;
    let baseline = metric.baseline.as_ref().map(|baseline| baseline.value);
    if let Some(high) = target.max {
        return if high < goal { Aim::Contradictory(goal) } else { Aim::Within(goal, high) };
    }
    let (up, down) = (baseline.is_some_and(|b| b < goal), baseline.is_some_and(|b| b > goal));
    match metric.direction {
        Some(Direction::Increase) if down => Aim::Contradictory(goal),
        Some(Direction::Decrease) if up => Aim::Contradictory(goal),
        Some(Direction::Increase) => Aim::AtLeast(goal),
        Some(Direction::Decrease) => Aim::AtMost(goal),
        None if up => Aim::AtLeast(goal),
        None if down => Aim::AtMost(goal),
        None | Some(Direction::Range | Direction::Neutral) => Aim::Unknown(goal),
    }
}

/// Whether the aim is reached; none where that cannot be said.
fn is_met(aim: Aim, value: Decimal) -> Option<bool> {
    match aim {
        Aim::AtLeast(goal) => Some(value >= goal),
        Aim::AtMost(goal) => Some(value <= goal),
        Aim::Within(low, high) => Some(low <= value && value <= high),
        Aim::Unknown(_) | Aim::Contradictory(_) => None,
    }
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

/// The way from baseline to target: how much of it is done and how long it is. Towards a range it is
/// the distance outside it, so that both sides count the same.
#[derive(Clone, Copy)]
struct Way {
    done: Decimal,
    whole: Decimal,
    /// The whole way with its sign: from the baseline to the target or the nearer end of the range.
    signed: Decimal,
}

/// None where there is no way to go: a target at the baseline, or a baseline inside the range.
fn way(aim: Aim, baseline: Decimal, value: Decimal) -> Option<Way> {
    let way = match aim {
        Aim::AtLeast(goal) | Aim::AtMost(goal) | Aim::Unknown(goal) => {
            let signed = goal.checked_sub(baseline)?;
            Way { done: value.checked_sub(baseline)?, whole: signed, signed }
        }
        Aim::Within(low, high) => {
            let whole = distance(baseline, low, high);
            let done = whole.checked_sub(distance(value, low, high))?;
            Way { done, whole, signed: if baseline < low { whole } else { -whole } }
        }
        Aim::Contradictory(_) => return None,
    };
    (!way.whole.is_zero()).then_some(way)
}

fn progress(aim: Aim, baseline: Option<Decimal>, value: Decimal, way: Option<Way>) -> TargetProgress {
    let per_cent = |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    match (aim, baseline, way) {
        (Aim::Contradictory(_), ..) => TargetProgress::Undefined,
        (Aim::Within(..), _, way) => match (is_met(aim, value), way) {
            (Some(false), Some(way)) => {
                per_cent(way.done, way.whole).map_or(TargetProgress::Undefined, TargetProgress::OfTheWay)
            }
            (met, _) => TargetProgress::InRange(met == Some(true)),
        },
        (_, Some(_), Some(way)) => {
            per_cent(way.done, way.whole).map_or(TargetProgress::Undefined, TargetProgress::OfTheWay)
        }
        (Aim::Unknown(goal), Some(_), None) if value != goal => TargetProgress::Undefined,
        (_, Some(_), None) => TargetProgress::Maintained(is_met(aim, value).unwrap_or(true)),
        (Aim::AtLeast(goal) | Aim::AtMost(goal) | Aim::Unknown(goal), None, _) => {
            let sensible = goal > Decimal::ZERO && value >= Decimal::ZERO;
            let share = per_cent(value, goal).filter(|_| sensible);
            share.map_or(TargetProgress::Undefined, TargetProgress::OfTarget)
        }
    }
}

/// Where the period of a value lies between the baseline's and the target's.
#[derive(Clone, Copy)]
enum Course {
    /// A period is not given, and the target's has not come.
    Unknown,
    /// The target's period is not after the baseline's.
    Impossible,
    NotStarted,
    /// So many months of so many.
    Running(i32, i32),
    Over,
}

impl Course {
    fn of(metric: &Metric, target: &Target, now: &Period) -> Self {
        let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
        match (start, target.period.as_ref()) {
            (Some(start), Some(end)) if end.months_since(start) <= 0 => Self::Impossible,
            (_, Some(end)) if now.months_since(end) >= 0 => Self::Over,
            (Some(start), _) if now.months_since(start) <= 0 => Self::NotStarted,
            (Some(start), Some(end)) => Self::Running(now.months_since(start), end.months_since(start)),
            _ => Self::Unknown,
        }
    }

    fn elapsed(self) -> Option<(Decimal, Decimal)> {
        match self {
            Self::Running(elapsed, whole) => Some((elapsed.into(), whole.into())),
            Self::Unknown | Self::Impossible | Self::NotStarted | Self::Over => None,
        }
    }
}

fn expected(baseline: Decimal, way: Way, (elapsed, whole): (Decimal, Decimal)) -> Option<Decimal> {
    way.signed.checked_mul(elapsed)?.checked_div(whole)?.checked_add(baseline)
}

/// Share of the way done over share of the time gone, in one division so that 0.95 is exactly 0.95.
fn ratio(way: Way, (elapsed, whole): (Decimal, Decimal)) -> Option<Decimal> {
    way.done.checked_mul(whole)?.checked_div(way.whole.checked_mul(elapsed)?)
}

fn verdict(metric: &Metric, aim: Aim, value: Decimal, way: Option<Way>, course: Course) -> Verdict {
    let met = match (aim, course) {
        (Aim::Contradictory(_), _) | (_, Course::Impossible) => return Verdict::Contradiction,
        _ => is_met(aim, value),
    };
    match (met, course) {
        (Some(true), _) => Verdict::Met,
        (None, _) | (_, Course::Unknown | Course::Impossible) => Verdict::NotJudged,
        (_, Course::Over) => Verdict::Missed,
        (_, Course::NotStarted) => Verdict::NotStarted,
        (_, Course::Running(..)) => match (way, course.elapsed()) {
            (Some(way), Some(elapsed)) => {
                ratio(way, elapsed).map_or(Verdict::NotJudged, |it| band(metric, it))
            }
            // At the target to begin with, and no longer; but steps of a scale have no distance.
            _ if has_arithmetic(metric.measure) => Verdict::Deterioration,
            _ => Verdict::NotJudged,
        },
    }
}

fn band(metric: &Metric, ratio: Decimal) -> Verdict {
    let thresholds = metric.thresholds.unwrap_or(THRESHOLDS);
    if ratio < Decimal::ZERO {
        Verdict::Deterioration
    } else if ratio >= thresholds.on_track {
        Verdict::OnTrack
    } else if ratio >= thresholds.needs_acceleration {
        Verdict::NeedsAcceleration
    } else {
        Verdict::LimitedProgress
    }
}
