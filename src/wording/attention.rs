//! Attention: what needs a person, as one sentence each, and where it is put right.

use super::{count, distance, late};
use crate::figures::{Attention, Deadline, Figures, MetricFigures, MetricStanding, Owed};
use crate::programme::{Metric, Programme, Section};

/// Where a row of the attention list leads, and where a match was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pointer {
    /// The item at this place of a section.
    Item(Section, usize),
    /// What could not be read, by its place in that list.
    Unread(usize),
    /// The page about the programme.
    About,
    /// The list of findings.
    Findings,
}

/// One thing that needs attention: what it is called, what is said of it, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The name it begins with, which may be cut where there is little room; empty where all of it is said.
    pub name: String,
    /// What is said behind the name, the longest form first; never cut.
    pub said: Vec<String>,
    /// Where it is put right.
    pub pointer: Pointer,
}

impl Demand {
    /// The whole sentence, without a full stop.
    pub fn sentence(&self) -> String {
        format!("{}{}", self.name, self.said.first().map_or("", String::as_str))
    }

    /// Of an item that is not there.
    fn nothing(pointer: Pointer) -> Self {
        Self::new("", Vec::new(), pointer)
    }

    fn new(name: &str, said: Vec<String>, pointer: Pointer) -> Self {
        Self { name: name.to_owned(), said, pointer }
    }
}

/// One thing that needs attention, in words.
pub fn attention(item: &Attention, programme: &Programme, figures: &Figures) -> Demand {
    let metric = |index: usize| programme.metrics.get(index).map_or("", |item| item.name.as_str());
    let initiative = |index: usize| programme.initiatives.get(index).map_or("", |item| item.title.as_str());
    let meeting = |index: usize| programme.meetings.get(index).map_or("", |item| item.title.as_str());
    match item {
        Attention::NotRead => {
            let said = [super::not_read(programme, None), super::not_read_short(programme, None)];
            Demand::new("", said.into_iter().flatten().collect(), Pointer::Findings)
        }
        Attention::Overdue(deadline) | Attention::DueSoon(deadline) => owed(deadline, programme),
        Attention::OffTarget { metric: at, standing } => off_target(*at, *standing, programme, figures),
        Attention::Worse { metric: at } => worse(*at, programme, figures),
        Attention::Stale { days } => {
            Demand::new("", vec![format!("The data are {} old", count_days(*days))], Pointer::About)
        }
        Attention::DaysAhead { number } => {
            let verb = if *number == 1 { "lies" } else { "lie" };
            let days = count(*number, "date or period", "dates or periods");
            Demand::new(
                "",
                vec![format!("{days} {verb} ahead of today"), format!("{days} ahead")],
                Pointer::Findings,
            )
        }
        Attention::NoValue { metrics } => {
            let period = figures.periods.as_ref().map_or("the latest period", |(now, _)| now.label.as_str());
            merged(metrics, metric, "metrics", &format!("no value for {period}"), Section::Metrics)
        }
        Attention::NoOwner { initiatives } => {
            merged(initiatives, initiative, "initiatives", "no owner", Section::Initiatives)
        }
        Attention::NoDue { initiatives } => {
            merged(initiatives, initiative, "initiatives", "no due date", Section::Initiatives)
        }
        Attention::NoMeetingDate { meetings } => {
            merged(meetings, meeting, "meetings", "no date", Section::Meetings)
        }
    }
}

/// A metric with its figures.
fn pair<'a>(
    at: usize,
    programme: &'a Programme,
    figures: &'a Figures,
) -> Option<(&'a Metric, &'a MetricFigures)> {
    programme.metrics.get(at).zip(figures.metrics.get(at))
}

/// A target that is missed or not being reached, with what that rests on.
fn off_target(at: usize, standing: MetricStanding, programme: &Programme, figures: &Figures) -> Demand {
    let Some((metric, own)) = pair(at, programme, figures) else {
        return Demand::nothing(Pointer::Item(Section::Metrics, at));
    };
    let word = super::standing::word(standing);
    let long = super::standing::basis(metric, own).map(|basis| format!(": {word} ({basis})"));
    Demand::new(
        &metric.name,
        long.into_iter().chain([format!(": {word}")]).collect(),
        Pointer::Item(Section::Metrics, at),
    )
}

/// A metric that moved against its direction, with from where to where.
fn worse(at: usize, programme: &Programme, figures: &Figures) -> Demand {
    let Some((metric, own)) = pair(at, programme, figures) else {
        return Demand::nothing(Pointer::Item(Section::Metrics, at));
    };
    let word = super::standing::word(MetricStanding::GotWorse);
    let current = own.current.and_then(|index| metric.values.get(index));
    let moved = current.and_then(|current| super::standing::moved(metric, own, current));
    let long = moved.map(|moved| format!(" {word}: {moved}"));
    Demand::new(
        &metric.name,
        long.into_iter().chain([format!(" {word}")]).collect(),
        Pointer::Item(Section::Metrics, at),
    )
}

/// What is owed by a day, late or soon.
fn owed(deadline: &Deadline, programme: &Programme) -> Demand {
    let days = deadline.days;
    let when = if days < 0 { format!(" is {}", late(days)) } else { format!(" is due {}", distance(days)) };
    match deadline.what {
        Owed::Initiative(at) => {
            let title = programme.initiatives.get(at).map_or("", |item| item.title.as_str());
            Demand::new(title, vec![when], Pointer::Item(Section::Initiatives, at))
        }
        Owed::Recommendation(at) => {
            let title = programme.recommendations.get(at).map_or("", |item| item.title.as_str());
            Demand::new(title, vec![when], Pointer::Item(Section::Recommendations, at))
        }
        Owed::Meeting(at) => {
            let title = programme.meetings.get(at).map_or("", |item| item.title.as_str());
            let said = vec![
                format!(" was {}, not marked as held", distance(days)),
                format!(" was {}", distance(days)),
            ];
            Demand::new(title, said, Pointer::Item(Section::Meetings, at))
        }
        Owed::Decision(at, number) => {
            let meeting = programme.meetings.get(at);
            let decision = meeting.and_then(|item| item.decisions.get(number));
            let of = meeting.map_or("", |item| item.title.as_str());
            let text = decision.map_or("", |item| item.text.as_str());
            Demand::new(
                text,
                vec![format!("{when} (decision of {of})"), when.clone()],
                Pointer::Item(Section::Meetings, at),
            )
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
    section: Section,
) -> Demand {
    let pointer = Pointer::Item(section, items.first().copied().unwrap_or(0));
    match items {
        [only] => Demand::new(name(*only), vec![format!(": {gap}")], pointer),
        many => Demand::new("", vec![format!("{} {noun} have {gap}", many.len())], pointer),
    }
}
