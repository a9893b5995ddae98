//! Closing: what lies over the tab, and what is typed or looked for, goes one by one.

use super::forming;
use crate::app::layer::Layer;
use crate::app::lists;
use crate::app::state::State;
use crate::wording::Notice;

/// Closes the topmost thing: the find field, a layer, the search, the filter. Never leaves the program.
pub(super) fn back(state: &mut State) {
    let typing = state.find.as_ref().is_some_and(|find| find.typing);
    if state.form.is_some() {
        forming::leave(state);
    } else if state.store.clash.is_some() {
        state.notice = Some(Notice::ChooseFirst);
    } else if typing || (state.layers.is_empty() && state.find.is_some()) {
        state.find = None;
    } else if state.layers.pop().is_none() {
        lists::show_all(state, state.tab);
    }
}

/// Lays something over the tab; the same key closes it again.
pub(super) fn over(state: &mut State, layer: Layer) {
    let same =
        state.layers.last().is_some_and(|top| std::mem::discriminant(top) == std::mem::discriminant(&layer));
    if same {
        state.layers.pop();
    } else {
        state.layers.retain(|under| matches!(under, Layer::Detail(_) | Layer::Slides));
        state.layers.push(layer);
    }
}
