//! Agenda: what needs attention on a given day.
//!
//! Attention is computed, never typed. The alarms of the list are exactly what `coopdash check` can be asked to
//! fail on. Never words a row; that is the wording's.

use super::MetricStanding;
use super::deadlines::{Deadline, Owed};
use super::doubts::is_whole;
use super::favour::Favour;
use super::meeting::{Age, MeetingFigures};
use super::metric::MetricFigures;
use super::progress::Progress;
use super::series::position;
use crate::document::days_ahead;
use crate::programme::{Flag, Initiative, Metric, Period, Programme, Value};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Within how many days something is due soon.
pub const SOON: i64 = 14;

/// One thing that needs attention; equal gaps of several items are merged. Items are named by their
/// place in the programme's lists. In the order of severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attention {
    /// Something in the file could not be read, and is missing from what is shown.
    NotRead,
    /// Something is late, by `-days`.
    Overdue(Deadline),
    /// A target is missed or not being reached.
    OffTarget {
        /// Which metric.
        metric: usize,
        /// Where it stands.
        standing: MetricStanding,
    },
    /// A metric moved against its declared direction.
    Worse {
        /// Which.
        metric: usize,
    },
    /// The data are older than `stale_after`.
    Stale {
        /// How old.
        days: i64,
    },
    /// Something is due within [`SOON`].
    DueSoon(Deadline),
    /// Days, or values of periods, that lie ahead and cannot.
    DaysAhead {
        /// How many.
        number: usize,
    },
    /// Metrics without a value for the screen's period.
    NoValue {
        /// Which.
        metrics: Vec<usize>,
    },
    /// Initiatives, not closed, without an owner.
    NoOwner {
        /// Which.
        initiatives: Vec<usize>,
    },
    /// Initiatives, not closed, without a due date.
    NoDue {
        /// Which.
        initiatives: Vec<usize>,
    },
    /// Meetings to come without a date.
    NoMeetingDate {
        /// Which.
        meetings: Vec<usize>,
    },
}

/// How loudly something needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Late, missed, worse, behind, out of date, or not to be read.
    Alarm,
    /// Due soon.
    Soon,
    /// Something that is missing and wants to be filled in.
    Housekeeping,
}

impl Attention {
    /// How loudly it needs attention.
    pub const fn weight(&self) -> Urgency {
        match self {
            Self::NotRead
            | Self::Overdue(_)
            | Self::OffTarget { .. }
            | Self::Worse { .. }
            | Self::Stale { .. } => Urgency::Alarm,
            Self::DueSoon(_) => Urgency::Soon,
            Self::DaysAhead { .. }
            | Self::NoValue { .. }
            | Self::NoOwner { .. }
            | Self::NoDue { .. }
            | Self::NoMeetingDate { .. } => Urgency::Housekeeping,
        }
    }

    /// Most severe first: by kind, then the worst standing, the latest or the nearest date.
    fn rank(&self) -> (u8, Option<MetricStanding>, Reverse<i64>) {
        match self {
            Self::NotRead => (0, None, Reverse(0)),
            Self::Overdue(deadline) => (1, None, Reverse(-deadline.days)),
            Self::OffTarget { standing, .. } => (2, Some(*standing), Reverse(0)),
            Self::Worse { .. } => (3, None, Reverse(0)),
            Self::Stale { .. } => (4, None, Reverse(0)),
            Self::DueSoon(deadline) => (5, None, Reverse(-deadline.days)),
            Self::DaysAhead { .. } => (6, None, Reverse(0)),
            Self::NoValue { .. } => (7, None, Reverse(0)),
            Self::NoOwner { .. } => (8, None, Reverse(0)),
            Self::NoDue { .. } => (9, None, Reverse(0)),
            Self::NoMeetingDate { .. } => (10, None, Reverse(0)),
        }
    }
}

/// What has been computed so far, for the list of what needs attention.
pub(super) struct AgendaInput<'a> {
    pub(super) today: NaiveDate,
    pub(super) period: Option<&'a Period>,
    pub(super) metrics: &'a [MetricFigures],
    pub(super) initiatives: &'a [Progress],
    pub(super) meetings: &'a [MeetingFigures],
    pub(super) deadlines: &'a [Deadline],
    pub(super) age: Option<Age>,
}

/// What needs attention: most severe first, then by date, then in the order of the file.
pub(super) fn attention(programme: &Programme, known: &AgendaInput) -> Vec<Attention> {
    let mut all = Vec::new();
    all.extend((!is_whole(programme)).then_some(Attention::NotRead));
    all.extend(known.deadlines.iter().filter_map(deadline));
    all.extend(known.metrics.iter().enumerate().flat_map(|(metric, figures)| judgements(metric, figures)));
    all.extend(known.age.filter(|age| age.stale).map(|age| Attention::Stale { days: age.days }));
    let number = days_ahead(programme, known.today);
    all.extend((number > 0).then_some(Attention::DaysAhead { number }));
    all.extend(gaps(programme, known));
    all.sort_by_key(Attention::rank);
    all
}

/// What is late, and what is due soon; that a meeting takes place soon is no demand.
fn deadline(one: &Deadline) -> Option<Attention> {
    match (one.days, one.what) {
        (..0, _) => Some(Attention::Overdue(*one)),
        (0..=SOON, Owed::Initiative(_) | Owed::Recommendation(_) | Owed::Decision(..)) => {
            Some(Attention::DueSoon(*one))
        }
        _ => None,
    }
}

fn judgements(metric: usize, figures: &MetricFigures) -> impl Iterator<Item = Attention> {
    let standing = figures.standing;
    let off = standing.is_off_target().then_some(Attention::OffTarget { metric, standing });
    let worse = (figures.favour == Favour::Adverse).then_some(Attention::Worse { metric });
    off.into_iter().chain(worse)
}

/// Gaps of the same kind, merged to one row each.
fn gaps(programme: &Programme, known: &AgendaInput) -> Vec<Attention> {
    let lacks_value = |(index, metric): (usize, &Metric)| {
        // What is missing may be what could not be read.
        if metric.unreadable.has("values") {
            return None;
        }
        let current = known.metrics.get(index).and_then(|figures| figures.current);
        lacks_value(metric, current, known.period).then_some(index)
    };
    let metrics: Vec<usize> = programme.metrics.iter().enumerate().filter_map(lacks_value).collect();
    let open = |index: &usize| known.initiatives.get(*index).is_some_and(|progress| !progress.is_closed());
    let without = |lacks: fn(&Initiative) -> bool| -> Vec<usize> {
        let lacking = programme.initiatives.iter().enumerate().filter(|(_, one)| lacks(one));
        lacking.map(|(index, _)| index).filter(open).collect()
    };
    let undated = programme.meetings.iter().zip(known.meetings).enumerate().filter(|(_, (meeting, one))| {
        one.days.is_none() && !one.is_over() && !meeting.unreadable.has("date")
    });
    let some = |items: Vec<usize>| (!items.is_empty()).then_some(items);
    let rows = [
        some(metrics).map(|metrics| Attention::NoValue { metrics }),
        some(without(|one| one.owner.is_none() && !one.unreadable.has("owner")))
            .map(|initiatives| Attention::NoOwner { initiatives }),
        some(without(|one| one.due.is_none() && !one.unreadable.has("due")))
            .map(|initiatives| Attention::NoDue { initiatives }),
        some(undated.map(|(index, _)| index).collect()).map(|meetings| Attention::NoMeetingDate { meetings }),
    ];
    rows.into_iter().flatten().collect()
}

/// Whether a metric has nothing to show for the period the screen is about. A metric kept by other periods (fiscal years
/// among calendar years) does not lack it; nor does one whose value is suppressed.
fn lacks_value(metric: &Metric, current: Option<usize>, period: Option<&Period>) -> bool {
    let is_gap = |index: usize| {
        metric.values.get(index).is_none_or(|one| one.value == Value::Missing && one.flag != Flag::Suppressed)
    };
    let Some(period) = period else { return true };
    if let Some(index) = position(&metric.values, period) {
        return is_gap(index);
    }
    let Some(latest) = current.and_then(|index| Some((index, metric.values.get(index)?))) else {
        return true;
    };
    // A metric kept by other periods never has a value for this one.
    latest.1.period.is_like(period) && (period.months_since(&latest.1.period) > 0 || is_gap(latest.0))
}

#[cfg(test)]
mod tests {
    use super::super::derive;
    use super::*;
    use crate::figures::sample::{day, programme};

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
}
