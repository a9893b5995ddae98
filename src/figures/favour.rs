//! Favour: whether a change is for the better or the worse, by the direction that the file declares.
//!
//! Never guesses a direction, and never says whether a target is reached.

use super::aim::{Aim, aim, distance};
use super::series::number;
use super::trial::of_period;
use crate::programme::{Direction, Metric, Observation};
use std::cmp::Ordering;

/// Whether a change is for the better. Never guessed: without a declared direction it is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Favour {
    /// No direction, no change, or a neutral metric.
    NotJudged,
    /// In the declared direction.
    Favourable,
    /// Against the declared direction.
    Adverse,
}

/// Whether the way from `earlier` to `later` is the declared one; not where the target that `later` is judged by says
/// that another way is meant, nor where the file disputes a figure. For a range it is the way towards that target's.
pub(super) fn favour(metric: &Metric, earlier: &Observation, later: &Observation) -> Favour {
    let (Some(direction), Some(from), Some(to)) = (metric.direction, number(earlier), number(later)) else {
        return Favour::NotJudged;
    };
    let target = metric.target.as_ref().map(|last| of_period(metric, last, &later.period).0);
    let is_contradictory = target.is_some_and(|target| matches!(aim(metric, target), Aim::Contradictory(_)));
    // A running total only grows, whatever is wished.
    let is_fixed = metric.cumulative && direction == Direction::Decrease;
    if is_contradictory || is_fixed || metric.baseline_clash().is_some() || metric.is_doubtful() {
        return Favour::NotJudged;
    }
    let range = target.and_then(|target| Some((target.value, target.max?)));
    let nearer = range.map(|(low, high)| distance(from, low, high).cmp(&distance(to, low, high)));
    let better = match direction {
        Direction::Increase => to.cmp(&from),
        Direction::Decrease => from.cmp(&to),
        Direction::Neutral => Ordering::Equal,
        Direction::Range => nearer.unwrap_or(Ordering::Equal),
    };
    // The declared way can lead out of the range that is aimed at.
    if nearer.is_some_and(|nearer| nearer == better.reverse()) {
        return Favour::NotJudged;
    }
    match better {
        Ordering::Greater => Favour::Favourable,
        Ordering::Equal => Favour::NotJudged,
        Ordering::Less => Favour::Adverse,
    }
}
