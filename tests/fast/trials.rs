//! Trials: which value is held against which target, from files, and what is said of it in the report.
//!
//! Each row is one metric as a file gives it; what the program says of it stands behind.

use chrono::NaiveDate;
use coopdash::document::read_on;
use coopdash::figures::derive;
use coopdash::output::report;
use coopdash::wording::{metric_line, overview_message, standing};

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
            "measure: percentage, direction: increase, target: {period: 2022, value: 5}, values: {2022-Q4: 6, 2023-Q1: 4}",
            "met: 6% in 2022-Q4, target 5% by 2022",
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
        overview_message(&reading.programme, &figures).whole(),
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

#[test]
fn what_is_counted_in_a_part_of_a_year_is_not_held_against_a_year() {
    const UNLIKE: &str = "not judged: value, target and baseline are of periods of unlike length";
    assert_told(&[
        (
            "",
            "direction: decrease, target: {period: 2023, value: 50}, values: {2023-H1: 40, 2023-H2: 35}",
            UNLIKE,
        ),
        (
            "",
            "direction: decrease, baseline: {period: 2022, value: 1200}, target: {period: 2025-M12, value: 90}, values: {2023-M12: 120}",
            UNLIKE,
        ),
        (
            "",
            "direction: increase, target: {period: 2021-2023, value: 50}, values: {2022: 45, 2023: 20}",
            UNLIKE,
        ),
        // A running total, and a rate, are of a day.
        (
            "",
            "cumulative: true, direction: increase, target: {period: 2023, value: 50}, values: {2023-Q4: 57}",
            "met: 57, target 50 by 2023",
        ),
        (
            "",
            "measure: index, direction: increase, target: {period: 2023, value: 50}, values: {2023-Q4: 57}",
            "met: 57, target 50 by 2023",
        ),
    ]);
}

#[test]
fn a_count_to_date_decides_as_soon_as_it_has_passed_the_target() {
    let limit = "direction: decrease, target: {period: 2024, value: 100}";
    let goal = "direction: increase, target: {period: 2024, value: 100}";
    let to_date = |value: u32| format!("values: {{2023: 90, 2024: {{value: {value}, status: partial}}}}");
    assert_told(&[
        ("", &format!("{limit}, {}", to_date(150)), "missed: 150 to date in 2024, target 100 by 2024"),
        ("", &format!("{limit}, {}", to_date(50)), "met early: 90, target 100 by 2024"),
        ("", &format!("{goal}, {}", to_date(120)), "met: 120 to date in 2024, target 100 by 2024"),
        ("", &format!("{goal}, {}", to_date(50)), "not judged: no full value for the target's period"),
        // So does a running total of money.
        (
            "",
            &format!("measure: currency, cumulative: true, {limit}, {}", to_date(150)),
            "missed: 150 to date in 2024, target 100 by 2024",
        ),
    ]);
}

#[test]
fn a_running_total_is_under_its_limit_at_the_end_alone_and_never_again_once_it_has_passed_it() {
    let limit = "cumulative: true, direction: decrease, target: {period: 2026, value: 200}";
    assert_told(&[
        ("", &format!("{limit}, values: {{2022: 120, 2023: 180}}"), "on track: 180, target 200 by 2026"),
        ("", &format!("{limit}, values: {{2022: 120, 2023: 210}}"), "missed: 210, target 200 by 2026"),
    ]);
    assert!(!told("", &format!("{limit}, values: {{2022: 120, 2023: 180}}")).1, "a total only grows");
}

#[test]
fn the_path_goes_from_target_to_target() {
    let fields = "measure: percentage, direction: increase, baseline: {period: 2014, value: 7.5}";
    assert_eq!(
        told("", &format!("{fields}, targets: {{2018: 19, 2024: 20}}, values: {{2018: 9.7, 2019: 14.3}}")).0,
        "limited progress: 14.3%, expected 19.17% by 2019"
    );
    let fields = "direction: increase, baseline: {period: 2014, value: 8}";
    assert_eq!(
        told("", &format!("{fields}, targets: {{2017: 8.5, 2024: 20}}, values: {{2017: 8.6, 2018: 10.2}}")).0,
        "on track: 10.2, expected 10.14 by 2018"
    );
}

#[test]
fn a_lower_count_of_a_period_that_runs_is_not_worse_yet_and_what_has_not_begun_is_not_judged() {
    let running = ", as_of: 2024-06-30";
    let told = |about, fields| told(about, fields);
    let not_yet = ("not judged: its period is not over yet".to_owned(), false);
    assert_eq!(told(running, "direction: increase, values: {2023: 35, 2024: 20}"), not_yet);
    assert!(told(running, "direction: decrease, values: {2023: 35, 2024: 40}").1, "it only grows");
    assert!(told(running, "measure: index, direction: increase, values: {2023: 35, 2024: 20}").1);
    let ahead = ("not judged: its period has not begun".to_owned(), false);
    assert_eq!(told("", "direction: increase, values: {2029: 30, 2030: 20}"), ahead);
}

#[test]
fn a_fiscal_year_is_not_over_before_the_first_day_it_can_end_on() {
    let fields =
        "direction: increase, target: {period: 2023/24, value: 50}, values: {2022/23: 30, 2023/24: 35}";
    assert_eq!(told(", as_of: 2024-01-31", fields).0, "not met yet: 35, target 50 by 2023/24");
    assert_eq!(told(", as_of: 2024-06-30", fields).0, "missed: 35, target 50 by 2023/24");
}

#[test]
fn a_baseline_with_decimals_is_what_was_published_of_its_value() {
    const DISPUTED: &str = "not judged: the file states one figure in two ways";
    let fields = |baseline: &str| {
        format!(
            "direction: increase, baseline: {{period: 2020, value: {baseline}}}, target: {{period: 2024, value: 3}}, \
             values: {{2020: 1.50446, 2022: 2.9}}"
        )
    };
    assert_told(&[
        ("", &fields("1.50"), "on track: 2.9, expected 2.25 by 2022"),
        ("", &fields("1.51"), DISPUTED),
        ("", &fields("2"), DISPUTED),
    ]);
}

#[test]
fn targets_that_could_not_be_read_are_not_called_given_in_two_ways() {
    let values = "direction: increase, values: {2022: 5, 2023: 7}";
    assert_told(&[
        ("", &format!("{values}, targets: {{2023: 6, 2024: x}}"), "not judged: the target cannot be read"),
        (
            "",
            &format!("{values}, targets: [{{period: 2024, value: 6}}, {{period: 2024, value: 8}}]"),
            "not judged: the file states one figure in two ways",
        ),
    ]);
}

#[test]
fn a_change_is_shown_as_finely_as_the_two_values_beside_it() {
    let text = "programme: { title: T }\nmetrics:\n  - { name: M, decimals: 0, direction: increase, target: 75, values: { 2022: 70, 2023: 74.6 } }\n  - { name: Heat, unit: degrees Celsius, values: { 2022: 20, 2023: 15 } }\n";
    let reading = read_on(text, today());
    let figures = derive(&reading.programme, today());
    let pairs = reading.programme.metrics.iter().zip(&figures.metrics);
    let lines: Vec<String> = pairs.map(|(metric, own)| metric_line(metric, own)).collect();
    assert_eq!(
        lines,
        [
            "74.6 in 2023, 70.0 in 2022. Up 4.6, 6.6 per cent.",
            "15 degrees Celsius in 2023, 20 degrees Celsius in 2022. Down 5, a percentage has no meaning here.",
        ]
    );
}

#[test]
fn where_one_number_of_a_row_needs_more_digits_all_of_the_row_show_them() {
    let target = "direction: increase, target: { value: 10, period: 2025 }";
    for (fields, values, shown) in [
        (
            format!("decimals: 0, {target}"),
            "2022: 9.4, 2023: 9.6",
            "9.6 in 2023, 9.4 in 2022. Up 0.2, 2.1 per cent.|2023: 9.6, +0.2 (+2.1%)|2022: 9.4|Target: 10.0 by 2025|\
             To target: 0.4 below target",
        ),
        (
            "unit: \"%\", decimals: 0".to_owned(),
            "2022: 0.4, 2023: 0.6",
            "0.6% in 2023, 0.4% in 2022. Up 0.2 percentage points.|2023: 0.6%, +0.2 pp|2022: 0.4%",
        ),
        (
            "unit: EUR, measure: currency".to_owned(),
            "2022: 1234.56, 2023: 1234.61",
            "1,234.61 EUR in 2023, 1,234.56 EUR in 2022. Up 0.05, 0.004 per cent.|\
             2023: 1,234.61, +0.05 (+0.004%)|2022: 1,234.56",
        ),
        (
            "unit: \"%\", decimals: 1".to_owned(),
            "2022: 10.04, 2023: 10.06",
            "10.06% in 2023, 10.04% in 2022. Up 0.02 percentage points.|2023: 10.06%, +0.02 pp|2022: 10.04%",
        ),
        // Values under each other are one row.
        (
            "decimals: 0, unit: h".to_owned(),
            "2021: 3.4, 2022: 3.3, 2023: 5.2",
            "5 h in 2023, 3 h in 2022. Up 2, 58 per cent.|2023: 5.2, +1.9 (+58%)|2022: 3.3, -0.1 (-2.9%)|2021: 3.4",
        ),
        // What is not rounded stays as it is written.
        (
            "direction: increase, target: 1.25".to_owned(),
            "2022: 1, 2023: 2",
            "2 in 2023, 1 in 2022. Up 1, 100 per cent.|2023: 2, +1 (+100%)|2022: 1|Target: 1.25|\
             To target: 0.75 above target",
        ),
    ] {
        let text = format!(
            "programme: {{ title: T }}\nmetrics: [{{ name: M, {fields}, values: {{ {values} }} }}]\n"
        );
        let lines = lines_of(&text, &["1. M:", "2023:", "2022:", "2021:", "Target:", "To target:"]);
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_start_matches("1. M: ")).collect();
        assert_eq!(lines.join("|").replace("|Target: none set", ""), shown);
    }
}

/// Lines of the report on a file that begin with one of these words.
fn lines_of(text: &str, words: &[&str]) -> Vec<String> {
    let reading = read_on(text, today());
    let report = report(&reading, &derive(&reading.programme, today()), "a.yaml");
    let is_one = |line: &&str| words.iter().any(|word| line.starts_with(word));
    report.lines().map(str::trim).filter(is_one).map(str::to_owned).collect()
}

#[test]
fn across_a_break_no_target_of_any_period_is_judged() {
    let text = "programme: { title: T }
metrics:
  - { name: M, direction: increase, baseline: { period: 2015, value: 100 }, targets: { 2018: 112, 2025: 140 },
      values: { 2018: { value: 109, status: break }, 2019: 110 } }
";
    assert_eq!(
        lines_of(text, &["Standing", "By period", "Progress", "Expected", "Rule"]),
        [
            "Standing: not judged: the series broke since the baseline",
            "Progress: progress is not defined",
            "By period: 112 by 2018",
            "By period: 140 by 2025",
        ]
    );
}

#[test]
fn a_period_with_a_target_of_its_own_has_no_other_expectation() {
    let text = "programme: { title: T }
metrics:
  - { name: M, direction: increase, baseline: { period: 2020, value: 0 }, targets: { 2023: 20, 2025: 100 },
      values: { 2022: 10, 2023: 21 } }
";
    assert_eq!(
        lines_of(text, &["Standing", "Basis", "Expected", "Rule"]),
        ["Standing: on track", "Basis: 21, target 20 for 2023"]
    );
}

#[test]
fn the_flag_of_a_score_stands_behind_its_own_change() {
    let text = "programme: { title: T }
evaluation:
  scale: { min: 1, max: 5 }
  criteria:
    - { title: A, improvement: I, scores: { 2022: 3, 2023: { value: 4, status: low_reliability } } }
";
    assert_eq!(lines_of(text, &["Change"]), ["Change: 3 -> 4 on 2022, rose, low reliability"]);
}
