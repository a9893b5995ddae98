//! Periods in all their spellings: marks behind them, halves, ranges and fiscal years, and targets beside values.

use super::denied;
use super::wishes::Wish::{Flagged, NoValue, Value};
use super::wishes::{Wish, fulfil};
use super::written::hold;
use super::*;
use coopdash::document::{Change, NewValue, RefusalReason};
use coopdash::programme::{Choice, Value as Read};

/// The values and targets of "B" after a wish, as they are read.
fn read_after(values: &str, wish: Wish) -> String {
    let text = format!("metrics:\n- name: B\n{values}");
    let edited = fulfil(&text, wish).unwrap_or_else(|refusal| panic!("{refusal:?}\n{text}"));
    let metric = edited.reading.programme.metrics.iter().find(|metric| metric.name == "B").unwrap();
    let value = |value: &Read| match value {
        Read::Number(number) => number.to_string(),
        Read::Word(word) => format!("{word:?}"),
        Read::Missing => "null".to_owned(),
        Read::Unreadable => "unreadable".to_owned(),
    };
    let values = metric.values.iter().map(|one| {
        let note = one.note().map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{} {} {}{note}", one.period.unmistakable(), value(&one.value), one.flag.word())
    });
    let targets = metric.target.iter().filter(|_| metric.targets.is_empty()).chain(&metric.targets);
    let targets = targets.map(|one| format!("to reach {}", one.value));
    values.chain(targets).collect::<Vec<_>>().join(", ")
}

#[test]
#[rustfmt::skip]
fn a_value_under_a_marked_period_changes_alone_while_its_kind_stays() {
    let p = Flag::Provisional;
    hold(&[
        ("in lines", Flagged("2022", "4", p), "metrics:\n- name: B\n  values:\n    2021: 1\n    2022 (p): «3|4» # so far\n"),
        ("the label as it stands", Flagged("2022 (p)", "4", p), "metrics:\n- name: B\n  values: { 2021: 1, 2022 (p): «3|4» }\n"),
        ("the label alone says the kind", Value("2022 (p)", "4"), "metrics:\n- name: B\n  values: { 2021: 1, 2022 (p): «3|4» }\n"),
        ("another mark of the kind", Value("2022 provisional", "4"), "metrics:\n- name: B\n  values: { 2021: 1, 2022p: «3|4» }\n"),
        ("a letter", Flagged("2022", "4", Flag::Estimated), "metrics:\n- name: B\n  values: { 2022e: «3|4», 2023: 5 }\n"),
        ("in quotes", Flagged("2022", "4", p), "metrics:\n- name: B\n  values: {\"2022 (p)\": «3|4», \"2023\": 5}\n"),
        ("in a list", Flagged("2022", "4", p), "metrics:\n- name: B\n  values:\n  - 2022 (p): «3|4»\n  - 2023: 5\n"),
        ("in a list with keys", Flagged("2022", "4", p), "metrics:\n- name: B\n  values:\n  - { period: 2022 (p), value: «3|4» }\n"),
        ("to null", Flagged("2022", "", p), "metrics:\n- name: B\n  values: { 2022 (p): «3|null» }\n"),
        ("in braces", Flagged("2022", "4", p), "metrics:\n- name: B\n  values: { 2022 (p): { value: «3|4», note: x } }\n"),
        ("in braces that say it too", Flagged("2022", "4", p), "metrics:\n- name: B\n  values: { 2022 (p): { value: «3|4», status: P } }\n"),
        ("in braces that say another", Flagged("2022", "4", Flag::Estimated), "metrics:\n- name: B\n  values: { 2022 (p): { value: «3|4», status: estimated } }\n"),
        ("in braces that shall say another", Flagged("2022", "3", Flag::Forecast), "metrics:\n- name: B\n  values: { 2022 (p): { value: 3, status: «estimated|forecast» } }\n"),
        ("a status of normal says no more than the mark", Flagged("2022", "4", p), "metrics:\n- name: B\n  values: { 2022 (p): { value: «3|4», status: normal } }\n"),
        ("a footnote is no kind", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022*: «3|4»\n    2023 [Note 7]: 5\n"),
        ("a footnote and a kind", Flagged("2022", "4", p), "metrics:\n- name: B\n  values: { 2022*: «3|{ value: 4, status: provisional }» }\n"),
        ("a final one", Value("2022", "4"), "metrics:\n- name: B\n  values: { 2022 (final): «3|4» }\n"),
        ("taken out", NoValue("2022"), "metrics:\n- name: B\n  values: { 2021: 1«, 2022 (p): 3|» }\n"),
        ("a new period beside it", Value("2023", "4"), "metrics:\n- name: B\n  values: { 2022 (p): 3«|, 2023: 4» }\n"),
    ]);
    assert_eq!(
        read_after("  values: { 2022 (p): 3, 2023* (r): 5 }\n", Flagged("2022", "4", p)),
        "2022 4 provisional, 2023 5 normal (marked *; revised)"
    );
    assert_eq!(
        read_after("  values: { 2022*: 3 }\n", Flagged("2022", "4", p)),
        "2022 4 provisional (marked *)"
    );
}

#[test]
#[rustfmt::skip]
fn a_mark_that_would_say_something_wrong_is_refused() {
    use coopdash::yaml::Obstacle::DuplicateKey;
    use RefusalReason::{MarkedPeriod, Text};
    denied::hold(&[
        ("a normal value", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2021: 1\n    2022 (p): 3\n", 5, MarkedPeriod),
        ("the same number, but normal", Value("2022", "3"), "metrics:\n- name: B\n  values: {2022p: 3}\n", 3, MarkedPeriod),
        ("another kind", Flagged("2022", "4", Flag::Estimated), "metrics:\n- name: B\n  values: {2022 (p): 3}\n", 3, MarkedPeriod),
        ("another kind than the label that was typed", Flagged("2022 (p)", "4", Flag::Estimated), "metrics:\n- name: B\n  values: {2022: 3}\n", 2, MarkedPeriod),
        ("a new period that contradicts itself", Flagged("2024 (p)", "4", Flag::Estimated), "metrics:\n- name: B\n  values: {2022: 3}\n", 2, MarkedPeriod),
        ("a normal value in a list", Value("2022", "4"), "metrics:\n- name: B\n  values:\n  - {period: 2022 (p), value: 3}\n", 4, MarkedPeriod),
        ("a normal value in braces", Value("2022", "4"), "metrics:\n- name: B\n  values: {2022 (p): {value: 3, note: x}}\n", 3, MarkedPeriod),
        ("a status that goes leaves the mark", Value("2022", "4"), "metrics:\n- name: B\n  values: {2022 (p): {value: 3, status: estimated}}\n", 3, MarkedPeriod),
        ("a final one that is estimated", Flagged("2022", "4", Flag::Estimated), "metrics:\n- name: B\n  values: {2022 (final): 3}\n", 3, MarkedPeriod),
        ("with a mark and without", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022: 3\n    2022 (p): 3\n", 5, Text(DuplicateKey)),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_new_period_finds_its_place_among_marks_and_other_forms() {
    hold(&[
        ("between marks", Value("2022", "4"), "metrics:\n- name: B\n  values: { 2021 (r): 3, «|2022: 4, »2023 (p): 5 }\n"),
        ("before marks", Value("2020", "4"), "metrics:\n- name: B\n  values: { «|2020: 4, »2021 (r): 3, 2023 (p): 5 }\n"),
        ("downwards", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2023 (p): 5\n«|    2022: 4\n»    2021: 3\n"),
        ("with a mark", Value("2024 (p)", "4"), "metrics:\n- name: B\n  values: { 2023: 5«|, 2024 (p): 4» }\n"),
        ("with a mark and its kind", Flagged("2024 (p)", "4", Flag::Provisional), "metrics:\n- name: B\n  values: { 2023: 5«|, 2024 (p): 4» }\n"),
        ("with a mark, in a list", Value("2024 (p)", "4"), "metrics:\n- name: B\n  values:\n  - { period: 2023, value: 5 }\n«|  - { period: 2024 (p), value: 4 }\n»"),
        ("with a footnote in brackets", Value("2024 [7]", "4"), "metrics:\n- name: B\n  values: { 2023: 5«|, \"2024 [7]\": 4» }\n"),
        ("the first of all, with a mark", Value("2024 (p)", "4"), "metrics:\n- name: B\n  values: «{}|{ 2024 (p): 4 }»\n"),
        ("halves", Value("2022-H2", "4"), "metrics:\n- name: B\n  values: { 2022-H1: 3, «|2022-H2: 4, »2023-H1: 5 }\n"),
        ("halves with the year behind", Value("H2 2022", "4"), "metrics:\n- name: B\n  values:\n    H1 2022: 3\n«|    H2 2022: 4\n»    H1 2023: 5\n"),
        ("fiscal years", Value("FY2023", "4"), "metrics:\n- name: B\n  values: { FY2022: 3, «|FY2023: 4, »FY2024: 5 }\n"),
        ("a fiscal year by its name among others", Value("FY2023", "4"), "metrics:\n- name: B\n  values: { 2021/22: 3, «|FY2023: 4, »2023/24 (p): 5 }\n"),
        ("months in six digits", Value("202302", "4"), "metrics:\n- name: B\n  values: { 202301: 3, «|202302: 4, »202303: 5 }\n"),
        ("ranges", Value("2015 to 2017", "4"), "metrics:\n- name: B\n  values: { 2012 to 2014: 3, «|2015 to 2017: 4, »2018 to 2020: 5 }\n"),
        ("in quotes as its neighbours", Value("H2 2022", "4"), "metrics:\n- name: B\n  values: {\"H1 2022 (p)\": 3, «|\"H2 2022\": 4, »\"H1 2023\": 5}\n"),
        ("quarters behind a half", Value("2023-Q3", "4"), "metrics:\n- name: B\n  values: { 2023-Q1: 1, 2023-H1: 3, «|2023-Q3: 4, »2023-Q4: 5 }\n"),
    ]);
    assert_eq!(
        read_after("  values: { 2023: 5 }\n", Value("2024 (p) *", "4")),
        "2023 5 normal, 2024 4 provisional (marked *)"
    );
}

#[test]
#[rustfmt::skip]
fn a_period_that_stands_there_in_another_spelling_is_that_one() {
    hold(&[
        ("a half", Value("2023-H1", "4"), "metrics:\n- name: B\n  values: { H1 2023: «3|4» }\n"),
        ("a semester", Value("2023-S1", "4"), "metrics:\n- name: B\n  values: { 2023 H1: «3|4» }\n"),
        ("a fiscal year", Value("2022/23", "4"), "metrics:\n- name: B\n  values: { FY2023: «3|4» }\n"),
        ("a fiscal year by its end", Value("FY2023", "4"), "metrics:\n- name: B\n  values: { 2022/2023: «3|4», 2023/24: 5 }\n"),
        ("a month", Value("2023-M06", "4"), "metrics:\n- name: B\n  values: { 202306: «3|4», 202307: 5 }\n"),
        ("a range", Value("2012-2014", "4"), "metrics:\n- name: B\n  values: { 2012 to 2014: «3|4» }\n"),
        ("a quarter with a mark", Flagged("2023-Q1", "4", Flag::Provisional), "metrics:\n- name: B\n  values: { Q1 2023 (p): «3|4» }\n"),
        ("a footnote that was typed", Value("2023*", "4"), "metrics:\n- name: B\n  values: { 2023: «3|4» }\n"),
        ("a kind that was typed behind it", Value("2023 (p)", "4"), "metrics:\n- name: B\n  values: { 2023: «3|{ value: 4, status: provisional }» }\n"),
        ("a month that a target settles", Value("2023-06", "4"), "metrics:\n- name: B\n  values: { 2023-06: «3|4» }\n  targets: { 2024-M06: 6, 2025-M06: 8 }\n"),
    ]);
    let theirs = |period: &'static str| {
        let reading = read("metrics: [{name: B, values: {2022 (p): 3, H1 2023: 4, 2021: {target: 5}}}]\n");
        super::wishes::change_of(&reading, Value(period, "9")).theirs(&reading.programme)
    };
    assert_eq!(theirs("2022").as_deref(), Some("3, provisional"));
    assert_eq!(theirs("2022 (f)").as_deref(), Some("3, provisional"));
    assert_eq!(theirs("2023-H1 (p)").as_deref(), Some("4"));
    assert_eq!(theirs("2021"), None);
}

#[test]
#[rustfmt::skip]
fn a_target_beside_a_value_stays_whatever_becomes_of_the_value() {
    use RefusalReason::TargetBeside;
    hold(&[
        ("the number", Value("2023", "6"), "metrics:\n- name: B\n  values: { 2023: { value: «5|6», target: 8 } }\n"),
        ("to null", Value("2023", ""), "metrics:\n- name: B\n  values: { 2023: { value: «5|null», target: 8 } }\n"),
        ("the status", Flagged("2023", "5", Flag::Partial), "metrics:\n- name: B\n  values: { 2023: { value: 5«|, status: partial», target: 8 } }\n"),
        ("the status goes", Value("2023", "5"), "metrics:\n- name: B\n  values: { 2023: { value: 5, «status: P, |»target: 8 } }\n"),
        ("the status goes, in lines", Value("2023", "5"), "metrics:\n- name: B\n  values:\n    2023:\n      value: 5\n«      status: P\n|»      target: 8\n"),
        ("a value beside a target alone", Value("2023", "5"), "metrics:\n- name: B\n  values: { 2023: { target: 8«|, value: 5» } }\n"),
        ("in lines", Value("2023", "5"), "metrics:\n- name: B\n  values:\n    2022: 3\n    2023:\n      target: 8\n«|      value: 5\n»"),
        ("with its kind", Flagged("2023", "5", Flag::Estimated), "metrics:\n- name: B\n  values: { 2023: { target: 8«|, value: 5, status: estimated» } }\n"),
        ("beside a remark", Value("2023", "5"), "metrics:\n- name: B\n  values: { 2023: { target: 8, note: x«|, value: 5» } }\n"),
        ("in a list over lines", Value("2023", "5"), "metrics:\n- name: B\n  values:\n  - period: 2023\n    target: 8\n«|    value: 5\n»  - period: 2024\n    value: 9\n"),
        ("behind a list that ends in a target", Value("2024", "5"), "metrics:\n- name: B\n  values:\n  - { period: 2023, target: 8 }\n«|  - { period: 2024, value: 5 }\n»"),
        ("in JSON", Value("2023", "5"), "{\"metrics\": [{\"name\": \"B\", \"values\": {\"2023\": {\"target\": 8«|, \"value\": 5»}}}]}\n"),
        ("in a list", Value("2023", "5"), "metrics:\n- name: B\n  values:\n  - { period: 2022, value: 3 }\n  - { period: 2023, target: 8«|, value: 5» }\n"),
        ("a period between", Value("2024", "6"), "metrics:\n- name: B\n  values: { 2023: { value: 5, target: 8 }, «|2024: 6, »2025: { target: 9 } }\n"),
        ("a new value", Value("2024", "6"), "metrics:\n- name: B\n  values: { 2023: { value: 5, target: 8 }«|, 2024: 6» }\n"),
        ("another period goes", NoValue("2022"), "metrics:\n- name: B\n  values: { «2022: 3, |»2023: { value: 5, target: 8 } }\n"),
        ("targets by period", Value("2023", "6"), "metrics:\n- name: B\n  targets: { 2023: 8, 2024 (f): 9 }\n  values: { 2023: «5|6» }\n"),
    ]);
    denied::hold(&[
        ("in braces", NoValue("2023"), "metrics:\n- name: B\n  values: {2022: 3, 2023: {value: 5, target: 8}}\n", 3, TargetBeside),
        ("in lines", NoValue("2023"), "metrics:\n- name: B\n  values:\n    2022: 3\n    2023:\n      value: 5\n      target: 8\n", 7, TargetBeside),
        ("by another name", NoValue("2023"), "metrics:\n- name: B\n  values: {2022: 3, 2023: {value: 5, goal: 8}}\n", 3, TargetBeside),
        ("marked", NoValue("2023"), "metrics:\n- name: B\n  values: {2022: 3, 2023 (p): {target: 8}}\n", 3, TargetBeside),
        ("in a list", NoValue("2023"), "metrics:\n- name: B\n  values:\n  - {period: 2022, value: 3}\n  - {period: 2023, value: 5, target: 8}\n", 5, TargetBeside),
    ]);
    for values in ["{2022: 3, 2023: {target: 8}}", "[{period: 2023, target: 8}]"] {
        let edited = fulfil(&format!("metrics:\n- name: B\n  values: {values}\n"), NoValue("2023")).unwrap();
        assert!(edited.patch.is_empty(), "there is no value to be taken out: {values}");
    }
    assert_eq!(
        read_after("  values: { 2022: { value: 3, target: 6 }, 2023: { target: 8, note: x } }\n", Value("2023", "5")),
        "2022 3 normal, 2023 5 normal (x), to reach 6, to reach 8"
    );
}

#[test]
#[rustfmt::skip]
fn a_step_of_a_scale_is_a_number_or_a_word_as_it_is_read() {
    hold(&[
        ("a number", Value("2023", "4"), "metrics:\n- name: B\n  measure: ordinal\n  values: { 2022: 3, 2023: «5|4» }\n"),
        ("a word", Value("2023", "high"), "metrics:\n- name: B\n  measure: ordinal\n  values: { 2022: low, 2023: «medium|high» }\n"),
        ("a word in place of a number", Value("2023", "high"), "metrics:\n- name: B\n  measure: ordinal\n  values: { 2022: 3, 2023: «5|high» }\n"),
        ("a number in place of a word", Flagged("2023", "4", Flag::Provisional), "metrics:\n- name: B\n  measure: ordinal\n  values: { 2023: «high|{ value: 4, status: provisional }» }\n"),
        ("a share is a word", Value("2023", "36%"), "metrics:\n- name: B\n  measure: ordinal\n  values: { 2022: low, 2023: «medium|36%» }\n"),
        ("a name in figures", Value("2023", "4"), "metrics:\n- name: B\n  measure: nominal\n  values: { 2022: 3, 2023: «5|4» }\n"),
    ]);
    assert_eq!(
        read_after("  measure: ordinal\n  values: { 2022: low }\n", Value("2023", "4.0")),
        "2022 \"low\" normal, 2023 4.0 normal"
    );
}

/// Spellings of one period each.
const SAME: [&[&str]; 7] = [
    &["2023"],
    &["2022/23", "2022/2023", "FY2023", "FY 2023", "FY2022/23"],
    &["2023-H1", "H1 2023", "2023 H1", "2023-S1", "1H 2023", "2023H1"],
    &["2023-Q2", "Q2 2023", "2023Q2", "2Q 2023", "2023 Q2"],
    &["2023-M06", "202306", "2023 06", "2023-06", "2023M06"],
    &["2012-2014", "2012 to 2014", "2012/2014", "2012 \u{2013} 2014"],
    &["2019-01/2019-09", "2019-M01 to 2019-M09"],
];
const MARKS: [&str; 4] = ["", " (p)", "*", " (final)"];

#[test]
fn every_spelling_of_a_period_with_any_mark_finds_every_other() {
    let labels = |same: &[&'static str]| {
        same.iter().flat_map(|one| MARKS.map(|mark| format!("{one}{mark}"))).collect::<Vec<_>>()
    };
    let mut made = 0;
    for same in SAME {
        for (there, typed) in
            labels(same).iter().flat_map(|there| labels(same).into_iter().map(move |typed| (there, typed)))
        {
            let text = format!("metrics:\n- name: B\n  values: {{ 2001-M01: 1, \"{there}\": 3 }}\n");
            let reading = read(&text);
            let item = ItemAddress::new(&reading.programme, Section::Metrics, 0).unwrap();
            let was = reading.programme.metrics[0].values[1].flag;
            let value = |status| NewValue { number: "9".to_owned(), status };
            for status in [None, Some(was)] {
                let change =
                    Change::Value { item: item.clone(), period: typed.clone(), to: Some(value(status)) };
                let after = match edit(&reading, &change) {
                    Ok(edited) => edited.reading.programme.metrics[0].values.clone(),
                    Err(refusal) => {
                        assert_eq!(refusal.reason, RefusalReason::MarkedPeriod, "{there} {typed} {status:?}");
                        continue;
                    }
                };
                assert_eq!(after.len(), 2, "{there} {typed}");
                assert_eq!(after[1].value, Read::Number(9.into()), "{there} {typed}");
                assert!(status.is_none_or(|status| status == after[1].flag), "{there} {typed} {status:?}");
                made += 1;
            }
        }
    }
    assert!(made > 400, "{made} are made");
}
