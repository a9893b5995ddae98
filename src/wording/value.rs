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
    let unmarked = Observation { flag: Flag::Normal, ..observation.clone() };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample::{decimal, metric, metric_with};

    fn of(measure: Measure, unit: &str) -> Metric {
        Metric { measure, unit: Some(unit.to_owned()), ..metric(&[]) }
    }

    #[test]
    fn a_number_stands_with_its_unit_as_people_write_it() {
        for (measure, unit, value, decimals, plain, with_unit) in [
            (Measure::Percentage, "%", "60", 0, "60%", "60%"),
            (Measure::GrowthRate, "per cent", "1.5", 1, "1.5%", "1.5%"),
            (Measure::Percentage, "% of GDP", "1.94", 1, "1.9%", "1.9% of GDP"),
            (Measure::Percentage, "Percentage of GDP", "1.94", 1, "1.9%", "1.9% of GDP"),
            (Measure::Percentage, "Percentage (%)", "60", 0, "60%", "60%"),
            (Measure::Percentage, "Share of households (%)", "60", 0, "60%", "60%"),
            (Measure::Percentage, "pp", "3", 1, "3.0 pp", "3.0 pp"),
            (Measure::GrowthRate, "Prozentpunkte", "-0.5", 1, "-0.5 pp", "-0.5 pp"),
            (Measure::Count, "Number", "7", 0, "7", "7"),
            (Measure::Count, "number of visits", "7", 0, "7", "7 visits"),
            (Measure::Count, "exercises", "3", 0, "3", "3 exercises"),
            (Measure::Count, " ", "3", 0, "3", "3"),
            (Measure::Currency, "EUR million", "1264.55", 1, "1,264.6", "1,264.6 EUR million"),
            (Measure::Index, "2015 = 100", "104", 1, "104.0", "104.0 (2015 = 100)"),
        ] {
            let metric = of(measure, unit);
            assert_eq!(number(decimal(value), &metric, decimals), plain);
            assert_eq!(number_with_unit(decimal(value), &metric, decimals), with_unit);
        }
    }

    #[test]
    fn a_level_says_what_kind_of_value_it_is() {
        for (cell, shown) in [
            ("2023: 14", "14 visits"),
            ("2023: 14 provisional", "14 visits p"),
            ("2023: 14 forecast", "14 visits f"),
            ("2023: 14 partial", "14 visits to date"),
            ("2023: 14 break", "14 visits b"),
            ("2023: 14 suppressed", "suppressed"),
            ("2023: suppressed", "suppressed"),
            ("2023:", "not reported"),
        ] {
            let visits = metric_with("unit: visits", &[cell]);
            assert_eq!(level_with_unit(&visits.values[0], &visits, 0), shown);
        }
        let words = metric_with("measure: qualitative", &["2023: Yes provisional"]);
        assert_eq!(level(&words.values[0], &words, 0), "Yes p");
        let visits = metric_with("unit: visits", &["2023: 14 provisional"]);
        assert_eq!(level(&visits.values[0], &visits, 0), "14 p");
        assert_eq!(number_in_words(&visits.values[0], &visits, 0), "14 (provisional)");
    }

    #[test]
    fn rounding_reaches_neither_zero_nor_a_target_that_the_value_does_not_reach() {
        let shown = |fields: &str, value: &str| {
            let metric = metric_with(&format!("decimals: 0, {fields}"), &[&format!("2023: {value}")]);
            level(&metric.values[0], &metric, 0)
        };
        assert_eq!(shown("unit: t", "0.04"), "0.04");
        assert_eq!(shown("unit: t", "-0.4"), "-0.4");
        assert_eq!(shown("unit: t", "0"), "0");
        let target = "direction: increase, target: 80";
        for (value, said) in
            [("79.96", "79.96"), ("79.4", "79"), ("80", "80"), ("80.2", "80.2"), ("81.4", "81")]
        {
            assert_eq!(shown(target, value), said);
        }
        let range = "direction: range, target: { value: 10, max: 20 }";
        for (value, said) in
            [("9.8", "9.8"), ("10", "10"), ("19.9", "19.9"), ("20.1", "20.1"), ("15.4", "15")]
        {
            assert_eq!(shown(range, value), said);
        }
    }
}
