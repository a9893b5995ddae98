//! The words of a value: `60%`, `3 exercises`, `not reported`, and the marks of its flags.
//!
//! Never computes a change and never cuts a number.

use crate::figures::{MetricFigures, shown_decimals};
use crate::programme::unit::{PerCent, per_cent, shown};
use crate::programme::{Flag, Measure, Metric, Observation, Value};
use crate::text::number::format_decimal;
use rust_decimal::Decimal;

/// A number of a metric's: `60%`, `1.5%`, `3.0 pp`, `3`, `1,264.6`.
pub fn number(value: Decimal, metric: &Metric, decimals: u32) -> String {
    let number = format_decimal(value, decimals);
    if !is_share(metric) {
        return number;
    }
    let is_points = metric.unit.as_deref().is_some_and(crate::programme::unit::is_points);
    if is_points { format!("{number} pp") } else { format!("{number}%") }
}

/// A number with its unit: `3 exercises`, `60%`, `1.9% of GDP`, `104.0 (2015 = 100)`.
pub fn number_with_unit(value: Decimal, metric: &Metric, decimals: u32) -> String {
    let plain = number(value, metric, decimals);
    match metric.unit.as_deref().map(str::trim) {
        None | Some("") => plain,
        Some(unit) if is_share(metric) => match per_cent(unit).as_ref().and_then(PerCent::of) {
            Some(of) => format!("{plain} {of}"),
            None => plain,
        },
        Some(unit) if metric.measure == Measure::Index => format!("{plain} ({unit})"),
        Some(unit) => shown(unit).map_or_else(|| plain.clone(), |unit| format!("{plain} {unit}")),
    }
}

/// What was reported, with the mark of its flag: `60%`, `14 p`, `No`, `not reported`, `suppressed`.
pub fn level(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    described(observation, |value| number(value, metric, shown_decimals(value, metric, decimals)))
}

/// What was reported, with its unit and the mark of its flag: `3 exercises`, `7 visits to date`.
pub fn level_with_unit(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    described(observation, |value| number_with_unit(value, metric, shown_decimals(value, metric, decimals)))
}

/// The same in words alone, for sentences: `3 exercises (provisional)`.
pub fn level_in_words(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    in_words(observation, |observation| level_with_unit(observation, metric, decimals))
}

/// In words alone and without the unit, beside bars that nobody explains: `3 (provisional)`.
pub fn number_in_words(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    in_words(observation, |observation| level(observation, metric, decimals))
}

/// What the file has after the latest value: a forecast, or a year to date: `2024: 5 (forecast)`.
pub fn ahead(metric: &Metric, own: &MetricFigures) -> Option<String> {
    let after = own.current.map_or(0, |current| current + 1);
    let next = metric.values.get(after..)?.iter().find(|one| crate::figures::number(one).is_some())?;
    Some(format!("{}: {}", next.period.label, number_in_words(next, metric, own.decimals)))
}

/// A level with the word of its flag in brackets instead of the letter.
pub(super) fn in_words(observation: &Observation, level: impl Fn(&Observation) -> String) -> String {
    if matches!(observation.flag, Flag::Normal | Flag::Suppressed | Flag::Partial) {
        return level(observation);
    }
    let mut unmarked = observation.clone();
    unmarked.flag = Flag::Normal;
    format!("{} ({})", level(&unmarked), flag_word(observation.flag))
}

/// The word of the flag of a value as it stands behind a number: ` (provisional)`, or nothing.
pub(super) fn flag_in_brackets(observation: &Observation) -> String {
    let flag = observation.flag;
    let is_silent = matches!(flag, Flag::Normal | Flag::Suppressed);
    if is_silent { String::new() } else { format!(" ({})", flag_word(flag)) }
}

/// The marks of flags, after Eurostat and SDMX: `p`, `e,p`; empty for normal values.
pub fn flag_marks(flags: &[Flag]) -> String {
    flags.iter().copied().filter_map(mark).collect::<Vec<_>>().join(",")
}

/// What the letters of flags stand for, each once: `p provisional`, `e estimated`. Words explain themselves.
pub fn flag_meanings(flags: impl Iterator<Item = Flag>) -> Vec<String> {
    let mut met: Vec<Flag> = flags.filter(|flag| *flag != Flag::Partial).collect();
    met.sort_unstable();
    met.dedup();
    met.into_iter().filter_map(|flag| Some(format!("{} {}", mark(flag)?, flag_word(flag)))).collect()
}

/// Words with those of flags behind them: `+2, provisional`.
pub(super) fn with_flags<'a>(words: String, flags: impl IntoIterator<Item = &'a Flag>) -> String {
    flags.into_iter().fold(words, |words, flag| format!("{words}, {}", flag_word(*flag)))
}

/// What a flag means, for legends and the plain report.
pub const fn flag_word(flag: Flag) -> &'static str {
    match flag {
        Flag::Normal => "normal",
        Flag::Provisional => "provisional",
        Flag::Estimated => "estimated",
        Flag::Forecast => "forecast",
        Flag::Partial => "to date",
        Flag::Break => "series break",
        Flag::Suppressed => "suppressed",
        Flag::LowReliability => "low reliability",
    }
}

const fn mark(flag: Flag) -> Option<&'static str> {
    match flag {
        Flag::Normal | Flag::Suppressed => None,
        Flag::Provisional => Some("p"),
        Flag::Estimated => Some("e"),
        Flag::Forecast => Some("f"),
        Flag::Partial => Some("to date"),
        Flag::Break => Some("b"),
        Flag::LowReliability => Some("u"),
    }
}

pub(super) fn described(observation: &Observation, number: impl Fn(Decimal) -> String) -> String {
    let words = match (&observation.value, observation.flag) {
        (_, Flag::Suppressed) => return flag_word(Flag::Suppressed).to_owned(),
        (Value::Missing, _) => return "not reported".to_owned(),
        (Value::Unreadable, _) => return "not readable".to_owned(),
        (Value::Number(value), _) => number(*value),
        (Value::Word(word), _) => word.clone(),
    };
    match mark(observation.flag) {
        Some(mark) => format!("{words} {mark}"),
        None => words,
    }
}

const fn is_share(metric: &Metric) -> bool {
    matches!(metric.measure, Measure::Percentage | Measure::GrowthRate)
}
