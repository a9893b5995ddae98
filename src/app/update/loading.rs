//! Loading: the file was read again, because it was asked for or because somebody else changed it.
//!
//! A text that can be read becomes the good one; whatever else is there stands beside it as broken, and the
//! good one goes on belonging to the text it was read from, so that no save can take the broken one's place.

use super::keeping;
use crate::app::event::{Cause, Loaded};
use crate::app::state::State;
use crate::app::{Broken, Outage, SaveFailure};
use crate::document::{Reading, read};
use crate::figures::derive;
use crate::wording::Notice;
use chrono::NaiveDateTime;

/// Takes what the file holds now.
pub(super) fn loaded(state: &mut State, loaded: Loaded, at: NaiveDateTime, cause: Cause) {
    match loaded {
        Loaded::Text(text) => self::text(state, text, at, cause),
        Loaded::Missing => {
            out_of_reach(state, Reading::default(), Outage::Gone, at);
            say(state, cause, Notice::Gone);
        }
        Loaded::Unreadable { why, line, help } => {
            say(state, cause, Notice::CannotRead(why.clone()));
            out_of_reach(state, Reading::default(), Outage::Refused { why, line, help }, at);
        }
    }
}

fn text(state: &mut State, text: String, at: NaiveDateTime, cause: Cause) {
    if state.has_good_text() && text == state.good.source.text() {
        state.disk = text;
        state.read_at = Some(at);
        state.broken = None;
        state.save_failure = None;
        return say(state, cause, Notice::Unchanged);
    }
    let reading = read(&text);
    if reading.unreadable {
        say(state, cause, Notice::Read);
        return out_of_reach(state, reading, Outage::Text, at);
    }
    if cause == Cause::Touched && state.unsaved() {
        return meets_unsaved(state, &text, at);
    }
    say(state, cause, Notice::Read);
    take(state, reading, text);
    state.read_at = Some(at);
    state.renewed_at = (cause == Cause::Touched).then_some(at);
}

/// Somebody else changed the file while a change made here is not in it. Here the two are to be brought
/// together; until then nothing is lost: the change stays in memory, and it is said that it is not saved.
fn meets_unsaved(state: &mut State, theirs: &str, at: NaiveDateTime) {
    state.broken = None;
    if theirs == state.disk {
        state.read_at = Some(at);
    } else {
        state.save_failure = Some(SaveFailure::ChangedByAnother);
    }
}

/// Says what came of reading that was asked for, unless it is to be said why the editor failed just before.
fn say(state: &mut State, cause: Cause, notice: Notice) {
    if cause == Cause::Asked && !matches!(state.notice, Some(Notice::Editor(_))) {
        state.notice = Some(notice);
    }
}

/// What cannot be read leaves the good view as it is. The time it began stays, whatever is the matter now;
/// but being gone has a time of its own.
fn out_of_reach(state: &mut State, reading: Reading, outage: Outage, at: NaiveDateTime) {
    let is_gone = outage == Outage::Gone;
    let before = state.broken.take().filter(|before| (before.outage == Outage::Gone) == is_gone);
    let since = before.and_then(|before| before.since).or(Some(at));
    state.broken = Some(Broken { reading, outage, since });
    keeping::within_reach(state);
}

/// The text becomes the good one; what is open stays open, at the same items.
fn take(state: &mut State, reading: Reading, text: String) {
    let place = keeping::place(state);
    state.good = reading;
    state.disk = text;
    state.broken = None;
    state.figures = derive(&state.good.programme, state.figures.today);
    state.save_failure = None;
    state.done.clear();
    state.undone.clear();
    state.before.clear();
    state.sort();
    keeping::restore(state, &place);
}
