//! Dating: one key says that the figures are of today (`as_of`).
//!
//! Never dates them by itself: that is for who knows the figures to say.

use super::changing;
use crate::app::Effect;
use crate::app::history::Step;
use crate::app::state::State;
use crate::document::Change;
use crate::text::date::format_date;
use crate::wording::{Notice, forms as words};

/// Sets the day the figures describe to today.
pub(super) fn figures(state: &mut State) -> Option<Effect> {
    if !changing::allowed(state) {
        return None;
    }
    if !has_head(state) {
        return state.answer(Notice::NoHead);
    }
    let today = state.figures().today;
    let what = words::dated(&format_date(today));
    let step = Step { changes: vec![Change::AsOf { to: today }], what: what.clone() };
    changing::make(state, step, |_| Notice::Changed(what))
}

/// After a figure was changed: the notice names the key, where the figures are not of today already.
pub(super) fn remind(state: &mut State) {
    let as_of = state.programme().about.as_of.as_ref().map(|day| day.value);
    if as_of == Some(state.figures().today) || !has_head(state) {
        return;
    }
    state.dialogue.notice = match state.dialogue.notice.take() {
        Some(Notice::Changed(what)) => Some(Notice::ChangedFigure(what)),
        other => other,
    };
}

/// Whether the file has the section in which the day stands.
fn has_head(state: &State) -> bool {
    state.programme().about.place.line() > 0
}
