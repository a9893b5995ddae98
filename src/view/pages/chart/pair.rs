//! The pair of a metric: the bar of the period before above that of the latest, and their axis.
//!
//! A bar is read against the end of its scale: where that has no room the two numbers stand without bars.

use super::{aims, kind_of, measured, pair_of, unit_behind};
use crate::app::{Question, State};
use crate::figures::{MetricFigures, Scale, number};
use crate::programme::{Metric, Observation, Value};
use crate::text;
use crate::view::look::Look;
use crate::view::pages::metric_at;
use crate::view::panel::Panel;
use crate::view::parts::axis::{Axis, HEIGHT, Plot, Tick};
use crate::view::parts::bar::Bar;
use crate::view::parts::bars::{self, BarChart};
use crate::view::parts::measure;
use crate::wording::{self, value};
use ratatui::layout::Rect;
use rust_decimal::Decimal;

/// How the pair of a metric is drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::view::pages) struct PairForm<'a> {
    /// Rows of the latest bar.
    pub(in crate::view::pages) thickness: u16,
    /// Where the ends of the scale stand.
    pub(in crate::view::pages) caption: Caption<'a>,
    /// How a value is written beside its bar: its flag as a letter, which the help explains, or where nobody can ask for
    /// help as a word.
    pub(in crate::view::pages) level: LevelForm,
    /// Whether no other metric is on the screen, so that the scale is its own.
    pub(in crate::view::pages) alone: bool,
}

/// How a value is written beside its bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view::pages) enum LevelForm {
    /// With the letter of its flag.
    Letter,
    /// With the word of its flag.
    Word,
}

impl LevelForm {
    fn level(self, one: &Observation, metric: &Metric, decimals: u32) -> String {
        match self {
            Self::Letter => value::level(one, metric, decimals),
            Self::Word => value::number_in_words(one, metric, decimals),
        }
    }
}

/// Where the ends of a scale stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::view::pages) enum Caption<'a> {
    /// Nowhere: they had no room.
    Nowhere,
    /// In words that are written already.
    Written,
    /// In an axis below of so many rows: 2 with its line, 1 for the numbers at its ends; and what else its row says.
    Axis(u16, &'a [String]),
}

/// The columns that labels and values take, the same for every metric of the screen. Values that are words take none:
/// they stand where bars would, and one metric must not take the room of the others.
struct Reserve {
    labels: usize,
    values: usize,
    /// The same for values below zero.
    below: usize,
}

/// What labels and values written so take.
#[derive(PartialEq)]
struct ReserveOf(LevelForm);

impl Question for ReserveOf {
    type Answer = Reserve;

    fn answer(&self, state: &State) -> Reserve {
        let mut reserve = Reserve { labels: 4, values: 1, below: 1 };
        for (metric, own) in state.programme().metrics.iter().zip(&state.figures().metrics) {
            for observation in pair_of(metric, own) {
                reserve.labels = reserve.labels.max(text::width(&observation.period.label));
                if matches!(observation.value, Value::Word(_)) {
                    continue;
                }
                let wide = text::width(&self.0.level(observation, metric, own.decimals));
                let is_below = number(observation).is_some_and(|value| value < Decimal::ZERO);
                let side = if is_below { &mut reserve.below } else { &mut reserve.values };
                *side = (*side).max(wide);
            }
        }
        reserve
    }
}

/// Two bars under each other with their axis, and whether they are drawn. Where the ends of their scale have no
/// room there are none, and words and steps of a scale have none: their two values are written.
pub(in crate::view::pages) fn pair(
    state: &State,
    at: usize,
    form: PairForm<'_>,
    panel: &mut Panel<'_>,
) -> bool {
    let Some((metric, own)) = metric_at(state, at) else { return false };
    let scale = if form.alone { own.alone.as_ref() } else { own.scale.as_ref() };
    let shown = pair_of(metric, own);
    let words: Vec<String> = shown.iter().map(|one| form.level.level(one, metric, own.decimals)).collect();
    let bars = bars_of((metric, own), &shown, &words, scale.is_some());
    let reserve = state.ask(ReserveOf(form.level));
    let chart = BarChart {
        bars: &bars,
        scale: scale.map_or_else(|| measure::Domain::new(0.0, 1.0), measure::Domain::from),
        targets: &aims(metric, own),
        thickness: form.thickness,
        label_columns: reserve.labels,
        value_columns: reserve.values,
        below_columns: reserve.below,
    };
    let Some(scale) = scale else {
        panel.draw(|look, area, buffer| bars::draw(&chart, look, area, buffer));
        return false;
    };
    let plot = chart.plot(panel.columns().into(), panel.look);
    let below = panel.rows().saturating_sub(chart.height()).min(HEIGHT);
    let ticks = match form.caption {
        Caption::Nowhere => None,
        Caption::Written => Some(Vec::new()),
        Caption::Axis(rows, notes) => labelled((metric, scale), (rows.min(below), notes), &plot, panel.look),
    };
    let Some(ticks) = ticks else {
        numbers(&bars, reserve.labels, panel);
        return false;
    };
    panel.draw(|look, area, buffer| {
        bars::draw(&chart, look, area, buffer);
        if let Caption::Axis(rows, notes) = form.caption {
            let below = Rect { y: area.y + chart.height(), height: rows.min(below), ..area };
            let unit = unit_behind(scale.start, metric, scale.decimals);
            Axis { plot, ticks: &ticks, unit: &unit, notes }.draw(look, below, buffer);
        }
    });
    true
}

fn bars_of<'a>(
    (metric, own): (&Metric, &MetricFigures),
    shown: &[&'a Observation],
    words: &'a [String],
    has_scale: bool,
) -> Vec<Bar<'a>> {
    let current = own.latest(metric);
    let bar = |(one, words): (&&'a Observation, &'a String)| Bar {
        label: &one.period.label,
        value: number(one).filter(|_| has_scale).map(measured),
        text: words,
        kind: kind_of(one, current == Some(*one)),
    };
    shown.iter().zip(words).map(bar).collect()
}

/// The two numbers without bars, in the rows where the bars would begin.
fn numbers(bars: &[Bar<'_>], labels: usize, panel: &mut Panel<'_>) {
    let columns = panel.columns();
    let labels = u16::try_from(labels).unwrap_or(columns);
    for (y, bar) in (0..).zip(bars) {
        let role = bars::role_of(bar);
        // A number is never cut: the label before it gives way. Words are.
        let most = if bar.value.is_some() { columns.saturating_sub(panel.width(bar.text)) } else { columns };
        let x = (labels + 2).min(most);
        panel.text_in(0, y, labels.min(x.saturating_sub(1)), bar.label, role);
        panel.text(x, y, bar.text, role);
    }
}

/// The numbers of an axis that have room in `rows` rows: all of them, or those of zero and of both ends; as they
/// are, or short. None where not even the ends have, or what must be said of them.
fn labelled(
    (metric, scale): (&Metric, &Scale),
    (rows, notes): (u16, &[String]),
    plot: &Plot,
    look: &Look,
) -> Option<Vec<Tick>> {
    if rows == 0 {
        return None;
    }
    let full = |tick: Decimal| value::number(tick, metric, scale.decimals);
    let short = |tick: Decimal| wording::scale::short(tick, metric, scale.decimals);
    let is_end = |tick: &Decimal| *tick == scale.start || *tick == scale.end;
    let all: Vec<Decimal> = scale.ticks.iter().copied().filter(|_| rows > 1).collect();
    let zero = scale.ticks.iter().copied().filter(|tick| tick.is_zero() || is_end(tick)).collect();
    let ends = scale.ticks.iter().copied().filter(|tick| !tick.is_zero() && is_end(tick)).collect();
    let forms = [all, zero, ends].into_iter().flat_map(|ticks: Vec<Decimal>| {
        let written = |word: &dyn Fn(Decimal) -> String| -> Vec<Tick> {
            ticks.iter().map(|tick| Tick { at: measured(*tick), label: word(*tick) }).collect()
        };
        [written(&full), written(&short)]
    });
    let has_room = |form: &Vec<Tick>| Axis { plot: *plot, ticks: form, unit: "", notes }.has_room(look);
    forms.into_iter().find(has_room)
}
