//! The agenda: where commitments and meetings stand on a day, what is owed, and what needs attention.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use crate::sample::{day, programme};
use coopdash::figures::{
    Age, Attention, Counts, MeetingFigures, MetricStanding, Owed, Progress, StatusMark, derive,
};
use coopdash::programme::{Choice, InitiativeStatus, MeetingStatus, Programme};

/// What needs attention on 23 November 2026.
fn listed(text: &str) -> Vec<Attention> {
    derive(&programme(text), day(2026, 11, 23)).attention
}

/// What is owed, and in how many days; late ones have fewer than none.
fn owed(text: &str) -> Vec<(Owed, i64)> {
    let deadline = |one: &Attention| {
        let (Attention::Overdue(deadline) | Attention::DueSoon(deadline)) = one else { return None };
        Some((deadline.what, deadline.days))
    };
    listed(text).iter().filter_map(deadline).collect()
}

#[test]
fn nothing_needs_attention_in_an_empty_programme() {
    let figures = derive(&Programme::default(), day(2026, 11, 23));
    assert_eq!((figures.attention, figures.periods, figures.next_meeting), (vec![], None, None));
}

#[test]
fn everything_that_is_owed_stands_by_its_day_whatever_tab_it_is_on() {
    let text = "
initiatives:
  - { title: A, owner: O, status: agreed, due: 2026-12-07 }
  - { title: B, owner: O, status: agreed, due: 2026-11-23 }
  - { title: C, owner: O, status: agreed, due: 2026-11-22 }
  - { title: D, owner: O, status: in_progress, due: 2026-10-08 }
  - { title: E, owner: O, status: agreed, due: 2026-12-08 }
  - { title: F, owner: O, status: completed, due: 2026-01-01 }
  - { title: G, owner: O, status: on_hold, due: 2026-01-01 }
recommendations:
  - { title: A, due: 2026-11-20 }
  - { title: B, due: 2026-11-20, status: implemented }
  - { title: C, due: 2026-11-23 }
meetings:
  - title: Held
    status: held
    date: 2026-10-01
    decisions:
      - { text: Late, due: 2026-11-01 }
      - { text: Done, due: 2026-11-01, done: true }
      - { text: Soon, due: 2026-11-30 }
  - { title: Passed, date: 2026-11-21 }
  - { title: To come, date: 2026-11-25 }
";
    assert_eq!(
        owed(text),
        [
            (Owed::Initiative(3), -46),
            (Owed::Decision(0, 0), -22),
            (Owed::Recommendation(0), -3),
            (Owed::Meeting(1), -2),
            (Owed::Initiative(2), -1),
            (Owed::Initiative(1), 0),
            (Owed::Recommendation(2), 0),
            (Owed::Decision(0, 2), 7),
            (Owed::Initiative(0), 14),
        ]
    );
}

#[test]
fn what_may_be_closed_for_all_that_can_be_read_is_due_soon_but_never_late() {
    let text = "
initiatives:
  - { title: A, owner: O, status: nonsense, due: 2026-11-25 }
  - { title: B, owner: O, status: nonsense, due: 2026-01-01 }
recommendations:
  - { title: A, status: nonsense, due: 2026-11-24 }
  - { title: B, status: nonsense, due: 2026-01-01 }
";
    assert_eq!(owed(text), [(Owed::Recommendation(0), 1), (Owed::Initiative(0), 2)]);
}

#[test]
fn equal_gaps_are_merged_and_what_is_closed_has_none() {
    let text = "
initiatives:
  - { title: A, status: announced }
  - { title: B, status: completed }
  - { title: C, status: on_hold }
  - { title: D, status: cancelled }
meetings:
  - { title: A }
  - { title: B, status: cancelled }
";
    assert_eq!(
        listed(text),
        [
            Attention::NoOwner { initiatives: vec![0, 2] },
            Attention::NoDue { initiatives: vec![0, 2] },
            Attention::NoMeetingDate { meetings: vec![0] },
        ]
    );
}

#[test]
fn metrics_are_listed_off_their_target_against_their_direction_and_with_old_data() {
    let text = |stale_after: u32| {
        format!(
            "
programme: {{ title: T, as_of: 2026-01-01, stale_after: {stale_after} }}
metrics:
  - {{ name: Undeclared, values: {{ 2022: 5, 2023: 3 }} }}
  - {{ name: Behind, direction: increase, baseline: {{ period: 2020, value: 0 }},
      target: {{ period: 2024, value: 8 }}, values: {{ 2022: 3, 2023: 5 }} }}
  - {{ name: Missed, direction: increase, target: {{ period: 2023, value: 9 }}, values: {{ 2022: 5, 2023: 3 }} }}
  - {{ name: Met, direction: increase, target: {{ period: 2023, value: 3 }}, values: {{ 2022: 2, 2023: 3 }} }}
"
        )
    };
    let off = |metric, standing| Attention::OffTarget { metric, standing };
    assert_eq!(
        listed(&text(325)),
        [
            off(2, MetricStanding::Missed),
            off(1, MetricStanding::NeedsAcceleration),
            Attention::Worse { metric: 2 },
            Attention::Stale { days: 326 },
        ]
    );
    assert!(!listed(&text(326)).contains(&Attention::Stale { days: 326 }));
}

#[test]
fn metrics_without_a_value_for_the_common_year_are_listed() {
    let cells = [
        "2022: 5, 2023: 3",
        "2022: 5, 2023: 3",
        "2022: 5",
        "2022: 5, 2023: null",
        "2022: 5, 2023: { value: null, status: suppressed }",
        "2022: 5, 2023: { value: 4, status: partial }",
        "2022/23: 5",
        "2021/22: 5",
        "2022-Q4: 5",
        "2024: { value: 5, status: forecast }",
        "",
    ];
    let metrics = cells.map(|cells| format!("  - {{ name: M, values: {{ {cells} }} }}\n")).concat();
    let text = format!("metrics:\n{metrics}");
    assert_eq!(listed(&text), [Attention::NoValue { metrics: vec![2, 3, 9, 10] }]);
}

#[test]
fn a_status_that_is_not_given_follows_from_the_date_but_never_becomes_held() {
    let text = "
meetings:
  - { title: A }
  - { title: B, date: 2026-11-23 }
  - { title: C, date: 2026-11-22 }
  - { title: D, date: 2026-12-24, status: held }
";
    let stands = |status, days| MeetingFigures { status, days };
    assert_eq!(
        derive(&programme(text), day(2026, 11, 23)).meetings,
        [
            stands(Some(MeetingStatus::ToBeScheduled), None),
            stands(Some(MeetingStatus::Scheduled), Some(0)),
            stands(None, Some(-1)),
            stands(Some(MeetingStatus::Held), Some(31)),
        ]
    );
}

#[test]
fn the_next_meeting_is_the_earliest_to_come_then_the_first_without_a_date() {
    let undated = "
meetings:
  - { title: A }
  - { title: B, date: 2026-11-01 }
  - { title: C, date: 2026-11-24, status: cancelled }
";
    let dated = "  - { title: D, date: 2026-12-01 }
  - { title: E, date: 2026-12-01, time: 15:00 }
  - { title: F, date: 2026-12-01, time: 09:30 }
";
    let next = |text: &str| derive(&programme(text), day(2026, 11, 23)).next_meeting;
    assert_eq!(next(&format!("{undated}{dated}")), Some(5));
    assert_eq!(next(undated), Some(0));
    assert_eq!(next("meetings: []"), None);
}

#[test]
fn data_are_stale_only_beyond_the_days_the_file_allows() {
    let age = |fields: &str| {
        derive(&programme(&format!("programme: {{ title: T{fields} }}")), day(2026, 11, 23)).age
    };
    assert_eq!(age(""), None);
    assert_eq!(age(", as_of: 2026-11-13"), Some(Age { days: 10, stale: false }));
    assert_eq!(age(", as_of: 2026-11-13, stale_after: 9"), Some(Age { days: 10, stale: true }));
}

/// Where an initiative with these fields stands on 23 November 2026.
fn stands(fields: &str) -> Progress {
    let programme = programme(&format!("initiatives: [{{ title: A{fields} }}]"));
    derive(&programme, day(2026, 11, 23)).initiatives.pop().expect("an initiative")
}

#[test]
fn each_status_has_its_mark_and_only_what_runs_can_be_overdue() {
    for (status, mark, late) in [
        (InitiativeStatus::Announced, StatusMark::Open, StatusMark::Overdue),
        (InitiativeStatus::Agreed, StatusMark::Open, StatusMark::Overdue),
        (InitiativeStatus::InProgress, StatusMark::InProgress, StatusMark::Overdue),
        (InitiativeStatus::Completed, StatusMark::Done, StatusMark::Done),
        (InitiativeStatus::OnHold, StatusMark::Resting, StatusMark::Resting),
        (InitiativeStatus::Cancelled, StatusMark::Resting, StatusMark::Resting),
    ] {
        let word = status.word();
        assert_eq!(stands(&format!(", status: {word}, due: 2026-11-23")).mark, mark, "{word}");
        let past = stands(&format!(", status: {word}, due: 2026-11-22"));
        assert_eq!((past.mark, past.days), (late, (late == StatusMark::Overdue).then_some(-1)), "{word}");
    }
}

#[test]
fn done_is_completed_and_not_done_is_no_status() {
    let done = stands(", done: true");
    assert_eq!((done.mark, done.status), (StatusMark::Done, Some(InitiativeStatus::Completed)));
    let open = stands(", done: false");
    assert_eq!((open.mark, open.status, open.given), (StatusMark::Open, None, true));
    let silent = stands(", due: 2026-01-01");
    assert_eq!((silent.mark, silent.status, silent.given), (StatusMark::Overdue, None, false));
    let both = stands(", done: true, status: agreed");
    assert_eq!((both.mark, both.status), (StatusMark::Open, Some(InitiativeStatus::Agreed)));
}

#[test]
fn the_six_counts_add_up() {
    let all = [
        ", status: agreed",
        ", status: announced",
        ", status: in_progress",
        ", status: completed",
        ", status: agreed, due: 2026-01-01",
        ", status: on_hold",
        ", status: cancelled",
        ", status: nonsense",
    ]
    .map(|fields| format!("{{ title: A{fields} }}"));
    let counts = derive(&programme(&format!("initiatives: [{}]", all.join(", "))), day(2026, 11, 23)).counts;
    let expected =
        Counts { open: 2, in_progress: 1, done: 1, overdue: 1, resting: 2, cancelled: 1, unknown: 1 };
    assert_eq!(counts, expected);
}
