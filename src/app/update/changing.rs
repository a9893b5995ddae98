//! Changing: a step patches the text, which is then read again and saved; undo and redo.
//!
//! Never decides what a key means, and never what becomes of a change that meets somebody else's.

use crate::app::history::{Operation, Step};
use crate::app::state::{Access, Origin, State};
use crate::app::{Action, Effect, SaveFailure};
use crate::figures::derive;
use crate::wording::Notice;

/// How often a save is tried again because others keep changing the file in between.
const MOST_TRIES: u8 = 50;

/// Whether the programme may be changed now; else it is said why not.
pub(super) fn allowed(state: &mut State) -> bool {
    let why = if state.broken.is_some() {
        // The text shown is not the one that is there.
        Some(Notice::Broken)
    } else if state.access == Access::ReadOnly {
        Some(Notice::ReadOnly)
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
    if let Err(refusal) = state.history.make(&mut state.good, &step) {
        state.notice = Some(Notice::Refused(refusal));
        return None;
    }
    refresh(state);
    state.notice = Some(said(state));
    state.pending.push(Operation::Make(step));
    save(state)
}

/// Takes the last step back, or makes it again.
pub(super) fn step(state: &mut State, action: Action) -> Option<Effect> {
    if !allowed(state) {
        return None;
    }
    let (what, none, operation) = if action == Action::Undo {
        let what = state.history.undo(&mut state.good);
        (what.map(Notice::Undone), Notice::NothingToUndo, Operation::Undo)
    } else {
        let what = state.history.redo(&mut state.good);
        (what.map(Notice::Redone), Notice::NothingToRedo, Operation::Redo)
    };
    let Some(said) = what else {
        state.notice = Some(none);
        return None;
    };
    refresh(state);
    state.notice = Some(said);
    state.pending.push(operation);
    save(state)
}

/// The text has changed: everything that is computed from it is computed anew. The order of lists stays.
pub(super) fn refresh(state: &mut State) {
    state.figures = derive(&state.good.programme, state.figures.today);
}

/// Asks for the text to be written, where there is a file to write to.
pub(super) fn save(state: &mut State) -> Option<Effect> {
    if matches!(state.origin, Origin::File(_)) {
        return Some(Effect::Save { before: state.disk.clone(), text: state.good.source.text().to_owned() });
    }
    state.pending.clear();
    None
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
