//! Attention: what needs a person, as one sentence each, and where it is put right.

use super::phrase::{Phrase, segment};
use super::{count, distance, late, word};
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
    /// What is said behind the name; never cut.
    pub said: Phrase,
    /// Where it is put right.
    pub pointer: Pointer,
}

impl Demand {
    /// The whole sentence, without a full stop.
    pub fn sentence(&self) -> String {
        format!("{}{}", self.name, self.said.whole())
    }

    fn new(name: &str, said: impl Into<Phrase>, pointer: Pointer) -> Self {
        Self { name: name.to_owned(), said: said.into(), pointer }
    }
}

/// One thing that needs attention, in words.
pub fn attention(item: &Attention, programme: &Programme, figures: &Figures) -> Demand {
    let metric = |index: usize| programme.metrics.get(index).map_or("", |item| item.name.as_str());
    let initiative = |index: usize| Owed::Initiative(index).name(programme);
    let meeting = |index: usize| Owed::Meeting(index).name(programme);
    match item {
        Attention::NotRead => {
            Demand::new("", super::not_read(programme, None).unwrap_or_default(), Pointer::Findings)
        }
        Attention::Overdue(deadline) | Attention::DueSoon(deadline) => owed(deadline, programme),
        Attention::OffTarget { metric: at, .. } | Attention::Worse { metric: at } => {
            let pair = programme.metrics.get(*at).zip(figures.metrics.get(*at));
            let said = pair.map(|(metric, own)| behind(item, metric, own)).unwrap_or_default();
            Demand::new(metric(*at), said, Pointer::Item(Section::Metrics, *at))
        }
        Attention::Stale { days } => {
            Demand::new("", format!("The data are {} old", count_days(*days)), Pointer::About)
        }
        Attention::DaysAhead { number } => {
            let days = segment(count(*number, "date or period", "dates or periods"));
            let lie = if *number == 1 { " lies ahead of today" } else { " lie ahead of today" };
            Demand::new("", Phrase::new([days, segment(lie).or(1, " ahead")]), Pointer::Findings)
        }
        Attention::NoValue { metrics } => {
            let period = figures.periods.as_ref().map_or("the latest period", |(now, _)| now.label.as_str());
            merged(metrics, metric, &format!("no value for {period}"), Section::Metrics)
        }
        Attention::NoOwner { initiatives } => {
            merged(initiatives, initiative, "no owner", Section::Initiatives)
        }
        Attention::NoDue { initiatives } => {
            merged(initiatives, initiative, "no due date", Section::Initiatives)
        }
        Attention::NoMeetingDate { meetings } => merged(meetings, meeting, "no date", Section::Meetings),
    }
}

/// What needs attention at a metric, with what that rests on: that its target is missed or not being reached, or from
/// where to where it moved against its direction.
fn behind(item: &Attention, metric: &Metric, own: &MetricFigures) -> Phrase {
    let is_target = matches!(item, Attention::OffTarget { .. });
    let (word, basis) = if is_target {
        let basis = super::standing::basis(metric, own).map(|basis| format!(" ({basis})"));
        (format!(": {}", super::standing::word(own.standing)), basis)
    } else {
        let moved = own.latest(metric).and_then(|latest| super::standing::moved(metric, own, latest));
        let word = super::standing::word(MetricStanding::GotWorse);
        (format!(" {word}"), moved.map(|moved| format!(": {moved}")))
    };
    Phrase::new([segment(word), segment(basis.unwrap_or_default()).goes(1)])
}

/// What is owed by a day, late or soon.
fn owed(deadline: &Deadline, programme: &Programme) -> Demand {
    let days = deadline.days;
    let when = if days < 0 { format!(" is {}", late(days)) } else { format!(" is due {}", distance(days)) };
    let when = segment(when);
    let (said, section, at) = match deadline.what {
        Owed::Initiative(at) => (vec![when], Section::Initiatives, at),
        Owed::Recommendation(at) => (vec![when], Section::Recommendations, at),
        Owed::Meeting(at) => {
            let was = segment(format!(" was {}", distance(days)));
            (vec![was, segment(", not marked as held").goes(1)], Section::Meetings, at)
        }
        Owed::Decision(at, _) => {
            let meeting = Owed::Meeting(at).name(programme);
            (vec![when, segment(format!(" (decision of {meeting})")).goes(1)], Section::Meetings, at)
        }
    };
    Demand::new(deadline.what.name(programme), Phrase::new(said), Pointer::Item(section, at))
}

fn count_days(days: i64) -> String {
    count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days")
}

/// `Capacity Building: no owner`, `6 initiatives have no owner`; leads to the first of them.
fn merged<'a>(items: &[usize], name: impl Fn(usize) -> &'a str, gap: &str, section: Section) -> Demand {
    let pointer = Pointer::Item(section, items.first().copied().unwrap_or(0));
    match items {
        [only] => Demand::new(name(*only), format!(": {gap}"), pointer),
        many => Demand::new("", format!("{} {} have {gap}", many.len(), word(section)), pointer),
    }
}
