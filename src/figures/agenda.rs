//! Agenda: meetings, the age of the data, and what needs attention, on a given day.
//!
//! Attention is computed, never typed. Never words a row; that is the wording's.

use super::metric::MetricFigures;
use super::progress::{Mark, Progress, days_between};
use super::series::position;
use super::{Favour, Verdict};
use crate::document::{
    Flag, Meeting, MeetingStatus, Metric, Period, Programme, Recommendation, RecommendationStatus, Value,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Within how many days something is due soon.
pub const SOON: i64 = 14;

/// Where one meeting stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFigures {
    /// Its status as given; else to be scheduled without a date, scheduled with one from today on,
    /// and none with a date that has passed: nobody has said that it took place.
    pub status: Option<MeetingStatus>,
    /// Days until it takes place (negative: ago).
    pub days: Option<i64>,
}

/// How old the data are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Days from `as_of` to today; negative if `as_of` is still to come.
    pub days: i64,
    /// More than `stale_after`.
    pub stale: bool,
}

/// One thing that needs attention; equal gaps of several items are merged. Items are named by their
/// place in the programme's lists. In the order of severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attention {
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
            Self::Overdue { days, .. } | Self::RecommendationOverdue { days, .. } => (0, Reverse(*days)),
            Self::AdverseChange { .. } => (1, Reverse(0)),
            Self::TargetMissed { .. } => (2, Reverse(0)),
            Self::Stale { .. } => (3, Reverse(0)),
            Self::DueSoon { days, .. } => (4, Reverse(-days)),
            Self::MeetingPassed { days, .. } => (5, Reverse(*days)),
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

/// Where `meeting` stands on `today`.
pub(super) fn meeting(meeting: &Meeting, today: NaiveDate) -> MeetingFigures {
    let days = meeting.date.as_ref().map(|date| days_between(today, date.value));
    let given = meeting.status.as_ref().map(|status| status.value);
    let status = given.or(match days {
        None => Some(MeetingStatus::ToBeScheduled),
        Some(0..) => Some(MeetingStatus::Scheduled),
        Some(_) => None,
    });
    MeetingFigures { status, days }
}

fn is_over(meeting: &MeetingFigures) -> bool {
    matches!(meeting.status, Some(MeetingStatus::Held | MeetingStatus::Cancelled))
}

/// The next meeting: the earliest from today on (by date, then by hour), else the first without a date.
pub(super) fn next_meeting(programme: &Programme, meetings: &[MeetingFigures]) -> Option<usize> {
    let open = || meetings.iter().enumerate().filter(|(_, meeting)| !is_over(meeting));
    let time = |index: usize| programme.meetings.get(index).and_then(|meeting| meeting.time);
    let dated = open().filter_map(|(index, meeting)| Some((meeting.days.filter(|days| *days >= 0)?, index)));
    let next = dated.min_by_key(|(days, index)| (*days, time(*index).is_none(), time(*index), *index));
    let undated = || open().find(|(_, meeting)| meeting.days.is_none()).map(|(index, _)| index);
    next.map(|(_, index)| index).or_else(undated)
}

/// How old the data are, if the file says of which day they are.
pub(super) fn age(programme: &Programme, today: NaiveDate) -> Option<Age> {
    let days = days_between(programme.about.as_of?, today);
    Some(Age { days, stale: programme.about.stale_after.is_some_and(|limit| days > i64::from(limit)) })
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
    all.extend(passed_meetings(known.meetings));
    all.extend(gaps(programme, known));
    all.sort_by_key(Attention::rank);
    all
}

fn deadlines(programme: &Programme, known: &Known) -> Vec<Attention> {
    let initiatives = known.initiatives.iter().enumerate().filter_map(|(initiative, progress)| {
        match (progress.mark, progress.days?) {
            (Mark::Overdue, days) => Some(Attention::Overdue { initiative, days: -days }),
            (Mark::Open | Mark::InProgress, days @ 0..=SOON) => Some(Attention::DueSoon { initiative, days }),
            _ => None,
        }
    });
    let late = |one: &Recommendation| {
        let closed = one.status.as_ref().is_some_and(|status| is_closed(status.value));
        one.due.as_ref().map(|due| days_between(due.value, known.today)).filter(|days| *days > 0 && !closed)
    };
    let recommendations = programme.recommendations.iter().enumerate().filter_map(|(recommendation, one)| {
        Some(Attention::RecommendationOverdue { recommendation, days: late(one)? })
    });
    initiatives.chain(recommendations).collect()
}

fn judgements(metric: usize, figures: &MetricFigures) -> impl Iterator<Item = Attention> {
    let adverse = figures.favour == Favour::Adverse;
    let missed = figures.target.as_ref().is_some_and(|target| target.verdict == Verdict::Missed);
    let adverse = adverse.then_some(Attention::AdverseChange { metric });
    adverse.into_iter().chain(missed.then_some(Attention::TargetMissed { metric }))
}

fn passed_meetings(meetings: &[MeetingFigures]) -> impl Iterator<Item = Attention> {
    meetings.iter().enumerate().filter(|(_, meeting)| !is_over(meeting)).filter_map(|(meeting, figures)| {
        let days = figures.days.filter(|days| *days < 0)?;
        Some(Attention::MeetingPassed { meeting, days: -days })
    })
}

/// Gaps of the same kind, merged to one row each.
fn gaps(programme: &Programme, known: &Known) -> Vec<Attention> {
    let lacks_value = |(index, metric): (usize, &Metric)| {
        let current = known.metrics.get(index).and_then(|figures| figures.current);
        lacks_value(metric, current, known.period).then_some(index)
    };
    let metrics: Vec<usize> = programme.metrics.iter().enumerate().filter_map(lacks_value).collect();
    let open = |index: &usize| known.initiatives.get(*index).is_some_and(|progress| !progress.is_closed());
    let without = |lacks: fn(&crate::document::Initiative) -> bool| -> Vec<usize> {
        let lacking = programme.initiatives.iter().enumerate().filter(|(_, one)| lacks(one));
        lacking.map(|(index, _)| index).filter(open).collect()
    };
    let undated = known.meetings.iter().enumerate().filter(|(_, one)| one.days.is_none() && !is_over(one));
    let some = |items: Vec<usize>| (!items.is_empty()).then_some(items);
    let rows = [
        some(metrics).map(|metrics| Attention::NoValue { metrics }),
        some(without(|one| one.owner.is_none())).map(|initiatives| Attention::NoOwner { initiatives }),
        some(without(|one| one.due.is_none())).map(|initiatives| Attention::NoDue { initiatives }),
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
