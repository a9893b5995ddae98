//! Standing: one word for where a metric stands, the same on every screen, slide and printout.
//!
//! With a target it is judged against it, at the period of the value; today's date matters only for whether the
//! period of the target is over. The expectation is a straight line from baseline to target, the bands are those of Open SDG's progress measurement. Without
//! a target it is judged by its declared direction alone. Never guesses which way is better.

use super::aim::{Aim, aim, is_met, is_past};
use super::change::ChangeKind;
use super::favour::Favour;
use super::path::Leg;
use super::path::way;
use super::series::number;
use super::target::{Course, is_across_break};
use super::trial::{Calendar, Trial, is_comparable};
use crate::programme::{Direction, Flag, Measure, Metric, Observation, Period, Target, Thresholds, Value};
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
    /// not over yet, the value is beyond the far side of its range, or the metric has steps and no distances.
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
    /// What is counted in a quarter is held against what was to be reached in a year.
    UnlikePeriods,
    /// A count of a period that is not over yet, and less than a year before.
    StillRunning,
    /// The value is of a period that has not begun.
    Ahead,
    /// This year's value could not be read.
    ValueNotReadable,
    /// The target could not be read.
    TargetNotReadable,
    /// This field could not be read, and it is judged by what that says.
    NotReadable(&'static str),
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

/// What keeps a value from being judged that the file gives as a whole: its period has not begun, or it is a count of
/// a period that is not over yet and may still grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Early {
    No,
    Running,
    Ahead,
}

/// Where `metric` stands: by its trial, else by its latest two values, what changed between them and whether that is
/// for the better.
pub(super) fn standing(
    metric: &Metric,
    trial: Option<Trial<'_>>,
    calendar: Calendar,
    moved: ([Option<&Observation>; 2], &ChangeKind, Favour),
    early: Early,
) -> MetricStanding {
    let is_judged = matches!(metric.direction, Some(Direction::Increase | Direction::Decrease));
    let has_aim = is_judged || metric.has_target() || metric.unreadable.has("direction");
    let judged = if let Some(doubt) = doubt(metric).filter(|_| has_aim) {
        Err(doubt)
    } else if early == Early::Ahead && (is_judged || trial.is_some()) {
        Err(Unjudged::Ahead)
    } else if let Some(trial) = trial {
        against_target(metric, trial, calendar)
    } else if metric.has_target() {
        Err(Unjudged::TargetNotReadable)
    } else if early == Early::Running && is_judged {
        Err(Unjudged::StillRunning)
    } else {
        by_direction(metric, moved)
    };
    let is_given = metric.unreadable.has("baseline");
    judged.unwrap_or_else(|why| {
        let is_baseline = why == Unjudged::NoBaseline && is_given;
        MetricStanding::NotJudged(if is_baseline { Unjudged::NotReadable("baseline") } else { why })
    })
}

/// Why nothing that the file says of a metric can be judged.
fn doubt(metric: &Metric) -> Option<Unjudged> {
    let direction = || metric.unreadable.has("direction").then_some("direction");
    let value = || metric.unknown_value();
    let not_readable = || metric.unknown_kind().or_else(direction).or_else(value).map(Unjudged::NotReadable);
    if metric.unreadable.is_disputed() { Some(Unjudged::Disputed) } else { not_readable() }
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
    if metric.baseline_clash().is_some() || metric.is_target_disputed {
        return Err(Unjudged::Disputed);
    }
    if !metric.has_sound_targets() {
        return Err(Unjudged::TargetNotReadable);
    }
    if contradicts(metric, trial) {
        return Err(Unjudged::Contradiction);
    }
    if is_across_break(metric, now) {
        return Err(Unjudged::AcrossBreak);
    }
    if !is_comparable(metric, now, target.period.as_ref()) {
        return Err(Unjudged::UnlikePeriods);
    }
    let is_met = trial.settled.or_else(|| is_met(aim, value)) == Some(true);
    let is_running =
        trial.settled.is_none() && target.period.as_ref().is_some_and(|period| calendar.is_running(period));
    if is_met {
        return Ok(reached(metric, trial, aim, (now, is_running)));
    }
    let course = Course::of(metric, target, now);
    match course {
        // A running total never comes back under its limit.
        _ if metric.cumulative && is_over(aim, value) => Ok(MetricStanding::Missed),
        _ if is_interim && !is_running => Ok(MetricStanding::Missed),
        Course::Over if !is_running => Ok(MetricStanding::Missed),
        _ if is_interim => Ok(MetricStanding::NotMetYet),
        Course::Unknown if has_begun(metric, target) => Err(Unjudged::NoTargetValue),
        Course::Unknown | Course::NotStarted | Course::Running | Course::Over => {
            not_met(metric, course, aim, (value, now))
        }
    }
}

/// How a target is reached.
fn reached(
    metric: &Metric,
    trial: Trial<'_>,
    aim: Aim,
    (now, is_running): (&Period, bool),
) -> MetricStanding {
    let is_before = is_before(now, trial.target.period.as_ref());
    match aim {
        // A running total under its limit has all of its period before it.
        Aim::Within(..) | Aim::AtMost(_) if metric.cumulative && is_before => MetricStanding::OnTrack,
        _ if trial.is_interim => MetricStanding::OnTrack,
        Aim::Within(..) => MetricStanding::WithinRange,
        _ if is_before => MetricStanding::MetEarly,
        // What is reached while the period runs can still be lost.
        _ if is_running => MetricStanding::OnTrack,
        Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_) | Aim::Contradictory(_) => MetricStanding::Met,
    }
}

/// Whether a value lies above all that is aimed at.
fn is_over(aim: Aim, value: Decimal) -> bool {
    match aim {
        Aim::AtMost(most) | Aim::Within(_, most) => value > most,
        Aim::AtLeast(_) | Aim::Unknown(_) | Aim::Contradictory(_) => false,
    }
}

/// Where a metric stands that has not reached its last target, whose period is not over.
fn not_met(
    metric: &Metric,
    course: Course,
    aim: Aim,
    (value, now): (Decimal, &Period),
) -> Result<MetricStanding, Unjudged> {
    let has_period = metric.target.as_ref().is_some_and(|target| target.period.is_some());
    match course {
        Course::Over => Ok(MetricStanding::NotMetYet),
        _ if !has_period || metric.measure.is_words() => Ok(MetricStanding::NotMetYet),
        Course::NotStarted => Ok(MetricStanding::NotStarted),
        Course::Unknown => Err(Unjudged::NoBaseline),
        Course::Running => {
            let baseline = metric.baseline.as_ref().ok_or(Unjudged::NoBaseline)?;
            if !is_comparable(metric, now, baseline.period.as_ref()) {
                return Err(Unjudged::UnlikePeriods);
            }
            // At the target to begin with, and no longer.
            let Some(way) = way(aim, baseline.value, value) else { return Ok(MetricStanding::Deterioration) };
            // Nothing is to be gained by going on beyond the far side.
            if is_past(aim, baseline.value, value) {
                return Ok(MetricStanding::NotMetYet);
            }
            let leg = Leg::at(metric, aim, way, now).ok_or(Unjudged::NoBaseline)?;
            Ok(match leg.ratio(way) {
                Some(ratio) => return band(metric, ratio),
                None if leg.is_kept(way).ok_or(Unjudged::NoBaseline)? => MetricStanding::OnTrack,
                None => MetricStanding::Deterioration,
            })
        }
    }
}

/// Whether target, baseline and direction contradict each other, be it in their values or their periods.
fn contradicts(metric: &Metric, Trial { target, is_interim, at, .. }: Trial<'_>) -> bool {
    let value = at.and_then(|index| number(metric.values.get(index)?));
    // The declared way leads out of the range, and the value has gone it.
    let is_beyond = match (aim(metric, target), metric.direction, value) {
        (Aim::Within(_, high), Some(Direction::Increase), Some(value)) => value > high,
        (Aim::Within(low, _), Some(Direction::Decrease), Some(value)) => value < low,
        _ => false,
    };
    let start = metric.baseline.as_ref().and_then(|baseline| baseline.period.as_ref());
    let ends_first = |(start, end): (&Period, &Period)| end.months_since(start) <= 0;
    is_beyond
        || matches!(aim(metric, target), Aim::Contradictory(_))
        || !is_interim && start.zip(target.period.as_ref()).is_some_and(ends_first)
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
        (Value::Number(value), _) if trial.settled.is_some() => Ok((*value, &one.period)),
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

fn band(metric: &Metric, ratio: Decimal) -> Result<MetricStanding, Unjudged> {
    let thresholds = metric.thresholds.unwrap_or(THRESHOLDS);
    Ok(if ratio < Decimal::ZERO {
        MetricStanding::Deterioration
    } else if metric.unreadable.has("thresholds") {
        return Err(Unjudged::NotReadable("thresholds"));
    } else if ratio >= thresholds.on_track {
        MetricStanding::OnTrack
    } else if ratio >= thresholds.needs_acceleration {
        MetricStanding::NeedsAcceleration
    } else {
        MetricStanding::LimitedProgress
    })
}
