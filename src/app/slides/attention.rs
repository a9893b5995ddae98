//! What needs attention, as the last slide.

use crate::app::section::{More, SlideRow};
use crate::app::slide::{LineGroup, Picture, SlideLine, hanging};
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

fn blocks(state: &State, columns: usize) -> Vec<LineGroup> {
    let (programme, figures) = (state.programme(), state.figures());
    let lines = |one: &Attention| {
        let sentence = wording::attention(one, programme, figures).sentence();
        let sign = if one.weight() == Urgency::Alarm { "!" } else { "-" };
        hanging(sign, &sentence, columns).into_iter().map(SlideLine::plain).collect()
    };
    figures.attention.iter().map(lines).collect()
}
