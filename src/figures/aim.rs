//! Aims: what reaching a target means, and whether a value has reached it.
//!
//! Which way is better is what the file declares, and is never inferred from a baseline. Never knows a
//! period.

use super::series::number;
use crate::programme::{Direction, Flag, Metric, Observation, Target};
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
    let baseline = metric.baseline.as_ref().map(|baseline| baseline.value);
    if let Some(high) = target.max {
        let leads_away = match metric.direction {
            Some(Direction::Increase) => baseline.is_some_and(|start| start > high),
            Some(Direction::Decrease) => baseline.is_some_and(|start| start < goal),
            None | Some(Direction::Range | Direction::Neutral) => false,
        };
        return if high < goal || leads_away { Aim::Contradictory(goal) } else { Aim::Within(goal, high) };
    }
    match metric.direction {
        Some(Direction::Increase) if baseline.is_some_and(|start| start > goal) => Aim::Contradictory(goal),
        Some(Direction::Decrease) if baseline.is_some_and(|start| start < goal) => Aim::Contradictory(goal),
        Some(Direction::Increase) => Aim::AtLeast(goal),
        Some(Direction::Decrease) => Aim::AtMost(goal),
        None | Some(Direction::Range | Direction::Neutral) => Aim::Unknown(goal),
    }
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

/// Whether a value lies beyond the far side of a range, seen from the baseline.
pub(super) fn is_past(aim: Aim, baseline: Decimal, value: Decimal) -> bool {
    match aim {
        Aim::Within(low, high) => baseline < low && value > high || baseline > high && value < low,
        Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_) | Aim::Contradictory(_) => false,
    }
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
pub(super) fn reaches(metric: &Metric, target: &Target, own: &Observation) -> Option<bool> {
    let counts = !matches!(own.flag, Flag::Forecast | Flag::Partial)
        && metric.has_sound_targets()
        && !metric.is_doubtful();
    let value = number(own).filter(|_| counts && metric.direction != Some(Direction::Neutral))?;
    is_met(aim(metric, target), value)
}
