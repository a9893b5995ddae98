//! Figures: everything that is computed from a programme and a day.
//!
//! Year on year, target gap, progress, what is due and what needs attention. Holds numbers and
//! verdicts, never words for the user (`wording` has those), and never a colour.

mod agenda;
mod change;
mod metric;
mod progress;
mod scale;
mod series;
mod target;

pub use agenda::{Age, Attention, MeetingFigures, SOON, is_closed};
pub use change::{Change, ChangeKind, Favour, Relative, Since, Why, change_since};
pub use metric::MetricFigures;
pub use progress::{Counts, Mark, Progress};
pub use scale::{Scale, Sharing};
pub use series::{Series, number};
pub use target::{THRESHOLDS, TargetProgress, TargetReading, Verdict};

use crate::document::{Period, Programme};
use chrono::NaiveDate;
use std::collections::HashMap;

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
    pub criteria: Vec<Series>,
    /// One entry per initiative, in the order of the file.
    pub initiatives: Vec<Progress>,
    /// How many initiatives stand where.
    pub counts: Counts,
    /// One entry per meeting, in the order of the file.
    pub meetings: Vec<MeetingFigures>,
    /// The next meeting: the earliest to come, else the first without a date.
    pub next_meeting: Option<usize>,
    /// Days between `as_of` and today, and whether that is more than `stale_after`.
    pub age: Option<Age>,
    /// What needs attention: most severe first, then by date.
    pub attention: Vec<Attention>,
}

/// Computes everything for `programme` as of `today`.
pub fn derive(programme: &Programme, today: NaiveDate) -> Figures {
    let metrics = metrics(programme);
    let periods = commonest_period(programme, &metrics);
    let scores = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let initiatives: Vec<Progress> =
        programme.initiatives.iter().map(|one| progress::progress(one, today)).collect();
    let meetings: Vec<MeetingFigures> =
        programme.meetings.iter().map(|one| agenda::meeting(one, today)).collect();
    let age = agenda::age(programme, today);
    let known = agenda::Known {
        today,
        period: periods.as_ref().map(|(current, _)| current),
        metrics: &metrics,
        initiatives: &initiatives,
        meetings: &meetings,
        age,
    };
    let attention = agenda::attention(programme, &known);
    Figures {
        today,
        periods,
        criteria: scores.map(|criterion| series::series(&criterion.scores)).collect(),
        counts: progress::counts(&initiatives),
        next_meeting: agenda::next_meeting(programme, &meetings),
        age,
        attention,
        metrics,
        initiatives,
        meetings,
    }
}

fn metrics(programme: &Programme) -> Vec<MetricFigures> {
    let decimals: Vec<u32> = programme.metrics.iter().map(metric::decimals).collect();
    let scales = scale::scales(&programme.metrics, &decimals);
    let all = programme.metrics.iter().zip(decimals).zip(scales);
    all.map(|((metric, decimals), scale)| metric::figures(metric, decimals, scale)).collect()
}

fn commonest_period(programme: &Programme, metrics: &[MetricFigures]) -> Option<(Period, Option<Period>)> {
    let mut counts: HashMap<&Period, usize> = HashMap::new();
    for (metric, figures) in programme.metrics.iter().zip(metrics) {
        if let Some(one) = figures.current.and_then(|index| metric.values.get(index)) {
            *counts.entry(&one.period).or_default() += 1;
        }
    }
    let (period, _) = counts.into_iter().max_by_key(|(period, count)| (*count, *period))?;
    Some((period.clone(), period.previous()))
}
