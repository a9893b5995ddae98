//! Trials: which value is held against which target, from files, and what is said of it in the report.
//!
//! Each row is one metric as a file gives it; what the program says of it stands behind.

use chrono::NaiveDate;
use coopdash::document::read_on;
use coopdash::figures::derive;
use coopdash::wording::{overview_message, standing};

/// The day all is read on.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default()
}

/// The standing of the one metric of a file, in full, and what it rests on; and whether it got worse.
fn told(about: &str, fields: &str) -> (String, bool) {
    let text = format!("programme: {{ title: T{about} }}\nmetrics:\n  - {{ name: M, {fields} }}\n");
    let reading = read_on(&text, today());
    let figures = derive(&reading.programme, today());
    let (metric, own) = (&reading.programme.metrics[0], &figures.metrics[0]);
    let word = standing::in_full(own.standing);
    let basis = standing::basis(metric, own).filter(|_| !word.starts_with("not judged"));
    let is_worse = own.favour == coopdash::figures::Favour::Adverse;
    (basis.map_or_else(|| word.clone(), |basis| format!("{word}: {basis}")), is_worse)
}

fn assert_told(rows: &[(&str, &str, &str)]) {
    for (about, fields, expected) in rows {
        assert_eq!(told(about, fields).0, *expected, "{about} {fields}");
    }
}

#[test]
fn a_target_whose_period_is_past_is_judged_by_the_value_of_that_period() {
    const UNKNOWN: &str = "not judged: no full value for the target's period";
    let met = "direction: increase, target: {period: 2022, value: 20}";
    assert_told(&[
        ("", &format!("{met}, values: {{2022: 20, 2023: 15}}"), "met: 20 in 2022, target 20 by 2022"),
        ("", &format!("{met}, values: {{2022: 19, 2023: 25}}"), "missed: 19 in 2022, target 20 by 2022"),
        ("", &format!("{met}, values: {{2021: 30, 2023: 25}}"), UNKNOWN),
        ("", &format!("{met}, values: {{2022: null, 2023: 25}}"), UNKNOWN),
        ("", &format!("{met}, values: {{2022: {{value: 25, status: partial}}, 2023: 25}}"), UNKNOWN),
        ("", &format!("{met}, values: {{2022: {{value: 25, status: forecast}}, 2023: 25}}"), UNKNOWN),
        (
            "",
            &format!("{met}, values: {{2022: {{value: 25, status: suppressed}}, 2023: 25}}"),
            "not judged: the value is suppressed",
        ),
        (
            "",
            "direction: decrease, targets: {2021: 9, 2022: 5}, values: {2021: 9, 2022: 5, 2023: 8}",
            "met: 5 in 2022, target 5 by 2022",
        ),
        (
            "",
            "direction: range, target: {period: 2022, value: 5, max: 9}, values: {2022: 4, 2023: 6}",
            "missed: 4 in 2022, target 5 to 9 by 2022",
        ),
        // The last quarter ends with its year; a fiscal year ends elsewhere.
        (
            "",
            "direction: increase, target: {period: 2022, value: 5}, values: {2022-Q4: 6, 2023-Q1: 4}",
            "met: 6 in 2022-Q4, target 5 by 2022",
        ),
        (
            "",
            "direction: increase, target: {period: 2022, value: 5}, values: {2021/22: 6, 2022/23: 4}",
            UNKNOWN,
        ),
    ]);
    let (_, is_worse) = told("", &format!("{met}, values: {{2022: 20, 2023: 15}}"));
    assert!(is_worse, "what was met in its year got worse since");
}

#[test]
fn a_target_is_neither_missed_nor_met_while_its_period_runs() {
    let up = "direction: increase, target: {period: 2024, value: 20}";
    let down = "direction: decrease, target: {period: 2024, value: 20}";
    let (february, december) = (", as_of: 2024-02-29", ", as_of: 2024-12-31");
    assert_told(&[
        (february, &format!("{up}, values: {{2024: 12}}"), "not met yet: 12, target 20 by 2024"),
        (february, &format!("{down}, values: {{2024: 12}}"), "on track: 12, target 20 by 2024"),
        (december, &format!("{up}, values: {{2024: 12}}"), "missed: 12, target 20 by 2024"),
        (december, &format!("{down}, values: {{2024: 12}}"), "met: 12, target 20 by 2024"),
        // The day of the data was forgotten: by today the year is over.
        (", as_of: 2023-02-01", &format!("{up}, values: {{2024: 12}}"), "missed: 12, target 20 by 2024"),
        (
            "",
            "direction: increase, target: {period: 2026, value: 20}, values: {2026: 12}",
            "not met yet: 12, target 20 by 2026",
        ),
        (
            "",
            "direction: increase, targets: {2026: 20, 2028: 30}, values: {2026: 12}",
            "not met yet: 12, target 20 for 2026",
        ),
    ]);
}

#[test]
fn what_leads_away_from_the_target_of_the_year_is_not_judged_by_the_last_one() {
    let contradiction = "not judged: target, baseline and direction contradict each other";
    let own = "direction: increase, baseline: {period: 2021, value: 7}, values: {2022: 7, 2023: 6}";
    assert_eq!(
        told("", &format!("{own}, targets: {{2023: 5, 2025: 9}}")),
        (contradiction.to_owned(), false),
        "the target of 2023 lies below the baseline"
    );
    assert_eq!(
        told("", &format!("{own}, targets: {{2023: 9, 2025: 5}}")),
        ("missed: 6, target 9 for 2023".to_owned(), true)
    );
    let ranges = "direction: range, targets: {2024: {value: 23, max: 74}, 2026: {value: 99, max: 145}}";
    assert_eq!(
        told("", &format!("{ranges}, values: {{2023: 79, 2024: 89}}")),
        ("missed: 89, target 23 to 74 for 2024".to_owned(), true),
        "it moved away from the range of its year"
    );
    let below = "direction: increase, baseline: {period: 2020, value: 50}, values: {2022: 40, 2023: 30}";
    assert_eq!(
        told("", &format!("{below}, target: {{period: 2025, value: 10, max: 20}}")),
        (contradiction.to_owned(), false),
        "more is better, and the range lies below the baseline"
    );
}

#[test]
fn a_forecast_is_no_base_of_what_came() {
    let text = "programme: { title: T }\nmetrics:\n  - { name: M, direction: increase, values: { 2022: { value: 5, status: forecast }, 2023: 4 } }\n";
    let reading = read_on(text, today());
    let figures = derive(&reading.programme, today());
    assert_eq!(
        overview_message(&reading.programme, &figures)[0],
        "The one metric has no change figure; no initiatives in this file."
    );
    assert_eq!(
        told("", "direction: increase, values: {2022: {value: 5, status: forecast}, 2023: 4}"),
        ("no target".to_owned(), false)
    );
}

#[test]
fn what_a_spreadsheet_leaves_behind_the_last_digit_is_no_change() {
    let noise = "direction: decrease, values: {2022: 0.3, 2023: 0.30000000000000004}";
    assert_eq!(told("", noise), ("unchanged: 0.3, as in 2022".to_owned(), false));
    let small = "direction: decrease, values: {2022: 0.3, 2023: 0.300000001}";
    assert!(told("", small).1, "what was measured is a change");
}
