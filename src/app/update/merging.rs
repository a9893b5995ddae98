//! Merging: somebody else has changed the file. What was done here and is not on the disk yet is done again
//! on what they wrote, by item and field, not by line.
//!
//! Never overwrites what they set: a step that meets it waits for the user's choice.

use super::changing;
use crate::app::Effect;
use crate::app::clash::Clash;
use crate::app::history::{Made, Operation, Step, Version};
use crate::app::state::State;
use crate::document::{Change, Reading, RefusalReason, Shift, edit, read_on};
use crate::programme::Programme;
use crate::wording::Notice;
use std::sync::Arc;

/// Takes the text somebody else wrote, with everything done here that is not on the disk yet made on it again.
/// Asks for that to be saved, where there is any; and hands out what was shown before.
pub(super) fn onto(state: &mut State, theirs: Reading) -> (Option<Effect>, Arc<Reading>) {
    let pending = std::mem::take(&mut state.store.pending);
    // Without anything pending the good text is the one on the disk.
    let own = (!pending.is_empty()).then(|| read_on(&state.store.disk, state.figures().today));
    let before = own.as_ref().map_or(state.programme(), |own| &own.programme);
    let history = &state.store.history_on_disk;
    let history = if history.is_empty() {
        history.clone()
    } else {
        let shift = Shift::between(&state.store.disk, theirs.source.text());
        history.carried(&shift, before, &theirs.programme)
    };
    let history_before = std::mem::replace(&mut state.store.history_on_disk, history.clone());
    state.keep_as_on_disk(theirs.source.text().to_owned());
    let own = Version { reading: Arc::new(own.unwrap_or_default()), history: history_before };
    follow(state, own, Version { reading: Arc::new(theirs), history }, pending)
}

/// Does again on `new` what was done on `own`, until something clashes, and shows what comes of it in the place of what
/// was shown before.
fn follow(
    state: &mut State,
    mut own: Version,
    mut new: Version,
    todo: Vec<Operation>,
) -> (Option<Effect>, Arc<Reading>) {
    let mut todo = todo.into_iter();
    while let Some(operation) = todo.next() {
        match again(operation, &mut own, &mut new) {
            Again::Done(operation) => state.store.pending.extend(operation),
            Again::Dropped(notice) => state.say(notice),
            Again::Clash(step) => {
                // One after the other: what waited already waits behind what waits now.
                let behind = state.store.clash.take().map(Box::new);
                state.store.clash = Some(Clash { step, own, rest: todo.collect(), behind });
                break;
            }
        }
    }
    let shown = state.document.replace(new.reading);
    state.store.history = new.history;
    let to_save = !state.store.pending.is_empty() && state.session.origin.is_file();
    (to_save.then(|| changing::save(state)).flatten(), shown)
}

/// How doing something again came out.
enum Again {
    /// It was done; none where nothing was left to do.
    Done(Option<Operation>),
    Dropped(Notice),
    Clash(Step),
}

fn again(operation: Operation, own: &mut Version, new: &mut Version) -> Again {
    let (step, extends) = match operation {
        Operation::Make(step) => (step, false),
        // What it went with is on top, unless somebody else changed that: then it stands alone.
        Operation::Extend(step) => (step, !new.history.done.is_empty()),
        Operation::Undo(_) => {
            // Here it is exact, for it was done before.
            let _ = own.history.undo(&mut own.reading);
            return match new.history.undo(&mut new.reading) {
                Ok(step) => Again::Done(Some(Operation::Undo(step))),
                Err(_) => Again::Dropped(Notice::NotTakenBack),
            };
        }
    };
    match repeat(&step, own, new, Change::rebase) {
        Ok((step, Made::Edit)) if extends => {
            new.history.join_last_two();
            Again::Done(Some(Operation::Extend(step)))
        }
        Ok((step, Made::Edit)) => Again::Done(Some(Operation::Make(step))),
        Ok((_, Made::Nothing)) => Again::Done(None),
        Err(_) => Again::Clash(step),
    }
}

/// How a change is found again in a newer programme.
type FindAgain = fn(&Change, &Programme, &Programme) -> Result<Change, RefusalReason>;

/// Makes a step of `own` on `new` as well, all of its changes or none: the step as it is for `new`, and whether
/// anything was left to do.
fn repeat(
    step: &Step,
    own: &mut Version,
    new: &mut Version,
    find: FindAgain,
) -> Result<(Step, Made), RefusalReason> {
    let (mut mine, mut theirs) = (Arc::clone(&own.reading), Arc::clone(&new.reading));
    let (mut own_patches, mut patches) = (Vec::new(), Vec::new());
    let mut changes = Vec::new();
    for change in &step.changes {
        let found = find(change, &mine.programme, &theirs.programme)?;
        let made = edit(&theirs, &found).map_err(|refusal| refusal.reason)?;
        let before = edit(&mine, change).map_err(|refusal| refusal.reason)?;
        patches.push(made.patch);
        own_patches.push(before.patch);
        (mine, theirs) = (Arc::new(before.reading), Arc::new(made.reading));
        changes.push(found);
    }
    let found = Step { changes, what: step.what.clone() };
    let _ = own.history.made(own_patches, step);
    let made = new.history.made(patches, &found);
    (own.reading, new.reading) = (mine, theirs);
    Ok((found, made))
}

/// Asks which of two wishes shall stand: this step, or what somebody else has set and is in the text already.
pub(super) fn ask(state: &mut State, step: Step) {
    let own = current(state);
    let behind = state.store.clash.take().map(Box::new);
    state.store.clash = Some(Clash { step, own, rest: Vec::new(), behind });
}

/// Decides a clash: writes what was wanted here over what somebody else set.
pub(super) fn mine(state: &mut State) -> Option<Effect> {
    let Clash { step, mut own, rest, behind } = state.store.clash.take()?;
    let mut new = current(state);
    let Ok((made, _)) = repeat(&step, &mut own, &mut new, Change::moved) else {
        state.store.clash = Some(Clash { step, own, rest, behind });
        return state.answer(Notice::CannotBeMine);
    };
    state.store.clash = behind.map(|behind| *behind);
    state.say(Notice::Mine(made.what.clone()));
    state.store.pending.push(Operation::Make(made));
    follow(state, own, new, rest).0
}

/// Decides a clash: keeps what somebody else set, and lets go of what was wanted here.
pub(super) fn theirs(state: &mut State) -> Option<Effect> {
    let Clash { step, mut own, rest, behind } = state.store.clash.take()?;
    let new = current(state);
    state.say(Notice::Theirs(step.what.clone()));
    let _ = own.history.make(&mut own.reading, &step);
    state.store.clash = behind.map(|behind| *behind);
    follow(state, own, new, rest).0
}

fn current(state: &State) -> Version {
    Version { reading: Arc::clone(&state.document.reading), history: state.store.history.clone() }
}
