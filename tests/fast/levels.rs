//! Levels and targets in words: a value with its unit, what is aimed at, and how far it is.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use crate::sample::{day, decimal, metric, metric_with, programme};
use coopdash::figures::{THRESHOLDS, TargetReading, derive};
use coopdash::programme::{Measure, Metric};
use coopdash::wording::target::{gap, goal, goal_without_unit, progress, rule};
use coopdash::wording::value::{level, level_with_unit, number, number_in_words, number_with_unit};

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
    for (value, said) in [("79.96", "79.96"), ("79.4", "79"), ("80", "80"), ("80.2", "80.2"), ("81.4", "81")]
    {
        assert_eq!(shown(target, value), said);
    }
    let range = "direction: range, target: { value: 10, max: 20 }";
    for (value, said) in [("9.8", "9.8"), ("10", "10"), ("19.9", "19.9"), ("20.1", "20.1"), ("15.4", "15")] {
        assert_eq!(shown(range, value), said);
    }
}

/// A metric with these fields as a file gives them, and how far it has come.
fn aimed(fields: &str, value: &str) -> (Metric, TargetReading) {
    let text = format!("metrics: [{{ name: A, {fields}, values: {{ 2023: {value} }} }}]");
    let programme = programme(&text);
    let figures = derive(&programme, day(2026, 11, 23));
    let metric = programme.metrics.into_iter().next().expect("a metric");
    (metric, figures.metrics.into_iter().next().and_then(|own| own.target).expect("a target"))
}

#[test]
fn a_goal_is_written_as_finely_as_the_file_writes_it() {
    for (fields, whole, bare) in [
        ("measure: percentage, target: { period: 2025, value: 80 }", "80% by 2025", "80% by 2025"),
        (
            "measure: ratio, target: { period: 2025, value: 0.97, max: 1.03 }",
            "0.97 to 1.03 by 2025",
            "0.97 to 1.03 by 2025",
        ),
        ("unit: exercises, target: 8", "8 exercises", "8"),
    ] {
        let (metric, _) = aimed(fields, "7");
        let target = metric.target.clone().expect("a target");
        assert_eq!(goal(&target, &metric, 0), whole);
        assert_eq!(goal_without_unit(&target, &metric, 0), bare);
    }
}

#[test]
fn progress_says_what_it_is_a_share_of() {
    const WAY: &str =
        "direction: increase, baseline: { period: 2020, value: 0 }, target: { period: 2025, value: 1000 }";
    const LEVEL: &str =
        "direction: increase, baseline: { period: 2020, value: 5 }, target: { period: 2025, value: 5 }";
    const CEILING: &str =
        "direction: decrease, baseline: { period: 2020, value: 5 }, target: { period: 2025, value: 5 }";
    for (fields, value, reads) in [
        (WAY, "500", "50% of the way from baseline to target"),
        (WAY, "2", "0.2%"),
        (WAY, "-2", "-0.2%"),
        (WAY, "999.6", "99.96%"),
        (WAY, "1004", "100%"),
        (
            "direction: increase, target: 8",
            "5",
            "63% of the target itself; no baseline to measure progress from",
        ),
        ("direction: decrease, target: 8", "5", "progress is not defined"),
        (LEVEL, "4", "below target"),
        (CEILING, "6", "above target"),
        ("direction: range, target: { value: 1, max: 2 }", "3", "out of range"),
    ] {
        let said = progress(&aimed(fields, value).1);
        assert!(said.starts_with(reads), "{fields} {value}: {said}");
    }
}

#[test]
fn the_gap_names_its_side_and_is_never_zero_while_there_is_one() {
    let fields = "measure: percentage, decimals: 0, target: 80";
    for (value, reads) in
        [("75", "5 pp below target"), ("80.4", "0.4 pp above target"), ("80", "on target"), ("null", "n/a")]
    {
        let (metric, reading) = aimed(fields, value);
        assert_eq!(gap(&reading, &metric, 0), reads, "{value}");
    }
}

#[test]
fn the_rule_stands_with_its_bands_and_does_not_seem_to_reach_one_it_misses() {
    const WAY: &str =
        "direction: increase, baseline: { period: 2020, value: 0 }, target: { period: 2026, value: 20000 }";
    let bands = "of the expected progress; on track from 95%, needs acceleration from 60%";
    for (value, shown) in
        [("7500", "75%"), ("9500", "95%"), ("9493", "94.9%"), ("5986", "59.9%"), ("-5000", "-50%")]
    {
        let said = rule(&aimed(WAY, value).1, &THRESHOLDS);
        assert_eq!(said, Some(format!("{shown} {bands}")), "{value}");
    }
}
