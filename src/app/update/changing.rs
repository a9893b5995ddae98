//! Changing: a step patches the text, which is then read again and saved; undo and redo.
//!
//! Never decides what a key means, and never what becomes of a change that meets somebody else's.

use super::timing;
use crate::app::access::Need;
use crate::app::history::{self, Made, Operation, Saving, Step, Stuck};
use crate::app::state::State;
use crate::app::{Action, Effect, SaveFailure};
use crate::wording::{Barred, Notice};

/// How often a save is tried again because others keep changing the file in between.
const MOST_TRIES: u8 = 50;

/// Whether the programme may be changed now; else it is said why not.
pub(super) fn allowed(state: &mut State) -> bool {
    let why = if state.document.broken.is_some() {
        // The text shown is not the one that is there.
        Some(Notice::Broken)
    } else if !state.allows(Need::Writing) {
        Some(Notice::Barred(Barred::Changes))
    } else {
        None
    };
    let allowed = why.is_none();
    state.dialogue.notice = why.or(state.dialogue.notice.take());
    allowed
}

/// Makes a step and asks for it to be saved; `said` is the answer to the user. A step that cannot be made
/// changes nothing, and it is said why.
pub(super) fn make(state: &mut State, step: Step, said: impl FnOnce(&State) -> Notice) -> Option<Effect> {
    made(state, step, said).then(|| save(state)).flatten()
}

/// The same, not saved yet: whether it was made.
fn made(state: &mut State, step: Step, said: impl FnOnce(&State) -> Notice) -> bool {
    match state.document.change(|reading| state.store.history.make(reading, &step)) {
        Err(refusal) => {
            state.say(Notice::Refused(refusal));
            return false;
        }
        Ok(Made::Nothing) => {
            state.say(Notice::SaysSo);
            return false;
        }
        Ok(Made::Edit) => {}
    }
    state.dialogue.draft = None;
    state.say(said(state));
    state.store.pending.push(Operation::Make(step));
    true
}

/// Makes a step that is taken back together with the one before it.
pub(super) fn extend(state: &mut State, step: Step, said: impl FnOnce(&State) -> Notice) -> Option<Effect> {
    let before = state.store.history.done.len();
    if !made(state, step, said) {
        return None;
    }
    if before > 0 {
        state.store.history.join_last_two();
        if let Some(Operation::Make(step)) = state.store.pending.pop() {
            history::extend(&mut state.store.pending, step);
        }
    }
    save(state)
}

/// Takes the last step back, or makes it again.
pub(super) fn step(state: &mut State, action: Action) -> Option<Effect> {
    if !allowed(state) {
        return None;
    }
    let undoes = action == Action::Undo;
    let count = state.programme().initiatives.len();
    let history = &mut state.store.history;
    let stepped = state.document.change(|text| if undoes { history.undo(text) } else { history.redo(text) });
    let step = match stepped {
        Ok(step) => step,
        Err(stuck) => {
            return state.answer(match (stuck, undoes) {
                (Stuck::Nothing, true) => Notice::NothingToUndo,
                (Stuck::Nothing, false) => Notice::NothingToRedo,
                (Stuck::Changed, true) => Notice::NotTakenBack,
                (Stuck::Changed, false) => Notice::NotMadeAgain,
            });
        }
    };
    let what = step.what.clone();
    if undoes {
        history::take_back(&mut state.store.pending, step);
    } else {
        history::make_again(&mut state.store.pending, step);
    }
    if state.programme().initiatives.len() != count {
        // One came or went: the list is another.
        state.sort_around_chosen();
    }
    state.dialogue.draft = None;
    state.say(if undoes { Notice::Undone(what) } else { Notice::Redone(what) });
    save(state)
}

/// Asks for the text to be written, where there is a file to write to. One save at a time: what is done while
/// one is on its way is asked for when its answer is there, and what is done while the file is read again because
/// somebody else has changed it, when that was read.
pub(super) fn save(state: &mut State) -> Option<Effect> {
    if !state.session.origin.is_file() {
        state.store.pending.clear();
        return None;
    }
    if state.store.is_saving() {
        return None;
    }
    if state.is_on_disk() {
        // Everything was taken back: the file says it already.
        state.store.in_step();
        return None;
    }
    let operations = std::mem::take(&mut state.store.pending);
    state.store.saving = Some(Saving { operations, history: state.store.history.clone() });
    Some(Effect::Save { before: state.store.disk.clone(), text: state.text().to_owned() })
}

/// A text is on the disk. What was done since it was asked for is saved next; then the file is read, if that was
/// asked for meanwhile.
pub(super) fn saved(state: &mut State, text: String) -> Option<Effect> {
    state.keep_as_on_disk(text);
    state.store.save_failure = None;
    state.store.tries = 0;
    if let Some(saving) = state.store.saving.take() {
        state.store.history_on_disk = saving.history;
    }
    let next = if state.store.pending.is_empty() { None } else { save(state) };
    next.or_else(|| leave(state))
        .or_else(|| std::mem::take(&mut state.store.read_after).then_some(Effect::Reload))
}

/// A save did not succeed. Where somebody else has changed the file it is read, and what was done here is done
/// again on what they wrote.
pub(super) fn not_saved(state: &mut State, failure: SaveFailure) -> Option<Effect> {
    if let Some(saving) = state.store.saving.take() {
        state.store.pending = history::joined(saving.operations, std::mem::take(&mut state.store.pending));
    }
    let again = failure == SaveFailure::ChangedByAnother && state.store.tries < MOST_TRIES;
    if again {
        state.store.tries += 1;
        state.store.outdated = true;
        return Some(Effect::Reload);
    }
    state.store.tries = 0;
    state.store.save_failure = Some(failure);
    leave(state);
    let again = passes(state).then_some(Effect::Timer { seconds: Some(PASSED) });
    let again = if timing::is_playing(state) { timing::timer(state) } else { again };
    std::mem::take(&mut state.store.read_after).then_some(Effect::Reload).or(again)
}

/// Leaves where that waited for a save, now that none is on its way; asks once more if that would lose something.
pub(super) fn leave(state: &mut State) -> Option<Effect> {
    if state.dialogue.notice != Some(Notice::LeavesAfter) || state.store.saving.is_some() {
        return None;
    }
    if state.unsaved() { state.answer(Notice::QuitLoses) } else { Some(Effect::Quit) }
}

/// A save that met somebody else who writes is tried again: they may be done, and nobody be there to ask for it.
pub(super) fn try_again(state: &mut State) -> Option<Effect> {
    if passes(state) && !state.store.pending.is_empty() { save(state) } else { None }
}

/// Whether why the last save failed passes by itself.
const fn passes(state: &State) -> bool {
    use SaveFailure::{ChangedByAnother, Locked, LockedBy};
    matches!(state.store.save_failure, Some(ChangedByAnother | Locked | LockedBy(_)))
}

/// Seconds after which that is tried.
const PASSED: u16 = 3;
