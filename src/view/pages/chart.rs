//! Charts of a metric: what the chart widgets need, taken from the programme and its figures.
//!
//! Never draws a cell itself.

mod pair;

pub(super) use pair::{Caption, LevelForm, PairForm, pair};

use crate::app::{Question, State};
use crate::figures::{self, MetricFigures, Scale, number};
use crate::programme::{Flag, Metric, Observation, Period, Shape, Value};
use crate::settings::Role;
use crate::view::panel::Panel;
use crate::view::parts::axis::Tick;
use crate::view::parts::bar::{Bar, BarPeriod};
use crate::view::parts::bullet::{self, Bullet};
use crate::view::parts::columns::{self, ColumnChart, TargetLine};
use crate::view::parts::strip;
use crate::wording::{self, value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number as charts measure it; numbers from a file are far inside the range of `f64`.
fn measured(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

/// What a metric aims at: one number, or both ends of a range.
fn ends(metric: &Metric) -> impl Iterator<Item = Decimal> {
    metric.target.iter().flat_map(|target| [Some(target.value), target.max]).flatten()
}

/// The same as charts measure it; nothing without a scale.
fn aims(metric: &Metric, own: &MetricFigures) -> Vec<f64> {
    ends(metric).filter(|_| own.scale.is_some()).map(measured).collect()
}

/// The period before, the latest, and a forecast that follows, as far as the file has them.
fn pair_of<'a>(metric: &'a Metric, own: &MetricFigures) -> Vec<&'a Observation> {
    [own.before(metric), own.latest(metric)].into_iter().flatten().collect()
}

/// The value before and the latest as they stand beside each other in so many columns: of words each has half of them
/// and what the other leaves. Numbers are never cut.
pub(super) fn levels((metric, own): (&Metric, &MetricFigures), room: u16, panel: &Panel<'_>) -> [String; 2] {
    let level = |value: Option<&Observation>| {
        value.map_or_else(|| "-".to_owned(), |value| value::level(value, metric, own.decimals))
    };
    let cut = |value: Option<&Observation>, other: Option<&Observation>| match value.map(|one| &one.value) {
        Some(Value::Word(_)) => {
            let taken = panel.width(&level(other)).min(room / 2);
            panel.look.fit(&level(value), usize::from(room - taken))
        }
        _ => level(value),
    };
    let (before, latest) = (own.before(metric), own.latest(metric));
    [cut(before, latest), cut(latest, before)]
}

/// The period of the latest value, where that is not the one of the screen, as it stands behind a name.
pub(super) fn other_period(state: &State, metric: &Metric, own: &MetricFigures) -> Option<String> {
    let common = state.figures().periods.as_ref().map(|(now, _)| now);
    let latest = &own.latest(metric)?.period;
    (Some(latest) != common).then(|| format!(" ({})", latest.label))
}

/// A name over the whole of a panel, with the period of its latest value where that is not the one of the
/// screen; a name that is too long is cut before it.
pub(super) fn named(state: &State, name: &str, metric: (&Metric, &MetricFigures), panel: &mut Panel<'_>) {
    let period = other_period(state, metric.0, metric.1).unwrap_or_default();
    let room = panel.columns().saturating_sub(panel.width(&period));
    let taken = panel.text_in(0, 0, room, name, Role::Text);
    panel.text(taken, 0, &period, Role::Text);
}

/// What the letters behind the values of the metrics `at` stand for, parted by `gap` and followed by it; nothing where
/// there are none.
pub(super) fn flag_legend(state: &State, at: &std::ops::Range<usize>, gap: &str) -> String {
    let metrics = state.programme().metrics.iter().zip(&state.figures().metrics);
    let metrics = metrics.take(at.end).skip(at.start);
    let shown = metrics.flat_map(|(metric, own)| {
        [own.current, own.previous].into_iter().flatten().filter_map(|at| metric.values.get(at))
    });
    let meanings = wording::value::flag_meanings(shown.map(|value| value.flag));
    meanings.into_iter().map(|meaning| meaning + gap).collect()
}

/// What is said of all metrics at once.
pub(super) struct Together {
    /// Whether their latest values are all of the screen's period.
    pub(super) is_of_one_period: bool,
    /// Whether one of them has a target.
    pub(super) has_target: bool,
    /// Whether several of them have one scale.
    pub(super) shares_scales: bool,
}

/// What is said of all metrics at once?
#[derive(PartialEq)]
pub(super) struct AllMetrics;

impl Question for AllMetrics {
    type Answer = Together;

    fn answer(&self, state: &State) -> Together {
        let all = || state.programme().metrics.iter().zip(&state.figures().metrics);
        let mut latest = all().filter_map(|(metric, own)| metric.values.get(own.current?));
        let common = state.figures().periods.as_ref().map(|(now, _)| now);
        let mut groups: Vec<usize> = all().filter_map(|(_, own)| Some(own.scale.as_ref()?.group)).collect();
        let number = groups.len();
        groups.sort_unstable();
        groups.dedup();
        Together {
            is_of_one_period: common.is_some_and(|common| latest.all(|latest| latest.period == *common)),
            has_target: all().any(|(metric, _)| metric.target.is_some()),
            shares_scales: groups.len() < number,
        }
    }
}

/// What kind of bar a value gets.
fn kind_of(observation: &Observation, current: bool) -> BarPeriod {
    match observation.flag {
        Flag::Forecast | Flag::Partial => BarPeriod::Forecast,
        _ if current => BarPeriod::Current,
        Flag::Normal
        | Flag::Provisional
        | Flag::Estimated
        | Flag::Break
        | Flag::Suppressed
        | Flag::LowReliability => BarPeriod::Previous,
    }
}

/// Whether a bar that is shown runs past the end of its scale.
pub(super) fn is_cut(metric: &Metric, own: &MetricFigures) -> bool {
    let shown = [own.previous, own.current].into_iter().flatten();
    let mut values = shown.filter_map(|at| number(metric.values.get(at)?));
    own.scale.as_ref().is_some_and(|scale| values.any(|value| scale.cuts(value)))
}

/// Which of the metrics at these places have a scale that differs from the others of their unit that are shown.
pub(super) fn different(state: &State, shown: impl Iterator<Item = usize>) -> Vec<usize> {
    let scale = |at: usize| Some((at, state.figures().metrics.get(at)?.scale.as_ref()?));
    let (places, scales): (Vec<usize>, Vec<&Scale>) = shown.filter_map(scale).unzip();
    places
        .into_iter()
        .zip(figures::different(&scales))
        .filter_map(|(at, differs)| differs.then_some(at))
        .collect()
}

/// The latest value as a bar in one row, with the value before and the target marked.
pub(super) fn bullet(metric: &Metric, own: &MetricFigures, panel: &mut Panel<'_>) {
    let Some(scale) = &own.scale else { return };
    let value = |one: Option<&Observation>| one.and_then(number).map(measured);
    let (value, previous) = (value(own.latest(metric)), value(own.before(metric)));
    let bullet = Bullet { value, previous, targets: &aims(metric, own), scale: scale.into() };
    panel.draw(|look, area, buffer| bullet::draw(&bullet, look, area, buffer));
}

/// Where the lines of a target lie, and what stands at their ends.
fn goals(metric: &Metric, own: &MetricFigures) -> Vec<TargetLine> {
    // A goal is written as finely as the file writes it: 0.97 must not become 1.
    let text = |goal: Decimal| value::number(goal, metric, own.decimals.max(goal.scale()));
    ends(metric).map(|goal| TargetLine { value: measured(goal), text: text(goal) }).collect()
}

/// The numbers of an upright axis, the unit at its end. Where they would take more than a quarter of the columns
/// the unit goes first, and then large numbers are written short.
fn upright_labels(metric: &Metric, scale: &Scale, panel: &Panel<'_>) -> Vec<String> {
    let full = |tick: &Decimal| value::number(*tick, metric, scale.decimals);
    let numbers: Vec<String> = scale.ticks.iter().map(full).collect();
    let short: Vec<String> =
        scale.ticks.iter().map(|tick| wording::scale::short(*tick, metric, scale.decimals)).collect();
    let with_unit = |numbers: &[String]| {
        let mut labels = numbers.to_vec();
        if let (Some(last), Some(end)) = (labels.last_mut(), scale.ticks.last()) {
            last.push_str(&unit_behind(*end, metric, scale.decimals));
        }
        labels
    };
    let room = panel.columns() / 4;
    let forms = [with_unit(&numbers), with_unit(&short), numbers];
    let fits = |form: &Vec<String>| form.iter().all(|label| panel.width(label) <= room);
    forms.into_iter().find(fits).unwrap_or(short)
}

/// What stands behind a number that has its unit: ` exercises`, ` of GDP`.
fn unit_behind(number: Decimal, metric: &Metric, decimals: u32) -> String {
    let plain = value::number(number, metric, decimals);
    let whole = value::number_with_unit(number, metric, decimals);
    whole.strip_prefix(&plain).unwrap_or_default().to_owned()
}

/// All periods as columns; where not all have room the latest show, and the chart says which.
pub(super) fn columns(metric: &Metric, own: &MetricFigures, back: Option<usize>, panel: &mut Panel<'_>) {
    let Some(scale) = &own.alone else { return };
    let slots = slots(metric, own);
    let slots = slots.iter();
    let bars = slots.map(|(label, value, text, kind)| Bar { label, value: *value, text, kind: *kind });
    let bars: Vec<Bar<'_>> = bars.collect();
    let labels = scale.ticks.iter().zip(upright_labels(metric, scale, panel));
    let ticks: Vec<Tick> = labels.map(|(at, label)| Tick { at: measured(*at), label }).collect();
    let targets = goals(metric, own);
    let mut chart =
        ColumnChart { bars: &bars, scale: scale.into(), ticks: &ticks, targets: &targets, first: None };
    let (columns, mut rows) = (panel.columns(), panel.rows());
    // Where not all periods have room, the last row says which show.
    let size = (usize::from(columns), usize::from(rows.saturating_sub(1)));
    let part = columns::ColumnLayout::of(&chart, size, panel.look).map_or(0, |layout| layout.shown.len());
    if part > 0 && part < bars.len() {
        rows = rows.saturating_sub(1);
        let first = bars.len().saturating_sub(part + back.unwrap_or(0));
        chart.first = Some(first);
        let shown = bars.get(first..first + part).unwrap_or_default();
        if let (Some(from), Some(to)) = (shown.first(), shown.last()) {
            let words = wording::periods_shown(from.label, to.label, (part, bars.len()), back.is_some());
            panel.text(0, rows, &words, Role::Muted);
        }
    }
    panel.part(0, 0, columns, rows).draw(|look, area, buffer| columns::draw(&chart, look, area, buffer));
}

/// A slot of a column chart, of a period of the file or one it leaves out between two others: its label, its value,
/// what stands at it, and which period it is of.
type PeriodSlot = (String, Option<f64>, String, BarPeriod);

fn slots(metric: &Metric, own: &MetricFigures) -> Vec<PeriodSlot> {
    let decimals = own.series_decimals();
    let mut slots: Vec<PeriodSlot> = Vec::new();
    let mut before: Option<&Period> = None;
    for (index, observation) in metric.values.iter().enumerate() {
        let gap = |period: Period| (period.label.into_string(), None, "n/a".to_owned(), BarPeriod::Previous);
        slots.extend(left_out(before, &observation.period).into_iter().map(gap));
        let value = number(observation).map(measured);
        let text = match (value, &observation.value) {
            (Some(_), _) => value::level(observation, metric, decimals),
            (None, Value::Unreadable) => "?".to_owned(),
            (None, _) => "n/a".to_owned(),
        };
        let kind = kind_of(observation, own.current == Some(index));
        slots.push((observation.period.label.to_string(), value, text, kind));
        before = Some(&observation.period);
    }
    slots
}

/// The years between two years that the file does not mention: their slots are kept, nothing is
/// interpolated. Other periods are taken as they stand.
fn left_out(before: Option<&Period>, next: &Period) -> Vec<Period> {
    const MOST: usize = 100;
    let yearly = |period: &Period| matches!(period.shape, Shape::Year(_) | Shape::Fiscal(_));
    let Some(before) = before.filter(|before| before.is_like(next) && yearly(next)) else {
        return Vec::new();
    };
    let steps = std::iter::successors(next.previous(), Period::previous);
    let mut between: Vec<Period> = steps.take(MOST).take_while(|period| period > before).collect();
    between.reverse();
    between
}

/// The marks of all initiatives, in the order of the list.
#[derive(PartialEq)]
struct AllMarks;

impl Question for AllMarks {
    type Answer = strip::StripMarks;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> strip::StripMarks {
        let initiatives = &state.figures().initiatives;
        state.view.order.iter().filter_map(|at| Some(initiatives.get(*at)?.mark)).collect()
    }
}

/// One segment for each initiative, in the order of the list.
pub(super) fn strip(state: &State, panel: &mut Panel<'_>) {
    let marks = state.ask(AllMarks);
    panel.draw(|look, area, buffer| strip::draw(&marks, look, area, buffer));
}

/// The same in the first of so many rows, and in the last how many stand where, in the longest form that fits; of one
/// row the counts alone.
pub(super) fn counted_strip(state: &State, y: u16, rows: u16, panel: &mut Panel<'_>) {
    let columns = panel.columns();
    strip(state, &mut panel.part(0, y, columns, rows - 1));
    let counts = panel.longest(&wording::counts_line(&state.figures().counts), columns);
    panel.text(0, y + rows - 1, &counts, Role::Text);
}
