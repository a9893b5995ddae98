//! Changes: what a value is compared with, whether that is for the better, and the words of it.

use crate::sample::{day, decimal, metric, metric_with};
use coopdash::figures::{
    ChangeKind, Favour, Growth, MetricChange, Relative, Since, Why, change_since, derive,
};
use coopdash::programme::{Flag, Programme, Value};
use coopdash::wording::change::{growth, long, short, spoken};
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn a_value_is_compared_with_the_year_before_the_first_or_the_baseline() {
    let kind = |fields: &str, since, cells: &[&str]| {
        let metric = metric_with(fields, cells);
        change_since(&metric, cells.len() - 1, since, 0).kind
    };
    let up = |delta, percent| ChangeKind::Amount {
        delta: decimal(delta),
        relative: Relative::Percent(decimal(percent)),
        index: false,
    };
    let series = ["2019:", "2020: 4", "2022: 10", "2023: 12"];
    assert_eq!(kind("", Since::YearBefore, &series), up("2", "20"));
    assert_eq!(kind("", Since::First, &series), up("8", "200"));
    assert_eq!(kind("", Since::Baseline, &series), ChangeKind::Undefined(Why::NoBaseline));
    let from_2021 = "baseline: { period: 2021, value: 8 }";
    assert_eq!(kind(from_2021, Since::Baseline, &series), up("4", "50"));
    assert_eq!(kind("", Since::First, &series[..2]), ChangeKind::Undefined(Why::FirstValue));
    assert_eq!(kind("", Since::First, &series[..1]), ChangeKind::Undefined(Why::NotReported(None)));
    assert_eq!(change_since(&metric(&series), 9, Since::First, 0).kind, ChangeKind::Undefined(Why::NoValues));
    let series = ["2020: 4", "2022: 10 break", "2023: 12"];
    let broken = ChangeKind::Undefined(Why::Break("2022".into()));
    assert_eq!(kind("", Since::First, &series), broken);
    assert_eq!(kind(from_2021, Since::Baseline, &series), broken);
    assert_eq!(kind("", Since::YearBefore, &series), up("2", "20"), "the break lies before both");
    let from_2022 = "baseline: { period: 2022, value: 8 }";
    assert_eq!(kind(from_2022, Since::Baseline, &series), up("4", "50"), "of the new series");
}

#[test]
fn what_a_year_adds_to_a_running_total_is_no_share_of_all_years_before() {
    let metric = metric_with("cumulative: true", &["2022: 250", "2023: 400"]);
    let change = change_since(&metric, 1, Since::YearBefore, 0).kind;
    let own = ChangeKind::Amount { delta: decimal("150"), relative: Relative::OfTheYear, index: false };
    assert_eq!(change, own);
}

#[test]
fn numbers_too_large_for_exact_arithmetic_are_not_compared() {
    // No file can hold such numbers.
    let mut extremes = metric(&["2022: 1", "2023: 1"]);
    for (value, number) in extremes.values.iter_mut().zip([Decimal::MIN, Decimal::MAX]) {
        value.value = Value::Number(number);
    }
    let change = change_since(&extremes, 1, Since::YearBefore, 0);
    assert_eq!((change.way(), change.kind), (None, ChangeKind::Undefined(Why::NotComparable)));
}

fn judged(fields: &str, [earlier, later]: [&str; 2]) -> Favour {
    let metrics = vec![metric_with(fields, &[earlier, later])];
    derive(&Programme { metrics, ..Programme::default() }, day(2026, 11, 23)).metrics[0].favour
}

#[test]
fn a_change_is_favourable_only_in_a_declared_direction() {
    let (rise, fall) = (["2022: 5", "2023: 7"], ["2022: 7", "2023: 5"]);
    let range = "direction: range, target: { value: 10, max: 20 }";
    for (fields, of_rise, of_fall) in [
        ("", Favour::NotJudged, Favour::NotJudged),
        ("direction: neutral", Favour::NotJudged, Favour::NotJudged),
        ("direction: increase", Favour::Favourable, Favour::Adverse),
        ("direction: decrease", Favour::Adverse, Favour::Favourable),
        (range, Favour::Favourable, Favour::Adverse),
        ("direction: increase, baseline: { period: 2020, value: 1 }", Favour::Favourable, Favour::Adverse),
        // The file gives 5 or 7 for the year of the baseline.
        ("direction: increase, baseline: { period: 2022, value: 1 }", Favour::NotJudged, Favour::NotJudged),
    ] {
        assert_eq!(judged(fields, rise), of_rise, "{fields}");
        assert_eq!(judged(fields, fall), of_fall, "{fields}");
    }
    assert_eq!(judged(range, ["2022: 12", "2023: 19"]), Favour::NotJudged, "both inside");
    assert_eq!(judged(range, ["2022: 15", "2023: 25"]), Favour::Adverse, "out above");
}

fn unflagged(kind: ChangeKind) -> MetricChange {
    MetricChange { kind, flags: Vec::new(), decimals: 0 }
}

fn amount_of(delta: &str, percent: &str) -> MetricChange {
    let relative = Relative::Percent(decimal(percent));
    unflagged(ChangeKind::Amount { delta: decimal(delta), relative, index: false })
}

#[test]
fn percentages_have_one_decimal_below_ten_and_a_factor_takes_over_at_a_thousand() {
    for (share, shown) in [
        ("9.94", "+2 (+9.9%)"),
        ("9.95", "+2 (+10%)"),
        ("10.4", "+2 (+10%)"),
        ("-9.96", "+2 (-10%)"),
        ("-4.302944064", "+2 (-4.3%)"),
        ("0.04", "+2 (+0.04%)"),
        ("-0.0004", "+2 (-0.0004%)"),
        ("999.4", "+2 (+999%)"),
        ("999.5", "+2 (x11)"),
        ("4700", "+2 (x48)"),
        ("1234567", "+2 (x12,347)"),
        ("-100", "+2 (-100%)"),
        // Only what is gone, and only what doubled, reads as 100.
        ("-99.999", "+2 (-99.999%)"),
        ("-99.6", "+2 (-99.6%)"),
        ("99.95", "+2 (+99.95%)"),
        ("100.04", "+2 (+100.04%)"),
        ("100", "+2 (+100%)"),
    ] {
        assert_eq!(long(&amount_of("2", share), 0), shown);
    }
}

#[test]
fn a_change_that_rounds_to_zero_shows_as_many_decimals_as_it_takes() {
    assert_eq!(long(&unflagged(ChangeKind::Points(decimal("0.04"))), 1), "+0.04 pp");
    assert_eq!(long(&unflagged(ChangeKind::Points(decimal("-0.0004"))), 1), "-0.0004 pp");
    assert_eq!(long(&unflagged(ChangeKind::Points(decimal("0.4"))), 0), "+0.4 pp");
    assert_eq!(short(&amount_of("0.049", "1"), 1), "+0.05");
    assert_eq!(long(&unflagged(ChangeKind::Same), 1), "no change");
}

#[test]
fn the_short_form_drops_the_bracket_and_keeps_the_flags() {
    let mut change = amount_of("4", "40");
    change.flags = vec![Flag::Estimated, Flag::Provisional];
    assert_eq!(long(&change, 0), "+4 (+40%) e,p");
    assert_eq!(short(&change, 0), "+4 e,p");
    assert_eq!(short(&unflagged(ChangeKind::Undefined(Why::NoPeriod("2022".into()))), 0), "n/a");
}

#[test]
fn one_point_is_a_point() {
    let relative = Relative::Percent(decimal("0.5"));
    let change = unflagged(ChangeKind::Amount { delta: decimal("-1"), relative, index: true });
    assert_eq!(long(&change, 0), "-1 pt (+0.5%)");
    assert_eq!(spoken(&change, 0), "Down 1 point, 0.5 per cent");
    assert_eq!(spoken(&unflagged(ChangeKind::Points(decimal("1"))), 0), "Up 1 percentage point");
}

#[test]
fn the_plain_report_says_it_in_words() {
    let mut flagged = amount_of("2", "66.6666666667");
    assert_eq!(spoken(&flagged, 0), "Up 2, 67 per cent");
    flagged.flags = vec![Flag::Provisional];
    assert_eq!(spoken(&flagged, 0), "Up 2, 67 per cent, provisional");
    assert_eq!(spoken(&amount_of("-3", "-25"), 0), "Down 3, 25 per cent");
    assert_eq!(spoken(&amount_of("19", "1900"), 0), "Up 19, 20 times as much");
    assert_eq!(spoken(&unflagged(ChangeKind::Points(decimal("0.8"))), 1), "Up 0.8 percentage points");
    assert_eq!(spoken(&unflagged(ChangeKind::Same), 0), "No change");
    assert_eq!(spoken(&unflagged(ChangeKind::Step("No".into(), "Yes".into())), 0), "From No to Yes");
    let unknown = unflagged(ChangeKind::Undefined(Why::NoPeriod("2022".into())));
    assert_eq!(spoken(&unknown, 0), "No change to report: there is no value for 2022");
}

#[test]
fn growth_a_year_has_one_decimal_and_its_sign() {
    let said = |rate, flags| growth(&Growth { rate, flags }, "2020", "2023");
    assert_eq!(said(4.767_980_655_9, vec![]), "+4.8%/yr from 2020 to 2023");
    assert_eq!(said(-0.012, vec![]), "-0.01%/yr from 2020 to 2023", "what is not zero never reads as zero");
    assert_eq!(said(4.7, vec![Flag::Provisional]), "+4.7%/yr from 2020 to 2023, provisional");
    assert_eq!(said(f64::NAN, vec![]), "n/a");
}

proptest! {
    #[test]
    fn no_change_reads_as_minus_zero_and_none_that_happened_as_zero(
        mantissa in prop_oneof![any::<i64>(), -2000_i64..2000],
        scale in 0u32..12,
        decimals in 0u32..4,
        share in -1000_i64..1_000_000,
        share_scale in 0u32..8,
    ) {
        prop_assume!(mantissa != 0 && share != 0);
        let delta = Decimal::new(mantissa, scale);
        let relative = Relative::Percent(Decimal::new(share, share_scale));
        for kind in [ChangeKind::Points(delta), ChangeKind::Amount { delta, relative, index: false }] {
            let change = unflagged(kind);
            let words = long(&change, decimals);
            let is_number = |part: &&str| part.contains(|c: char| c.is_ascii_digit());
            for number in words.split([' ', '(', ')', '%', 'x']).filter(is_number) {
                prop_assert!(number.contains(|c: char| ('1'..='9').contains(&c)), "{}", words);
            }
            prop_assert_eq!(words.starts_with('-'), delta.is_sign_negative());
            prop_assert!(words.starts_with(&short(&change, decimals)));
        }
    }
}
