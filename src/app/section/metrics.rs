//! Metrics: their row in the table of sections.

use super::row::{Content, Head, ITEM_KEYS, LIST_KEYS, Menus, More, SectionRow, SlideRow, TabRow, in_file};
use crate::app::forms::{Asks, MenuRow, Then};
use crate::app::slide::{Blocks, Picture, block};
use crate::app::state::State;
use crate::figures::{MetricFigures, MetricStanding, Since, compared};
use crate::programme::{Metric, Section};
use crate::text;
use crate::wording::{self, Fact, Phrase};
use std::borrow::Cow;

/// The metrics.
pub(super) static TAB: TabRow = TabRow {
    title: "Metrics",
    rows: |state| in_file(Section::Metrics, state.programme().metrics.len()),
    height: (2, 5),
    list: None,
    message: |of| wording::metrics_message(of.programme, of.figures, of.since),
    slides: SlideRow {
        all: |state| (0..state.programme().metrics.len()).collect(),
        first: |state| Some(state.row()),
        blocks,
        notes: |programme, at| vec![("", programme.metrics.get(at).and_then(|item| item.notes.as_ref()))],
        picture: Picture::Figure,
        more: More { message: Some(message), source, ..More::NOTHING },
    },
    keys: LIST_KEYS,
    section: Some(SectionRow {
        section: Section::Metrics,
        count: |programme| Some(programme.metrics.len()),
        item: |programme, at| {
            let Metric { name, id, place, .. } = programme.metrics.get(at)?;
            Some(Head { title: name, id: id.as_ref().map(|id| id.value.as_str()), place })
        },
        found: |state| in_file(Section::Metrics, state.programme().metrics.len()),
        facts,
        values,
        whole: |_| Vec::new(),
        counts: |_| None,
        line: |of, at| {
            let line = |(metric, own): (&Metric, _)| {
                format!("{}: {}", metric.name, wording::metric_line(metric, own))
            };
            pair(of, at).map(line).unwrap_or_default()
        },
        menus: Some(Menus { menu, words: |_, _| Vec::new() }),
        keys: ITEM_KEYS,
    }),
};

fn pair<'a>(of: &Content<'a>, at: usize) -> Option<(&'a Metric, &'a MetricFigures)> {
    of.programme.metrics.get(at).zip(of.figures.metrics.get(at))
}

/// The same with changes counted from what they shall be counted from.
fn counted<'a>(of: &Content<'a>, at: usize) -> Option<(&'a Metric, Cow<'a, MetricFigures>)> {
    let (metric, own) = pair(of, at)?;
    let is_as_is = of.since == Since::YearBefore;
    Some((metric, if is_as_is { Cow::Borrowed(own) } else { Cow::Owned(compared(metric, own, of.since)) }))
}

fn facts(of: &Content<'_>, at: usize) -> Vec<Fact> {
    let pair = counted(of, at);
    pair.map(|(metric, own)| wording::metric_facts(metric, &own, of.programme)).unwrap_or_default()
}

fn values(of: &Content<'_>, at: usize) -> Vec<Fact> {
    counted(of, at).map(|(metric, own)| wording::value_facts(metric, &own)).unwrap_or_default()
}

/// A new period first, then those there are, the latest first.
fn menu(state: &State, at: usize) -> Vec<MenuRow> {
    let Some((metric, own)) = pair(&state.content(), at) else { return Vec::new() };
    let new = MenuRow::choice("New period", Then::Ask(Asks::Period));
    let periods = metric.values.iter().rev().map(|value| {
        let said = wording::value::level_in_words(value, metric, own.decimals);
        let label = &value.period.label;
        MenuRow::new(label, Some(said), Then::Ask(Asks::Value(label.to_string())))
    });
    std::iter::once(new).chain(periods).collect()
}

fn message(of: &Content<'_>, at: usize) -> Phrase {
    pair(of, at).map(|(metric, own)| wording::metric_headline(metric, own).into()).unwrap_or_default()
}

/// What stands beside the large digits.
fn blocks(state: &State, at: usize, columns: usize) -> Blocks<'_> {
    let Some((metric, own)) = pair(&state.content(), at) else { return Blocks::made(Vec::new()) };
    let ahead = wording::value::ahead(metric, own).unwrap_or_default();
    Blocks::made(vec![block("", &[standing(metric, own), target(metric, own), ahead], columns)])
}

fn source(of: &Content<'_>, at: usize) -> Option<String> {
    let metric = of.programme.metrics.get(at)?;
    let is_lost = metric.unreadable.has("source");
    let said = if is_lost { Some(wording::NOT_READABLE) } else { metric.source.as_deref() };
    said.map(|said| format!("Source: {said}"))
}

/// Where a metric stands, and what that rests on; nothing where it has neither target nor direction.
pub(super) fn standing(metric: &Metric, own: &MetricFigures) -> String {
    let word = wording::standing::in_full(own.standing);
    match (own.standing, wording::standing::basis(metric, own)) {
        (MetricStanding::NoTarget, _) => String::new(),
        (MetricStanding::NotJudged(_), _) | (_, None) => text::capital(&word),
        (_, Some(basis)) => format!("{}: {basis}", text::capital(&word)),
    }
}

/// What a metric aims at, or that it aims at nothing.
pub(super) fn target(metric: &Metric, own: &MetricFigures) -> String {
    if let Some(target) = &metric.target {
        return format!("Target: {}", wording::target::goal(target, metric, own.decimals));
    }
    if metric.has_target() { "Target: not readable." } else { "No target set." }.to_owned()
}
