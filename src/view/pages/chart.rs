//! Charts of a metric: what the chart widgets need, taken from the programme and its figures.
//!
//! Never draws a cell itself.

use crate::app::State;
use crate::document::{Flag, Metric, Observation, Period, Shape, Value};
use crate::figures::{Mark, MetricFigures, Scale, number};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::parts::axis::{self, Tick};
use crate::view::parts::bars::{self, Bar, BarChart, Form, Kind};
use crate::view::parts::bullet::{self, Bullet};
use crate::view::parts::columns::{self, ColumnChart, TargetLine};
use crate::view::parts::{measure, strip};
use crate::wording::{self, value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number as charts measure it; numbers from a file are far inside the range of `f64`.
fn measured(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

fn scale_of(scale: &Scale) -> measure::Scale {
    measure::Scale::new(measured(scale.start), measured(scale.end))
}

/// What a metric aims at, as charts measure it: one number, or both ends of a range; nothing without a scale.
fn aims(metric: &Metric, own: &MetricFigures) -> Vec<f64> {
    let target = metric.target.as_ref().filter(|_| own.scale.is_some());
    target.into_iter().flat_map(|target| [Some(target.value), target.max]).flatten().map(measured).collect()
}

/// The columns that labels and values take, the same for every metric of the screen.
struct Reserve {
    labels: usize,
    values: usize,
    /// The same for values below zero.
    below: usize,
}

/// How flags of values are written beside bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flags {
    /// As letters, which the help explains.
    Letters,
    /// As words, where nobody can ask for help.
    Words,
}

impl Flags {
    fn level(self, observation: &Observation, metric: &Metric, decimals: u32) -> String {
        match self {
            Self::Letters => value::level(observation, metric, decimals),
            Self::Words => value::number_in_words(observation, metric, decimals),
        }
    }
}

impl Reserve {
    fn of(state: &State, flags: Flags) -> Self {
        let mut reserve = Self { labels: 4, values: 1, below: 1 };
        for (metric, own) in state.good.programme.metrics.iter().zip(&state.figures.metrics) {
            for observation in pair_of(metric, own) {
                reserve.labels = reserve.labels.max(text::width(&observation.period.label));
                let wide = text::width(&flags.level(observation, metric, own.decimals));
                let is_below = number(observation).is_some_and(|value| value < Decimal::ZERO);
                let side = if is_below { &mut reserve.below } else { &mut reserve.values };
                *side = (*side).max(wide);
            }
        }
        reserve
    }
}

/// The period before, the latest, and a forecast that follows, as far as the file has them.
fn pair_of<'a>(metric: &'a Metric, own: &MetricFigures) -> Vec<&'a Observation> {
    let at = |index: Option<usize>| index.and_then(|index| metric.values.get(index));
    [at(own.previous), at(own.current)].into_iter().flatten().collect()
}

/// The period of the latest value, where that is not the one of the screen, as it stands behind a name.
pub(super) fn other_period(metric: &Metric, own: &MetricFigures, common: Option<&Period>) -> Option<String> {
    let latest = own.current.and_then(|index| metric.values.get(index))?;
    (Some(&latest.period) != common).then(|| format!(" ({})", latest.period.label))
}

/// A name over the whole of a panel, with the period of its latest value where that is not the one of the
/// screen; a name that is too long is cut before it.
pub(super) fn named(
    name: &str,
    (metric, own): (&Metric, &MetricFigures),
    common: Option<&Period>,
    panel: &mut Panel<'_>,
) {
    let period = other_period(metric, own, common).unwrap_or_default();
    let room = panel.columns().saturating_sub(panel.width(&period));
    let taken = panel.text_in(0, 0, room, name, Role::Text);
    panel.text(taken, 0, &period, Role::Text);
}

/// Whether the latest values of all metrics are of the screen's period.
pub(super) fn of_one_period(state: &State) -> bool {
    let Some((common, _)) = &state.figures.periods else { return false };
    let all = state.good.programme.metrics.iter().zip(&state.figures.metrics);
    all.filter_map(|(metric, own)| metric.values.get(own.current?)).all(|latest| latest.period == *common)
}

/// What kind of bar a value gets.
fn kind_of(observation: &Observation, current: bool) -> Kind {
    match observation.flag {
        Flag::Forecast | Flag::Partial => Kind::Forecast,
        _ if current => Kind::Current,
        Flag::Normal
        | Flag::Provisional
        | Flag::Estimated
        | Flag::Break
        | Flag::Suppressed
        | Flag::LowReliability => Kind::Previous,
    }
}

/// How the pair of a metric is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// Rows of the latest bar.
    pub(super) thickness: u16,
    /// Rows of the axis: 2 with its line, 1 for the numbers at its ends, or none.
    pub(super) axis: u16,
    /// How flags are written.
    pub(super) flags: Flags,
    /// Whether no other metric is on the screen, so that the scale is its own.
    pub(super) alone: bool,
}

/// Two bars under each other and, where the panel has room for it, their axis. Words and steps of a scale have no bars: their two values are written.
pub(super) fn pair(state: &State, at: usize, form: Pair, panel: &mut Panel<'_>) {
    let Pair { thickness, flags, alone, .. } = form;
    let Some((metric, own)) = state.good.programme.metrics.get(at).zip(state.figures.metrics.get(at)) else {
        return;
    };
    let scale = if alone { own.alone.as_ref() } else { own.scale.as_ref() };
    let shown = pair_of(metric, own);
    let words: Vec<String> = shown.iter().map(|one| flags.level(one, metric, own.decimals)).collect();
    let bars: Vec<Bar<'_>> = shown
        .iter()
        .zip(&words)
        .map(|(one, words)| Bar {
            label: &one.period.label,
            value: scale.and_then(|_| number(one)).map(measured),
            text: words,
            kind: kind_of(one, own.current.and_then(|index| metric.values.get(index)) == Some(*one)),
        })
        .collect();
    let reserve = Reserve::of(state, flags);
    let chart = BarChart {
        bars: &bars,
        scale: scale.map_or_else(|| measure::Scale::new(0.0, 1.0), scale_of),
        targets: &aims(metric, own),
        form: Form::Pair,
        thickness,
        label_columns: reserve.labels,
        value_columns: reserve.values,
        below_columns: reserve.below,
    };
    let height = chart.height();
    let (look, area, buffer) = panel.chart();
    bars::draw(&chart, look, area, buffer);
    let room = area.height.saturating_sub(height).min(form.axis).min(axis::HEIGHT);
    if let Some(scale) = scale.filter(|_| room > 0) {
        let below = ratatui::layout::Rect { y: area.y + height, height: room, ..area };
        let labels = tick_labels(metric, scale);
        let ticks: Vec<Tick<'_>> =
            scale.ticks.iter().zip(&labels).map(|(at, label)| Tick { at: measured(*at), label }).collect();
        axis::draw(&chart.plot(area.width.into(), look), &ticks, look, below, buffer);
    }
}

/// The numbers of an axis; the unit stands once, at its end.
fn tick_labels(metric: &Metric, scale: &Scale) -> Vec<String> {
    let last = scale.ticks.len().saturating_sub(1);
    let ticks = scale.ticks.iter().enumerate();
    ticks
        .map(|(index, tick)| {
            if index == last {
                value::number_with_unit(*tick, metric, scale.decimals)
            } else {
                value::number(*tick, metric, scale.decimals)
            }
        })
        .collect()
}

/// The latest value as a bar in one row, with the value before and the target marked.
pub(super) fn bullet(metric: &Metric, own: &MetricFigures, panel: &mut Panel<'_>) {
    let Some(scale) = &own.scale else { return };
    let value = |index: Option<usize>| {
        index.and_then(|index| metric.values.get(index)).and_then(number).map(measured)
    };
    let bullet = Bullet {
        value: value(own.current),
        previous: value(own.previous),
        targets: &aims(metric, own),
        scale: scale_of(scale),
    };
    let (look, area, buffer) = panel.chart();
    bullet::draw(&bullet, look, area, buffer);
}

/// Where the lines of a target lie, and what stands at their ends.
fn goals(metric: &Metric, own: &MetricFigures) -> Vec<(f64, String)> {
    let target = metric.target.as_ref();
    let numbers = target.into_iter().flat_map(|target| [Some(target.value), target.max]).flatten();
    // A goal is written as finely as the file writes it: 0.97 must not become 1.
    numbers
        .map(|goal| (measured(goal), value::number(goal, metric, own.decimals.max(goal.scale()))))
        .collect()
}

/// A slot of a column chart: a period of the file, or one it leaves out between two others.
struct Slot {
    label: String,
    value: Option<f64>,
    text: String,
    kind: Kind,
}

/// All periods as columns; where not all have room the latest show, and the chart says which.
pub(super) fn columns(metric: &Metric, own: &MetricFigures, back: Option<usize>, panel: &mut Panel<'_>) {
    let Some(scale) = &own.alone else { return };
    let slots = slots(metric, own);
    let bars: Vec<Bar<'_>> = slots
        .iter()
        .map(|slot| Bar { label: &slot.label, value: slot.value, text: &slot.text, kind: slot.kind })
        .collect();
    let labels = tick_labels(metric, scale);
    let ticks: Vec<Tick<'_>> =
        scale.ticks.iter().zip(&labels).map(|(at, label)| Tick { at: measured(*at), label }).collect();
    let goals = goals(metric, own);
    let targets: Vec<TargetLine<'_>> =
        goals.iter().map(|(value, text)| TargetLine { value: *value, name: "target", text }).collect();
    let mut chart =
        ColumnChart { bars: &bars, scale: scale_of(scale), ticks: &ticks, targets: &targets, first: None };
    let (columns, rows) = (panel.columns(), panel.rows());
    // Where not all periods have room, the last row says which show.
    let size = (usize::from(columns), usize::from(rows.saturating_sub(1)));
    let part = columns::Layout::of(&chart, size, panel.look).map_or(0, |layout| layout.shown.len());
    if part == 0 || part == bars.len() {
        let (look, area, buffer) = panel.chart();
        return columns::draw(&chart, look, area, buffer);
    }
    let first = bars.len().saturating_sub(part + back.unwrap_or(0));
    chart.first = Some(first);
    let shown = bars.get(first..first + part).unwrap_or_default();
    if let (Some(from), Some(to)) = (shown.first(), shown.last()) {
        let words = wording::periods_shown(from.label, to.label, (part, bars.len()), back.is_some());
        panel.text(0, rows.saturating_sub(1), &words, Role::Muted);
    }
    let mut above = panel.part(0, 0, columns, rows.saturating_sub(1));
    let (look, area, buffer) = above.chart();
    columns::draw(&chart, look, area, buffer);
}

fn slots(metric: &Metric, own: &MetricFigures) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut before: Option<&Period> = None;
    for (index, observation) in metric.values.iter().enumerate() {
        slots.extend(left_out(before, &observation.period).into_iter().map(|period| Slot {
            label: period.label,
            value: None,
            text: "n/a".to_owned(),
            kind: Kind::Previous,
        }));
        let value = number(observation).map(measured);
        let text = match (value, &observation.value) {
            (Some(_), _) => value::level(observation, metric, own.decimals),
            (None, Value::Unreadable) => "?".to_owned(),
            (None, _) => "n/a".to_owned(),
        };
        let kind = kind_of(observation, own.current == Some(index));
        slots.push(Slot { label: observation.period.label.clone(), value, text, kind });
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

/// One segment for each initiative, in the order of the list.
pub(super) fn strip(state: &State, panel: &mut Panel<'_>) {
    let marks: Vec<Mark> =
        state.order.iter().filter_map(|at| Some(state.figures.initiatives.get(*at)?.mark)).collect();
    let (look, area, buffer) = panel.chart();
    strip::draw(&marks, look, area, buffer);
}
