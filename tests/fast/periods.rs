//! Periods as laws: their order, the one before, and the spelling that can be read in one way only.

use chrono::NaiveDate;
use coopdash::programme::{Period, Shape};
use proptest::prelude::*;
use std::cmp::Ordering;

#[test]
fn the_year_before_keeps_the_style_of_the_label() {
    for (label, before) in [
        ("2022", "2021"),
        ("2022/23", "2021/22"),
        ("2000/01", "1999/00"),
        ("2022/2023", "2021/2022"),
        ("2022-23", "2021-22"),
        ("2023-Q2", "2022-Q2"),
        ("2023 Q2", "2022 Q2"),
        ("2023-M06", "2022-M06"),
        ("2020-01/2020-09", "2019-01/2019-09"),
        ("2023-H1", "2022-H1"),
        ("H2 2023", "H2 2022"),
        ("1H 2000", "1H 1999"),
        ("Q4/2023", "Q4/2022"),
        ("FY2023", "FY2022"),
        ("FY 2000/01", "FY 1999/00"),
        ("2023-M01", "2022-M01"),
    ] {
        let previous = Period::parse(label).unwrap().previous().unwrap();
        assert_eq!(previous.label, before);
        assert_eq!(Period::parse(before), Ok(previous), "the label says what the shape says");
    }
    assert_eq!(Period::parse("2003-2005").unwrap().previous(), None);
    assert_eq!(Period::parse("2019-01/2020-06").unwrap().previous(), None);
    assert_eq!(Period::parse("2002/03-2007/08").unwrap().previous(), None);
    let months = Period::parse_series(&["202306", "202307"]);
    assert_eq!(months[0].as_ref().unwrap().previous().unwrap().label, "202206");
}

#[test]
fn a_mixed_series_sorts_oldest_first() {
    let sorted = [
        "2021",
        "2022-Q1",
        "H1 2022",
        "2022-Q2",
        "2022-M06",
        "2020-2022",
        "2022",
        "2022-H2",
        "2022-Q4",
        "2020/21-2022/23",
        "2022/23",
        "2023",
    ];
    let mut periods: Vec<Period> = sorted.iter().rev().map(|label| Period::parse(label).unwrap()).collect();
    periods.sort();
    assert_eq!(periods.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), sorted);
}

#[test]
fn distance_counts_months_between_ends() {
    let months = |later: &str, earlier: &str| {
        Period::parse(later).unwrap().months_since(&Period::parse(earlier).unwrap())
    };
    assert_eq!(months("2025", "2022"), 36);
    assert_eq!(months("2023-Q2", "2022"), 6);
    assert_eq!(months("2022/23", "2020/21"), 24);
    assert_eq!(months("2023-M06", "2023-Q2"), 0);
    assert_eq!(months("2020", "2021"), -12);
    assert_eq!(months("2023-H2", "2023-H1"), 6);
    assert_eq!(months("2023-H1", "2023-Q2"), 0);
    assert_eq!(months("2002/03-2007/08", "2005/06"), 24);
}

fn any_shape() -> impl Strategy<Value = Shape> {
    let year = 1001..=2999;
    prop_oneof![
        year.clone().prop_map(Shape::Year),
        year.clone().prop_map(Shape::Fiscal),
        (year.clone(), 1u32..=4).prop_map(|(year, quarter)| Shape::Quarter(year, quarter)),
        (year.clone(), 1u32..=2).prop_map(|(year, half)| Shape::Half(year, half)),
        (year.clone(), 1..=20).prop_map(|(first, more)| Shape::FiscalYears(first, first + more)),
        (year.clone(), 1u32..=12).prop_map(|(year, month)| Shape::Month(year, month)),
        (year.clone(), 1..=20).prop_map(|(first, more)| Shape::Years(first, first + more)),
        (1001..=2999_i16, 1..=12_u8, 0..=11_u8)
            .prop_map(|(year, from, more)| Shape::Months((year, from), (year, (from + more).min(12)))),
    ]
}

fn any_period() -> impl Strategy<Value = Period> {
    any_shape().prop_map(|shape| {
        let mut period = Period { label: "".into(), shape };
        period.label = period.unmistakable().into();
        period
    })
}

proptest! {
    #[test]
    fn the_unmistakable_spelling_is_read_as_what_it_was_written_from(period in any_period()) {
        prop_assert_eq!(Period::parse(&period.label), Ok(period));
    }

    #[test]
    fn the_period_before_is_a_year_earlier_and_says_so(period in any_period()) {
        if let Some(before) = period.previous() {
            prop_assert!(before < period);
            prop_assert_eq!(period.months_since(&before), 12);
            prop_assert_eq!(Period::parse(&before.label), Ok(before));
        }
    }

    #[test]
    fn the_period_before_a_later_one_is_later(one in any_period(), other in any_period()) {
        if let (Some(before_one), Some(before_other)) = (one.previous(), other.previous()) {
            prop_assert_eq!(one.cmp(&other), before_one.cmp(&before_other));
        }
    }

    #[test]
    fn the_order_is_total(a in any_period(), b in any_period(), c in any_period()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
    }
}

#[test]
fn a_period_has_begun_as_soon_as_it_can_have_and_ends_on_its_last_day() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (label, first, last) in [
        ("2023", "2023-01-01", Some("2023-12-31")),
        ("2023-H2", "2023-07-01", Some("2023-12-31")),
        ("H1 2024", "2024-01-01", Some("2024-06-30")),
        ("Q1 2024", "2024-01-01", Some("2024-03-31")),
        ("2024-M02", "2024-02-01", Some("2024-02-29")),
        ("2012 to 2014", "2012-01-01", Some("2014-12-31")),
        ("2022/23", "2022-01-01", None),
        ("2002/03-2007/08", "2002-01-01", None),
    ] {
        let period = Period::parse(label).unwrap();
        assert!(period.has_begun(day(first)) && !period.has_begun(day(first).pred_opt().unwrap()), "{label}");
        assert_eq!(period.last_day(), last.map(day), "{label}");
    }
}

#[test]
fn only_periods_of_one_kind_are_alike() {
    let like = |one: &str, other: &str| Period::parse(one).unwrap().is_like(&Period::parse(other).unwrap());
    assert!(like("H1 2023", "2022-S2") && like("Q4/2023", "2023-Q1") && like("FY2023", "2021/22"));
    assert!(like("2002/03-2007/08", "2008/09 to 2010/11") && like("2012 to 2014", "2015-2017"));
    for (one, other) in [("2023-H1", "2023-Q1"), ("2023-H1", "2023"), ("2002/03-2007/08", "2002-2007")] {
        assert!(!like(one, other), "{one} {other}");
    }
}
