//! Aims: what reaching a target means, and whether a value has reached it.
//!
//! Which way is better is what the file declares, and is never inferred from a baseline. Never knows a period
//! but that of the target it chooses.

use super::series::number;
use crate::document::{Direction, Flag, Measure, Metric, Observation, Period, Target};
use rust_decimal::Decimal;

/// What reaching a target means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// At least so much.
    AtLeast(Decimal),
    /// At most so much.
    AtMost(Decimal),
    /// From the first to the second, both included.
    Within(Decimal, Decimal),
    /// Which way is better is not known.
    Unknown(Decimal),
    /// The declared way leads away from the target.
    Contradictory(Decimal),
}

/// What `target` asks of `metric`; a declared direction is taken at its word.
pub(super) fn aim(metric: &Metric, target: &Target) -> Aim {
    let goal = target.value;
    if let Some(high) = target.max {
        return if high < goal { Aim::Contradictory(goal) } else { Aim::Within(goal, high) };
    }
    let baseline = metric.baseline.as_ref().map(|baseline| baseline.value);
    match metric.direction {
        Some(Direction::Increase) if baseline.is_some_and(|start| start > goal) => Aim::Contradictory(goal),
        Some(Direction::Decrease) if baseline.is_some_and(|start| start < goal) => Aim::Contradictory(goal),
        Some(Direction::Increase) => Aim::AtLeast(goal),
        Some(Direction::Decrease) => Aim::AtMost(goal),
        None | Some(Direction::Range | Direction::Neutral) => Aim::Unknown(goal),
    }
}

/// The target that a value of this period is judged by: the one of the period itself, else the last of all; and
/// whether it is one on the way to the last.
pub(super) fn judging<'m>(metric: &'m Metric, now: &Period) -> Option<(&'m Target, bool)> {
    let last = metric.target.as_ref()?;
    let own = metric.targets.iter().find(|target| target.period.as_ref() == Some(now));
    Some(own.filter(|own| own.period != last.period).map_or((last, false), |own| (own, true)))
}

/// Whether the aim is reached; none where that cannot be said.
pub(super) fn is_met(aim: Aim, value: Decimal) -> Option<bool> {
    match aim {
        Aim::AtLeast(goal) => Some(value >= goal),
        Aim::AtMost(goal) => Some(value <= goal),
        Aim::Within(low, high) => Some(low <= value && value <= high),
        Aim::Unknown(_) | Aim::Contradictory(_) => None,
    }
}

/// Whether the target and the baseline say that another way is better than the declared one.
pub(super) fn is_contradictory(metric: &Metric) -> bool {
    metric.target.as_ref().is_some_and(|target| matches!(aim(metric, target), Aim::Contradictory(_)))
}

/// Whether values are amounts that can be subtracted, not steps or words.
pub(super) const fn has_arithmetic(measure: Measure) -> bool {
    !matches!(measure, Measure::Ordinal | Measure::Nominal | Measure::Qualitative)
}

/// How far a value is outside a range; zero inside.
pub(super) fn distance(value: Decimal, low: Decimal, high: Decimal) -> Decimal {
    if value < low {
        low.saturating_sub(value)
    } else if value > high {
        value.saturating_sub(high)
    } else {
        Decimal::ZERO
    }
}

/// Whether a value of the target's own period reaches it; none where that cannot be said: no number, a forecast or
/// partial value, no declared direction, a contradiction.
pub fn reaches(metric: &Metric, target: &Target, own: &Observation) -> Option<bool> {
    let counts = !matches!(own.flag, Flag::Forecast | Flag::Partial) && !metric.is_target_disputed();
    let value = number(own).filter(|_| counts && metric.direction != Some(Direction::Neutral))?;
    is_met(aim(metric, target), value)
}
