//! Merging: somebody else has changed the file. What was done here and is not on the disk yet is done again
//! on what they wrote, by item and field, not by line.
//!
//! Never overwrites what they set: a step that meets it waits for the user's choice.

use super::changing;
use crate::app::history::{Operation, Step, Version};
use crate::app::state::{Clash, Origin, State};
use crate::app::{Action, Effect};
use crate::document::{Change, Programme, Reading, RefusalReason, Shift, edit, read};
use crate::wording::Notice;

/// Takes the text somebody else wrote, with everything done here that is not on the disk yet made on it again.
/// Asks for that to be saved, where there is any.
pub(super) fn onto(state: &mut State, theirs: Reading) -> Option<Effect> {
    let shift = Shift::between(&state.disk, theirs.source.text());
    let history = state.history_on_disk.carried(&shift);
    let pending = std::mem::take(&mut state.pending);
    let own = if pending.is_empty() {
        Version::default()
    } else {
        Version { reading: read(&state.disk), history: std::mem::take(&mut state.history_on_disk) }
    };
    theirs.source.text().clone_into(&mut state.disk);
    state.history_on_disk = history.clone();
    follow(state, own, Version { reading: theirs, history }, pending)
}

/// Does again on `new` what was done on `own`, until something clashes.
fn follow(state: &mut State, mut own: Version, mut new: Version, todo: Vec<Operation>) -> Option<Effect> {
    let waiting = state.clash.take();
    let mut todo = todo.into_iter();
    while let Some(operation) = todo.next() {
        match again(operation, &mut own, &mut new) {
            Again::Done(operation) => state.pending.push(operation),
            Again::Dropped(notice) => state.notice = Some(notice),
            Again::Clash(step) => {
                state.clash = Some(Clash { step, own, rest: todo.collect() });
                break;
            }
        }
    }
    (state.good, state.history) = (new.reading, new.history);
    state.clash = match (state.clash.take(), waiting) {
        // One after the other: what waited already waits behind what waits now.
        (Some(mut clash), Some(before)) => {
            clash.rest.push(Operation::Make(before.step));
            clash.rest.extend(before.rest);
            Some(clash)
        }
        (clash, waiting) => clash.or(waiting),
    };
    changing::refresh(state);
    let to_save = !state.pending.is_empty() && matches!(state.origin, Origin::File(_));
    to_save.then(|| changing::save(state)).flatten()
}

/// How doing something again came out.
enum Again {
    Done(Operation),
    Dropped(Notice),
    Clash(Step),
}

fn again(operation: Operation, own: &mut Version, new: &mut Version) -> Again {
    match operation {
        Operation::Make(step) => match repeat(&step, own, new, Change::rebase) {
            Ok(step) => Again::Done(Operation::Make(step)),
            Err(_) => Again::Clash(step),
        },
        Operation::Undo => {
            own.history.undo(&mut own.reading);
            match new.history.undo(&mut new.reading) {
                Some(_) => Again::Done(Operation::Undo),
                None => Again::Dropped(Notice::NotTakenBack),
            }
        }
        Operation::Redo => {
            own.history.redo(&mut own.reading);
            match new.history.redo(&mut new.reading) {
                Some(_) => Again::Done(Operation::Redo),
                None => Again::Dropped(Notice::NotTakenBack),
            }
        }
    }
}

/// How a change is found again in a newer programme.
type Find = fn(&Change, &Programme, &Programme) -> Result<Change, RefusalReason>;

/// Makes a step of `own` on `new` as well, all of its changes or none: the step as it is for `new`.
fn repeat(step: &Step, own: &mut Version, new: &mut Version, find: Find) -> Result<Step, RefusalReason> {
    let (mut mine, mut theirs) = (own.reading.clone(), new.reading.clone());
    let (mut own_patches, mut patches) = (Vec::new(), Vec::new());
    let mut changes = Vec::new();
    for change in &step.changes {
        let found = find(change, &mine.programme, &theirs.programme)?;
        let made = edit(&theirs, &found).map_err(|refusal| refusal.reason)?;
        let before = edit(&mine, change).map_err(|refusal| refusal.reason)?;
        patches.push(made.patch);
        own_patches.push(before.patch);
        (mine, theirs) = (before.reading, made.reading);
        changes.push(found);
    }
    own.history.made(own_patches, &step.what);
    new.history.made(patches, &step.what);
    (own.reading, new.reading) = (mine, theirs);
    Ok(Step { changes, what: step.what.clone() })
}

/// Decides a clash: what was wanted here is written, or what somebody else set stays.
pub(super) fn choose(state: &mut State, action: Action) -> Option<Effect> {
    if action == Action::Mine { mine(state) } else { theirs(state) }
}

/// Writes what was wanted here over what somebody else set.
fn mine(state: &mut State) -> Option<Effect> {
    let Clash { step, mut own, rest } = state.clash.take()?;
    let mut new = current(state);
    let Ok(made) = repeat(&step, &mut own, &mut new, Change::moved) else {
        (state.good, state.history) = (new.reading, new.history);
        state.clash = Some(Clash { step, own, rest });
        state.notice = Some(Notice::CannotBeMine);
        return None;
    };
    state.notice = Some(Notice::Mine(made.what.clone()));
    state.pending.push(Operation::Make(made));
    follow(state, own, new, rest)
}

/// Keeps what somebody else set, and lets go of what was wanted here.
fn theirs(state: &mut State) -> Option<Effect> {
    let Clash { step, mut own, rest } = state.clash.take()?;
    let mut new = current(state);
    state.notice = Some(Notice::Theirs(step.what.clone()));
    let _ = own.history.make(&mut own.reading, &step);
    if !rest.is_empty() {
        // What comes next may take this step back, which then is nothing.
        new.history.made(Vec::new(), &step.what);
    }
    follow(state, own, new, rest)
}

fn current(state: &mut State) -> Version {
    Version { reading: std::mem::take(&mut state.good), history: std::mem::take(&mut state.history) }
}
