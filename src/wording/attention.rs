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

    /// That something could not be read, in these words.
    pub fn of_unread(words: Phrase) -> Self {
        Self::new("", words, leads_to(&Attention::NotRead))
    }

    fn new(name: &str, said: impl Into<Phrase>, pointer: Pointer) -> Self {
        Self { name: name.to_owned(), said: said.into(), pointer }
    }
}

/// Where something that needs attention is put right: of several items at the first of them.
pub fn leads_to(item: &Attention) -> Pointer {
    let first = |section, items: &[usize]| Pointer::Item(section, items.first().copied().unwrap_or(0));
    match item {
        Attention::NotRead | Attention::DaysAhead { .. } => Pointer::Findings,
        Attention::Overdue(deadline) | Attention::DueSoon(deadline) => match deadline.what {
            Owed::Initiative(at) => Pointer::Item(Section::Initiatives, at),
            Owed::Recommendation(at) => Pointer::Item(Section::Recommendations, at),
            Owed::Meeting(at) | Owed::Decision(at, _) => Pointer::Item(Section::Meetings, at),
        },
        Attention::OffTarget { metric, .. } | Attention::Worse { metric } => {
            Pointer::Item(Section::Metrics, *metric)
        }
        Attention::Stale { .. } => Pointer::About,
        Attention::NoValue { metrics } => first(Section::Metrics, metrics),
        Attention::NoOwner { initiatives } | Attention::NoDue { initiatives } => {
            first(Section::Initiatives, initiatives)
        }
        Attention::NoMeetingDate { meetings } => first(Section::Meetings, meetings),
    }
}

/// One thing that needs attention, in words.
pub fn attention(item: &Attention, programme: &Programme, figures: &Figures) -> Demand {
    let pointer = leads_to(item);
    let metric = |index: usize| programme.metrics.get(index).map_or("", |item| item.name.as_str());
    let initiative = |index: usize| Owed::Initiative(index).name(programme);
    let meeting = |index: usize| Owed::Meeting(index).name(programme);
    match item {
        Attention::NotRead => Demand::of_unread(super::not_read(programme, None).unwrap_or_default()),
        Attention::Overdue(deadline) | Attention::DueSoon(deadline) => owed(deadline, programme, pointer),
        Attention::OffTarget { metric: at, .. } | Attention::Worse { metric: at } => {
            let pair = programme.metrics.get(*at).zip(figures.metrics.get(*at));
            let said = pair.map(|(metric, own)| behind(item, metric, own)).unwrap_or_default();
            Demand::new(metric(*at), said, pointer)
        }
        Attention::Stale { days } => {
            Demand::new("", format!("The data are {} old", count_days(*days)), pointer)
        }
        Attention::DaysAhead { number } => {
            let days = segment(count(*number, "date or period", "dates or periods"));
            let lie = if *number == 1 { " lies ahead of today" } else { " lie ahead of today" };
            Demand::new("", Phrase::new([days, segment(lie).or(1, " ahead")]), pointer)
        }
        Attention::NoValue { metrics } => {
            let period = figures.periods.as_ref().map_or("the latest period", |(now, _)| now.label.as_str());
            merged(metrics, metric, &format!("no value for {period}"), (Section::Metrics, pointer))
        }
        Attention::NoOwner { initiatives } => {
            merged(initiatives, initiative, "no owner", (Section::Initiatives, pointer))
        }
        Attention::NoDue { initiatives } => {
            merged(initiatives, initiative, "no due date", (Section::Initiatives, pointer))
        }
        Attention::NoMeetingDate { meetings } => {
            merged(meetings, meeting, "no date", (Section::Meetings, pointer))
        }
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
fn owed(deadline: &Deadline, programme: &Programme, pointer: Pointer) -> Demand {
    let days = deadline.days;
    let when = if days < 0 { format!(" is {}", late(days)) } else { format!(" is due {}", distance(days)) };
    let when = segment(when);
    let said = match deadline.what {
        Owed::Initiative(_) | Owed::Recommendation(_) => vec![when],
        Owed::Meeting(_) => {
            let was = segment(format!(" was {}", distance(days)));
            vec![was, segment(", not marked as held").goes(1)]
        }
        Owed::Decision(at, _) => {
            let meeting = Owed::Meeting(at).name(programme);
            vec![when, segment(format!(" (decision of {meeting})")).goes(1)]
        }
    };
    Demand::new(deadline.what.name(programme), Phrase::new(said), pointer)
}

fn count_days(days: i64) -> String {
    count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days")
}

/// `Capacity Building: no owner`, `6 initiatives have no owner`.
fn merged<'a>(
    items: &[usize],
    name: impl Fn(usize) -> &'a str,
    gap: &str,
    (section, pointer): (Section, Pointer),
) -> Demand {
    match items {
        [only] => Demand::new(name(*only), format!(": {gap}"), pointer),
        many => Demand::new("", format!("{} {} have {gap}", many.len(), word(section)), pointer),
    }
}
