//! Worked cases of the arithmetic: what is computed and how it reads, row by row; the long tables
//! stand in `cases/tables.rs`.
//!
//! Most rows come from published data, a few from the definitions; each names its source. Values
//! are compared to a millionth, words exactly.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod tables;

use chrono::NaiveDate;
use coopdash::document::read;
use coopdash::figures::{
    ChangeKind, MetricChange, MetricFigures, Relative, TargetProgress, TargetReading, Why, derive,
};
use coopdash::programme::{Metric, Period, PeriodError, Programme};
use coopdash::text::number::{NumberProblem, Parsed, format_decimal, parse};
use coopdash::wording::{change, standing, target, value};
use rust_decimal::Decimal;
use tables::{CHANGES, PROGRESS, rows};

// ---- Building a file from cells ------------------------------------------------------------------

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

fn period(label: &str) -> Period {
    Period::parse(label).unwrap_or_else(|error| panic!("{label}: {error:?}"))
}

/// `2023: 14 provisional` as a file writes it: a period, then a number, a word or nothing, then a flag.
fn written(cell: &str) -> String {
    const FLAGS: [&str; 6] = ["provisional", "estimated", "forecast", "partial", "break", "suppressed"];
    let (label, said) = cell.split_once(':').unwrap_or_else(|| panic!("no period in {cell}"));
    let word = |is_flag: bool| said.split_whitespace().find(|word| FLAGS.contains(word) == is_flag);
    let (value, flag) = (word(false).unwrap_or("null"), word(true).unwrap_or("normal"));
    format!("      \"{label}\": {{ value: {value}, status: {flag} }}\n")
}

/// A metric as the program reads it from a file with these fields.
fn metric_with(measure: &str, decimals: u32, fields: &str, values: &[&str]) -> Metric {
    let measure = measure.replace(' ', "_");
    let values: String = values.iter().map(|cell| written(cell)).collect();
    let values =
        if values.is_empty() { "    values: {}\n".to_owned() } else { format!("    values:\n{values}") };
    let text = format!(
        "metrics:\n  - name: A metric\n    measure: {measure}\n    decimals: {decimals}\n{fields}{values}"
    );
    read(&text).programme.metrics.pop().unwrap_or_else(|| panic!("no metric in\n{text}"))
}

fn metric(measure: &str, decimals: u32, values: &[&str]) -> Metric {
    metric_with(measure, decimals, "", values)
}

fn figures(metric: Metric) -> MetricFigures {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    let programme = Programme { metrics: vec![metric], ..Programme::default() };
    derive(&programme, today).metrics.pop().expect("one metric")
}

fn assert_near(actual: Option<Decimal>, expected: &str, name: &str) {
    let expected = (!expected.is_empty()).then(|| decimal(expected));
    match (actual, expected) {
        (Some(actual), Some(expected)) => {
            let tolerance = expected.abs() * decimal("0.000001");
            assert!((actual - expected).abs() <= tolerance, "{name}: {actual} is not {expected}");
        }
        (actual, expected) => assert_eq!(actual, expected, "{name}"),
    }
}

// ---- Changes -------------------------------------------------------------------------------------

fn kind(change: &MetricChange) -> &'static str {
    match &change.kind {
        ChangeKind::Same => "same",
        ChangeKind::Points(_) => "points",
        ChangeKind::Step(..) => "step",
        ChangeKind::Amount { relative: Relative::Percent(_), .. } => "percent",
        ChangeKind::Amount { relative: Relative::FromZero, .. } => "from zero",
        ChangeKind::Amount { relative: Relative::NotMeaningful, .. } => "not meaningful",
        ChangeKind::Amount { relative: Relative::OfTheYear, .. } => "of the year",
        ChangeKind::Undefined(Why::NoPeriod(_)) => "no period",
        ChangeKind::Undefined(Why::Partial(_)) => "partial",
        ChangeKind::Undefined(Why::Break(_)) => "break",
        ChangeKind::Undefined(Why::Suppressed(_)) => "suppressed",
        ChangeKind::Undefined(Why::NotReported(_)) => "not reported",
        ChangeKind::Undefined(other) => panic!("no row expects {other:?}"),
    }
}

fn size(change: &MetricChange) -> Option<Decimal> {
    match &change.kind {
        ChangeKind::Points(points) => Some(*points),
        ChangeKind::Amount { relative: Relative::Percent(percent), .. } => Some(*percent),
        ChangeKind::Same => Some(Decimal::ZERO),
        ChangeKind::Amount { .. } | ChangeKind::Undefined(_) | ChangeKind::Step(..) => None,
    }
}

#[test]
fn each_change_is_computed_and_read_in_the_terms_of_its_measure() {
    for [name, source, of, decimals, earlier, later, expected, expected_kind, reads] in rows(CHANGES) {
        let name = format!("{name} ({source})");
        let decimals = decimals.parse().expect("decimals");
        let figures = figures(metric(of, decimals, &[earlier, later]));
        let change = figures.changes.last().expect("a change for each value");
        assert_eq!(change::long(change, decimals), reads, "{name}");
        assert_eq!(kind(change), expected_kind, "{name}");
        assert_near(size(change), expected, &name);
    }
}

/// NATO PR/CP(2019)069: defence expenditure in constant prices and its published annual real change.
#[test]
fn percentages_agree_with_the_published_ones() {
    for (country, earlier, later, percent, reads) in [
        ("ALB", "2012: 161153850.7", "2013: 154219490.6", "-4.302944064", "-4.3%"),
        ("ALB", "2014: 149998787.5", "2015: 132351787", "-11.76476208", "-12%"),
        ("HRV", "2013: 707218540.1", "2014: 891596860.3", "26.07091156", "+26%"),
        ("HRV", "2014: 891596860.3", "2015: 883227636.1", "-0.9386780695", "-0.9%"),
        ("SVN", "2012: 485295793.1", "2013: 430991791", "-11.18987695", "-11%"),
        ("SVN", "2015: 400789938.7", "2016: 447099454", "11.55456033", "+12%"),
        ("SVN", "2018: 493615602.2 estimated", "2019: 525469576.9 estimated", "6.45319446", "+6.5% e"),
    ] {
        let change = figures(metric("currency", 0, &[earlier, later])).change;
        assert_near(size(&change), percent, country);
        let percent = size(&change).map(change::percent).expect("a percentage");
        let marks = value::flag_marks(&change.flags);
        assert_eq!(format!("{percent} {marks}").trim_end(), reads, "{country}");
    }
}

#[test]
fn this_year_is_the_latest_that_is_neither_forecast_nor_partial() {
    for (values, current, reads) in [
        (&["2022: 10", "2023: 12", "2024: 7 partial", "2025: 20 forecast"][..], Some(1), "+2 (+20%)"),
        (&["2022: 10", "2023:"], Some(1), "n/a (not reported)"),
        (&["2022:", "2023: 12"], Some(1), "n/a (2022 not reported)"),
        (&["2022: suppressed", "2023: 12"], Some(1), "n/a (2022 suppressed)"),
        (&["2022: 7 partial", "2023: 12"], Some(1), "n/a (2022 to date)"),
        (&["2024: 7 partial"], None, "n/a (2024 to date)"),
        (&["2024: 7 forecast", "2025: 8 forecast"], None, "n/a (forecast only)"),
        (&["2003-2005: 7"], Some(0), "n/a (no year before)"),
        (&["2022-Q2: 8", "2022-Q4: 9 break", "2023-Q2: 10"], Some(2), "n/a (series break 2022-Q4)"),
        (&[], None, "n/a (no values)"),
    ] {
        let figures = figures(metric("count", 0, values));
        assert_eq!(figures.current, current, "{values:?}");
        assert_eq!(change::long(&figures.change, 0), reads, "{values:?}");
    }
}

/// Direct investment: Agency for Statistics of Bosnia and Herzegovina; the formula: Open SDG's progress measurement.
#[test]
fn growth_a_year_counts_years_and_not_observations() {
    for (of, values, rate, reads) in [
        ("currency", &["2000: 146.07558", "2010: 1", "2020: 370.80799"][..], 4.767_980_655_9, "+4.8%/yr"),
        ("count", &["2020: 100", "2021: 1", "2023: 133.1"], 10.0, "+10.0%/yr"),
        ("count", &["2021-Q2: 100", "2022-Q1: 1", "2023-Q2: 121"], 10.0, "+10.0%/yr"),
        ("count", &["2020: 100", "2021: 1", "2023: 133.1 provisional"], 10.0, "+10.0%/yr, provisional"),
        ("count", &["2020: 1000000", "2021: 1", "2022: 1000200"], 0.009_999_5, "+0.01%/yr"),
    ] {
        let growth = figures(metric(of, 1, values)).growth.expect("a rate");
        assert!((growth.rate - rate).abs() <= rate * 1e-6, "{values:?}: {}", growth.rate);
        assert_eq!(change::growth(&growth, "A", "B"), reads.replace("/yr", "/yr from A to B"), "{values:?}");
    }
    for (name, of, values) in [
        ("two points one year apart", "count", &["2022: 3", "2023: 5"][..]),
        ("two points many years apart", "count", &["2000: 3", "2023: 5"]),
        ("from zero", "count", &["2020: 0", "2021: 4", "2023: 8"]),
        ("of a growth rate", "growth rate", &["2020: 1.0", "2021: 1.5", "2023: 2.0"]),
        ("of a percentage", "percentage", &["2020: 10", "2021: 12", "2023: 20"]),
        ("over a break", "count", &["2020: 10", "2022: 12 break", "2023: 20"]),
        ("to a forecast", "count", &["2020: 10", "2021: 12", "2023: 20 forecast"]),
        ("between seasons", "count", &["2020-Q1: 10", "2021-Q1: 12", "2023-Q2: 20"]),
        ("between kinds of period", "count", &["2020: 10", "2021: 12", "2023/24: 20"]),
        ("over windows that overlap", "count", &["2010-2012: 10", "2011-2013: 12", "2012-2014: 20"]),
    ] {
        assert_eq!(figures(metric(of, 1, values)).growth, None, "{name}");
    }
    let total = metric_with("count", 1, "    cumulative: true\n", &["2020: 10", "2021: 12", "2023: 20"]);
    assert_eq!(figures(total).growth, None, "a running total grows with its years");
}

// ---- Targets -------------------------------------------------------------------------------------

/// A metric of one value, a baseline (`2012: 15`, or empty) and a target (`2025: 0.97 to 1.03`, or
/// `: 8` without a period).
fn aimed(of: &str, better: &str, baseline: &str, goal: &str, value: &str) -> Metric {
    let direction = match better {
        "up" => "    direction: increase\n",
        "down" => "    direction: decrease\n",
        "inside" => "    direction: range\n",
        "neutral" => "    direction: neutral\n",
        _ => "",
    };
    let point = |key: &str, said: &str| {
        let Some((label, value)) = said.split_once(": ") else { return String::new() };
        let period = if label.is_empty() { String::new() } else { format!("period: {label}, ") };
        let (value, max) = value.split_once(" to ").map_or((value, None), |(low, high)| (low, Some(high)));
        let max = max.map(|max| format!(", max: {max}")).unwrap_or_default();
        format!("    {key}: {{ {period}value: {value}{max} }}\n")
    };
    let fields = format!("{direction}{}{}", point("baseline", baseline), point("target", goal));
    metric_with(of, 0, &fields, &[value])
}

/// Where the metric stands, in words.
fn stands(of: &str, better: &str, baseline: &str, goal: &str, value: &str) -> String {
    standing::in_full(figures(aimed(of, better, baseline, goal, value)).standing)
}

fn reading(of: &str, better: &str, baseline: &str, goal: &str, value: &str) -> TargetReading {
    figures(aimed(of, better, baseline, goal, value)).target.expect("a target")
}

fn progress(reading: &TargetReading) -> Option<Decimal> {
    match reading.progress {
        TargetProgress::OfTheWay(share) | TargetProgress::OfTarget(share) => Some(share),
        // Inside the range the whole way is done.
        TargetProgress::InRange(true) => Some(Decimal::ONE_HUNDRED),
        TargetProgress::InRange(false) | TargetProgress::Maintained(_) | TargetProgress::Undefined => None,
    }
}

#[test]
fn without_a_target_there_is_the_declared_direction_alone() {
    for (direction, values, word) in [
        ("", ["2022: 3", "2023: 5"], "no target"),
        ("    direction: neutral\n", ["2022: 3", "2023: 5"], "no target"),
        ("    direction: increase\n", ["2022: 3", "2023: 5"], "improved"),
        ("    direction: decrease\n", ["2022: 3", "2023: 5"], "got worse"),
        ("    direction: increase\n", ["2022: 3", "2023: 3"], "unchanged"),
        ("    direction: increase\n", ["2020: 3", "2023: 5"], "no target"),
    ] {
        let own = figures(metric_with("count", 0, direction, &values));
        assert_eq!((own.target, standing::word(own.standing)), (None, word), "{direction}{values:?}");
    }
}

/// The rows from the top: IATI's guidance, three of the World Bank's results for El Salvador, a level
/// that is to be kept, and the definitions.
#[test]
fn progress_is_measured_from_the_baseline() {
    for [name, of, better, baseline, goal, value, share, reads, word] in rows(PROGRESS) {
        let reading = reading(of, better, baseline, goal, value);
        assert_near(progress(&reading), share, name);
        let said = target::progress(&reading);
        assert!(said.starts_with(reads), "{name}: {said}");
        assert_eq!(stands(of, better, baseline, goal, value), word, "{name}");
    }
}

#[test]
fn a_target_is_met_at_equality_and_not_judged_where_better_is_unknown() {
    const CONTRADICTION: &str = "not judged: target, baseline and direction contradict each other";
    for (name, better, baseline, goal, value, word) in [
        ("reached going up", "up", "", ": 8", "2023: 8", "met"),
        ("reached going down", "down", "", ": 8", "2023: 8", "met"),
        ("not reached, without a period", "up", "", ": 8", "2023: 7", "not met yet"),
        ("no direction, no baseline", "", "", ": 8", "2023: 9", "not judged: no direction given"),
        (
            "never a direction from the baseline",
            "",
            "2020: 4",
            "2025: 8",
            "2023: 9",
            "not judged: no direction given",
        ),
        ("neutral", "neutral", "2020: 4", "2025: 8", "2023: 9", "not judged: neither way is better"),
        (
            "neutral, in a range",
            "neutral",
            "2020: 4",
            "2025: 8 to 10",
            "2023: 9",
            "not judged: neither way is better",
        ),
        ("a range without a direction", "", "2020: 4", "2025: 8 to 10", "2023: 9", "within range"),
        (
            "no range to be in",
            "inside",
            "2020: 4",
            "2025: 8",
            "2023: 9",
            "not judged: the target is no range",
        ),
        ("up to less", "up", "2020: 9", "2025: 8", "2023: 8", CONTRADICTION),
        ("down to more", "down", "2020: 4", "2025: 8", "2023: 8", CONTRADICTION),
        ("target at the baseline's period", "up", "2022: 3", "2022: 9", "2022: 3", CONTRADICTION),
        ("target before the baseline", "up", "2022: 3", "2020: 9", "2023: 12", CONTRADICTION),
        ("its period has come", "up", "2020: 3", "2023: 9", "2023: 8", "missed"),
        ("its period has come, no baseline", "up", "", "2023: 9", "2023: 8", "missed"),
        ("early without a baseline", "down", "", "2026: 150", "2023: 119", "met early"),
        ("nothing to expect from", "up", "", "2025: 9", "2023: 8", "not judged: no baseline with a period"),
        ("not reported", "up", "2020: 3", "2023: 9", "2023:", "not judged: no value for its latest period"),
        (
            "two figures for one year",
            "up",
            "2023: 3",
            "2025: 9",
            "2023: 8",
            "not judged: the file states one figure in two ways",
        ),
    ] {
        assert_eq!(stands("count", better, baseline, goal, value), word, "{name}");
    }
}

#[test]
fn ordinal_numbers_are_compared_and_words_are_not_judged() {
    for (of, goal, value, word) in [
        ("ordinal", "2025: 4", "2023: 2", "not met yet"),
        ("ordinal", "2025: 4", "2023: 4", "met early"),
        ("ordinal", "2023: 4", "2023: 1", "missed"),
        ("ordinal", "2023: 4", "2023: high", "not judged: the values are words"),
        ("qualitative", "2023: 4", "2023: high", "not judged: the values are words"),
    ] {
        assert_eq!(stands(of, "up", "2020: 1", goal, value), word, "{of} {goal} {value}");
    }
    let own =
        |values: &[&str]| figures(metric_with("ordinal", 0, "    direction: increase\n", values)).standing;
    assert_eq!(standing::word(own(&["2022: 4", "2023: 1"])), "got worse");
    assert_eq!(standing::in_full(own(&["2022: high", "2023: low"])), "not judged: the values are words");
}

/// Bands: Open SDG (after Statistics Canada); the straight line is this program's model.
#[test]
fn on_track_is_judged_by_a_straight_line_at_the_period_of_the_value() {
    for (better, baseline, goal, value, ratio, line, word) in [
        ("up", "2022: 3", "2025: 9", "2024: 6", "0.75", "7.0", "needs acceleration"),
        ("up", "2022: 3", "2025: 9", "2023: 3", "0", "5.0", "limited progress"),
        ("up", "2022: 3", "2025: 9", "2023: 2", "-0.5", "5.0", "deterioration"),
        ("down", "2020: 100", "2030: 40", "2025: 70", "1", "70.0", "on track"),
        ("down", "2020: 100", "2030: 40", "2025: 80", "0.6666667", "70.0", "needs acceleration"),
        ("up", "2022: 60", "2026: 90", "2023: 67.125", "0.95", "67.5", "on track"),
        ("up", "2022: 60", "2026: 90", "2023: 67.12", "0.9493333", "67.5", "needs acceleration"),
        ("up", "2022: 60", "2026: 90", "2023: 64.5", "0.6", "67.5", "needs acceleration"),
        ("up", "2022: 60", "2026: 90", "2023: 64.49", "0.5986667", "67.5", "limited progress"),
    ] {
        let name = format!("{baseline} to {goal}, {value}");
        let metric = aimed("count", better, baseline, goal, value);
        let own = figures(metric.clone());
        let reading = own.target.expect("a target");
        assert_near(reading.ratio, ratio, &name);
        let expected = target::expected(&reading, &metric, "2023", 1).expect("an expectation");
        assert!(
            expected.starts_with(&format!("{line} by 2023, if progress were even from ")),
            "{name}: {expected}"
        );
        assert_eq!(standing::word(own.standing), word, "{name}");
    }
}

#[test]
fn a_straight_line_to_a_range_goes_to_its_nearer_end() {
    for (baseline, value, line) in [("2020: 0.80", "0.90", "0.902"), ("2020: 1.20", "1.10", "1.098")] {
        let reading = reading("ratio", "inside", baseline, "2025: 0.97 to 1.03", &format!("2023: {value}"));
        assert_near(reading.expected.map(|expected| expected.value), line, baseline);
    }
}

#[test]
fn a_share_of_the_target_itself_is_said_only_of_positive_numbers() {
    for (goal, value) in [(": -8", "2023: -4"), (": 8", "2023: -4"), (": 0", "2023: 4")] {
        assert_eq!(reading("count", "up", "", goal, value).progress, TargetProgress::Undefined, "{goal}");
    }
}

#[test]
fn at_the_baseline_nothing_has_started_and_an_early_success_says_so() {
    let started = reading("count", "up", "2022: 3", "2025: 9", "2022: 3");
    assert_eq!((started.expected, started.ratio), (None, None));
    for (value, word) in [("2022: 3", "not started"), ("2024: 9", "met early"), ("2025: 9", "met")] {
        assert_eq!(stands("count", "up", "2022: 3", "2025: 9", value), word);
    }
}

#[test]
fn of_a_target_to_stay_below_no_share_is_said() {
    let below = reading("count", "down", "", "2026: 150", "2023: 119");
    assert_eq!((below.gap, below.progress), (Some(decimal("-31")), TargetProgress::Undefined));
}

// ---- Periods, rounding, reading numbers ----------------------------------------------------------

/// Labels of ONS, BEA and Eurostat.
#[test]
fn the_year_before_has_the_shape_and_style_of_the_period() {
    for (label, before) in
        [("2000/01", "1999/00"), ("2022/2023", "2021/2022"), ("2023 Q2", "2022 Q2"), ("2023-Q2", "2022-Q2")]
    {
        assert_eq!(period(label).previous().map(|period| period.label).as_deref(), Some(before));
    }
    // Rolling windows of three years; alone, the first may be a month, too.
    let windows = Period::parse_series(&["2003-05", "2011-13"]);
    assert!(windows.iter().flatten().all(|window| window.previous().is_none()), "{windows:?}");
    assert_eq!(windows.iter().flatten().count(), 2);
    // A month by its digits only: the one reading is there to be used, with a finding.
    let Err(PeriodError::Ambiguous(readings)) = Period::parse("2023-02") else { panic!("settled alone") };
    let before: Vec<_> = readings.iter().filter_map(Period::previous).map(|period| period.label).collect();
    assert_eq!(before, ["2022-02"]);
}

/// ISO 80000-1, rule B.
#[test]
fn numbers_round_half_away_from_zero() {
    for (value, decimals, shown) in [
        ("0.25", 1, "0.3"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0.0"),
        ("-0.05", 1, "-0.1"),
        ("2.675", 2, "2.68"),
        ("1234567.891", 1, "1,234,567.9"),
        ("66.6666666666666667", 1, "66.7"),
        ("99.95", 1, "100.0"),
        ("999.95", 1, "1,000.0"),
    ] {
        assert_eq!(format_decimal(decimal(value), decimals), shown);
    }
}

#[test]
fn only_plain_numbers_are_read_from_a_document() {
    assert_eq!(parse("1.5%"), Ok(Parsed::PerCent(decimal("1.5"))));
    assert_eq!(parse("1.300,00"), Err(NumberProblem::DecimalComma("1300.00".to_owned())));
    assert_eq!(parse(".nan"), Err(NumberProblem::NotFinite));
    assert_eq!(parse(".inf"), Err(NumberProblem::NotFinite));
}
