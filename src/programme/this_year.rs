//! This year: which period of a series is the current one, and which of a whole programme.
//!
//! The one place that says so: the figures and the rules about them ask here. Relies on values standing in the
//! order of their periods.

use super::choices::Flag;
use super::fields::Metric;
use super::model::Observation;
use super::period::Period;
use std::collections::HashMap;

/// "This year" of a series, by its index: the latest period that is neither forecast nor partial. A value that is
/// not reported or suppressed counts: then this year has no value, which is said, and last year's figure is not
/// passed off as this year's. A series of forecasts and partial values alone has no current period.
pub fn current(values: &[Observation]) -> Option<usize> {
    values.iter().rposition(|one| !matches!(one.flag, Flag::Forecast | Flag::Partial))
}

/// "This year" of a programme: the commonest current period of its metrics.
pub fn commonest_period(metrics: &[Metric]) -> Option<&Period> {
    commonest(metrics.iter().filter_map(current_period))
}

/// The commonest of some periods; of equally common ones the latest.
pub fn commonest<'a>(periods: impl Iterator<Item = &'a Period>) -> Option<&'a Period> {
    let mut counts: HashMap<&Period, usize> = HashMap::new();
    for period in periods {
        *counts.entry(period).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(period, count)| (*count, *period)).map(|(period, _)| period)
}

/// The current period of a metric.
pub fn current_period(metric: &Metric) -> Option<&Period> {
    current(&metric.values).and_then(|index| metric.values.get(index)).map(|one| &one.period)
}
