//! Standing: one word for where a metric stands, the same on every screen, slide and printout.
//!
//! With a target it is judged against it, at the period of the value and never at today's date; the expectation
//! is a straight line from baseline to target, the bands are those of Open SDG's progress measurement. Without
//! a target it is judged by its declared direction alone. Never guesses which way is better.

use super::aim::{Aim, aim, has_arithmetic, is_met, judging};
use super::change::ChangeKind;
use super::favour::Favour;
use super::series::number;
use super::target::{Course, Way, ratio, way};
use crate::document::{Direction, Flag, Measure, Metric, Observation, Period, Thresholds, Value};
use rust_decimal::Decimal;

/// The bands where the file sets none: on track from 0.95 of the expected progress, needs
/// acceleration from 0.60 (Open SDG, after Statistics Canada).
pub const THRESHOLDS: Thresholds = Thresholds {
    on_track: Decimal::from_parts(95, 0, 0, false, 2),
    needs_acceleration: Decimal::from_parts(60, 0, 0, false, 2),
};

/// Where a metric stands. The order of the variants is the one order of all lists: worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MetricStanding {
    /// The period of the target has come, and it is not reached.
    Missed,
    /// Away from the target, seen from the baseline.
    Deterioration,
    /// No target; moved against its declared direction.
    GotWorse,
    /// Less than `needs_acceleration` of the expected progress.
    LimitedProgress,
    /// At least `needs_acceleration` of the expected progress.
    NeedsAcceleration,
    /// Not reached, and there is no expectation for this period: the target has no period of its own, or the
    /// metric has steps and no distances.
    NotMetYet,
    /// Not judged, and why.
    NotJudged(Unjudged),
    /// No target; as before.
    Unchanged,
    /// At or before the baseline's period: nothing to judge yet.
    NotStarted,
    /// No target and no direction to judge by.
    NoTarget,
    /// At least `on_track` of the expected progress, or the target of this period is reached and a later one
    /// is still to come.
    OnTrack,
    /// No target; moved in its declared direction.
    Improved,
    /// Inside the range of the target.
    WithinRange,
    /// Reached before its period.
    MetEarly,
    /// Reached.
    Met,
}

/// Why a metric with a target, or with a direction, is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unjudged {
    /// There is no value this year.
    NoValue,
    /// This year's value could not be read.
    ValueNotReadable,
    /// The target could not be read.
    TargetNotReadable,
    /// The values are words.
    Words,
    /// The file does not say which way is better.
    NoDirection,
    /// The file says that neither way is better.
    Neutral,
    /// The direction is a range, and the target is one number.
    NoRange,
    /// There is no baseline, or no period of it, to expect anything from.
    NoBaseline,
    /// Target, baseline and direction contradict each other.
    Contradiction,
    /// The file states one figure in two ways.
    Disputed,
    /// The series broke between the baseline and the value, which were not measured alike.
    AcrossBreak,
}

impl MetricStanding {
    /// Whether the target is missed or not being reached: what `check --fail-on off-target` reports.
    pub const fn is_off_target(self) -> bool {
        matches!(self, Self::Missed | Self::Deterioration | Self::LimitedProgress | Self::NeedsAcceleration)
    }

    /// Whether the target is reached or on the way to be.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Met | Self::MetEarly | Self::WithinRange | Self::OnTrack)
    }
}

/// Where `metric` stands at its value `current`, whose change on the year before is `change` and for the better
/// or the worse as `favour` says.
pub(super) fn standing(
    metric: &Metric,
    current: Option<&Observation>,
    previous: Option<&Observation>,
    (change, favour): (&ChangeKind, Favour),
) -> MetricStanding {
    let judged = if metric.target.is_some() {
        against_target(metric, current)
    } else if metric.unreadable.has("target") || metric.unreadable.has("targets") {
        Err(Unjudged::TargetNotReadable)
    } else {
        by_direction(metric, [current, previous], change, favour)
    };
    judged.unwrap_or_else(MetricStanding::NotJudged)
}

/// Without a target there is the declared direction alone.
fn by_direction(
    metric: &Metric,
    values: [Option<&Observation>; 2],
    change: &ChangeKind,
    favour: Favour,
) -> Result<MetricStanding, Unjudged> {
    if !matches!(metric.direction, Some(Direction::Increase | Direction::Decrease)) {
        return Ok(MetricStanding::NoTarget);
    }
    if values.into_iter().flatten().any(|one| matches!(one.value, Value::Word(_))) {
        return Err(Unjudged::Words);
    }
    if metric.baseline_clash().is_some() {
        return Err(Unjudged::Disputed);
    }
    Ok(match (change, favour) {
        (ChangeKind::Undefined(_), _) => MetricStanding::NoTarget,
        (ChangeKind::Same, _) => MetricStanding::Unchanged,
        (_, Favour::Favourable) => MetricStanding::Improved,
        (_, Favour::Adverse) => MetricStanding::GotWorse,
        (_, Favour::NotJudged) => MetricStanding::NoTarget,
    })
}

fn against_target(metric: &Metric, current: Option<&Observation>) -> Result<MetricStanding, Unjudged> {
    let (value, now) =
        current.and_then(|one| Some((number(one)?, &one.period))).ok_or_else(|| gap(current))?;
    if matches!(metric.measure, Measure::Nominal | Measure::Qualitative) {
        return Err(Unjudged::Words);
    }
    let (target, is_interim) = judging(metric, now).ok_or(Unjudged::NoValue)?;
    let aim = declared(metric, aim(metric, target))?;
    if metric.baseline_clash().is_some() || metric.is_target_disputed() {
        return Err(Unjudged::Disputed);
    }
    let course = Course::of(metric, target, now);
    if matches!(aim, Aim::Contradictory(_)) || (!is_interim && matches!(course, Course::Impossible)) {
        return Err(Unjudged::Contradiction);
    }
    if is_across_break(metric, now) {
        return Err(Unjudged::AcrossBreak);
    }
    if is_met(aim, value) == Some(true) {
        return Ok(match aim {
            Aim::Within(..) => MetricStanding::WithinRange,
            _ if is_interim => MetricStanding::OnTrack,
            _ if is_before(now, target.period.as_ref()) => MetricStanding::MetEarly,
            Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_) | Aim::Contradictory(_) => MetricStanding::Met,
        });
    }
    if is_interim {
        return Ok(MetricStanding::Missed);
    }
    let start = metric.baseline.as_ref().map(|baseline| baseline.value);
    not_met(metric, course, target.period.is_some(), start.and_then(|start| way(aim, start, value)))
}

/// Where a metric stands that has not reached its last target.
fn not_met(
    metric: &Metric,
    course: Course,
    has_period: bool,
    way: Option<Way>,
) -> Result<MetricStanding, Unjudged> {
    match course {
        Course::Over => Ok(MetricStanding::Missed),
        _ if !has_period || !has_arithmetic(metric.measure) => Ok(MetricStanding::NotMetYet),
        Course::NotStarted => Ok(MetricStanding::NotStarted),
        Course::Unknown | Course::Impossible => Err(Unjudged::NoBaseline),
        Course::Running(elapsed, whole) => {
            // At the target to begin with, and no longer.
            let Some(way) = way else { return Ok(MetricStanding::Deterioration) };
            let ratio = ratio(way, (elapsed.into(), whole.into())).ok_or(Unjudged::NoBaseline)?;
            Ok(band(metric, ratio))
        }
    }
}

/// Why there is nothing to judge this year.
fn gap(current: Option<&Observation>) -> Unjudged {
    match current.map(|one| (&one.value, one.flag)) {
        Some((Value::Word(_), flag)) if flag != Flag::Suppressed => Unjudged::Words,
        Some((Value::Unreadable, _)) => Unjudged::ValueNotReadable,
        _ => Unjudged::NoValue,
    }
}

/// An aim with a side that is declared to be the better one.
fn declared(metric: &Metric, aim: Aim) -> Result<Aim, Unjudged> {
    match (metric.direction, aim) {
        (Some(Direction::Neutral), _) => Err(Unjudged::Neutral),
        (Some(Direction::Range), Aim::Unknown(_)) => Err(Unjudged::NoRange),
        (None, Aim::Unknown(_)) => Err(Unjudged::NoDirection),
        (_, aim) => Ok(aim),
    }
}

/// Whether a period ends before that of the target.
fn is_before(now: &Period, end: Option<&Period>) -> bool {
    end.is_some_and(|end| now.months_since(end) < 0)
}

/// Whether the series broke after the baseline's period, up to `now`.
fn is_across_break(metric: &Metric, now: &Period) -> bool {
    let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
    let is_between = |one: &&Observation| {
        start.is_some_and(|start| one.period.months_since(start) > 0) && now.months_since(&one.period) >= 0
    };
    metric.values.iter().filter(is_between).any(|one| one.flag == Flag::Break)
}

fn band(metric: &Metric, ratio: Decimal) -> MetricStanding {
    let thresholds = metric.thresholds.unwrap_or(THRESHOLDS);
    if ratio < Decimal::ZERO {
        MetricStanding::Deterioration
    } else if ratio >= thresholds.on_track {
        MetricStanding::OnTrack
    } else if ratio >= thresholds.needs_acceleration {
        MetricStanding::NeedsAcceleration
    } else {
        MetricStanding::LimitedProgress
    }
}
