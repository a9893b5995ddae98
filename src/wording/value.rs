//! The words of a value: `60%`, `3 exercises`, `not reported`, and the marks of its flags.
//!
//! Never computes a change and never cuts a number.

use crate::document::{Flag, Measure, Metric, Observation, Value};
use crate::text::number::format_decimal;
use rust_decimal::Decimal;

/// A number of a metric's: `60%`, `1.5%`, `3`, `1,264.6`.
pub fn number(value: Decimal, metric: &Metric, decimals: u32) -> String {
    let number = format_decimal(value, decimals);
    if is_share(metric) { format!("{number}%") } else { number }
}

/// A number with its unit: `3 exercises`, `60%`, `1.9% of GDP`, `104.0 (2015 = 100)`.
pub fn number_with_unit(value: Decimal, metric: &Metric, decimals: u32) -> String {
    let plain = number(value, metric, decimals);
    match metric.unit.as_deref().map(str::trim) {
        None | Some("") => plain,
        Some(unit) if is_share(metric) => match unit.strip_prefix('%') {
            Some(of) => format!("{plain}{of}"),
            None => plain,
        },
        Some(unit) if metric.measure == Measure::Index => format!("{plain} ({unit})"),
        Some(unit) => format!("{plain} {unit}"),
    }
}

/// What was reported, with the mark of its flag: `60%`, `14 p`, `No`, `not reported`, `suppressed`.
pub fn level(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    described(observation, |value| number(value, metric, decimals))
}

/// What was reported, with its unit and the mark of its flag: `3 exercises`, `7 visits to date`.
pub fn level_with_unit(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    described(observation, |value| number_with_unit(value, metric, decimals))
}

/// The marks of flags, after Eurostat and SDMX: `p`, `e,p`; empty for normal values.
pub fn flag_marks(flags: &[Flag]) -> String {
    flags.iter().copied().filter_map(mark).collect::<Vec<_>>().join(",")
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

fn described(observation: &Observation, number: impl Fn(Decimal) -> String) -> String {
    let words = match (&observation.value, observation.flag) {
        (_, Flag::Suppressed) => return flag_word(Flag::Suppressed).to_owned(),
        (Value::Missing, _) => return "not reported".to_owned(),
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
