//! Documents as they are understood: of every form of period, day and target what the library's reader makes of it.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail loudly")]

use coopdash::document::read;
use coopdash::programme::{Flag, Metric, Observation, Programme, Target, Value};
use std::path::Path;

fn programme(path: &str) -> Programme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    read(std::fs::read_to_string(folder.join(path)).unwrap()).programme
}

/// A value in a line: `2023-H1 = 5, provisional, a remark`.
fn line(one: &Observation) -> String {
    let value = match &one.value {
        Value::Number(number) => number.to_string(),
        Value::Word(word) => format!("`{word}`"),
        Value::Missing => "missing".to_owned(),
        Value::Unreadable => "unreadable".to_owned(),
    };
    let is_normal = one.flag == Flag::Normal;
    let flag = if is_normal { String::new() } else { format!(", {:?}", one.flag).to_lowercase() };
    let note = one.note().map(|note| format!(", {note}")).unwrap_or_default();
    format!("{} = {value}{flag}{note}", one.period.unmistakable())
}

fn values(values: &[Observation]) -> Vec<String> {
    values.iter().map(line).collect()
}

/// A target in a line: `2025: 4 to 6`.
fn goal(one: &Target) -> String {
    let period = one.period.as_ref().map(|period| format!("{}: ", period.unmistakable())).unwrap_or_default();
    let max = one.max.map(|max| format!(" to {max}")).unwrap_or_default();
    format!("{period}{}{max}", one.value)
}

/// The one target, or those of several periods.
fn goals(metric: &Metric) -> Vec<String> {
    assert_eq!(metric.targets.last().or(metric.target.as_ref()), metric.target.as_ref(), "{}", metric.name);
    let one = metric.target.iter().filter(|_| metric.targets.is_empty());
    metric.targets.iter().chain(one).map(goal).collect()
}

/// Files, and of each metric in them the values as they are meant.
const PERIODS: &[(&str, &[&[&str]])] = &[
    (
        "halves",
        &[&["2023-H1 = 1", "2023-H2 = 2", "2024-H1 = 3"], &["2023-H1 = 1", "2023-H2 = 2", "2024-H1 = 3"]],
    ),
    ("months_without_a_sign", &[&["2023-M12 = 3", "2024-M01 = 5"]]),
    (
        "fiscal_years_with_letters",
        &[
            &["2021/22 = 3", "2022/23 = 5"],
            &["2002/03-2004/05 = 3", "2005/06-2007/08 = 5", "2008/09-2010/11 = 6"],
        ],
    ),
    ("years_in_words", &[&["2012-2014 = 3", "2015-2017 = 5", "2018-2020 = 6"]]),
    ("quarters_of_a_year", &[&["2023-Q1 = 1", "2023-Q2 = 2", "2023-Q3 = 3", "2023-Q4 = 4"]]),
    (
        "periods",
        &[
            &["2021 = 1", "2022 = 2", "2023 = 3"],
            &["2021/22 = 1", "2022/23 = 2", "2023/24 = 3"],
            &["2023-Q1 = 1", "2023-Q2 = 2", "2023-Q3 = 3"],
            &["2023-M05 = 1", "2023-M06 = 2", "2023-M07 = 3"],
            &["2003-2005 = 1", "2006-2008 = 2"],
            &["2010/11 = 1", "2011/12 = 2"],
        ],
    ),
    (
        "marks_behind_periods",
        &[
            &[
                "2019 = 1, break",
                "2020 = 2, lowreliability",
                "2021 = 3, provisional",
                "2022 = 4, estimated",
                "2023 = 5, partial",
                "2024 = 6, forecast",
            ],
            &["2021 = 1, revised", "2022 = 2, Note 7", "2023 = 3, Without December.; marked *"],
            &["2021/22 = 1, provisional", "2023-Q1 = 2, estimated", "2024 = 3, forecast"],
            &["2023 = 3, estimated"],
        ],
    ),
    ("running_totals", &[&["2021 = 10", "2022 = 10", "2023 = 25.5"]]),
    (
        "words_as_scores",
        &[&["2021 = 2", "2022 = `partly ready`", "2023 = 3"], &["2022 = `2`", "2023 = `red`"]],
    ),
];

#[test]
fn every_form_of_period_is_the_period_it_means() {
    for (file, expected) in PERIODS.iter().copied() {
        let programme = programme(&format!("good/{file}.yaml"));
        let read: Vec<Vec<String>> = programme.metrics.iter().map(|metric| values(&metric.values)).collect();
        assert_eq!(read, expected, "{file}");
        let is_cumulative = programme.metrics.iter().all(|metric| metric.cumulative);
        assert_eq!(is_cumulative, file == "running_totals", "{file}");
    }
    // Which of two years `FY2023` is has a finding, and is read all the same.
    let by_its_end = programme("bad/fiscal_years_by_their_end.yaml");
    assert_eq!(values(&by_its_end.metrics[0].values), ["2021/22 = 3", "2022/23 = 5"]);
}

#[test]
fn scores_are_words_where_all_are_and_one_among_numbers_cannot_be_read() {
    let scores = |path: &str| -> Vec<Vec<String>> {
        let criteria = programme(path).evaluation.unwrap().criteria;
        criteria.iter().map(|criterion| values(&criterion.scores)).collect()
    };
    assert_eq!(
        scores("good/words_as_scores.yaml"),
        [
            vec!["2022 = `adequate`", "2023 = `good`, provisional"],
            vec!["2022 = 3", "2023 = 3.5"],
            vec!["2022 = missing", "2023 = `good`"],
        ]
    );
    assert_eq!(scores("bad/a_word_among_scores.yaml"), [vec!["2022 = 3", "2023 = unreadable"]]);
    // A target alone is no score that is missing.
    assert_eq!(scores("bad/targets_of_scores.yaml")[0], ["2022 = 3", "2023 = 4"]);
}

#[test]
fn what_is_due_by_a_month_and_more_is_due_on_its_last_day() {
    let programme = programme("good/due_by_periods.yaml");
    let initiatives = programme.initiatives.iter().map(|item| item.due.as_ref().unwrap().value.clone());
    let recommendations =
        programme.recommendations.iter().map(|item| item.due.as_ref().unwrap().value.clone());
    let decisions = programme.meetings.iter().flat_map(|meeting| &meeting.decisions);
    let decisions = decisions.map(|decision| decision.due.clone().unwrap().value);
    let days: Vec<String> = initiatives
        .chain(recommendations)
        .chain(decisions)
        .map(|due| format!("{} {}", due.day, due.written.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        days,
        [
            "2026-06-15 -",
            "2026-06-30 2026-06",
            "2026-02-28 February 2026",
            "2026-06-30 lipanj 2026",
            "2026-06-30 2026-Q2",
            "2026-12-31 H2 2026",
            "2026-09-30 Q3/2026",
            "2026-09-30 2026-09",
        ]
    );
}

#[test]
fn what_is_due_on_no_day_is_not_readable_and_not_missing() {
    let programme = programme("bad/due_without_a_day.yaml");
    assert_eq!(programme.initiatives.len(), 5);
    for item in &programme.initiatives {
        assert!(item.due.is_none() && item.unreadable.has("due"), "{}", item.title);
    }
    assert!(programme.recommendations[0].unreadable.has("due"));
    assert!(programme.meetings[0].unreadable.has("date"));
}

#[test]
fn targets_of_several_periods_are_the_same_in_every_spelling() {
    let programme = programme("good/targets_by_period.yaml");
    let read: Vec<Vec<String>> = programme.metrics.iter().map(goals).collect();
    assert_eq!(
        read,
        [
            vec!["2024: 6", "2025: 8"],
            vec!["2024: 6", "2025: 8"],
            vec!["2023: 4", "2024: 6", "2025: 8"],
            vec!["2024: 6", "2025: 8"],
            vec!["2025: 8"],
            vec!["2024: 4 to 6", "2025: 5 to 6"],
            vec![],
        ]
    );
    for metric in &programme.metrics {
        assert_eq!(values(&metric.values), ["2023 = 5"], "{}", metric.name);
    }
}

#[test]
fn targets_that_cannot_be_relied_on_are_not_readable() {
    let programme = programme("bad/targets_by_period.yaml");
    for metric in &programme.metrics {
        assert!(metric.unreadable.has("targets"), "{}", metric.name);
        assert_eq!(values(&metric.values), ["2023 = 5"], "{}", metric.name);
    }
}

#[test]
fn aims_under_their_periods_and_values_under_other_names_are_not_called_missing() {
    let aims = programme("bad/aims_under_their_periods.yaml").metrics;
    assert!(aims.iter().all(|metric| metric.unreadable.has("baseline") && metric.unreadable.has("target")));
    let misspelt = programme("bad/values_misspelt.yaml").metrics;
    assert_eq!(values(&misspelt[0].values), ["2022 = unreadable", "2023 = unreadable, provisional"]);
}

#[test]
fn parts_without_a_whole_are_no_value_and_none_that_is_missing() {
    let programme = programme("bad/parts_without_a_whole.yaml");
    for metric in &programme.metrics {
        assert_eq!(values(&metric.values), ["2023 = unreadable"], "{}", metric.name);
    }
    assert_eq!(values(&programme.evaluation.unwrap().criteria[0].scores), ["2023 = unreadable"]);
}
