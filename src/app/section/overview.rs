//! Overview: its row in the table of sections.

use super::metrics::{standing, target};
use super::row::{LIST_KEYS, More, Pointers, SlideRow, TabRow};
use crate::app::slide::{BAR_ROWS, Blocks, LineGroup, Picture, SlideLine, block};
use crate::app::state::State;
use crate::figures::MetricFigures;
use crate::programme::{Metric, Section};
use crate::wording::{self, Pointer};

/// The overview.
pub(super) static TAB: TabRow = TabRow {
    title: "Overview",
    rows,
    height: (2, 2),
    list: None,
    message: |of| wording::overview_message(of.programme, of.figures),
    slides: SlideRow {
        all: |_| vec![0],
        first: |_| Some(0),
        blocks: |state, _, columns| blocks(state, columns, false),
        notes: |programme, _| vec![("", programme.about.notes.as_ref())],
        picture: Picture::None,
        more: More { taller: |state, columns| Some(taller(state, columns)), ..More::NOTHING },
    },
    keys: LIST_KEYS,
    section: None,
};

/// The metrics, the next meeting, what needs attention.
fn rows(state: &State) -> Pointers<'_> {
    let (metrics, figures) = (state.programme().metrics.len(), state.figures());
    let meeting = figures.next_meeting.map(|at| Pointer::Item(Section::Meetings, at));
    let before = metrics + usize::from(meeting.is_some());
    Pointers::new(before + figures.attention.len(), move |row| match row.checked_sub(before) {
        None if row < metrics => Pointer::Item(Section::Metrics, row),
        None => meeting.unwrap_or(Pointer::Findings),
        Some(at) => figures.attention.get(at).map_or(Pointer::Findings, wording::leads_to),
    })
}

fn blocks(state: &State, columns: usize, with_targets: bool) -> Blocks<'_> {
    let (programme, figures) = (state.programme(), state.figures());
    let metrics = programme.metrics.len().min(figures.metrics.len());
    let one = move |(metric, own): (&Metric, &MetricFigures)| {
        let goal = metric.target.as_ref().filter(|_| with_targets).map(|_| target(metric, own));
        let said = [wording::metric_line(metric, own), standing(metric, own), goal.unwrap_or_default()];
        block(&metric.name, &said, columns)
    };
    let initiatives = move || block("Initiatives", &[wording::counts(&figures.counts).join(", ")], columns);
    let count = metrics + usize::from(!programme.initiatives.is_empty());
    Blocks::new(count, move |at| {
        programme.metrics.get(at).zip(figures.metrics.get(at)).map_or_else(initiatives, one)
    })
}

/// With the bars of each metric and what their marks stand for.
fn taller(state: &State, columns: usize) -> Vec<LineGroup> {
    let mut blocks = blocks(state, columns, true).all();
    for (at, (block, own)) in blocks.iter_mut().zip(&state.figures().metrics).enumerate() {
        if own.scale.is_some() {
            block.push(SlideLine { bars: Some(at), ..SlideLine::plain(String::new()) });
            block.extend((1..BAR_ROWS).map(|_| SlideLine::plain(String::new())));
        }
    }
    blocks
}
