//! Figures: everything that is computed from a programme and a day.
//!
//! Year on year, target gap, progress, what is due and what needs attention. Holds numbers and
//! verdicts, never words for the user (`wording` has those), and never a colour.

mod agenda;
mod aim;
mod change;
mod criterion;
mod deadlines;
mod doubts;
mod favour;
mod growth;
mod meeting;
mod metric;
mod path;
mod progress;
mod scale;
mod series;
mod standing;
mod target;
mod trial;

pub use agenda::{Attention, SOON, Urgency};
pub use change::{ChangeKind, MetricChange, Relative, Since, Why, change_since};
pub use criterion::CriterionFigures;
pub use deadlines::{AHEAD, Deadline, Owed, days_to_answer};
pub use favour::Favour;
pub use growth::Growth;
pub use meeting::{Age, MeetingFigures};
pub use metric::{MetricFigures, compared};
pub use path::Expected;
pub use progress::{Counts, Progress, StatusMark};
pub use scale::{Scale, different};
pub use series::{apart, number, shown_decimals};
pub use standing::{MetricStanding, THRESHOLDS, Unjudged};
pub use target::{TargetProgress, TargetReading};

use crate::programme::this_year::commonest_period;
use crate::programme::{Metric, Period, Programme};
use crate::text::from_both_ends;
use crate::yaml::tree::is_for_two;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::ops::{ControlFlow, Range};

/// All that is computed, for one programme on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The day ages, due dates and the agenda are counted from.
    pub today: NaiveDate,
    /// The commonest current period of the metrics (of equally common ones the latest), and the one
    /// a year before it.
    pub periods: Option<(Period, Option<Period>)>,
    /// One entry per metric, in the order of the file.
    pub metrics: Vec<MetricFigures>,
    /// One entry per criterion of the evaluation, in the order of the file.
    pub criteria: Vec<CriterionFigures>,
    /// One entry per initiative, in the order of the file.
    pub initiatives: Vec<Progress>,
    /// How many initiatives stand where.
    pub counts: Counts,
    /// One entry per meeting, in the order of the file.
    pub meetings: Vec<MeetingFigures>,
    /// The next meeting: the earliest to come, else the first without a date.
    pub next_meeting: Option<usize>,
    /// The meetings in the order of their days, undated ones last.
    pub meeting_order: Vec<usize>,
    /// Days between `as_of` and today, and whether that is more than `stale_after`.
    pub age: Option<Age>,
    /// What is late, and what has a day within the next weeks, by date.
    pub upcoming: Vec<Deadline>,
    /// What needs attention: most severe first, then by date.
    pub attention: Vec<Attention>,
}

/// Computes everything for `programme` as of `today`.
pub fn derive(programme: &Programme, today: NaiveDate) -> Figures {
    let metrics = metrics(programme, trial::Calendar::of(programme, today));
    let periods = commonest_period(&programme.metrics).map(|now| {
        // What no metric has a value of is no part of the screen.
        let is_there = |one: &Period| programme.metrics.iter().any(|metric| has_value(metric, one));
        (now.clone(), now.previous().filter(is_there))
    });
    let scores = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let initiatives: Vec<Progress> =
        programme.initiatives.iter().map(|one| progress::progress(one, today)).collect();
    let meetings: Vec<MeetingFigures> =
        programme.meetings.iter().map(|one| meeting::meeting(one, today)).collect();
    let age = meeting::age(programme, today);
    let deadlines = deadlines::deadlines(programme, &initiatives, &meetings, today);
    let known = agenda::AgendaInput {
        today,
        period: periods.as_ref().map(|(current, _)| current),
        metrics: &metrics,
        initiatives: &initiatives,
        meetings: &meetings,
        deadlines: &deadlines,
        age,
    };
    let attention = agenda::attention(programme, &known);
    Figures {
        today,
        periods,
        criteria: scores.map(criterion::figures).collect(),
        counts: progress::counts(&initiatives),
        next_meeting: meeting::next_meeting(programme, &meetings),
        meeting_order: meeting::order(programme),
        age,
        upcoming: deadlines.iter().filter(|one| one.days <= AHEAD).copied().collect(),
        attention,
        metrics,
        initiatives,
        meetings,
    }
}

fn has_value(metric: &Metric, period: &Period) -> bool {
    series::position(&metric.values, period).is_some()
}

fn metrics(programme: &Programme, calendar: trial::Calendar) -> Vec<MetricFigures> {
    let decimals: Vec<u32> = programme.metrics.iter().map(metric::decimals).collect();
    let scales = scale::scales(&programme.metrics, &decimals);
    let links = links(programme);
    let figures = |at: usize| {
        let metric = programme.metrics.get(at)?;
        let decimals = decimals.get(at).copied().unwrap_or_default();
        let served_by = metric.id.as_ref().and_then(|id| links.get(id.value.as_str()));
        let served_by = served_by.cloned().unwrap_or_default();
        let alone = scale::scales(std::slice::from_ref(metric), &[decimals]).pop().flatten();
        let scale = scales.get(at).cloned().flatten();
        Some(MetricFigures { alone, served_by, ..metric::figures(metric, decimals, scale, calendar) })
    };
    let all = 0..programme.metrics.len();
    let values: usize = programme.metrics.iter().map(|metric| metric.values.len()).sum();
    if is_for_two(values.saturating_mul(BYTES)) {
        in_order_from_both_ends(all, figures)
    } else {
        all.filter_map(figures).collect()
    }
}

/// About how many bytes of a file a value takes, and how long its figures take beside the reading of it.
const BYTES: usize = 16;

/// What `one` says of each metric, in their order.
fn in_order_from_both_ends<T: Send>(all: Range<usize>, one: impl Fn(usize) -> Option<T> + Sync) -> Vec<T> {
    let mut made = Vec::with_capacity(all.len());
    let front = |at| {
        made.extend(one(at));
        ControlFlow::Continue(())
    };
    let mut behind = from_both_ends(all, front, |at| ControlFlow::Continue(one(at)));
    behind.reverse();
    made.extend(behind.into_iter().flatten());
    made
}

/// Which initiatives name which metric: looked through once, whatever the number of metrics.
fn links(programme: &Programme) -> HashMap<&str, Vec<usize>> {
    let mut links: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, initiative) in programme.initiatives.iter().enumerate() {
        for link in &initiative.metrics {
            let served_by = links.entry(&link.value).or_default();
            if served_by.last() != Some(&at) {
                served_by.push(at);
            }
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_from_both_ends_stands_in_its_order() {
        for count in [0, 1, 2, 7, 5000] {
            let odd = |at: usize| (at % 2 == 1).then(|| at.to_string());
            let in_order: Vec<String> = (0..count).filter_map(odd).collect();
            assert_eq!(in_order_from_both_ends(0..count, odd), in_order);
        }
    }
}
