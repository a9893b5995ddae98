//! Changes: from one value of a metric to another, in the terms its measure allows.
//!
//! A count changes by an amount with a percentage beside it, a percentage by points and never by per
//! cent of a per cent, a word to another word. Never rounds, never says a word of its own.

use super::series::{is_noise, row_decimals};
use crate::programme::unit::has_agreed_zero;
use crate::programme::{Flag, Measure, Metric, Observation, Period, Value};
use crate::text::number::format_decimal;
use compact_str::CompactString;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A change between two values, in the terms its measure allows.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricChange {
    /// The change.
    pub kind: ChangeKind,
    /// Flags of either side that the figure inherits (provisional, estimated, forecast, low
    /// reliability): the earlier side's first, none twice.
    pub flags: Vec<Flag>,
    /// The decimals that it and the values on its two sides are shown with, where those are more than the metric's.
    pub decimals: u32,
}

/// The kinds of change.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// Not defined, and why.
    Undefined(Why),
    /// Both values are equal.
    Same,
    /// Percentage points, for percentages and growth rates. Unrounded, never zero.
    Points(Decimal),
    /// A difference with its relative size. Unrounded, never zero.
    Amount {
        /// Current minus previous.
        delta: Decimal,
        /// The same in relation to the previous value.
        relative: Relative,
        /// Whether the unit of the difference is index points.
        index: bool,
    },
    /// One word to another, for ordinal, nominal and qualitative metrics.
    Step(String, String),
}

/// A difference in relation to the value it started from.
#[derive(Debug, Clone, PartialEq)]
pub enum Relative {
    /// In per cent, unrounded: `(current - previous) / previous * 100`, from -100 up.
    Percent(Decimal),
    /// The previous value was zero.
    FromZero,
    /// A negative value or a change of sign: no percentage has a meaning.
    NotMeaningful,
    /// The values are running totals: the difference is what the year itself added, and a percentage of all the
    /// years before has no meaning.
    OfTheYear,
}

/// Why a change is not defined. Periods are named by their labels.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The metric has no value at all.
    NoValues,
    /// The metric has no baseline to compare with.
    NoBaseline,
    /// There is nothing before the first value of the series.
    FirstValue,
    /// All values are forecasts.
    ForecastOnly,
    /// The file has no value for the period before; its label.
    NoPeriod(CompactString),
    /// The period has no period before it (a range of years).
    NoStep,
    /// A value was not reported: that of this earlier period, or of the period itself.
    NotReported(Option<CompactString>),
    /// A value could not be read: that of this earlier period, or of the period itself.
    NotReadable(Option<CompactString>),
    /// A value is suppressed: that of this earlier period, or of the period itself.
    Suppressed(Option<CompactString>),
    /// The value of the earlier period is a forecast, and this one is none; its label.
    EarlierForecast(CompactString),
    /// This period, the later or the earlier one, is not over or not complete.
    Partial(CompactString),
    /// The series breaks at this period.
    Break(CompactString),
    /// This field could not be read, and it says what kind of number the metric holds.
    KindNotReadable(&'static str),
    /// Words where numbers are needed, or numbers too large for exact arithmetic.
    NotComparable,
}

impl MetricChange {
    /// A change that is not defined.
    pub(super) fn undefined(why: Why) -> Self {
        Self { kind: ChangeKind::Undefined(why), flags: Vec::new(), decimals: 0 }
    }

    /// Which way the number went: an arrow up or down, or `Equal`. None where there is no number:
    /// for words and for a change that is not defined.
    pub fn way(&self) -> Option<Ordering> {
        match &self.kind {
            ChangeKind::Undefined(_) | ChangeKind::Step(..) => None,
            ChangeKind::Same => Some(Ordering::Equal),
            ChangeKind::Points(delta) | ChangeKind::Amount { delta, .. } => Some(delta.cmp(&Decimal::ZERO)),
        }
    }
}

/// What a value is compared with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Since {
    /// The same period a year before.
    #[default]
    YearBefore,
    /// The first value of the series.
    First,
    /// The baseline of the metric.
    Baseline,
}

/// A series of values, of a metric or of a criterion, and what its numbers are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sequence<'a> {
    /// In the order of their periods.
    pub(super) values: &'a [Observation],
    /// What kind of number they are; scores are steps of a scale.
    pub(super) measure: Measure,
    /// Whether they are running totals.
    pub(super) cumulative: bool,
    /// Decimals of their levels.
    pub(super) decimals: u32,
    /// The metric they are of; none of a criterion.
    pub(super) metric: Option<&'a Metric>,
    /// Whether a value can be said in per cent of another: not where the zero is an agreed one.
    pub(super) has_ratios: bool,
}

impl<'a> Sequence<'a> {
    /// Those of a metric.
    pub(super) fn of(metric: &'a Metric, decimals: u32) -> Self {
        let Metric { values, measure, cumulative, .. } = metric;
        let has_ratios = !metric.unit.as_deref().is_some_and(has_agreed_zero);
        Self {
            values,
            measure: *measure,
            cumulative: *cumulative,
            decimals,
            metric: Some(metric),
            has_ratios,
        }
    }

    /// The change between two of its values.
    fn change(self, earlier: &Value, later: &Value, flags: Vec<Flag>) -> MetricChange {
        let number = |value: &Value| if let Value::Number(number) = value { Some(*number) } else { None };
        let both: Vec<Decimal> = [earlier, later].into_iter().filter_map(number).collect();
        let decimals = row_decimals(&both, self.metric, self.decimals);
        let kind = kind_of(Sequence { decimals, ..self }, earlier, later);
        let unknown = self.metric.and_then(Metric::unknown_kind);
        if let (ChangeKind::Amount { .. }, Some(key)) = (&kind, unknown) {
            return MetricChange::undefined(Why::KindNotReadable(key));
        }
        MetricChange { kind, flags, decimals }
    }

    /// The change of each value on the period one year before.
    pub(super) fn changes(self) -> Vec<MetricChange> {
        (0..self.values.len()).map(|index| year_on_year(self, index)).collect()
    }
}

/// The change of `metric` at `index` of its values, against what `since` says. `decimals` are those
/// of the metric's levels.
pub fn change_since(metric: &Metric, index: usize, since: Since, decimals: u32) -> MetricChange {
    let Some(later) = metric.values.get(index) else { return MetricChange::undefined(Why::NoValues) };
    let values = Sequence::of(metric, decimals);
    match since {
        Since::YearBefore => year_on_year(values, index),
        Since::First => match super::series::first(&metric.values) {
            Some(first) if first < index => between(values, first, index),
            _ => gap(later, None).unwrap_or_else(|| MetricChange::undefined(Why::FirstValue)),
        },
        Since::Baseline => since_baseline(metric, later, decimals),
    }
}

/// The change at `index` from the period one year before, if the series has it.
fn year_on_year(series: Sequence<'_>, index: usize) -> MetricChange {
    let Some(later) = series.values.get(index) else { return MetricChange::undefined(Why::NoValues) };
    let before: Option<Period> = later.period.previous();
    let earlier = before.as_ref().and_then(|period| super::series::position(series.values, period));
    match earlier {
        Some(earlier) => between(series, earlier, index),
        None => gap(later, None).unwrap_or_else(|| {
            MetricChange::undefined(before.map_or(Why::NoStep, |period| Why::NoPeriod(period.label)))
        }),
    }
}

fn between(series: Sequence<'_>, earlier: usize, later: usize) -> MetricChange {
    let stretch = series.values.get(earlier + 1..=later).unwrap_or_default();
    let broken = stretch.iter().rev().find(|one| one.flag == Flag::Break);
    let (Some(earlier), Some(later)) = (series.values.get(earlier), series.values.get(later)) else {
        return MetricChange::undefined(Why::NoValues);
    };
    if let Some(gap) = gap(later, None) {
        return gap;
    }
    if let Some(broken) = broken {
        return MetricChange::undefined(Why::Break(broken.period.label.clone()));
    }
    if let Some(gap) = gap(earlier, Some(earlier.period.label.clone())) {
        return gap;
    }
    // What was expected and what came are no two years of one series.
    if earlier.flag == Flag::Forecast && later.flag != Flag::Forecast {
        return MetricChange::undefined(Why::EarlierForecast(earlier.period.label.clone()));
    }
    series.change(&earlier.value, &later.value, inherited(earlier.flag, later.flag))
}

fn since_baseline(metric: &Metric, later: &Observation, decimals: u32) -> MetricChange {
    if let Some(gap) = gap(later, None) {
        return gap;
    }
    let Some(baseline) = &metric.baseline else { return MetricChange::undefined(Why::NoBaseline) };
    let started = |one: &&Observation| {
        baseline.period.as_ref().is_none_or(|start| one.period > *start) && one.period <= later.period
    };
    let broken = metric.values.iter().rev().filter(started).find(|one| one.flag == Flag::Break);
    if let Some(broken) = broken {
        return MetricChange::undefined(Why::Break(broken.period.label.clone()));
    }
    let series = Sequence::of(metric, decimals);
    series.change(&Value::Number(baseline.value), &later.value, inherited(Flag::Normal, later.flag))
}

/// Why a side by itself allows no change; the earlier one is named.
fn gap(one: &Observation, earlier: Option<CompactString>) -> Option<MetricChange> {
    let why = match (one.flag, &one.value) {
        (Flag::Partial, _) => Why::Partial(one.period.label.clone()),
        (Flag::Suppressed, _) => Why::Suppressed(earlier),
        (_, Value::Missing) => Why::NotReported(earlier),
        (_, Value::Unreadable) => Why::NotReadable(earlier),
        _ => return None,
    };
    Some(MetricChange::undefined(why))
}

fn kind_of(series: Sequence<'_>, earlier: &Value, later: &Value) -> ChangeKind {
    let numbers = match (earlier, later) {
        (Value::Number(earlier), Value::Number(later)) => Some((*earlier, *later)),
        _ => None,
    };
    if earlier == later || numbers.is_some_and(|(earlier, later)| is_noise(earlier, later)) {
        return ChangeKind::Same;
    }
    let kind = match (series.measure, numbers) {
        (measure, _) if measure.is_words() => {
            Some(ChangeKind::Step(as_word(earlier, series.decimals), as_word(later, series.decimals)))
        }
        (_, None) => None,
        (Measure::Percentage | Measure::GrowthRate, Some((earlier, later))) => {
            later.checked_sub(earlier).map(ChangeKind::Points)
        }
        (_, Some((earlier, later))) => amount(series, earlier, later),
    };
    kind.unwrap_or(ChangeKind::Undefined(Why::NotComparable))
}

fn amount(series: Sequence<'_>, earlier: Decimal, later: Decimal) -> Option<ChangeKind> {
    let delta = later.checked_sub(earlier)?;
    let index = series.measure == Measure::Index;
    let relative = if !series.has_ratios {
        Relative::NotMeaningful
    } else if series.cumulative && !index {
        Relative::OfTheYear
    } else {
        relative(earlier, later, delta)
    };
    Some(ChangeKind::Amount { delta, relative, index })
}

/// Never divides by the absolute value of a negative start: the sign of the result would mislead.
fn relative(earlier: Decimal, later: Decimal, delta: Decimal) -> Relative {
    if earlier.is_zero() {
        return Relative::FromZero;
    }
    if earlier < Decimal::ZERO || later < Decimal::ZERO {
        return Relative::NotMeaningful;
    }
    let percent = delta.checked_mul(Decimal::ONE_HUNDRED).and_then(|times| times.checked_div(earlier));
    percent.map_or(Relative::NotMeaningful, Relative::Percent)
}

fn as_word(value: &Value, decimals: u32) -> String {
    match value {
        Value::Missing | Value::Unreadable => String::new(),
        Value::Number(number) => format_decimal(*number, decimals),
        Value::Word(word) => word.clone(),
    }
}

pub(super) fn inherited(earlier: Flag, later: Flag) -> Vec<Flag> {
    let counts = |flag: &Flag| {
        matches!(flag, Flag::Provisional | Flag::Estimated | Flag::Forecast | Flag::LowReliability)
    };
    let mut flags: Vec<Flag> = [earlier, later].into_iter().filter(counts).collect();
    flags.dedup();
    flags
}
