//! Figures of a whole programme: its periods, its scores, the values that count, and numbers of any size.

use crate::sample::{day, metric, period, programme};
use coopdash::figures::{derive, number};
use coopdash::programme::{Baseline, Direction, Measure, Metric, Programme, Target, Value};
use coopdash::text::Place;
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn the_header_names_the_commonest_current_period_and_the_latest_of_equally_common_ones() {
    let periods = |metrics: &[&[&str]]| {
        let metrics = metrics.iter().map(|values| metric(values)).collect();
        derive(&Programme { metrics, ..Programme::default() }, day(2026, 11, 23)).periods
    };
    assert_eq!(
        periods(&[&["2022: 1"], &["2022: 1", "2023: 1"], &["2023:"]]),
        Some((period("2023"), Some(period("2022"))))
    );
    assert_eq!(periods(&[&["2021: 1"], &["2023: 1"]]), Some((period("2023"), None)), "nothing is of 2022");
    assert_eq!(periods(&[&["2023: 1 forecast"]]), None);
}

#[test]
fn scores_have_a_current_and_a_previous_value_like_metrics() {
    let text = "
evaluation:
  criteria:
    - { title: A, improvement: I, scores: { 2022: 2.5, 2023: 3, 2024: { value: 1, status: forecast } } }
    - { title: B, improvement: I, scores: { 2022: 4, 2023: { value: 2, status: break } } }
    - { title: C, improvement: I, scores: { 2015: 4, 2023: 5 } }
";
    let criteria = derive(&programme(text), day(2026, 11, 23)).criteria;
    let said = criteria.iter().map(|own| (own.current, own.previous, own.way));
    let expected = [
        (Some(1), Some(0), Some(std::cmp::Ordering::Greater)),
        (Some(1), Some(0), None),
        (Some(1), None, None),
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
}

/// Any decimal, with the extremes more often than chance would have them.
fn any_number() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::ZERO),
        Just(Decimal::new(1, 28)),
        (any::<i64>(), 0u32..=28).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
    ]
}

fn any_metric() -> impl Strategy<Value = Metric> {
    let measure = prop_oneof![
        Just(Measure::Count),
        Just(Measure::Percentage),
        Just(Measure::Index),
        Just(Measure::Currency),
    ];
    let direction = prop_oneof![
        Just(None),
        Just(Some(Direction::Increase)),
        Just(Some(Direction::Decrease)),
        Just(Some(Direction::Range)),
    ];
    let numbers = proptest::array::uniform5(any_number());
    (measure, direction, numbers, any::<bool>(), any::<bool>()).prop_map(
        |(measure, direction, [first, second, from, goal, high], in_range, ends)| {
            let mut metric = Metric { measure, direction, ..metric(&["2020: 1", "2023: 1", "2024: 1"]) };
            for (one, number) in metric.values.iter_mut().zip([first, first, second]) {
                one.value = Value::Number(number);
            }
            let place = Place::default;
            metric.baseline = Some(Baseline { place: place(), period: Some(period("2021")), value: from });
            metric.target = Some(Target {
                place: place(),
                period: Some(period("2025")),
                value: goal,
                max: in_range.then_some(high),
            });
            metric.axis_max = ends.then_some(high);
            metric
        },
    )
}

proptest! {
    #[test]
    fn no_number_however_large_or_small_stops_the_figures(metrics in proptest::collection::vec(any_metric(), 1..4)) {
        let programme = Programme { metrics, ..Programme::default() };
        let ends_are_set = programme.metrics.iter().any(|metric| metric.axis_max.is_some());
        let figures = derive(&programme, day(2026, 11, 23));
        for (figures, metric) in figures.metrics.iter().zip(&programme.metrics) {
            let scale = figures.scale.as_ref().expect("a scale for numbers");
            let inside = metric.values.iter().filter_map(number).all(|value| !scale.cuts(value));
            prop_assert!(inside || ends_are_set);
            prop_assert!(figures.growth.as_ref().is_none_or(|growth| growth.rate.is_finite()));
        }
    }
}

#[test]
fn the_first_value_is_one_that_was_reported() {
    let metrics = vec![metric(&["2019:", "2020: 4 partial", "2021: suppressed", "2022: 5", "2023: 6"])];
    let figures = derive(&Programme { metrics, ..Programme::default() }, day(2026, 11, 23));
    let own = &figures.metrics[0];
    assert_eq!(own.first, Some(3));
    assert_eq!((own.decimals, own.current, own.previous), (0, Some(4), Some(3)));
}
