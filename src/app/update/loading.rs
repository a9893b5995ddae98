//! Loading: the file was read again. Position and selection stay with the items.

use crate::app::Loaded;
use crate::app::state::{Layer, State, Tab};
use crate::document::{Reading, read};
use crate::figures::derive;
use crate::wording::Notice;

/// Takes what the file holds now.
pub(super) fn loaded(state: &mut State, loaded: Loaded) {
    match loaded {
        Loaded::Text(text) if text == state.good.source.text() => {
            state.disk = text;
            state.broken = None;
            state.save_failure = None;
            say(state, Notice::Unchanged);
        }
        Loaded::Text(text) => {
            let reading = read(&text);
            say(state, Notice::Read);
            take(state, reading, text);
        }
        Loaded::Missing => say(state, Notice::Gone),
        Loaded::Unreadable(why) => say(state, Notice::CannotRead(why)),
    }
}

/// Says what came of reading, unless it is to be said why the editor failed just before.
fn say(state: &mut State, notice: Notice) {
    if !matches!(state.notice, Some(Notice::Editor(_))) {
        state.notice = Some(notice);
    }
}

/// A text that can be read becomes the good one; another stands beside it as broken, and the good one
/// goes on belonging to the text it was read from, so that no save can take the broken one's place.
fn take(state: &mut State, reading: Reading, text: String) {
    if reading.unreadable {
        state.broken = Some(reading);
        return;
    }
    let chosen = Tab::ALL.map(|tab| title(state, tab, state.row_on(tab)));
    state.good = reading;
    state.disk = text;
    state.broken = None;
    state.figures = derive(&state.good.programme, state.figures.today);
    state.save_failure = None;
    state.done.clear();
    state.undone.clear();
    state.before.clear();
    state.find = None;
    state.sort();
    for (tab, title) in Tab::ALL.into_iter().zip(chosen) {
        follow(state, tab, title.as_deref());
    }
    if state.chosen().is_none() {
        state.layers.retain(|layer| !matches!(layer, Layer::Detail(_)));
    }
}

fn title(state: &State, tab: Tab, row: usize) -> Option<String> {
    state.item(tab, row).and_then(|pointer| state.head(pointer)).map(|(title, _)| title.to_owned())
}

/// Chooses the item of this title again, wherever it is now; else the row stays.
fn follow(state: &mut State, tab: Tab, wanted: Option<&str>) {
    let count = state.row_count(tab);
    let found =
        wanted.and_then(|wanted| (0..count).find(|row| title(state, tab, *row).as_deref() == Some(wanted)));
    if let Some(row) = state.rows.get_mut(tab.index()) {
        *row = found.unwrap_or(*row).min(count.saturating_sub(1));
    }
}
