//! The evaluation: its row in the table of sections.

use super::row::{Content, Head, ITEM_KEYS, LIST_KEYS, More, SectionRow, SlideRow, TabRow, in_file};
use crate::app::slide::{Blocks, Picture, block, said};
use crate::app::state::State;
use crate::programme::{Criterion, Programme, Section};
use crate::wording::{self, Fact};

/// The evaluation.
pub(super) static TAB: TabRow = TabRow {
    title: "Evaluation",
    rows: |state| in_file(Section::Evaluation, criteria(state.programme()).len()),
    height: (10, 10),
    list: None,
    message: |of| wording::evaluation_message(of.programme, of.figures),
    slides: SlideRow {
        all: |state| if state.programme().evaluation.is_some() { vec![0] } else { vec![] },
        first: |_| Some(0),
        blocks: |state, _, columns| blocks(state, columns),
        notes: |programme, _| {
            let own = criteria(programme).iter().map(|item| (item.title.as_str(), item.notes.as_ref()));
            let whole = programme.evaluation.as_ref().and_then(|whole| whole.notes.as_ref());
            own.chain([("", whole)]).collect()
        },
        picture: Picture::None,
        more: More::NOTHING,
    },
    keys: LIST_KEYS,
    section: Some(SectionRow {
        section: Section::Evaluation,
        count: |programme| programme.evaluation.as_ref().map(|whole| whole.criteria.len()),
        item: |programme, at| {
            let Criterion { title, place, .. } = criteria(programme).get(at)?;
            Some(Head { title, id: None, place })
        },
        found: |state| in_file(Section::Evaluation, criteria(state.programme()).len()),
        facts,
        values: |_, _| Vec::new(),
        whole: |of| of.programme.evaluation.as_ref().map(wording::evaluation_facts).unwrap_or_default(),
        counts: |_| None,
        line: |of, at| criteria(of.programme).get(at).map(|item| item.title.clone()).unwrap_or_default(),
        menus: None,
        keys: ITEM_KEYS,
    }),
};

fn criteria(programme: &Programme) -> &[Criterion] {
    programme.evaluation.as_ref().map_or(&[], |whole| &whole.criteria)
}

fn facts(of: &Content<'_>, at: usize) -> Vec<Fact> {
    let own = of.figures.criteria.get(at);
    let pair = of.programme.evaluation.as_ref().zip(criteria(of.programme).get(at));
    pair.map(|(whole, item)| wording::criterion_facts(item, own, whole)).unwrap_or_default()
}

fn blocks(state: &State, columns: usize) -> Blocks<'_> {
    let Some(evaluation) = &state.programme().evaluation else { return Blocks::made(Vec::new()) };
    let of = state.content();
    let whole = said(&wording::evaluation_facts(evaluation));
    let count = evaluation.criteria.len() + usize::from(!whole.is_empty());
    Blocks::new(count, move |at| {
        let Some(criterion) = evaluation.criteria.get(at) else {
            return block("How it is judged", &whole, columns);
        };
        let mut rows = block(&criterion.title, &said(&facts(&of, at)), columns);
        for (number, score) in criterion.scores.iter().enumerate() {
            let label = format!("{}: ", score.period.label);
            let mut from_the_end = rows.iter_mut().rev();
            if let Some(row) = from_the_end.find(|row| row.text.trim_start().starts_with(&label)) {
                row.score = Some((at, number));
            }
        }
        rows
    })
}
