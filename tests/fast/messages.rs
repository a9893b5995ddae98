//! The sentence at the head of a tab, and the rows that need attention: true at every width; and what sentences are
//! made of.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::stage::{open, plain, press, pressed};
use chrono::NaiveDate;
use coopdash::wording::{Phrase, distance, doubtful_day, due, segment};

/// The day is 15 January 2024.
const LATE: &str = "\
programme: { title: Test programme }
metrics:
  - { name: Drills, values: { 2022: 3, 2023: 5 } }
  - { name: Incidents, direction: decrease, values: { 2022: 3, 2023: 9 } }
  - { name: Losses, values: { 2022: 9, 2023: 3 } }
  - { name: Posts, values: { 2022: 3, 2023: 3 } }
initiatives:
  - { title: A bridge over the river with a name that no row of a narrow screen can hold, status: agreed, due: 2023-11-30, owner: Council }
  - { title: Dam, status: agreed }
  - { title: Road, status: completed }
";

fn message(document: &str, tab: &str, columns: u16) -> String {
    let state = pressed(document, (columns, if columns < 60 { 15 } else { 24 }), tab);
    plain(&state).lines().nth(3).unwrap().trim().to_owned()
}

#[test]
fn what_is_late_and_what_got_worse_is_in_the_message_at_every_width() {
    for columns in (40..=200).step_by(4) {
        let said = message(LATE, "1", columns);
        assert!(said.contains("overdue") || said.contains("late"), "{columns}: {said}");
        assert!(
            said.contains("1 of 4 metrics got worse") || said.contains("1 metric got worse"),
            "{columns}: {said}"
        );
        assert!(!said.contains('…') && said.ends_with('.'), "{columns}: {said}");
        let said = message(LATE, "3", columns);
        assert!(said.contains("overdue") || said.contains("late"), "{columns}: {said}");
        let said = message(LATE, "2", columns);
        assert!(said.contains("got worse"), "{columns}: {said}");
    }
}

#[test]
fn a_wider_screen_says_no_less() {
    let parts = ["got worse", "1 rose", "1 fell", "1 unchanged", "46 days late", "without an owner"];
    let said = |columns| parts.map(|part| message(LATE, "1", columns).contains(part));
    let (narrow, wide) = (said(60), said(200));
    assert!(wide.iter().all(|is_said| *is_said), "{wide:?}");
    assert!(narrow[0], "{narrow:?}");
}

#[test]
fn metrics_that_all_did_the_same_are_told_in_one_clause() {
    let document = |values: &[&str]| {
        let metric =
            |(number, values): (usize, &&str)| format!("  - {{ name: M{number}, values: {{ {values} }} }}\n");
        let metrics: String = values.iter().enumerate().map(metric).collect();
        format!("programme: {{ title: T }}\nmetrics:\n{metrics}")
    };
    let (up, same, first) = ("2022: 1, 2023: 2", "2022: 1, 2023: 1", "2023: 1");
    for (values, said) in [
        (vec![up], "The one metric rose in 2023"),
        (vec![up, up], "Both metrics rose in 2023"),
        (vec![up, up, up], "All 3 metrics rose in 2023"),
        (vec![same], "The one metric did not change in 2023"),
        (vec![same, same], "Neither metric changed in 2023"),
        (vec![same, same, same], "None of the 3 metrics changed in 2023"),
        (vec![first, first], "Both metrics have no change figure"),
        (vec![up, same], "1 of 2 metrics rose in 2023, 1 unchanged"),
    ] {
        let shown = message(&document(&values), "2", 120);
        assert!(shown.starts_with(said), "{said}: {shown}");
    }
}

#[test]
fn of_what_needs_attention_the_name_is_cut_and_not_the_fact() {
    for size in [(40, 15), (60, 20), (80, 24), (100, 30), (120, 40), (200, 60)] {
        let state = open(LATE, size);
        let shown = plain(&state);
        let fact = shown.lines().any(|row| row.contains("! A bridge") && row.contains("is 46 days late"));
        // On a wide screen the sentence goes over two rows.
        let wrapped = shown.contains("46 days late") || shown.contains("46 days") && shown.contains("late");
        assert!(fact || size.0 >= 100 && wrapped, "{size:?}\n{shown}");
    }
}

#[test]
fn attention_has_rows_whatever_stands_beside_it() {
    let one = LATE.split_once("  - { name: Incidents").unwrap().0;
    let rest = LATE.split_once("initiatives:").unwrap().1;
    let document = format!("{one}initiatives:{rest}");
    for size in [(100, 30), (120, 40), (160, 50), (200, 60)] {
        let shown = plain(&open(&document, size));
        let rows =
            shown.lines().filter(|row| row.contains("press 3") || row.contains("is 46 days late")).count();
        assert!(rows >= 2, "{size:?}\n{shown}");
    }
}

#[test]
fn recommendations_say_how_late_they_are_on_their_tab_and_in_the_report() {
    let document = "\
programme: { title: Test programme }
recommendations:
  - { title: Zebra crossings, status: accepted, due: 2023-12-01 }
  - { title: Adult courses, status: accepted, due: 2024-01-20 }
  - { title: Old papers, status: implemented, due: 2023-01-01 }
";
    let mut state = open(document, (80, 24));
    assert!(plain(&state).contains("Adult courses is due in 5 days"), "{}", plain(&state));
    press(&mut state, "4");
    let shown = plain(&state);
    assert!(shown.contains("accepted, 45 days late") && shown.contains("accepted, due in 5 days"), "{shown}");
    assert!(shown.lines().any(|row| row.ends_with(" implemented")), "{shown}");
    let report = coopdash::output::report(state.reading(), state.figures(), "a.yaml");
    assert!(report.contains("Due: 1 Dec 2023, 45 days late"), "{report}");
}

#[test]
fn meetings_stand_by_their_days_with_the_next_one_chosen() {
    let document = "\
programme: { title: Test programme }
meetings:
  - { title: No day yet }
  - { title: Later, date: 2024-05-01 }
  - { title: Held, date: 2023-12-01, status: held }
  - { title: Next, date: 2024-01-18 }
";
    let state = pressed(document, (80, 24), "6");
    let shown = plain(&state);
    let at =
        |title: &str| shown.lines().position(|row| row.contains(title) && !row.contains("Next: ")).unwrap();
    assert!(
        at("Held") < at("18 Jan 2024") && at("18 Jan 2024") < at("Later") && at("Later") < at("No day yet")
    );
    let chosen = shown.lines().find(|row| row.trim_start().starts_with('>')).unwrap();
    assert!(chosen.contains("> 2 18 Jan 2024   Next"), "{chosen}");
}

#[test]
fn nothing_is_judged_across_a_break_or_against_a_contradiction() {
    let document = "\
programme: { title: Test programme }
metrics:
  - name: Broken
    direction: increase
    baseline: { value: 10, period: 2020 }
    target: { value: 20, period: 2023 }
    values: { 2020: 10, 2021: { value: 4, status: break }, 2022: 5, 2023: 6 }
  - name: Contradicting
    direction: increase
    baseline: { value: 40, period: 2020 }
    target: { value: 10, period: 2026 }
    values: { 2022: 30, 2023: 20 }
";
    let mut state = pressed(document, (120, 40), "2 Enter");
    let shown = plain(&state);
    assert!(shown.contains("not judged: the series broke"), "{shown}");
    assert!(!shown.contains("missed") && !shown.contains("Pace"), "{shown}");
    press(&mut state, "Esc j Enter");
    let shown = plain(&state);
    assert!(shown.contains("not judged: target,") && !shown.contains("wrong way"), "{shown}");
    press(&mut state, "1");
    assert!(!plain(&state).contains("moved the wrong way"), "{}", plain(&state));
}

#[test]
fn the_sentence_counts_from_what_the_changes_are_counted_from() {
    let document = "\
programme: { title: Test programme }
metrics:
  - { name: Drills, baseline: { value: 9, period: 2019 }, values: { 2020: 9, 2022: 3, 2023: 5 } }
  - { name: Posts, baseline: { value: 1, period: 2019 }, values: { 2020: 2, 2022: 4, 2023: 3 } }
";
    let mut state = open(document, (120, 40));
    let mut said = |keys: &str| {
        press(&mut state, keys);
        plain(&state).lines().nth(3).unwrap().trim().to_owned()
    };
    assert!(said("2").starts_with("1 of 2 metrics fell in 2023, 1 rose"));
    assert_eq!(said("c"), "1 of 2 metrics fell, 1 rose since their first period.");
    assert_eq!(said("c"), "1 of 2 metrics fell, 1 rose since their baseline.");
    let detail = {
        said("c c Enter");
        plain(&state)
    };
    assert!(detail.contains("on 2020") && !detail.contains("on 2022"), "{detail}");
}

#[test]
fn a_name_that_reads_like_a_part_of_a_sentence_stays_whole() {
    for name in
        ["Errors in this file", "Nothing; not read", "No metrics in this file", "1 of 2 targets missed."]
    {
        let document = format!(
            "programme: {{ title: T }}
metrics:
  - {{ name: Aim, direction: increase, target: {{ period: 2023, value: 9 }}, values: {{ 2022: 4, 2023: 5 }} }}
  - {{ name: '{name}', direction: increase, values: {{ 2022: 5, 2023: 4 }} }}
  - {{ name: Lost, values: {{ 2022: 5, 2023: x }} }}
"
        );
        for columns in [120, 160, 200] {
            for tab in ["1", "2"] {
                let said = message(&document, tab, columns);
                assert!(said.contains(&format!("{name} got worse")), "{columns} {tab} {said}");
            }
        }
    }
}

#[test]
fn whatever_is_late_is_in_the_first_sentence_and_on_its_own_tab() {
    let document = "programme: { title: T, as_of: 2020-01-01, stale_after: 30 }
metrics:
  - { name: A, direction: increase, target: { period: 2023, value: 2 }, values: { 2022: 1, 2023: 2 } }
initiatives: [{ title: Done, status: completed, owner: O, due: 2020-01-01 }]
recommendations:
  - { title: Late, status: accepted, due: 2020-01-01 }
  - { title: Answered, status: implemented, due: 2020-01-01 }
meetings:
  - { title: Past, status: scheduled, date: 2020-01-01 }
  - { title: Held, status: held, date: 2020-01-01, decisions: [{ text: Owed, due: 2020-01-01 }] }
";
    for columns in [80, 120, 160, 200] {
        let said = message(document, "1", columns);
        let is_counted = said.contains("3 things late") || said.contains("1 meeting not marked as held");
        assert!(is_counted, "{columns} {said}");
    }
    assert!(message(document, "1", 200).contains("1 decision is "));
    assert!(message(document, "1", 40).contains("3 things late"), "{}", message(document, "1", 40));
    assert!(message(document, "1", 200).contains("the data are "));
    assert!(message(document, "4", 120).starts_with("1 recommendation is "));
    assert!(message(document, "6", 120).starts_with("1 meeting not marked as held, 1 decision is "));
}

#[test]
fn targets_that_are_behind_stay_counted_where_their_standings_have_no_room() {
    let metric = |name: &str, value: u32| {
        format!(
            "  - {{ name: {name}, direction: increase, baseline: {{ period: 2020, value: 10 }}, \
             target: {{ period: 2030, value: 100 }}, values: {{ 2023: {value} }} }}\n"
        )
    };
    let missed =
        "  - { name: M, direction: increase, target: { period: 2023, value: 9 }, values: { 2023: 4 } }\n";
    let document = format!(
        "programme: {{ title: T }}\nmetrics:\n{missed}{}{}{}",
        metric("Back", 5),
        metric("Slow", 12),
        metric("Near", 35)
    );
    let full = "1 of 4 targets missed, 1 shows deterioration, 1 shows limited progress, 1 needs acceleration";
    assert!(message(&document, "1", 160).starts_with(full), "{}", message(&document, "1", 160));
    assert!(message(&document, "1", 60).starts_with("1 of 4 targets missed, 3 behind"));
    assert!(message(&document, "1", 40).starts_with("1 of 4 targets missed, 3 behind"));
}

#[test]
fn what_could_not_be_read_is_counted_and_never_cut() {
    let document = "programme: { title: T }
metrics:
  - { name: M, values: { 2022: x, 2023: 4 } }
  - { name: N, values: { 2022: 3, 2023: 4 } }
  - { name: O, values: { 2022: 3, 2023: 4 } }
  - { name: P, values: { 2022: 3, 2023: 4 } }
  - { name: Q, values: { 2022: 3, 2023: 4 } }
initiatives:
  - { title: A, owner: O, status: agreed, due: someday }
  - { title: B, owner: O, status: agreed, due: 2020-01-01 }
  - { title: C, owner: O, status: agreed, due: 2020-01-01 }
  - { title: D, owner: O, status: agreed, due: 2020-01-01 }
  - { title: E, owner: O, status: agreed, due: 2020-01-01 }
  - { title: F, owner: O, status: agreed, due: 2020-01-01 }
";
    let shown = |size| plain(&open(document, size));
    assert!(shown((40, 15)).contains("! 2 not read "), "{}", shown((40, 15)));
    assert!(shown((80, 24)).contains("! 1 value and 1 due date could not be read"));
}

#[test]
fn what_has_the_earliest_turn_gives_way_first_and_what_has_none_stays() {
    let phrase = Phrase::new([
        segment("! Not saved"),
        segment(" to plan.yaml").goes(1),
        segment(": the disk is full"),
        segment(". Your change is kept in memory.").or(1, ". Your change is kept.").goes(2),
    ]);
    let forms: Vec<String> = phrase.forms().collect();
    let said = [
        "! Not saved to plan.yaml: the disk is full. Your change is kept in memory.",
        "! Not saved: the disk is full. Your change is kept.",
        "! Not saved: the disk is full",
    ];
    assert_eq!(forms, said);
    for (columns, at) in [(80, 0), (60, 1), (40, 2), (3, 2)] {
        assert_eq!(phrase.fitting(|form| form.len() <= columns), said[at], "{columns}");
    }
    assert_eq!(phrase.within(|form| form.len() <= 3), None);
}

#[test]
fn distances_read_as_people_say_them() {
    let said: Vec<_> = [-46, -1, 0, 1, 24].into_iter().map(distance).collect();
    assert_eq!(said, ["46 days ago", "yesterday", "today", "tomorrow", "in 24 days"]);
    assert_eq!((due(-1), due(-46), due(2)), ("1 day late".into(), "46 days late".into(), "in 2 days".into()));
}

#[test]
fn a_clock_that_cannot_be_right_is_said() {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    assert_eq!(doubtful_day(day(2026)), None);
    for year in [1970, 2019, 2100, 9999] {
        let words = doubtful_day(day(year)).unwrap();
        assert!(words.starts_with(&format!("the clock of this computer says 1 Jan {year};")), "{words}");
    }
}

#[test]
fn where_not_all_names_of_tabs_have_room_those_farthest_from_the_open_one_are_numbers() {
    let row = |tab: &str, columns: u16| {
        let mut state = open(LATE, (columns, 24));
        press(&mut state, tab);
        plain(&state).lines().nth(1).unwrap().trim().to_owned()
    };
    let all = "1 Overview 2 Metrics 3 Initiatives 4 Recommendations 5 Evaluation 6 Meetings";
    assert_eq!((row("1", 78), row("6", 78)), (all.to_owned(), all.to_owned()));
    assert_eq!(row("1", 76), "1 Overview 2 Metrics 3 Initiatives 4 Recommendations 5 Evaluation 6");
    assert_eq!(row("6", 70), "1 2 Metrics 3 Initiatives 4 Recommendations 5 Evaluation 6 Meetings");
    assert_eq!(row("4", 62), "1 2 3 Initiatives 4 Recommendations 5 Evaluation 6");
    assert_eq!(row("4", 59), "4/6 Recommendations");
}

#[test]
fn remarks_go_first_and_alarms_are_shortened_before_they_go() {
    let state = open(
        "\
programme: { title: Test programme }
metrics:
  - { name: Drills, unit: drills, direction: increase, values: { 2023: 5 }, target: { value: 8, by: 2023 } }
  - { name: Posts, unit: posts, direction: increase, values: { 2023: 5 }, target: { value: 5, by: 2023 } }
initiatives:
  - { title: Bridge, status: agreed, due: 2023-11-30 }
  - { title: Dam, status: agreed, due: 2024-11-30 }
",
        (80, 24),
    );
    let message = coopdash::wording::overview_message(state.programme(), state.figures());
    let mut forms: Vec<String> = message.forms().collect();
    forms.dedup();
    let said = [
        "1 of 2 targets missed, 1 is met; 1 of 2 initiatives is 46 days late; none has an owner.",
        "1 of 2 targets missed, 1 is met; 1 of 2 initiatives is 46 days late.",
        "1 of 2 targets missed, 1 is met; 1 initiative late.",
        "1 of 2 targets missed; 1 initiative late.",
        "1 target missed; 1 initiative late.",
        "1 target missed.",
    ];
    assert_eq!(forms, said);
}

#[test]
fn a_field_that_could_not_be_read_is_named_and_counted_wherever_it_stands() {
    let document = "programme: { title: T }
initiatives:
  - { title: A, owner: O, status: agreed, due: 2030-01-01, updates: [{ date: 1/2/2024, note: begun }] }
recommendations:
  - { title: R, updates: [{ date: 2023-05-01, note: heard, by: [a, b] }] }
background:
  - { title: B, text: T, notes: { a: b } }
quotes:
  - { text: Words, speaker: S, date: 1/2/2024 }
sources:
  - { title: Atlas, url: [a, b], retrieved: 1/2/2024 }
";
    let state = open(document, (120, 40));
    let said = plain(&state);
    assert!(said.contains("3 dates and 3 other fields could not be read"), "{said}");
    let report = coopdash::output::report(state.reading(), state.figures(), "a.yaml");
    for line in [
        "Update: date not readable: begun",
        "Update: 1 May 2023, by not readable: heard",
        "Notes: not readable",
        "\"Words\" - S, date not readable",
        "Atlas, url not readable, retrieved not readable",
    ] {
        assert!(report.contains(line), "{line} is not in\n{report}");
    }
    let about = plain(&pressed(document, (120, 40), "i"));
    assert!(about.contains("date not readable") && about.contains("url not readable"), "{about}");
}

/// The report on a document.
fn report(document: &str) -> String {
    let state = open(document, (80, 24));
    coopdash::output::report(state.reading(), state.figures(), "a.yaml")
}

#[test]
fn of_a_metric_only_what_could_not_be_read_is_called_so() {
    let metric = |rest: &str| {
        report(&format!(
            "programme: {{ title: T }}\nmetrics:\n  - {{ name: M, values: {{ 2022: 5, 2023: 7 }}, {rest} }}\n"
        ))
    };
    let target = metric("target: { value: 8, period: end of 2025 }");
    assert!(target.contains("Target: not readable") && !target.contains("Values: not readable"), "{target}");
    let baseline = metric("baseline: { value: 3, period: start of it }, target: 8");
    assert!(baseline.contains("Baseline: not readable") && !baseline.contains("Baseline: 3"), "{baseline}");
    let shares = metric("thresholds: { on_track: most }, target: 8");
    assert!(shares.contains("Thresholds: not readable") && !shares.contains("0.6"), "{shares}");
}

#[test]
fn a_decision_that_could_not_be_read_is_no_meeting() {
    let document = "programme: { title: T }\nmeetings:\n  - { title: M, status: held, date: 2023-05-05, decisions: [{ owner: O }] }\n";
    let said = message(document, "6", 80);
    assert_eq!(said, "1 meeting, none to come; 1 decision could not be read.");
    assert!(report(document).contains("decision at line 3 (meetings)"), "{}", report(document));
}

#[test]
fn scores_that_could_not_be_read_are_called_so_everywhere() {
    let document = "programme: { title: T }\nevaluation:\n  criteria:\n    - { title: C, improvement: I, scores: [3, 4] }\n";
    let shown = plain(&pressed(document, (80, 24), "5"));
    assert!(shown.contains("not readable") && !shown.contains("not scored"), "{shown}");
    assert_eq!(
        message(document, "5", 80),
        "1 criterion; no scores shown; 1 row of scores could not be read."
    );
    assert!(report(document).contains("Scores: not readable"));
}

#[test]
fn what_could_not_be_read_beside_a_value_or_among_updates_is_named_and_counted() {
    let document = "programme: { title: T }
metrics:
  - { name: M, values: { 2022: { value: 5, status: nearly }, 2023: { value: 7, note: [a, b] } } }
initiatives:
  - { title: A, owner: O, status: agreed, due: 2030-01-01, updates: begun in May }
  - { title: B, owner: O, status: agreed, due: 2030-01-01, updates: [[begun], { note: ended }] }
";
    let report = report(document);
    for said in [
        "1 status and 3 other fields could not be read",
        "7, +2 (+40%) - note not readable",
        "5 - status not readable",
        "Updates: not readable",
        "Update: ended",
    ] {
        assert!(report.contains(said), "{said} is not in\n{report}");
    }
    assert_eq!(report.matches("Updates: not readable").count(), 2, "{report}");
}
