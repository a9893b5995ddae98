//! Loading: the file was read again. Position and selection stay with the items, and what was done here and is
//! not on the disk yet is done again on what was read.

use super::{changing, forming, merging};
use crate::app::state::{Layer, State};
use crate::app::tab::Tab;
use crate::app::{Effect, Loaded};
use crate::document::{Change, ItemAddress, ItemField, Programme, Reading, read};
use crate::wording::Notice;

/// Takes what the file holds now. Asks for a save where something done here is not in it yet.
pub(super) fn loaded(state: &mut State, loaded: Loaded) -> Option<Effect> {
    match loaded {
        Loaded::Text(text) if text == state.good.source.text() => {
            changing::saved(state, text);
            state.broken = None;
            say(state, Notice::Unchanged);
        }
        Loaded::Text(text) => {
            let reading = read(&text);
            let waits = !state.pending.is_empty() && !reading.can_be_changed();
            if reading.unreadable || waits {
                // The good one goes on belonging to the text it was read from, so that no save can take the
                // broken one's place.
                say(state, Notice::Read);
                state.broken = Some(reading);
            } else {
                return take(state, reading);
            }
        }
        Loaded::Missing => say(state, Notice::Gone),
        Loaded::Unreadable(why) => say(state, Notice::CannotRead(why)),
    }
    None
}

/// Says what came of reading, unless it is to be said why the editor failed just before.
fn say(state: &mut State, notice: Notice) {
    if !matches!(state.notice, Some(Notice::Editor(_))) {
        state.notice = Some(notice);
    }
}

/// A text that can be read becomes the good one.
fn take(state: &mut State, reading: Reading) -> Option<Effect> {
    let chosen = Tab::ALL.map(|tab| title(state, tab, state.row_on(tab)));
    let old = state.good.programme.clone();
    state.broken = None;
    state.save_failure = None;
    state.find = None;
    let effect = merging::onto(state, reading);
    if state.clash.is_some() {
        state.notice = None;
    } else {
        say_merged(state, effect.is_some());
    }
    let new = state.good.programme.clone();
    state.before.retain_mut(|(item, _)| moved(item, &old, &new).map(|found| *item = found).is_some());
    forming::follow(state, |item| moved(item, &old, &new));
    state.sort();
    for (tab, title) in Tab::ALL.into_iter().zip(chosen) {
        follow(state, tab, title.as_deref());
    }
    let gone = state.chosen().is_none();
    state.layers.retain(|layer| match layer {
        Layer::Detail(_) => !gone,
        Layer::Menu(_) | Layer::Words(_) => false,
        Layer::About(_) | Layer::Help(_) | Layer::Problems(_) | Layer::Slides => true,
    });
    effect
}

/// Says that the file was read, beside what is to be said of the change that is saved with it.
fn say_merged(state: &mut State, saves: bool) {
    match state.notice.take() {
        Some(said @ Notice::WithOthers(_)) if saves => state.notice = Some(said),
        Some(said) if saves => state.notice = Some(Notice::WithOthers(Box::new(said))),
        kept @ Some(Notice::Editor(_) | Notice::NotTakenBack) => state.notice = kept,
        Some(_) | None => state.notice = Some(Notice::Read),
    }
}

/// An item of the old programme as it is addressed in the new one.
fn moved(item: &ItemAddress, old: &Programme, new: &Programme) -> Option<ItemAddress> {
    let change = Change::Field { item: item.clone(), field: ItemField::Owner, to: None };
    change.moved(old, new).ok()?.item().cloned()
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
