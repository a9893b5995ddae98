//! What needs attention, as the last slide.

use crate::app::section::{More, SlideRow};
use crate::app::slide::{Blocks, Picture, SlideLine, hanging, hanging_height};
use crate::app::state::State;
use crate::figures::{Attention, Urgency};
use crate::wording;

/// The slide of what needs attention.
pub(super) static SLIDE: SlideRow = SlideRow {
    all: |_| vec![0],
    first: |_| Some(0),
    blocks: |state, _, columns| blocks(state, columns),
    notes: |programme, _| vec![("", programme.about.notes.as_ref())],
    picture: Picture::Number(1),
    more: More {
        message: Some(|of, _| wording::attention_message(of.figures.attention.len()).into()),
        large: |state, _| {
            let number = Some(state.figures().attention.len()).filter(|number| *number > 0)?;
            Some((number.to_string(), Vec::new()))
        },
        ..More::NOTHING
    },
};

fn blocks(state: &State, columns: usize) -> Blocks<'_> {
    let (programme, figures) = (state.programme(), state.figures());
    let said = move |at| {
        let one: &Attention = figures.attention.get(at)?;
        let sign = if one.weight() == Urgency::Alarm { "!" } else { "-" };
        Some((sign, wording::attention(one, programme, figures).sentence()))
    };
    let rows = move |at| {
        let (sign, sentence) = said(at)?;
        Some(hanging(sign, &sentence, columns).into_iter().map(SlideLine::plain).collect())
    };
    let height = move |at| said(at).map_or(0, |(sign, sentence)| hanging_height(sign, &sentence, columns));
    Blocks::new(figures.attention.len(), move |at| rows(at).unwrap_or_default()).of_heights(height)
}
