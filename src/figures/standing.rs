//! Standing: one word for where a metric stands, the same on every screen, slide and printout.
//!
//! With a target it is judged against it, at the period of the value; today's date matters only for whether the
//! period of the target is over. The expectation is a straight line from baseline to target, the bands are those of Open SDG's progress measurement. Without
//! a target it is judged by its declared direction alone. Never guesses which way is better.

use super::aim::{Aim, aim, has_arithmetic, is_met};
use super::change::ChangeKind;
use super::favour::Favour;
use super::series::number;
use super::target::{Course, Way, is_across_break, ratio, way};
use super::trial::{Calendar, Trial};
use crate::document::{Direction, Flag, Measure, Metric, Observation, Period, Target, Thresholds, Value};
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
    /// Not reached, and there is no expectation for this period: the target has no period of its own, its period is
    /// not over yet, or the metric has steps and no distances.
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
    /// is still to come, or it is reached and its period is not over yet.
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
    /// All there is so far is a forecast, or a year to date.
    NoFullValue,
    /// The target's period is past, and the file has no full value for it.
    NoTargetValue,
    /// The value is suppressed.
    Suppressed,
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

/// Where `metric` stands: by its trial, else by its latest two values, what changed between them and whether that is
/// for the better.
pub(super) fn standing(
    metric: &Metric,
    trial: Option<Trial<'_>>,
    calendar: Calendar,
    moved: ([Option<&Observation>; 2], &ChangeKind, Favour),
) -> MetricStanding {
    let judged = if let Some(trial) = trial {
        against_target(metric, trial, calendar)
    } else if metric.unreadable.has("target") || metric.unreadable.has("targets") {
        Err(Unjudged::TargetNotReadable)
    } else {
        by_direction(metric, moved)
    };
    judged.unwrap_or_else(MetricStanding::NotJudged)
}

/// Without a target there is the declared direction alone.
fn by_direction(
    metric: &Metric,
    (values, change, favour): ([Option<&Observation>; 2], &ChangeKind, Favour),
) -> Result<MetricStanding, Unjudged> {
    if !matches!(metric.direction, Some(Direction::Increase | Direction::Decrease)) {
        return Ok(MetricStanding::NoTarget);
    }
    if values.into_iter().flatten().any(|one| matches!(one.value, Value::Word(_))) {
        return Err(Unjudged::Words);
    }
    Ok(match (change, favour) {
        (ChangeKind::Undefined(_), _) => MetricStanding::NoTarget,
        _ if metric.baseline_clash().is_some() => return Err(Unjudged::Disputed),
        (ChangeKind::Same, _) => MetricStanding::Unchanged,
        (_, Favour::Favourable) => MetricStanding::Improved,
        (_, Favour::Adverse) => MetricStanding::GotWorse,
        (_, Favour::NotJudged) => MetricStanding::NoTarget,
    })
}

fn against_target(metric: &Metric, trial: Trial<'_>, calendar: Calendar) -> Result<MetricStanding, Unjudged> {
    let tried = tried(metric, trial);
    if tried == Err(Unjudged::NoTargetValue) && contradicts(metric, trial) {
        return Err(Unjudged::Contradiction);
    }
    let (value, now) = tried?;
    if matches!(metric.measure, Measure::Nominal | Measure::Qualitative) {
        return Err(Unjudged::Words);
    }
    let Trial { target, is_interim, .. } = trial;
    let aim = declared(metric, aim(metric, target))?;
    if metric.baseline_clash().is_some() || metric.is_target_disputed() {
        return Err(Unjudged::Disputed);
    }
    if contradicts(metric, trial) {
        return Err(Unjudged::Contradiction);
    }
    if is_across_break(metric, now) {
        return Err(Unjudged::AcrossBreak);
    }
    let is_running = target.period.as_ref().is_some_and(|period| calendar.is_running(period));
    if is_met(aim, value) == Some(true) {
        return Ok(match aim {
            Aim::Within(..) => MetricStanding::WithinRange,
            _ if is_interim => MetricStanding::OnTrack,
            _ if is_before(now, target.period.as_ref()) => MetricStanding::MetEarly,
            // What is reached while the period runs can still be lost.
            _ if is_running => MetricStanding::OnTrack,
            Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_) | Aim::Contradictory(_) => MetricStanding::Met,
        });
    }
    let course = Course::of(metric, target, now);
    match course {
        _ if is_interim && !is_running => Ok(MetricStanding::Missed),
        Course::Over if !is_running => Ok(MetricStanding::Missed),
        _ if is_interim => Ok(MetricStanding::NotMetYet),
        Course::Unknown if has_begun(metric, target) => Err(Unjudged::NoTargetValue),
        Course::Unknown | Course::Impossible | Course::NotStarted | Course::Running(..) | Course::Over => {
            let start = metric.baseline.as_ref().map(|baseline| baseline.value);
            not_met(metric, course, start.and_then(|start| way(aim, start, value)))
        }
    }
}

/// Whether target, baseline and direction contradict each other, be it in their values or their periods.
fn contradicts(metric: &Metric, Trial { target, is_interim, .. }: Trial<'_>) -> bool {
    let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
    let ends_first = |(start, end): (&Period, &Period)| end.months_since(start) <= 0;
    matches!(aim(metric, target), Aim::Contradictory(_))
        || !is_interim && start.zip(target.period.as_ref()).is_some_and(ends_first)
}

/// Where a metric stands that has not reached its last target, whose period is not over.
fn not_met(metric: &Metric, course: Course, way: Option<Way>) -> Result<MetricStanding, Unjudged> {
    let has_period = metric.target.as_ref().is_some_and(|target| target.period.is_some());
    match course {
        Course::Over => Ok(MetricStanding::NotMetYet),
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

/// Whether the file has something for the target's period that is no full value yet.
fn has_begun(metric: &Metric, target: &Target) -> bool {
    target.period.as_ref().is_some_and(|period| metric.values.iter().any(|one| one.period == *period))
}

/// The value that is judged and its period, or why there is nothing to judge.
fn tried<'m>(metric: &'m Metric, trial: Trial<'_>) -> Result<(Decimal, &'m Period), Unjudged> {
    let Some(one) = trial.at.and_then(|index| metric.values.get(index)) else {
        let is_empty = super::series::current(&metric.values).is_none();
        let is_ahead = metric.values.iter().any(|one| number(one).is_some());
        return Err(match (is_empty, is_ahead) {
            (false, _) => Unjudged::NoTargetValue,
            (true, true) => Unjudged::NoFullValue,
            (true, false) => Unjudged::NoValue,
        });
    };
    match (&one.value, one.flag) {
        (_, Flag::Suppressed) => Err(Unjudged::Suppressed),
        (Value::Word(_), _) => Err(Unjudged::Words),
        (Value::Unreadable, _) => Err(Unjudged::ValueNotReadable),
        (_, Flag::Partial | Flag::Forecast) => Err(Unjudged::NoTargetValue),
        (Value::Missing, _) if super::series::current(&metric.values) != trial.at => {
            Err(Unjudged::NoTargetValue)
        }
        (Value::Missing, _) => Err(Unjudged::NoValue),
        (Value::Number(value), _) => Ok((*value, &one.period)),
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
