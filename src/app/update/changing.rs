//! Changing: a step patches the text, which is then read again and saved; undo and redo.
//!
//! Never decides what a key means, and never what becomes of a change that meets somebody else's.

use crate::app::access::Need;
use crate::app::history::{self, Made, Operation, Step, Stuck};
use crate::app::state::{Origin, State};
use crate::app::{Action, Effect, SaveFailure};
use crate::figures::derive;
use crate::wording::{Barred, Notice};

/// How often a save is tried again because others keep changing the file in between.
const MOST_TRIES: u8 = 50;

/// Whether the programme may be changed now; else it is said why not.
pub(super) fn allowed(state: &mut State) -> bool {
    let why = if state.broken.is_some() {
        // The text shown is not the one that is there.
        Some(Notice::Broken)
    } else if !state.allows(Need::Writing) {
        Some(Notice::Barred(Barred::Changes))
    } else {
        None
    };
    let allowed = why.is_none();
    state.notice = why.or(state.notice.take());
    allowed
}

/// Makes a step and asks for it to be saved; `said` is the answer to the user. A step that cannot be made
/// changes nothing, and it is said why.
pub(super) fn make(state: &mut State, step: Step, said: impl FnOnce(&State) -> Notice) -> Option<Effect> {
    match state.history.make(&mut state.good, &step) {
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            return None;
        }
        Ok(Made::Nothing) => {
            state.notice = Some(Notice::SaysSo);
            return None;
        }
        Ok(Made::Edit) => {}
    }
    refresh(state);
    state.draft = None;
    state.notice = Some(said(state));
    state.pending.push(Operation::Make(step));
    save(state)
}

/// Makes a step that is taken back together with the one before it.
pub(super) fn extend(state: &mut State, step: Step, said: impl FnOnce(&State) -> Notice) -> Option<Effect> {
    let made = state.history.done.len();
    let effect = make(state, step, said);
    if state.history.done.len() > made && made > 0 {
        state.history.join_last_two();
        if let Some(Operation::Make(step)) = state.pending.pop() {
            history::extend(&mut state.pending, step);
        }
    }
    effect
}

/// Takes the last step back, or makes it again.
pub(super) fn step(state: &mut State, action: Action) -> Option<Effect> {
    if !allowed(state) {
        return None;
    }
    let undoes = action == Action::Undo;
    let count = state.good.programme.initiatives.len();
    let stepped =
        if undoes { state.history.undo(&mut state.good) } else { state.history.redo(&mut state.good) };
    let said = match stepped {
        Ok(step) if undoes => {
            let said = Notice::Undone(step.what.clone());
            history::take_back(&mut state.pending, step);
            said
        }
        Ok(step) => {
            let said = Notice::Redone(step.what.clone());
            history::make_again(&mut state.pending, step);
            said
        }
        Err(stuck) => {
            state.notice = Some(match (stuck, undoes) {
                (Stuck::Nothing, true) => Notice::NothingToUndo,
                (Stuck::Nothing, false) => Notice::NothingToRedo,
                (Stuck::Changed, true) => Notice::NotTakenBack,
                (Stuck::Changed, false) => Notice::NotMadeAgain,
            });
            return None;
        }
    };
    refresh(state);
    if state.good.programme.initiatives.len() != count {
        // One came or went: the list is another.
        state.sort_around_chosen();
    }
    state.draft = None;
    state.notice = Some(said);
    save(state)
}

/// The text has changed: everything that is computed from it is computed anew. The order of lists stays.
pub(super) fn refresh(state: &mut State) {
    state.figures = derive(&state.good.programme, state.figures.today);
}

/// Asks for the text to be written, where there is a file to write to.
pub(super) fn save(state: &mut State) -> Option<Effect> {
    if !matches!(state.origin, Origin::File(_)) {
        state.pending.clear();
        return None;
    }
    if state.good.source.text() == state.disk {
        // Everything was taken back: the file says it already.
        saved(state, state.disk.clone());
        return None;
    }
    Some(Effect::Save { before: state.disk.clone(), text: state.good.source.text().to_owned() })
}

/// The text is on the disk.
pub(super) fn saved(state: &mut State, text: String) {
    state.disk = text;
    state.history_on_disk = state.history.clone();
    state.pending.clear();
    state.save_failure = None;
    state.tries = 0;
}

/// A save did not succeed. Where somebody else has changed the file it is read, and what was done here is done
/// again on what they wrote.
pub(super) fn not_saved(state: &mut State, failure: SaveFailure) -> Option<Effect> {
    let again = failure == SaveFailure::ChangedByAnother && state.tries < MOST_TRIES;
    if again {
        state.tries += 1;
        return Some(Effect::Reload);
    }
    state.tries = 0;
    state.save_failure = Some(failure);
    None
}
