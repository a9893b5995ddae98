//! Recommendations: their row in the table of sections.

use super::row::{
    Head, ITEM_KEYS, LIST_KEYS, ListRow, Menus, More, SectionRow, SlideRow, TabRow, in_file, in_list,
};
use crate::app::fields;
use crate::app::forms::{MenuRow, Then};
use crate::app::listing::{Listed, Sort, Stage, shown};
use crate::app::slide::{Blocks, Picture, block};
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::figures::{SOON, days_to_answer};
use crate::programme::{Choice, Recommendation, RecommendationStatus, Section};
use crate::wording;
use chrono::NaiveDate;

/// The recommendations.
pub(super) static TAB: TabRow = TabRow {
    title: "Recommendations",
    rows: |state| in_list(state, Tab::Recommendations, Section::Recommendations),
    height: (2, 8),
    list: Some(ListRow {
        sort: Sort::File,
        items: listed,
        theme: "by addressee",
        noun: ("recommendation", "recommendations"),
    }),
    message: |of| wording::recommendations_message(of.programme, of.figures),
    slides: SlideRow {
        all: |state| if state.programme().recommendations.is_empty() { vec![] } else { vec![0] },
        first: |_| Some(0),
        blocks: |state, _, columns| blocks(state, columns),
        notes: |programme, _| {
            programme.recommendations.iter().map(|item| (item.title.as_str(), item.notes.as_ref())).collect()
        },
        picture: Picture::None,
        more: More::NOTHING,
    },
    keys: LIST_KEYS,
    section: Some(SectionRow {
        section: Section::Recommendations,
        count: |programme| Some(programme.recommendations.len()),
        item: |programme, at| {
            let Recommendation { title, id, place, .. } = programme.recommendations.get(at)?;
            Some(Head { title, id: id.as_ref().map(|id| id.value.as_str()), place })
        },
        found: |state| in_file(Section::Recommendations, state.programme().recommendations.len()),
        facts: |of, at| {
            let item = of.programme.recommendations.get(at);
            let facts = |item| wording::recommendation_facts(item, &of.links, of.figures.today);
            item.map(facts).unwrap_or_default()
        },
        values: |_, _| Vec::new(),
        whole: |_| Vec::new(),
        counts: |_| None,
        line: |of, at| {
            of.programme.recommendations.get(at).map(|item| item.title.clone()).unwrap_or_default()
        },
        menus: Some(Menus { menu, words: |_, _| words() }),
        keys: ITEM_KEYS,
    }),
};

fn menu(state: &State, at: usize) -> Vec<MenuRow> {
    let Some(item) = state.programme().recommendations.get(at) else { return Vec::new() };
    let fields = fields::of(item, wording::recommendation_state(item));
    fields.into_iter().chain([MenuRow::note(item.updates.len())]).collect()
}

fn words() -> Vec<MenuRow> {
    let words = RecommendationStatus::WORDS.iter();
    words.map(|word| MenuRow::choice(wording::word(word.value), Then::Answer(word.value))).collect()
}

fn listed(state: &State) -> Vec<Listed<'_>> {
    let all = state.programme().recommendations.iter().enumerate();
    all.map(|(at, item)| listed_one(at, item, state.figures().today)).collect()
}

fn listed_one(at: usize, item: &Recommendation, today: NaiveDate) -> Listed<'_> {
    let due = item.due.as_ref().map(|due| due.value.day);
    let status = item.status.as_ref().map(|status| status.value);
    let stage = match (status, days_to_answer(item, today)) {
        (Some(RecommendationStatus::Implemented), _) => Stage::Done,
        (Some(status), _) if status.is_closed() => Stage::Dropped,
        (_, Some(..0)) => Stage::Overdue,
        (_, Some(0..=SOON)) => Stage::Soon,
        _ => Stage::Open,
    };
    let owner = shown(item.owner.as_deref(), "owner", &item.unreadable);
    let theme = shown(item.addressed_to.as_deref(), "addressed_to", &item.unreadable);
    let (title, status) = (item.title.as_str(), wording::recommendation_state(item));
    Listed { at, title, owner, due, status, theme, no_theme: "no addressee", stage }
}

fn blocks(state: &State, columns: usize) -> Blocks<'_> {
    let all = &state.programme().recommendations;
    Blocks::new(all.len(), move |at| {
        let Some(advice) = all.get(at) else { return Vec::new() };
        let status = wording::recommendation_standing(advice, state.figures().today);
        let text = advice.description.clone().unwrap_or_default();
        block(&format!("{} {} ({status})", at + 1, advice.title), &[text], columns)
    })
}
