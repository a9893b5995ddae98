//! Meetings: their row in the table of sections.

use super::row::{
    Content, Head, ITEM_KEYS, LIST_KEYS, Large, More, SectionRow, SlideRow, TabRow, in_file, in_order,
};
use crate::app::slide::{Blocks, Picture, block, said};
use crate::app::state::State;
use crate::programme::{Meeting, Section};
use crate::wording::{self, Fact};

/// The meetings.
pub(super) static TAB: TabRow = TabRow {
    title: "Meetings",
    rows: |state| in_order(Section::Meetings, &state.figures().meeting_order),
    height: (2, 2),
    list: None,
    message: |of| wording::meetings_message(of.programme, of.figures),
    slides: SlideRow {
        all: |state| state.figures().next_meeting.into_iter().collect(),
        first: |state| state.figures().next_meeting,
        blocks,
        notes: |programme, at| vec![("", programme.meetings.get(at).and_then(|item| item.notes.as_ref()))],
        picture: Picture::Number(1),
        more: More { large, ..More::NOTHING },
    },
    keys: LIST_KEYS,
    section: Some(SectionRow {
        section: Section::Meetings,
        count: |programme| Some(programme.meetings.len()),
        item: |programme, at| {
            let Meeting { title, id, place, .. } = programme.meetings.get(at)?;
            Some(Head { title, id: id.as_ref().map(|id| id.value.as_str()), place })
        },
        found: |state| in_file(Section::Meetings, state.programme().meetings.len()),
        facts,
        values: |_, _| Vec::new(),
        whole: |_| Vec::new(),
        counts: |_| None,
        line: |of, at| of.programme.meetings.get(at).map(|item| item.title.clone()).unwrap_or_default(),
        menus: None,
        keys: ITEM_KEYS,
    }),
};

fn facts(of: &Content<'_>, at: usize) -> Vec<Fact> {
    let pair = of.programme.meetings.get(at).zip(of.figures.meetings.get(at));
    pair.map(|(item, own)| wording::meeting_facts(item, own)).unwrap_or_default()
}

/// The days until it takes place.
fn large(state: &State, at: usize) -> Option<Large> {
    let days = state.figures().meetings.get(at)?.days.filter(|days| *days > 0)?;
    let date = state.programme().meetings.get(at)?.date.as_ref()?.value;
    Some((days.to_string(), wording::days_until(days, date).to_vec()))
}

fn blocks(state: &State, at: usize, columns: usize) -> Blocks<'_> {
    let meeting = state.programme().meetings.get(at);
    let one = |meeting: &Meeting| block(&meeting.title, &said(&facts(&state.content(), at)), columns);
    Blocks::made(meeting.map(one).into_iter().collect())
}
