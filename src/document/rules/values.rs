//! Values against their unit, and against the values of the other metrics.

use crate::document::finding::{Code, Finding};
use crate::document::read::shown;
use crate::programme::decimals::{decimals, finer};
use crate::programme::period::{Period, Shape};
use crate::programme::this_year::{commonest_period, current_period};
use crate::programme::{Flag, Measure, Metric, Observation, Programme};
use crate::text::Place;
use rust_decimal::Decimal;

/// Checks the values of every metric.
pub(super) fn check(programme: &Programme, is_sound: impl Fn(&Place) -> bool, tell: &mut dyn FnMut(Finding)) {
    programme.metrics.iter().flat_map(thousands_point).for_each(&mut *tell);
    programme.metrics.iter().filter_map(year_as_target).for_each(&mut *tell);
    programme.metrics.iter().filter_map(more_digits).for_each(&mut *tell);
    programme.metrics.iter().flat_map(totals_that_fall).for_each(&mut *tell);
    // What is missing may be what could not be read.
    let sound: Vec<&Metric> = programme.metrics.iter().filter(|metric| is_sound(&metric.place)).collect();
    no_latest_value(&sound, commonest_period(&programme.metrics), tell);
}

/// Amounts with three decimals beside large ones without any: `950` and `1.500`.
fn thousands_point(metric: &Metric) -> Vec<Finding> {
    let thousand = Decimal::ONE_THOUSAND;
    let is_amount = matches!(metric.measure, Measure::Count | Measure::Currency);
    let is_whole = |value: Decimal| value.scale() == 0 && value.abs() >= Decimal::ONE_HUNDRED;
    let all = || metric.values.iter().filter_map(|one| Some((one.value.number()?, one)));
    if !is_amount || !all().any(|(value, _)| is_whole(value)) {
        return Vec::new();
    }
    let suspects = all().filter(|(value, _)| value.scale() == 3 && value.abs() < thousand);
    let finding = |(value, one): (Decimal, &Observation)| {
        let message = format!("`{value}` has three digits after its point, and other values have none");
        let whole = (value * thousand).normalize();
        let help = format!("Write {whole} if thousands are meant; else write fewer decimals.");
        let finding = Finding::new(Code::ThousandsPoint, one.place, message);
        finding.label(format!("read as {}", value.normalize())).help(help)
    };
    suspects.map(finding).collect()
}

/// A target between 1990 and 2100 of a metric whose values are far smaller.
fn year_as_target(metric: &Metric) -> Option<Finding> {
    let target = metric.target.as_ref()?;
    let largest = metric.values.iter().filter_map(|one| one.value.number()).map(|value| value.abs()).max()?;
    let is_year = target.value.scale() == 0
        && target.value >= Decimal::from(1990)
        && target.value <= Decimal::from(2100);
    if !is_year || target.period.is_some() || largest >= Decimal::from(500) {
        return None;
    }
    let message = format!("The target {} looks like a year", target.value);
    let help = format!(
        "Write the number to reach and the year: `target: {{ value: 8, period: {} }}`.",
        target.value
    );
    let finding = Finding::new(Code::YearAsTarget, target.place, message);
    Some(finding.label("read as the number to reach").help(help))
}

/// Values with more than four telling digits where the file does not say how many decimals are to be shown. How one
/// is shown is not said: beside zero and beside a target it has as many digits as it takes not to reach them.
fn more_digits(metric: &Metric) -> Option<Finding> {
    let decimals = decimals(&metric.values);
    let one = finer(&metric.values, decimals).filter(|_| metric.decimals.is_none())?;
    let value = one.value.number()?.normalize();
    let message = format!("`{value}` has many digits, and no `decimals` says how many are shown");
    let help = format!("Add `decimals: {decimals}` to this metric if that is enough, or a larger number.");
    let finding = Finding::new(Code::DecimalsNotGiven, one.place, message);
    Some(finding.label("usually shown with fewer").help(help))
}

/// Running totals that are smaller than the one before.
fn totals_that_fall(metric: &Metric) -> Vec<Finding> {
    let summed = metric.values.iter().filter(|_| metric.cumulative);
    let totals: Vec<(Decimal, &Observation)> =
        summed.filter_map(|one| Some((one.value.number()?, one))).collect();
    let fall =
        |pair: &[(Decimal, &Observation)]| match pair {
            [(before, earlier), (now, one)] if now < before => {
                let label = shown(&one.period.label);
                let message = format!("The running total falls to {now} in {label}, from {before}");
                let finding = Finding::new(Code::TotalFalls, one.place, message).label("less than before");
                let finding = finding.also(earlier.place, "the total before");
                Some(finding.help(
                    "Check both, or delete `cumulative: true` if each value counts its own period alone.",
                ))
            }
            _ => None,
        };
    totals.windows(2).filter_map(fall).collect()
}

/// Metrics that end before this year, the commonest of all, and say nothing about it, not even `null`. Only
/// calendar years are compared: of a programme of all kinds of periods no single one is this year.
fn no_latest_value(metrics: &[&Metric], this_year: Option<&Period>, tell: &mut dyn FnMut(Finding)) {
    let is_year = |period: &&Period| matches!(period.shape, Shape::Year(_));
    let Some(this_year) = this_year.filter(is_year) else { return };
    let is_behind = |last: &Period| last < this_year && last.is_like(this_year);
    let behind = metrics.iter().filter(|metric| current_period(metric).is_some_and(is_behind));
    let silent = behind.filter(|metric| metric.values.iter().all(|one| one.period != *this_year));
    let label = &this_year.label;
    let finding = |metric: &&Metric| {
        let is_value = |one: &&Observation| one.period < *this_year && one.flag != Flag::Forecast;
        let last = metric.values.iter().rfind(is_value)?;
        let message = format!("`{}` has no value for {label}", shown(&metric.name));
        let finding = Finding::new(Code::NoLatestValue, last.place, message);
        let help = format!("Add `{label}: ` and the value, or null if it was not reported.");
        Some(finding.label(format!("the last one is for {}", last.period.label)).help(help))
    };
    silent.filter_map(finding).for_each(tell);
}
