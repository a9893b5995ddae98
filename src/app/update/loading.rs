//! Loading: the file was read again, because it was asked for or because somebody else changed it.
//!
//! A text that can be read becomes the good one, with everything done here that is not on the disk yet done
//! again on it. Whatever else is there stands beside the good one as broken, and the good one goes on belonging
//! to the text it was read from, so that no save can take the broken one's place.

use super::{changing, forming, merging, restoring};
use crate::app::event::{Cause, Loaded};
use crate::app::state::State;
use crate::app::{Broken, Effect, Outage};
use crate::document::{Change, ItemAddress, Reading, read_on};
use crate::programme::Programme;
use crate::wording::Notice;
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;

/// Takes what the file holds now. Asks for a save where something done here is not in it yet.
pub(super) fn loaded(state: &mut State, loaded: Loaded, at: NaiveDateTime, cause: Cause) -> Option<Effect> {
    state.store.outdated = false;
    if state.store.saving.is_some() {
        // What was read may be the text from before the save that is on its way.
        state.store.read_after = true;
        return None;
    }
    let effect = take_in(state, loaded, at, cause);
    if effect.is_none() {
        // Nothing is tried again.
        state.store.tries = 0;
    }
    effect.or_else(|| changing::leave(state))
}

fn take_in(state: &mut State, loaded: Loaded, at: NaiveDateTime, cause: Cause) -> Option<Effect> {
    match loaded {
        Loaded::Text(reading) => return text(state, *reading, at, cause),
        Loaded::Known(text) if says_nothing_new(state, &text) => nothing_new(state, text, at, cause),
        // Something was done meanwhile: it belongs on what the text means.
        Loaded::Known(_) => return Some(Effect::Reload),
        Loaded::Missing => {
            out_of_reach(state, Reading::default(), Outage::Gone, at);
            say(state, cause, Notice::Gone);
        }
        Loaded::Unreadable { why, line, help } => {
            say(state, cause, Notice::CannotRead(why.clone()));
            out_of_reach(state, Reading::default(), Outage::Refused { why, line, help }, at);
        }
    }
    None
}

fn text(state: &mut State, reading: Reading, at: NaiveDateTime, cause: Cause) -> Option<Effect> {
    if cause == Cause::Started && !reading.unreadable {
        state.keep_as_on_disk(reading.source.text().to_owned());
        state.document.replace(Arc::new(reading));
        state.document.stands_beside(None);
        state.begin_with_rows();
        state.store.read_at = Some(at);
        return None;
    }
    if says_nothing_new(state, reading.source.text()) {
        nothing_new(state, reading.source.text().to_owned(), at, cause);
        return None;
    }
    let today = state.figures().today;
    // Another day may have begun while the text was read.
    let reading = if reading.today == Some(today) { reading } else { read_on(reading.source.text(), today) };
    // What waits to be written goes into no text that is broken somewhere, though its sound sections could be
    // shown.
    let waits = !state.store.pending.is_empty() && !reading.can_be_changed();
    if reading.unreadable || waits {
        say(state, cause, Notice::Read);
        out_of_reach(state, reading, Outage::Text, at);
        return None;
    }
    state.store.read_at = Some(at);
    state.store.renewed_at = (cause == Cause::Touched).then_some(at);
    take(state, reading, cause)
}

/// Whether the file holds what is shown. With something pending it was somebody else who wrote the very same.
fn says_nothing_new(state: &State, text: &str) -> bool {
    state.has_good_text() && text == state.text() && state.store.pending.is_empty()
}

/// The file holds what is shown.
fn nothing_new(state: &mut State, text: String, at: NaiveDateTime, cause: Cause) {
    state.keep_as_on_disk(text);
    state.store.in_step();
    state.store.read_at = Some(at);
    state.document.stands_beside(None);
    state.dialogue.notice.take_if(|said| said.is_about_an_outage());
    say(state, cause, Notice::Unchanged);
}

/// Another day has begun: what lies ahead is another matter now, in the good text and in a broken one.
pub(super) fn another_day(state: &mut State, today: NaiveDate) {
    let place = restoring::place(state);
    state.document.count_from(today);
    restoring::restore(state, &place);
}

/// Says what came of reading that was asked for, unless it is to be said why the editor failed just before.
fn say(state: &mut State, cause: Cause, notice: Notice) {
    if cause == Cause::Asked && !matches!(state.dialogue.notice, Some(Notice::Editor(_))) {
        state.say(notice);
    }
}

/// What cannot be read leaves the good view as it is. The time it began stays, whatever is the matter now;
/// but being gone has a time of its own.
fn out_of_reach(state: &mut State, reading: Reading, outage: Outage, at: NaiveDateTime) {
    let is_gone = outage == Outage::Gone;
    let before = state.document.broken.take().filter(|before| (before.outage == Outage::Gone) == is_gone);
    let since = before.and_then(|before| before.since).or(Some(at));
    state.document.stands_beside(Some(Broken { reading, outage, since }));
    restoring::within_reach(state);
}

/// The text becomes the good one; what is open stays open, at the same items.
fn take(state: &mut State, reading: Reading, cause: Cause) -> Option<Effect> {
    let place = restoring::place(state);
    state.document.stands_beside(None);
    state.store.save_failure = None;
    let is_by_others = reading.source.text() != state.store.disk;
    let (effect, before_it) = merging::onto(state, reading);
    let old = &before_it.programme;
    if is_by_others {
        say_merged(state, cause, effect.is_some());
    } else if state.dialogue.notice.is_none() {
        say(state, cause, Notice::Unchanged);
    }
    let (mut before, mut dialogue) =
        (std::mem::take(&mut state.store.before), std::mem::take(&mut state.dialogue));
    let new = state.programme();
    before.retain_mut(|(item, _)| moved(item, old, new).map(|found| *item = found).is_some());
    // What was gone before may be back.
    forming::follow(&mut dialogue, |item| moved(item, old, new).or_else(|| moved(item, new, new)));
    (state.store.before, state.dialogue) = (before, dialogue);
    state.sort();
    restoring::restore(state, &place);
    effect
}

/// Says that the file was read, beside what is to be said of the change that is saved with it.
fn say_merged(state: &mut State, cause: Cause, saves: bool) {
    if state.store.clash.is_some() {
        state.dialogue.notice = None;
        return;
    }
    match state.dialogue.notice.take() {
        Some(said @ (Notice::NotTakenBack | Notice::LeavesAfter)) => state.say(said),
        Some(Notice::WithOthers(said)) if saves => state.say(Notice::WithOthers(said)),
        Some(said) if saves => state.say(Notice::WithOthers(Box::new(said))),
        said => {
            // Whether what was said of a change still holds, nobody knows now.
            state.dialogue.notice =
                said.filter(|said| !said.is_about_a_change() && !said.is_about_an_outage());
            say(state, cause, Notice::Read);
        }
    }
}

/// An item of the old programme as it is addressed in the new one.
fn moved(item: &ItemAddress, old: &Programme, new: &Programme) -> Option<ItemAddress> {
    let change = Change::Field { item: item.clone(), key: "owner", to: None };
    change.moved(old, new).ok()?.item().cloned()
}
