//! Trailing: the chart beside the list of metrics stays while the choice moves on, and follows when it rests.
//!
//! A chart is most of what a move would cost on a slow line. It always says which metric it is of. Never waits for
//! anything but more keys: whatever else happens brings the chart of the chosen metric at once.

use crate::app::geometry::{Width, width};
use crate::app::state::State;
use crate::app::{Effect, Tab};

/// The metric in full beside the list, where one is.
pub(super) fn shown(state: &State) -> Option<usize> {
    let view = &state.view;
    let is_list = view.tab == Tab::Metrics && view.layers.is_empty();
    let is_there = is_list && width(state.session.size.0) == Width::Wall;
    is_there.then(|| view.beside.unwrap_or_else(|| state.row()))
}

/// Keeps what was shown beside the list before a key, if that is another metric now and the list is still there.
pub(super) fn follow(state: &mut State, before: Option<usize>, effect: Option<Effect>) -> Option<Effect> {
    let moved = before.filter(|metric| effect.is_none() && shown(state).is_some() && *metric != state.row());
    state.view.beside = moved;
    effect.or_else(|| moved.map(|_| Effect::Rest))
}
