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

/// Within how many days something is due soon.
pub const SOON: i64 = 14;

/// One thing that needs attention; equal gaps of several items are merged. Items are named by their
/// place in the programme's lists. In the order of severity: by kind, then the nearest or longest past date, the
/// worst standing, the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// Something in the file could not be read, and is missing from what is shown.
    NotRead,
    /// Something is late, by `-days`.
    Overdue(Deadline),
    /// A target is missed or not being reached.
    OffTarget {
        /// Where it stands.
        standing: MetricStanding,
        /// Which metric.
        metric: usize,
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

/// What needs attention, in the order of [`Attention`].
pub(super) fn attention(programme: &Programme, known: &AgendaInput) -> Vec<Attention> {
    let mut all = Vec::new();
    all.extend((!is_whole(programme)).then_some(Attention::NotRead));
    all.extend(known.deadlines.iter().filter_map(deadline));
    all.extend(known.metrics.iter().enumerate().flat_map(|(metric, figures)| judgements(metric, figures)));
    all.extend(known.age.filter(|age| age.stale).map(|age| Attention::Stale { days: age.days }));
    let number = days_ahead(programme, known.today);
    all.extend((number > 0).then_some(Attention::DaysAhead { number }));
    all.extend(gaps(programme, known));
    all.sort();
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
