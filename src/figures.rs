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
#[cfg(test)]
pub(crate) mod sample;
mod scale;
mod series;
mod standing;
mod target;
mod trial;
mod upcoming;

pub use agenda::{Attention, SOON, Urgency};
pub use change::{ChangeKind, MetricChange, Relative, Since, Why, change_since};
pub use criterion::CriterionFigures;
pub use deadlines::{Deadline, Owed, days_to_answer, is_closed};
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
pub use upcoming::AHEAD;

use crate::programme::this_year::commonest_period;
use crate::programme::{Metric, Period, Programme};
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
        upcoming: upcoming::upcoming(&deadlines),
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
    let all = programme.metrics.iter().zip(decimals).zip(scales);
    let links = links(programme);
    let figures = |((metric, decimals), scale): ((&Metric, u32), Option<Scale>)| {
        let served_by = metric.id.as_ref().and_then(|id| links.get(id.value.as_str()));
        let served_by = served_by.cloned().unwrap_or_default();
        let alone = scale::scales(std::slice::from_ref(metric), &[decimals]).pop().flatten();
        MetricFigures { alone, served_by, ..metric::figures(metric, decimals, scale, calendar) }
    };
    all.map(figures).collect()
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
    use super::sample::{day, metric, period};
    use super::*;
    use crate::programme::{Baseline, Direction, Measure, Metric, Target, Value};
    use crate::text::Place;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    #[test]
    fn the_header_names_the_commonest_current_period_and_the_latest_of_equally_common_ones() {
        let periods = |metrics: &[&[&str]]| {
            let metrics = metrics.iter().map(|values| metric(values)).collect();
            derive(&Programme { metrics, ..Programme::default() }, day(2026, 11, 23)).periods
        };
        assert_eq!(
            periods(&[&["2022: 1"], &["2022: 1", "2023: 1"], &["2023:"]]),
            Some((period("2023"), Some(period("2022"))))
        );
        assert_eq!(
            periods(&[&["2021: 1"], &["2023: 1"]]),
            Some((period("2023"), None)),
            "nothing is of 2022"
        );
        assert_eq!(periods(&[&["2023: 1 forecast"]]), None);
    }

    #[test]
    fn scores_have_a_current_and_a_previous_value_like_metrics() {
        let text = "
evaluation:
  criteria:
    - { title: A, improvement: I, scores: { 2022: 2.5, 2023: 3, 2024: { value: 1, status: forecast } } }
    - { title: B, improvement: I, scores: { 2022: 4, 2023: { value: 2, status: break } } }
    - { title: C, improvement: I, scores: { 2015: 4, 2023: 5 } }
";
        let criteria = derive(&sample::programme(text), day(2026, 11, 23)).criteria;
        let said = criteria.iter().map(|own| (own.current, own.previous, own.way));
        let expected = [
            (Some(1), Some(0), Some(std::cmp::Ordering::Greater)),
            (Some(1), Some(0), None),
            (Some(1), None, None),
        ];
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    /// Any decimal, with the extremes more often than chance would have them.
    fn any_number() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            Just(Decimal::MAX),
            Just(Decimal::MIN),
            Just(Decimal::ZERO),
            Just(Decimal::new(1, 28)),
            (any::<i64>(), 0u32..=28).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        ]
    }

    fn any_metric() -> impl Strategy<Value = Metric> {
        let measure = prop_oneof![
            Just(Measure::Count),
            Just(Measure::Percentage),
            Just(Measure::Index),
            Just(Measure::Currency),
        ];
        let direction = prop_oneof![
            Just(None),
            Just(Some(Direction::Increase)),
            Just(Some(Direction::Decrease)),
            Just(Some(Direction::Range)),
        ];
        let numbers = proptest::array::uniform5(any_number());
        (measure, direction, numbers, any::<bool>(), any::<bool>()).prop_map(
            |(measure, direction, [first, second, from, goal, high], in_range, ends)| {
                let mut metric = Metric { measure, direction, ..metric(&["2020: 1", "2023: 1", "2024: 1"]) };
                for (one, number) in metric.values.iter_mut().zip([first, first, second]) {
                    one.value = Value::Number(number);
                }
                let place = Place::default;
                metric.baseline =
                    Some(Baseline { place: place(), period: Some(period("2021")), value: from });
                metric.target = Some(Target {
                    place: place(),
                    period: Some(period("2025")),
                    value: goal,
                    max: in_range.then_some(high),
                });
                metric.axis_max = ends.then_some(high);
                metric
            },
        )
    }

    proptest! {
        #[test]
        fn no_number_however_large_or_small_stops_the_figures(metrics in proptest::collection::vec(any_metric(), 1..4)) {
            let programme = Programme { metrics, ..Programme::default() };
            let ends_are_set = programme.metrics.iter().any(|metric| metric.axis_max.is_some());
            let figures = derive(&programme, day(2026, 11, 23));
            for (figures, metric) in figures.metrics.iter().zip(&programme.metrics) {
                let scale = figures.scale.as_ref().expect("a scale for numbers");
                let inside = metric.values.iter().filter_map(number).all(|value| !scale.cuts(value));
                prop_assert!(inside || ends_are_set);
                prop_assert!(figures.growth.as_ref().is_none_or(|growth| growth.rate.is_finite()));
            }
        }
    }
}
