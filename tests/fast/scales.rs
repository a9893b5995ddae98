//! Scales: which metrics share one, where it ends, and how an end is written.

use crate::sample::{day, decimal, metric, target};
use coopdash::figures::{Scale, derive, different};
use coopdash::programme::{Measure, Metric, Programme};
use coopdash::wording::scale::{captions, ends, forms, short};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn of(measure: Measure, unit: &str, values: &[&str]) -> Metric {
    Metric { measure, unit: Some(unit.to_owned()), ..metric(values) }
}

/// The scale of each metric.
fn scales(metrics: &[Metric]) -> Vec<Option<Scale>> {
    let programme = Programme { metrics: metrics.to_vec(), ..Programme::default() };
    derive(&programme, day(2026, 11, 23)).metrics.into_iter().map(|own| own.scale).collect()
}

fn of_all(metrics: &[Metric]) -> Vec<Scale> {
    scales(metrics).into_iter().flatten().collect()
}

fn all_ends(metrics: &[Metric]) -> Vec<(String, usize)> {
    of_all(metrics).into_iter().map(|scale| (scale.end.to_string(), scale.group)).collect()
}

fn shown(end: &str, group: usize) -> (String, usize) {
    (end.to_owned(), group)
}

/// Which of all metrics say that their scale differs.
fn marked(metrics: &[Metric]) -> Vec<bool> {
    let scales = of_all(metrics);
    different(&scales.iter().collect::<Vec<_>>())
}

#[test]
fn equal_units_share_a_scale_and_unlike_units_never_do() {
    let metrics = [
        of(Measure::Count, "exercises", &["2023: 7"]),
        of(Measure::Count, "visits", &["2023: 5"]),
        of(Measure::Count, "Exercises ", &["2023: 70"]),
        of(Measure::Percentage, "%", &["2023: 75"]),
        of(Measure::GrowthRate, "%", &["2023: 2.3"]),
        of(Measure::Percentage, "per cent", &["2023: 60"]),
    ];
    let expected =
        [shown("80", 0), shown("6", 1), shown("80", 0), shown("100", 2), shown("3", 3), shown("100", 2)];
    assert_eq!(all_ends(&metrics), expected);
    assert_eq!(marked(&metrics), [false; 6]);
}

#[test]
fn over_ten_times_as_large_is_too_far_apart_and_exactly_ten_is_not() {
    let near = [metric(&["2023: 2000"]), metric(&["2023: 200"]), metric(&["2023: 0"])];
    assert_eq!(all_ends(&near), ["2000", "2000", "2000"].map(|end| shown(end, 0)));
    let far = [metric(&["2023: 3"]), metric(&["2023: 2000"]), metric(&["2023: 99"]), metric(&["2023: 0"])];
    assert_eq!(all_ends(&far), [shown("3", 2), shown("2000", 0), shown("100", 1), shown("3", 2)]);
    assert_eq!(marked(&far), [false, true, true, false]);
}

#[test]
fn one_that_is_far_from_the_rest_leaves_the_rest_together() {
    let one = |value: &str| metric(&[&format!("2023: {value}")]);
    assert_eq!(
        all_ends(&[one("12"), one("200"), one("9"), one("2")]),
        [shown("15", 1), shown("200", 0), shown("15", 1), shown("15", 1)]
    );
    assert_eq!(marked(&[one("12"), one("200"), one("9")]), [false, true, false]);
    assert_eq!(marked(&[one("12"), one("200")]), [true, true]);
    // Near each other, and the first of them near the largest: no line between 11 and 9.
    assert_eq!(all_ends(&[one("100"), one("11"), one("9")]), ["100"; 3].map(|end| shown(end, 0)));
    let row = [one("1000"), one("150"), one("20"), one("3")];
    assert_eq!(all_ends(&row), [shown("1000", 0), shown("1000", 0), shown("1000", 0), shown("3", 1)]);
}

#[test]
fn a_share_that_exceeds_the_whole_leaves_the_others_on_it() {
    let share = |value: &str| of(Measure::Percentage, "%", &[&format!("2023: {value}")]);
    let metrics = [share("173.3"), share("10.4"), share("99.7"), share("1.8")];
    assert_eq!(all_ends(&metrics), [shown("200", 0), shown("100", 1), shown("100", 1), shown("100", 1)]);
    assert_eq!(marked(&metrics), [true, false, false, false]);
    assert_eq!(all_ends(&[share("173.3"), share("1.8")]), [shown("200", 0), shown("100", 1)]);
    assert_eq!(all_ends(&[share("75"), share("0.4")]), [shown("100", 0), shown("100", 0)]);
    assert_eq!(all_ends(&[share("3"), share("-0.5"), share("60")]), ["100"; 3].map(|end| shown(end, 0)));
    let negative = of_all(&[share("-120"), share("60")]);
    assert_eq!((negative[1].start, negative[1].end), (decimal("0"), decimal("100")));
}

#[test]
fn scales_with_equal_ends_do_not_differ_whatever_set_them() {
    let mut set = metric(&["2023: 950"]);
    set.axis_max = Some(decimal("100"));
    assert_eq!(marked(&[set.clone(), metric(&["2023: 90"])]), [false, false]);
    set.axis_max = Some(decimal("85"));
    assert_eq!(marked(&[set, metric(&["2023: 90"])]), [true, true]);
}

#[test]
fn words_steps_and_metrics_without_a_number_have_no_scale() {
    let metrics = [
        metric(&["2023:"]),
        of(Measure::Ordinal, "", &["2023: 3"]),
        of(Measure::Qualitative, "", &["2023: Yes"]),
        metric(&["2023: 7 suppressed"]),
    ];
    assert_eq!(scales(&metrics), [None, None, None, None]);
}

#[test]
fn the_target_and_the_files_own_end_count() {
    let mut aimed = metric(&["2023: 5"]);
    aimed.target = Some(target("2025", "14"));
    let mut cut = of(Measure::Count, "visitors", &["2022: 200", "2023: 9510"]);
    cut.axis_max = Some(decimal("1000"));
    let scales = scales(&[aimed, cut]);
    let [Some(aimed), Some(cut)] = scales.as_slice() else { panic!("two scales") };
    assert_eq!(aimed.end, decimal("15"));
    assert_eq!(
        (cut.end, cut.cuts(decimal("9510")), cut.cuts(decimal("1000"))),
        (decimal("1000"), true, false)
    );
}

#[test]
fn what_is_shared_serves_the_finer_and_the_larger_metric() {
    let finer = [of(Measure::Count, "", &["2023: 1"]), of(Measure::Count, "", &["2023: 0.5"])];
    assert_eq!(all_ends(&finer), [shown("1.0", 0), shown("1.0", 0)]);
    let mut cut = metric(&["2023: 950"]);
    cut.axis_max = Some(decimal("85"));
    // An end that the file sets is for the metric that sets it.
    let other = [cut, metric(&["2023: 90"])];
    assert_eq!(all_ends(&other), [shown("85", 1), shown("100", 0)]);
}

#[test]
fn a_position_runs_from_zero_at_the_start_to_one_at_the_end() {
    let metric = of(Measure::GrowthRate, "%", &["2020: -1.0", "2023: 2.3"]);
    let scales = scales(&[metric]);
    let [Some(scale)] = scales.as_slice() else { panic!("one scale") };
    assert_eq!((scale.start, scale.end), (decimal("-1"), decimal("3")));
    for (value, position) in [("-1", 0.0), ("0", 0.25), ("1", 0.5), ("3", 1.0), ("5", 1.5)] {
        assert!((scale.position(decimal(value)) - position).abs() < f64::EPSILON, "{value}");
    }
}

/// A metric of two values.
fn spread(measure: Measure, low: &str, high: &str) -> Metric {
    of(measure, "", &[&format!("2022: {low}"), &format!("2023: {high}")])
}

/// The numbers on the axis of a metric that has no other beside it.
fn ticks(metric: &Metric) -> String {
    let scales = of_all(std::slice::from_ref(metric));
    scales[0].ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn axes_end_at_round_numbers_with_three_or_four_intervals_where_there_are_such_steps() {
    for (low, high, expected) in [
        ("0", "5", "0 2 4 6"),
        ("0", "2.3", "0 1 2 3"),
        ("0", "12", "0 5 10 15"),
        ("0", "40", "0 10 20 30 40"),
        ("0", "9510", "0 2000 4000 6000 8000 10000"),
        ("0", "0.03", "0 0.01 0.02 0.03"),
        ("0", "1", "0 0.2 0.4 0.6 0.8 1.0"),
        ("-1.0", "2.3", "-1 0 1 2 3"),
        ("-7", "0", "-8 -6 -4 -2 0"),
        ("0", "0", "0 0.2 0.4 0.6 0.8 1.0"),
        (
            "0",
            "1000000000000000000",
            "0 200000000000000000 400000000000000000 600000000000000000 800000000000000000 1000000000000000000",
        ),
    ] {
        assert_eq!(ticks(&spread(Measure::Currency, low, high)), expected, "{low} to {high}");
    }
}

#[test]
fn shares_end_at_a_hundred_unless_all_are_small_or_one_is_larger() {
    for (low, high, expected) in [
        ("0", "75", "0 25 50 75 100"),
        ("0", "20", "0 25 50 75 100"),
        ("0", "100", "0 25 50 75 100"),
        ("0", "19.9", "0 5 10 15 20"),
        ("0", "124.2", "0 50 100 150"),
        ("-10", "75", "-50 0 50 100"),
    ] {
        assert_eq!(ticks(&spread(Measure::Percentage, low, high)), expected, "{low} to {high}");
    }
    assert_eq!(ticks(&spread(Measure::GrowthRate, "0", "75")), "0 20 40 60 80");
}

#[test]
fn whole_things_are_not_counted_in_halves() {
    for high in ["0", "1", "2"] {
        assert_eq!(ticks(&spread(Measure::Count, "0", high)), "0 1 2");
    }
}

#[test]
fn an_end_the_file_sets_is_the_end() {
    let set = |measure, end| Metric { axis_max: Some(decimal(end)), ..spread(measure, "0", "10") };
    assert_eq!(ticks(&set(Measure::Count, "1000")), "0 200 400 600 800 1000");
    assert_eq!(ticks(&set(Measure::Count, "950")), "0 200 400 600 800 950");
    assert_eq!(ticks(&set(Measure::Count, "850")), "0 200 400 600 850");
    assert_eq!(ticks(&set(Measure::Percentage, "80")), "0 20 40 60 80");
}

#[test]
fn numbers_beyond_round_steps_have_their_own_ends() {
    let mut metric = Metric { axis_max: Some(Decimal::MAX), ..spread(Measure::Count, "0", "1") };
    assert_eq!(of_all(&[metric.clone()])[0].end, Decimal::MAX);
    metric.target = Some(target("2025", &Decimal::MIN.to_string()));
    let scale = &of_all(&[metric])[0];
    assert_eq!((scale.start, scale.end), (Decimal::MIN, Decimal::MAX));
}

fn scale(start: &str, end: &str, decimals: u32) -> Scale {
    let (start, end) = (decimal(start), decimal(end));
    Scale { start, end, ticks: vec![start, end], decimals, group: 0, family: 0 }
}

fn share() -> Metric {
    Metric { measure: Measure::Percentage, ..metric(&[]) }
}

#[test]
fn of_a_unit_that_is_a_multiple_nothing_is_multiplied_again() {
    let thousands = Metric { unit: Some("thousand BAM".to_owned()), ..metric(&[]) };
    assert_eq!(forms(decimal("15000000"), &thousands, 0), ["15,000,000", "1.5e7"]);
    assert_eq!(forms(decimal("15000000"), &metric(&[]), 0), ["15,000,000", "15 mn"]);
}

#[test]
fn an_end_is_short_at_any_size() {
    for (number, decimals, shown) in [
        ("60", 0, "60"),
        ("10000", 0, "10,000"),
        ("60000000000", 0, "60 bn"),
        ("1500000", 0, "1.5 mn"),
        ("-200000000", 0, "-200 mn"),
        ("500000000000000", 0, "500 tn"),
        ("1000000000000000", 0, "1,000 tn"),
        ("1000000000000000000", 0, "1e18"),
        ("0.0000002", 7, "2e-7"),
        ("0.00015", 5, "0.00015"),
        ("0.0", 9, "0"),
        // What has no short form is written whole.
        ("123456789", 0, "123,456,789"),
    ] {
        assert_eq!(short(decimal(number), &metric(&[]), decimals), shown);
    }
    assert_eq!(short(decimal("100"), &share(), 0), "100%");
}

#[test]
fn a_caption_gives_both_ends_and_says_that_its_scale_differs_while_it_can() {
    let captions = |scale, differs| captions(&metric(&[]), &scale, differs).forms().collect::<Vec<_>>();
    assert_eq!(
        captions(scale("0", "60000000000", 0), false),
        ["scale 0 to 60,000,000,000", "scale 0 to 60 bn", "0-60 bn"]
    );
    assert_eq!(captions(scale("-0.5", "1.0", 1), false).pop().unwrap(), "-0.5 to 1.0");
    assert_eq!(
        captions(scale("0.0", "6.0", 1), true),
        ["different scale, 0 to 6.0", "different scale, 0 to 6.0", "own scale 0-6.0", "own 0-6.0"]
    );
    let ends = |is_below| ends(&share(), &scale("-50", "100", 0), is_below);
    assert_eq!((ends(false).as_str(), ends(true).as_str()), ("100%", "-50 to 100%"));
}

/// What the words behind a short number mean, as powers of ten.
const POWERS: [(&str, u32); 4] = [("k", 3), ("mn", 6), ("bn", 9), ("tn", 12)];

proptest! {
    #[test]
    fn an_axis_holds_all_values_and_zero_in_two_to_five_equal_intervals(
        below in prop_oneof![Just(0_i64), 0_i64..1_000_000_000_000],
        above in prop_oneof![Just(0_i64), 0_i64..1_000_000_000_000],
        scale in 0u32..12,
        measure in proptest::sample::select(&[Measure::Count, Measure::Percentage, Measure::Currency][..]),
    ) {
        let (low, high) = (-Decimal::new(below, scale), Decimal::new(above, scale));
        let scales = of_all(&[spread(measure, &low.to_string(), &high.to_string())]);
        let [Scale { start, end, ticks, decimals, .. }] = scales.as_slice() else { panic!("one scale") };
        prop_assert!(*start <= low && *end >= high && ticks.contains(&Decimal::ZERO));
        prop_assert!((3..=6).contains(&ticks.len()), "{:?}", ticks);
        prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == ticks[1] - ticks[0]));
        let is_whole = measure == Measure::Count && scale == 0;
        prop_assert!(!is_whole || ticks.iter().all(Decimal::is_integer));
        prop_assert!(ticks.iter().all(|tick| tick.scale() <= *decimals));
    }

    #[test]
    fn every_form_is_the_number_itself(
        digits in prop_oneof![-999_i64..1000, any::<i64>()], scale in 0_u32..20, power in 0_u32..10,
    ) {
        let number = Decimal::new(digits, scale).saturating_mul(Decimal::from(10_u64.pow(power))).normalize();
        for form in forms(number, &metric(&[]), number.scale()) {
            let plain = form.replace(',', "");
            let (written, unit) = plain.split_once(' ').unwrap_or((&plain, ""));
            let times = POWERS.iter().find(|(word, _)| *word == unit).map_or(0, |(_, power)| *power);
            let written: Decimal = written.parse().or_else(|_| Decimal::from_scientific(written)).unwrap();
            prop_assert_eq!(written * Decimal::from(10_u64.pow(times)), number, "{}", form);
        }
    }
}
