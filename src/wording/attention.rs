//! Attention: what needs a person, as one sentence each, and where it is put right.

use super::{count, distance, late};
use crate::document::Programme;
use crate::figures::{Attention, Figures};

/// Where a row of the attention list leads, and where a match was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pointer {
    /// Tab Metrics, at this metric.
    Metric(usize),
    /// Tab Initiatives, at this initiative.
    Initiative(usize),
    /// Tab Recommendations, at this recommendation.
    Recommendation(usize),
    /// Tab Evaluation, at this criterion.
    Criterion(usize),
    /// Tab Meetings, at this meeting.
    Meeting(usize),
    /// What could not be read, by its place in that list.
    Unread(usize),
    /// The page about the programme.
    About,
    /// The list of findings.
    Findings,
}

impl Pointer {
    /// The key that leads there.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Metric(_) => "2",
            Self::Initiative(_) => "3",
            Self::Recommendation(_) => "4",
            Self::Criterion(_) => "5",
            Self::Meeting(_) => "6",
            Self::About => "i",
            Self::Unread(_) | Self::Findings => "d",
        }
    }
}

/// The sentence for one thing that needs attention, without a full stop, and where it leads.
pub fn attention(item: &Attention, programme: &Programme, figures: &Figures) -> (String, Pointer) {
    let metric = |index: usize| programme.metrics.get(index).map_or("", |item| item.name.as_str());
    let initiative = |index: usize| programme.initiatives.get(index).map_or("", |item| item.title.as_str());
    let advice = |index: usize| programme.recommendations.get(index).map_or("", |item| item.title.as_str());
    let meeting = |index: usize| programme.meetings.get(index).map_or("", |item| item.title.as_str());
    match item {
        Attention::NotRead => (super::not_read(programme, None).unwrap_or_default(), Pointer::Findings),
        Attention::CompletedAhead { initiative: at, days } => (
            format!("{} has a day of completion that is {}", initiative(*at), distance(*days)),
            Pointer::Initiative(*at),
        ),
        Attention::HeldAhead { meeting: at, days } => (
            format!("{} is marked as held, but its date is {}", meeting(*at), distance(*days)),
            Pointer::Meeting(*at),
        ),
        Attention::ValueAhead { metric: at, value } => {
            let one = programme.metrics.get(*at).and_then(|item| item.values.get(*value));
            let label = one.map_or("", |one| one.period.label.as_str());
            let sentence = format!("{} has a value for {label}, which has not begun", metric(*at));
            (sentence, Pointer::Metric(*at))
        }
        Attention::Overdue { initiative: at, days } => {
            (format!("{} is {}", initiative(*at), late(*days)), Pointer::Initiative(*at))
        }
        Attention::RecommendationOverdue { recommendation: at, days } => {
            (format!("{} is {}", advice(*at), late(*days)), Pointer::Recommendation(*at))
        }
        Attention::AdverseChange { metric: at } => {
            (format!("{} moved the wrong way", metric(*at)), Pointer::Metric(*at))
        }
        Attention::TargetMissed { metric: at } => {
            (format!("{} missed its target", metric(*at)), Pointer::Metric(*at))
        }
        Attention::Stale { days } => (format!("The data are {} old", count_days(*days)), Pointer::About),
        Attention::DueSoon { initiative: at, days } => {
            (format!("{} is due {}", initiative(*at), distance(*days)), Pointer::Initiative(*at))
        }
        Attention::RecommendationDueSoon { recommendation: at, days } => {
            (format!("{} is due {}", advice(*at), distance(*days)), Pointer::Recommendation(*at))
        }
        Attention::MeetingPassed { meeting: at, days } => (
            format!("{} was {}, not marked as held", meeting(*at), distance(-days.abs())),
            Pointer::Meeting(*at),
        ),
        Attention::NoValue { metrics } => {
            let period = figures.periods.as_ref().map_or("the latest period", |(now, _)| now.label.as_str());
            merged(metrics, metric, "metrics", &format!("no value for {period}"), Pointer::Metric)
        }
        Attention::NoOwner { initiatives } => {
            merged(initiatives, initiative, "initiatives", "no owner", Pointer::Initiative)
        }
        Attention::NoDue { initiatives } => {
            merged(initiatives, initiative, "initiatives", "no due date", Pointer::Initiative)
        }
        Attention::NoMeetingDate { meetings } => {
            merged(meetings, meeting, "meetings", "no date", Pointer::Meeting)
        }
    }
}

fn count_days(days: i64) -> String {
    count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days")
}

/// `Capacity Building: no owner`, `6 initiatives have no owner`; leads to the first of them.
fn merged<'a>(
    items: &[usize],
    name: impl Fn(usize) -> &'a str,
    noun: &str,
    gap: &str,
    pointer: fn(usize) -> Pointer,
) -> (String, Pointer) {
    let sentence = match items {
        [only] => format!("{}: {gap}", name(*only)),
        many => format!("{} {noun} have {gap}", many.len()),
    };
    (sentence, pointer(items.first().copied().unwrap_or(0)))
}
