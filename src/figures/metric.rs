//! The figures of one metric, brought together.
//!
//! Never looks at another metric, but for the scale it is given.

use super::aim::reaches;
use super::change::{ChangeKind, MetricChange, Sequence, Since, Why, change_since};
use super::favour::{Favour, favour};
use super::growth::{Growth, growth};
use super::scale::Scale;
use super::series::{self, Series};
use super::standing::{Early, MetricStanding, standing};
use super::target::{self, TargetReading};
use super::trial::{Calendar, trial};
use crate::programme::{Flag, Measure, Metric, Observation, Target};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The figures of one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricFigures {
    /// Decimals of all its levels, their change and its target, one choice for all: as the file says, else the most any
    /// of its values is written with; more where the two that are compared or the target need them.
    pub decimals: u32,
    /// Index into `values` of "this year": the latest that is neither forecast nor partial.
    pub current: Option<usize>,
    /// Index into `values` of the period exactly one year before, where the file has it.
    pub previous: Option<usize>,
    /// The change up to current, from previous unless another start is chosen.
    pub change: MetricChange,
    /// Index into `values` of the period that `change` is counted from, where it is one of them.
    pub counted_from: Option<usize>,
    /// What the change means: `Adverse` only with a declared direction.
    pub favour: Favour,
    /// The change of each value from the period one year before, in the order of `values`.
    pub changes: Vec<MetricChange>,
    /// Where it stands: one word for all screens.
    pub standing: MetricStanding,
    /// Index into `values` of the value that is held against the target: the current one, unless the target's period
    /// is past; then the one of that period.
    pub judged: Option<usize>,
    /// Whether each of its `targets` is reached, in their order; none where that cannot be said, or not yet.
    pub outcomes: Vec<Option<bool>>,
    /// How far it has come towards its target; `None` without a target.
    pub target: Option<TargetReading>,
    /// Growth a year from the first value to the current one.
    pub growth: Option<Growth>,
    /// Index into `values` of the first period that has a value (no forecast, not partial).
    pub first: Option<usize>,
    /// The scale of its bars beside those of other metrics; none where there is nothing to draw.
    pub scale: Option<Scale>,
    /// The scale of its bars where it is the only metric shown.
    pub alone: Option<Scale>,
    /// The initiatives that are linked to it, by their places in the programme's list.
    pub served_by: Vec<usize>,
}

impl MetricFigures {
    /// The latest full value of the metric that these figures are of.
    pub fn latest<'m>(&self, metric: &'m Metric) -> Option<&'m Observation> {
        metric.values.get(self.current?)
    }

    /// The value that the latest is compared with.
    pub fn before<'m>(&self, metric: &'m Metric) -> Option<&'m Observation> {
        metric.values.get(self.previous?)
    }

    /// Decimals of its levels where all of them stand under each other, each with its change: again one choice.
    pub fn series_decimals(&self) -> u32 {
        self.changes.iter().fold(self.decimals, |most, change| most.max(change.decimals))
    }

    /// The value that is held against the target.
    pub fn judged<'m>(&self, metric: &'m Metric) -> Option<&'m Observation> {
        metric.values.get(self.judged?)
    }
}

/// The figures of `metric` with its changes counted from what `since` says. Where it stands, and what that rests on,
/// does not depend on it. A change from the baseline is not judged: the file does not say that the two were measured
/// alike.
pub fn compared(metric: &Metric, own: &MetricFigures, since: Since) -> MetricFigures {
    let mut compared = own.clone();
    if since == Since::YearBefore {
        return compared;
    }
    let changes = (0..metric.values.len()).map(|index| change_since(metric, index, since, own.decimals));
    compared.changes = changes.collect();
    if let Some(change) = own.current.and_then(|index| compared.changes.get(index)) {
        compared.change = change.clone();
        compared.decimals = own.decimals.max(change.decimals);
    }
    compared.counted_from = if since == Since::First { own.first } else { None };
    compared.favour = favour_of(metric, &compared.change, compared.counted_from, own.current);
    compared
}

/// The figures of `metric`, whose levels have `decimals` and whose bars have `scale`.
pub(super) fn figures(
    metric: &Metric,
    decimals: u32,
    scale: Option<Scale>,
    calendar: Calendar,
) -> MetricFigures {
    let Series { current, previous, .. } = series::series(&metric.values);
    let decimals = row_decimals(metric, [previous, current], decimals);
    let changes = Sequence::of(metric, decimals).changes();
    let change = current.and_then(|index| changes.get(index)).cloned().unwrap_or_else(|| nothing_yet(metric));
    let observation = |index: Option<usize>| index.and_then(|index| metric.values.get(index));
    let early = early(metric, observation(current), &change, calendar);
    let favour = favour_of(metric, &change, previous.filter(|_| early == Early::No), current);
    let trial = trial(metric, current);
    let judged = trial.map_or(current, |trial| trial.at);
    let moved = [observation(current), observation(previous)];
    MetricFigures {
        served_by: Vec::new(),
        decimals,
        current,
        previous,
        counted_from: previous,
        favour,
        standing: standing(metric, trial, calendar, (moved, &change.kind, favour), early),
        judged,
        outcomes: metric.targets.iter().map(|one| outcome(metric, one, calendar)).collect(),
        target: target::reading(metric, trial),
        growth: current.and_then(|current| growth(metric, series::first(&metric.values)?, current)),
        first: series::first(&metric.values),
        change,
        changes,
        alone: scale.clone(),
        scale,
    }
}

/// Whether the change between two values is for the better; not judged where one of them is not there.
fn favour_of(metric: &Metric, change: &MetricChange, earlier: Option<usize>, later: Option<usize>) -> Favour {
    let at = |index: Option<usize>| metric.values.get(index?);
    let both = at(earlier).zip(at(later));
    let is_defined = !matches!(change.kind, ChangeKind::Undefined(_) | ChangeKind::Same);
    both.filter(|_| is_defined).map_or(Favour::NotJudged, |(earlier, later)| favour(metric, earlier, later))
}

/// Whether it is too early to judge the latest value. A count of a period that runs may still grow: it is less than
/// the year before to date only, and more for good.
fn early(metric: &Metric, current: Option<&Observation>, change: &MetricChange, calendar: Calendar) -> Early {
    let Some(current) = current else { return Early::No };
    let is_counted = metric.measure == Measure::Count && !metric.cumulative;
    if calendar.is_ahead(&current.period) {
        Early::Ahead
    } else if is_counted && change.way() == Some(Ordering::Less) && calendar.is_running(&current.period) {
        Early::Running
    } else {
        Early::No
    }
}

/// Whether the value of a target's own period reaches it; none as long as the period runs.
fn outcome(metric: &Metric, target: &Target, calendar: Calendar) -> Option<bool> {
    let period = target.period.as_ref().filter(|period| !calendar.is_running(period))?;
    let own = metric.values.iter().find(|value| value.period == *period)?;
    if target::is_across_break(metric, period) {
        return None;
    }
    reaches(metric, target, own)
}

/// Decimals of what is said of a metric together: two of its values, their change and, where any of it is rounded, its
/// target, which is written as finely as the file writes it.
fn row_decimals(metric: &Metric, pair: [Option<usize>; 2], decimals: u32) -> u32 {
    let shown = pair.into_iter().flatten().filter_map(|at| metric.values.get(at)).filter_map(series::number);
    let shown: Vec<Decimal> = shown.collect();
    let is_rounded = shown.iter().any(|value| value.scale() > decimals);
    let finest = metric.target.as_ref().filter(|_| is_rounded).map_or(0, Target::scale);
    series::row_decimals(&shown, Some(metric), decimals.max(finest))
}

/// Decimals of a metric's levels as they stand in the file.
pub(super) fn decimals(metric: &Metric) -> u32 {
    metric.decimals.unwrap_or_else(|| crate::programme::decimals::decimals(&metric.values))
}

/// Why a metric without a current value has no change.
fn nothing_yet(metric: &Metric) -> MetricChange {
    let partial = metric.values.iter().rev().find(|one| one.flag == Flag::Partial);
    MetricChange::undefined(match partial {
        Some(partial) => Why::Partial(partial.period.label.clone()),
        None if metric.values.is_empty() => Why::NoValues,
        None => Why::ForecastOnly,
    })
}
