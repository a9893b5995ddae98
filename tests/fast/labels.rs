//! Labels of periods: those that are understood, alone or among others, those that are none, and the marks that stand
//! behind one.

#![expect(clippy::panic, reason = "a test may fail loudly")]

use coopdash::programme::period::divided;
use coopdash::programme::{Flag, Period, PeriodError, Shape};
use proptest::prelude::*;

fn shape(label: &str) -> Shape {
    Period::parse(label).unwrap_or_else(|error| panic!("{label}: {error:?}")).shape
}

fn readings_of(label: &str) -> Vec<String> {
    match Period::parse(label) {
        Err(PeriodError::Ambiguous(readings)) => readings.iter().map(Period::unmistakable).collect(),
        other => panic!("{label}: {other:?}"),
    }
}

fn series(labels: &[&str]) -> Vec<String> {
    let write = |one: Result<Period, PeriodError>| one.map_or("?".into(), |it| it.unmistakable());
    Period::parse_series(labels).into_iter().map(write).collect()
}

#[test]
fn labels_that_can_only_be_one_thing_are_that_thing() {
    for (label, expected) in [
        ("2022", Shape::Year(2022)),
        (" 2022 ", Shape::Year(2022)),
        ("2022/23", Shape::Fiscal(2022)),
        ("2011/12", Shape::Fiscal(2011)),
        ("2022/2023", Shape::Fiscal(2022)),
        ("1999/00", Shape::Fiscal(1999)),
        ("2022-23", Shape::Fiscal(2022)),
        ("1999-00", Shape::Fiscal(1999)),
        ("2023-Q2", Shape::Quarter(2023, 2)),
        ("2023 Q2", Shape::Quarter(2023, 2)),
        ("2023q2", Shape::Quarter(2023, 2)),
        ("2023-M06", Shape::Month(2023, 6)),
        ("2003-2005", Shape::Years(2003, 2005)),
        ("2003–2005", Shape::Years(2003, 2005)),
        ("2022-2023", Shape::Years(2022, 2023)),
        ("2011-13", Shape::Years(2011, 2013)),
        ("2019-01/2019-09", Shape::Months((2019, 1), (2019, 9))),
        ("Q1 2024", Shape::Quarter(2024, 1)),
        ("Q4/2023", Shape::Quarter(2023, 4)),
        ("q2-2023", Shape::Quarter(2023, 2)),
        ("3Q 2023", Shape::Quarter(2023, 3)),
        ("2023/Q1", Shape::Quarter(2023, 1)),
        ("2023-H1", Shape::Half(2023, 1)),
        ("2023 H2", Shape::Half(2023, 2)),
        ("2023-S1", Shape::Half(2023, 1)),
        ("2023H1", Shape::Half(2023, 1)),
        ("H1 2023", Shape::Half(2023, 1)),
        ("S2/2023", Shape::Half(2023, 2)),
        ("1H 2023", Shape::Half(2023, 1)),
        ("2023 1H", Shape::Half(2023, 1)),
        ("M06/2023", Shape::Month(2023, 6)),
        ("FY2023", Shape::Fiscal(2022)),
        ("FY 2023", Shape::Fiscal(2022)),
        ("fy2000", Shape::Fiscal(1999)),
        ("FY 2022/23", Shape::Fiscal(2022)),
        ("FY2011-12", Shape::Fiscal(2011)),
        ("FY2022-2023", Shape::Fiscal(2022)),
        ("2012 to 2014", Shape::Years(2012, 2014)),
        ("2012 – 2014", Shape::Years(2012, 2014)),
        ("2012—2014", Shape::Years(2012, 2014)),
        ("2012 bis 2013", Shape::Years(2012, 2013)),
        ("2017/2019", Shape::Years(2017, 2019)),
        ("2002/03-2007/08", Shape::FiscalYears(2002, 2007)),
        ("2002/03–2007/08", Shape::FiscalYears(2002, 2007)),
        ("2011/12 to 2016/17", Shape::FiscalYears(2011, 2016)),
        ("2011-12 to 2016-17", Shape::FiscalYears(2011, 2016)),
        ("FY2012 to FY2014", Shape::FiscalYears(2011, 2013)),
        ("2023-M01 to 2023-M06", Shape::Months((2023, 1), (2023, 6))),
        ("Q1 2023 - Q3 2023", Shape::Months((2023, 1), (2023, 9))),
    ] {
        assert_eq!(shape(label), expected, "{label}");
    }
}

#[test]
fn labels_that_fit_no_shape_are_no_period() {
    for label in [
        "",
        "22",
        "2022/22",
        "2022-21",
        "2023-13",
        "2023-00",
        "2023-Q5",
        "2023-Q",
        "2023-Q+1",
        "2023-M13",
        "2005-2003",
        "2003-2003",
        "2019-09/2019-01",
        "2022/",
        "2022-",
        "2022 23",
        "20221",
        "2022/24",
        "FY22",
        "FY2022/24",
        "2023-H3",
        "Q5 2023",
        "H1 23",
        "2014 to 2012",
        "2012 to 2012",
        "2007/08-2002/03",
        "2012 to now",
        "202313",
        "2023-6",
        "2023-M6",
        "2023/24 to 2025",
        "2023-06-30",
        "last year",
        "२०२२",
        "202é",
        "-2022",
        "+202",
    ] {
        assert_eq!(Period::parse(label), Err(PeriodError::NotAPeriod), "{label}");
    }
}

#[test]
fn a_hyphen_and_01_to_12_alone_names_every_reading() {
    assert_eq!(readings_of("2011-12"), ["2011/12", "2011-M12"]);
    assert_eq!(readings_of("2003-05"), ["2003-2005", "2003-M05"]);
    assert_eq!(readings_of("2002-12"), ["2002-M12"], "ten years are no window");
    assert_eq!(readings_of("2023-02"), ["2023-M02"]);
    assert_eq!(readings_of("2011 12"), ["2011/12", "2011-M12"]);
    assert_eq!(readings_of("202306"), ["2023-M06"]);
    assert_eq!(readings_of("2010-11 to 2011-12"), ["2010/11-2011/12", "2010-11/2011-12"]);
}

#[test]
fn the_other_labels_of_a_series_settle_what_one_alone_does_not() {
    let settled: &[(&[&str], &[&str])] = &[
        (&["2022-06", "2023-06"], &["2022-M06", "2023-M06"]),
        (&["2011-12", "2011-06"], &["2011-M12", "2011-M06"]),
        (&["2023-02", "2023"], &["?", "2023"]),
        (&["2011-12", "2012-01", "2012-02"], &["2011-M12", "2012-M01", "2012-M02"]),
        (&["2010/11", "2011-12"], &["2010/11", "2011/12"]),
        (&["2011-12", "2012-13"], &["2011/12", "2012/13"]),
        (&["2009-11", "2010-12", "2011-13"], &["2009-2011", "2010-2012", "2011-2013"]),
        (&["2011-12", "2012-13", "2020-M01"], &["?", "2012/13", "2020-M01"]),
        (&["2011-12", "2012"], &["?", "2012"]),
        (&["2003-05", "2004-06"], &["?", "?"]),
        (&["2011 02", "2011 03"], &["2011-M02", "2011-M03"]),
        (&["202306", "202307"], &["2023-M06", "2023-M07"]),
        (&["FY2010", "2011-12"], &["2009/10", "2011/12"]),
        (&["2009/10", "2010-11 to 2011-12"], &["2009/10", "2010/11-2011/12"]),
    ];
    for (labels, expected) in settled {
        assert_eq!(series(labels), *expected, "{labels:?}");
    }
}

proptest! {
    #[test]
    fn no_label_whatever_makes_reading_fail(label in "\\PC{0,16}", other in "[0-9/Qm -]{0,10}") {
        prop_assert_eq!(Period::parse_series(&[&label, &other]).len(), 2);
    }
}

#[test]
fn a_mark_behind_a_period_is_a_flag_or_a_note() {
    for (label, period, flag, notes) in [
        ("2023 (p)", "2023", Some(Flag::Provisional), ""),
        ("2023 (E)", "2023", Some(Flag::Estimated), ""),
        ("2023 (forecast)", "2023", Some(Flag::Forecast), ""),
        ("2023(b)", "2023", Some(Flag::Break), ""),
        ("2023e", "2023", Some(Flag::Estimated), ""),
        ("2022/23p", "2022/23", Some(Flag::Provisional), ""),
        ("2023 p", "2023", Some(Flag::Provisional), ""),
        ("2023 provisional", "2023", Some(Flag::Provisional), ""),
        ("2023 year to date", "2023", Some(Flag::Partial), ""),
        ("2023 (r)", "2023", None, "revised"),
        ("2023 (a)", "2023", None, "a"),
        ("2023*", "2023", None, "marked *"),
        ("2023 **", "2023", None, "marked **"),
        ("2023¹", "2023", None, "marked ¹"),
        ("2012/13 [Note 7]", "2012/13", None, "Note 7"),
        ("2012-2014 (baseline)", "2012-2014", None, "baseline"),
        ("FY2023 (p)", "FY2023", Some(Flag::Provisional), ""),
        ("Q1 2023 (p) [2]", "Q1 2023", Some(Flag::Provisional), "2"),
        ("2023 (p) (e) *", "2023", Some(Flag::Estimated), "p; marked *"),
    ] {
        let (rest, mark) = divided(label);
        let mark = mark.unwrap_or_else(|| panic!("{label} has a mark"));
        assert_eq!((rest, mark.flag, mark.notes.join("; ").as_str()), (period, flag, notes), "{label}");
    }
}

#[test]
fn what_is_a_period_or_none_has_no_mark() {
    for label in [
        "2023",
        "2022-Q2",
        "2023 H1",
        "2012 to 2014",
        "about (p)",
        "2023 ()",
        "(p)",
        "*",
        "",
        "2023 x",
        "5e",
        "2023 (",
    ] {
        assert_eq!(divided(label), (label, None), "{label}");
    }
}

proptest::proptest! {
    #[test]
    fn no_label_whatever_makes_it_fail(label in "\\PC{0,12}", around in "[0-9() *pe\\[\\]-]{0,10}") {
        let whole = format!("{around}{label}{around}");
        let (rest, _) = divided(&whole);
        proptest::prop_assert!(whole.contains(rest));
    }
}
