//! Agenda: what needs attention on a given day.
//!
//! Attention is computed, never typed. Never words a row; that is the wording's.

use super::meeting::{Age, MeetingFigures};
use super::metric::MetricFigures;
use super::progress::{Mark, Progress, days_between};
use super::series::position;
use super::{Favour, Verdict};
use crate::document::{
    Flag, Initiative, Metric, Period, Programme, Recommendation, RecommendationStatus, Value,
};
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
    /// An initiative is late.
    Overdue {
        /// Which.
        initiative: usize,
        /// By how many days, from 1.
        days: i64,
    },
    /// A recommendation that is not closed is late.
    RecommendationOverdue {
        /// Which.
        recommendation: usize,
        /// By how many days, from 1.
        days: i64,
    },
    /// A metric moved against its declared direction.
    AdverseChange {
        /// Which.
        metric: usize,
    },
    /// A metric's target was missed.
    TargetMissed {
        /// Which.
        metric: usize,
    },
    /// The data are older than `stale_after`.
    Stale {
        /// How old.
        days: i64,
    },
    /// An initiative is due within [`SOON`].
    DueSoon {
        /// Which.
        initiative: usize,
        /// In how many days; 0 is today.
        days: i64,
    },
    /// A recommendation that is not closed is due within [`SOON`].
    RecommendationDueSoon {
        /// Which.
        recommendation: usize,
        /// In how many days; 0 is today.
        days: i64,
    },
    /// An initiative is said to have been completed on a day to come.
    CompletedAhead {
        /// Which.
        initiative: usize,
        /// In how many days, from 1.
        days: i64,
    },
    /// A meeting is said to have been held on a day to come.
    HeldAhead {
        /// Which.
        meeting: usize,
        /// In how many days, from 1.
        days: i64,
    },
    /// A metric has a value for a period that has not begun, and it is no forecast.
    ValueAhead {
        /// Which.
        metric: usize,
        /// The first such value.
        value: usize,
    },
    /// A meeting whose date has passed is neither held nor cancelled.
    MeetingPassed {
        /// Which.
        meeting: usize,
        /// How many days ago, from 1.
        days: i64,
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

impl Attention {
    /// Most severe first, then the latest or the nearest date.
    fn rank(&self) -> (u8, Reverse<i64>) {
        match self {
            Self::NotRead => (0, Reverse(i64::MAX)),
            Self::Overdue { days, .. } | Self::RecommendationOverdue { days, .. } => (0, Reverse(*days)),
            Self::ValueAhead { .. } => (0, Reverse(i64::MAX - 1)),
            Self::AdverseChange { .. } => (1, Reverse(0)),
            Self::TargetMissed { .. } => (2, Reverse(0)),
            Self::Stale { .. } => (3, Reverse(0)),
            Self::DueSoon { days, .. } | Self::RecommendationDueSoon { days, .. } => (4, Reverse(-days)),
            Self::MeetingPassed { days, .. }
            | Self::CompletedAhead { days, .. }
            | Self::HeldAhead { days, .. } => (5, Reverse(*days)),
            Self::NoValue { .. } => (6, Reverse(0)),
            Self::NoOwner { .. } => (7, Reverse(0)),
            Self::NoDue { .. } => (8, Reverse(0)),
            Self::NoMeetingDate { .. } => (9, Reverse(0)),
        }
    }
}

/// Whether a recommendation needs nothing more.
pub const fn is_closed(status: RecommendationStatus) -> bool {
    matches!(
        status,
        RecommendationStatus::Implemented
            | RecommendationStatus::NotAccepted
            | RecommendationStatus::Overtaken
    )
}

/// Days from `today` to the day a recommendation is due, negative where it has passed; none where it is closed, or
/// nobody knows whether it is.
pub fn days_to_answer(one: &Recommendation, today: NaiveDate) -> Option<i64> {
    let closed =
        one.unreadable.has("status") || one.status.as_ref().is_some_and(|status| is_closed(status.value));
    one.due.as_ref().filter(|_| !closed).map(|due| days_between(today, due.value.day))
}

/// What has been computed so far, for the list of what needs attention.
pub(super) struct Known<'a> {
    pub(super) today: NaiveDate,
    pub(super) period: Option<&'a Period>,
    pub(super) metrics: &'a [MetricFigures],
    pub(super) initiatives: &'a [Progress],
    pub(super) meetings: &'a [MeetingFigures],
    pub(super) age: Option<Age>,
}

/// What needs attention: most severe first, then by date, then in the order of the file.
pub(super) fn attention(programme: &Programme, known: &Known) -> Vec<Attention> {
    let mut all = Vec::new();
    all.extend(deadlines(programme, known));
    all.extend(known.metrics.iter().enumerate().flat_map(|(metric, figures)| judgements(metric, figures)));
    all.extend(known.age.filter(|age| age.stale).map(|age| Attention::Stale { days: age.days }));
    all.extend(passed_meetings(programme, known.meetings));
    all.extend(super::doubts::doubts(programme, known.today));
    all.extend(gaps(programme, known));
    all.sort_by_key(Attention::rank);
    all
}

fn deadlines(programme: &Programme, known: &Known) -> Vec<Attention> {
    let initiatives = known.initiatives.iter().enumerate().filter_map(|(initiative, progress)| {
        match (progress.mark, progress.days?) {
            (Mark::Overdue, days) => Some(Attention::Overdue { initiative, days: -days }),
            (Mark::Open | Mark::InProgress | Mark::Unknown, days @ 0..=SOON) => {
                Some(Attention::DueSoon { initiative, days })
            }
            _ => None,
        }
    });
    let recommendations =
        programme.recommendations.iter().enumerate().filter_map(
            |(recommendation, one)| match days_to_answer(one, known.today)? {
                days @ ..0 => Some(Attention::RecommendationOverdue { recommendation, days: -days }),
                days @ 0..=SOON => Some(Attention::RecommendationDueSoon { recommendation, days }),
                _ => None,
            },
        );
    initiatives.chain(recommendations).collect()
}

fn judgements(metric: usize, figures: &MetricFigures) -> impl Iterator<Item = Attention> {
    let adverse = figures.favour == Favour::Adverse;
    let missed = figures.target.as_ref().is_some_and(|target| target.verdict == Verdict::Missed);
    let adverse = adverse.then_some(Attention::AdverseChange { metric });
    adverse.into_iter().chain(missed.then_some(Attention::TargetMissed { metric }))
}

fn passed_meetings(programme: &Programme, meetings: &[MeetingFigures]) -> impl Iterator<Item = Attention> {
    let all = programme.meetings.iter().zip(meetings).enumerate();
    let open = all.filter(|(_, (item, own))| !own.is_over() && !item.unreadable.has("status"));
    open.filter_map(|(meeting, (_, figures))| {
        let days = figures.days.filter(|days| *days < 0)?;
        Some(Attention::MeetingPassed { meeting, days: -days })
    })
}

/// Gaps of the same kind, merged to one row each.
fn gaps(programme: &Programme, known: &Known) -> Vec<Attention> {
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

/// Whether a metric has nothing to show for the period the screen is about. A metric kept by other
/// periods (fiscal years among calendar years) lacks a value only from a year's distance on; one
/// whose value is suppressed does not lack it.
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
    let (index, behind) = (latest.0, period.months_since(&latest.1.period));
    let too_old = if latest.1.period.is_like(period) { behind > 0 } else { behind >= 12 };
    too_old || is_gap(index)
}

#[cfg(test)]
mod tests {
    use super::super::{Figures, derive};
    use super::*;
    use crate::document::{Direction, InitiativeStatus};
    use crate::figures::sample::{baseline, day, initiative, meeting, metric, recommendation, target};

    /// What needs attention on 23 November 2026.
    fn listed(programme: &Programme) -> Vec<Attention> {
        derive(programme, day(2026, 11, 23)).attention
    }

    #[test]
    fn nothing_needs_attention_in_an_empty_programme() {
        let figures: Figures = derive(&Programme::default(), day(2026, 11, 23));
        assert_eq!((figures.attention, figures.periods, figures.next_meeting), (vec![], None, None));
    }

    #[test]
    fn deadlines_stand_by_severity_and_then_by_date() {
        let agreed = Some(InitiativeStatus::Agreed);
        let initiatives = vec![
            initiative(agreed, Some(day(2026, 12, 7))),
            initiative(agreed, Some(day(2026, 11, 23))),
            initiative(agreed, Some(day(2026, 11, 22))),
            initiative(Some(InitiativeStatus::InProgress), Some(day(2026, 10, 8))),
            initiative(agreed, Some(day(2026, 12, 8))),
            initiative(Some(InitiativeStatus::Completed), Some(day(2026, 1, 1))),
            initiative(Some(InitiativeStatus::OnHold), Some(day(2026, 1, 1))),
        ];
        let recommendations = vec![
            recommendation(None, Some(day(2026, 11, 20))),
            recommendation(Some(RecommendationStatus::Implemented), Some(day(2026, 11, 20))),
            recommendation(None, Some(day(2026, 11, 23))),
        ];
        let programme = Programme { initiatives, recommendations, ..Programme::default() };
        assert_eq!(
            listed(&programme),
            [
                Attention::Overdue { initiative: 3, days: 46 },
                Attention::RecommendationOverdue { recommendation: 0, days: 3 },
                Attention::Overdue { initiative: 2, days: 1 },
                Attention::DueSoon { initiative: 1, days: 0 },
                Attention::RecommendationDueSoon { recommendation: 2, days: 0 },
                Attention::DueSoon { initiative: 0, days: 14 },
            ]
        );
    }

    #[test]
    fn equal_gaps_are_merged_and_what_is_closed_has_none() {
        let without = |status| {
            let mut one = initiative(Some(status), None);
            one.owner = None;
            one
        };
        let initiatives = vec![
            without(InitiativeStatus::Announced),
            without(InitiativeStatus::Completed),
            without(InitiativeStatus::OnHold),
            without(InitiativeStatus::Cancelled),
        ];
        let meetings = vec![meeting(None, None), meeting(None, Some(day(2026, 11, 20)))];
        let programme = Programme { initiatives, meetings, ..Programme::default() };
        assert_eq!(
            listed(&programme),
            [
                Attention::MeetingPassed { meeting: 1, days: 3 },
                Attention::NoOwner { initiatives: vec![0, 2] },
                Attention::NoDue { initiatives: vec![0, 2] },
                Attention::NoMeetingDate { meetings: vec![0] },
            ]
        );
    }

    #[test]
    fn metrics_are_listed_for_an_adverse_change_a_missed_target_and_old_data() {
        let mut falling = metric(&["2022: 5", "2023: 3"]);
        let undeclared = falling.clone();
        falling.direction = Some(Direction::Increase);
        falling.baseline = Some(baseline("2020", "1"));
        falling.target = Some(target("2023", "9"));
        let mut programme = Programme { metrics: vec![undeclared, falling], ..Programme::default() };
        programme.about.as_of = Some(crate::document::Placed::nowhere(day(2026, 1, 1)));
        programme.about.stale_after = Some(325);
        assert_eq!(
            listed(&programme),
            [
                Attention::AdverseChange { metric: 1 },
                Attention::TargetMissed { metric: 1 },
                Attention::Stale { days: 326 },
            ]
        );
        programme.about.stale_after = Some(326);
        assert!(!listed(&programme).contains(&Attention::Stale { days: 326 }));
    }

    #[test]
    fn metrics_without_a_value_for_the_common_year_are_listed() {
        let metrics = vec![
            metric(&["2022: 5", "2023: 3"]),
            metric(&["2022: 5", "2023: 3"]),
            metric(&["2022: 5"]),
            metric(&["2022: 5", "2023:"]),
            metric(&["2022: 5", "2023: suppressed"]),
            metric(&["2022: 5", "2023: 4 partial"]),
            metric(&["2022/23: 5"]),
            metric(&["2021/22: 5"]),
            metric(&["2022-Q4: 5"]),
            metric(&["2024: 5 forecast"]),
            metric(&[]),
        ];
        let programme = Programme { metrics, ..Programme::default() };
        assert_eq!(listed(&programme), [Attention::NoValue { metrics: vec![2, 3, 7, 8, 9, 10] }]);
    }
}
