//! Ticking: a change is a patch to the text, which is then read again and saved.

use crate::app::Effect;
use crate::app::state::{Access, Edit, Origin, State};
use crate::document::{
    Change, InitiativeStatus, ItemAddress, NewStanding, Patch, Reading, Section, Standing, edit, read,
};
use crate::figures::derive;
use crate::wording::{Notice, Pointer, initiative_status, progress_word};

/// Completes the chosen initiative, or reopens it to the status it had.
pub(super) fn tick(state: &mut State) -> Option<Effect> {
    if refused_while_broken(state) {
        return None;
    }
    let Some(Pointer::Initiative(index)) = state.chosen() else {
        state.notice = Some(Notice::NothingToTick);
        return None;
    };
    if state.access == Access::ReadOnly {
        state.notice = Some(Notice::ReadOnly);
        return None;
    }
    let standing = state.good.programme.initiatives.get(index).map(|item| item.standing.clone())?;
    let to = match next(state, index, &standing) {
        Ok(to) => to,
        Err(notice) => {
            state.notice = Some(notice);
            return None;
        }
    };
    change(state, index, to, &standing)
}

/// Where a tick leads from here, or why it leads nowhere.
fn next(state: &State, index: usize, standing: &Standing) -> Result<NewStanding, Notice> {
    let earlier = state.before.iter().rev().find(|(at, _)| *at == index).map(|(_, earlier)| *earlier);
    let completed = NewStanding::Status(InitiativeStatus::Completed);
    match standing {
        Standing::NotGiven | Standing::Both(..) => Ok(completed),
        Standing::Done(done) => Ok(NewStanding::Done(!done.value)),
        Standing::Status(status) => match status.value {
            InitiativeStatus::Announced | InitiativeStatus::Agreed | InitiativeStatus::InProgress => {
                Ok(completed)
            }
            InitiativeStatus::Completed => {
                Ok(earlier.unwrap_or(NewStanding::Status(InitiativeStatus::Agreed)))
            }
            resting @ (InitiativeStatus::OnHold | InitiativeStatus::Cancelled) => {
                Err(Notice::Resting(initiative_status(resting)))
            }
        },
    }
}

fn change(state: &mut State, initiative: usize, to: NewStanding, from: &Standing) -> Option<Effect> {
    let item = ItemAddress::new(&state.good.programme, Section::Initiatives, initiative)?;
    let title = item.title.clone();
    let edited = match edit(&state.good, &Change::Standing { item, to }) {
        Ok(edited) => edited,
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            return None;
        }
    };
    if let Some(earlier) = kept(from) {
        state.before.push((initiative, earlier));
    }
    take(state, edited.reading);
    let status = state.figures.initiatives.get(initiative).map_or("", progress_word);
    state.done.push(Edit { patch: edited.patch, what: format!("{title}: {status}") });
    state.undone.clear();
    state.notice = Some(Notice::Now { title, status });
    save(state)
}

/// The standing to return to, where an item leaves it by being completed.
fn kept(standing: &Standing) -> Option<NewStanding> {
    match standing {
        Standing::NotGiven => Some(NewStanding::NotGiven),
        Standing::Status(status) if status.value != InitiativeStatus::Completed => {
            Some(NewStanding::Status(status.value))
        }
        Standing::Status(_) | Standing::Done(_) | Standing::Both(..) => None,
    }
}

/// While the file cannot be read nothing is changed: the text shown is not the one that is there.
fn refused_while_broken(state: &mut State) -> bool {
    if state.broken.is_some() {
        state.notice = Some(Notice::Broken);
    }
    state.broken.is_some()
}

/// Takes the last change back.
pub(super) fn undo(state: &mut State) -> Option<Effect> {
    if refused_while_broken(state) {
        return None;
    }
    let Some(edit) = state.done.pop() else {
        state.notice = Some(Notice::NothingToUndo);
        return None;
    };
    apply(state, &edit.patch.inverse())?;
    state.notice = Some(Notice::Undone(edit.what.clone()));
    state.undone.push(edit);
    save(state)
}

/// Makes the last change that was taken back again.
pub(super) fn redo(state: &mut State) -> Option<Effect> {
    if refused_while_broken(state) {
        return None;
    }
    let Some(edit) = state.undone.pop() else {
        state.notice = Some(Notice::NothingToRedo);
        return None;
    };
    apply(state, &edit.patch)?;
    state.notice = Some(Notice::Redone(edit.what.clone()));
    state.done.push(edit);
    save(state)
}

/// Patches the text and reads it again; `None` where the patch does not fit the text, which cannot
/// be, since every other way to change the text empties both stacks.
fn apply(state: &mut State, patch: &Patch) -> Option<()> {
    let text = patch.apply(state.good.source.text())?;
    take(state, read(&text));
    Some(())
}

/// The text has changed; the order of the list stays.
fn take(state: &mut State, reading: Reading) {
    state.good = reading;
    state.figures = derive(&state.good.programme, state.figures.today);
}

/// Asks for the text to be written, where there is a file to write to.
fn save(state: &State) -> Option<Effect> {
    let file = matches!(state.origin, Origin::File(_));
    file.then(|| Effect::Save { before: state.disk.clone(), text: state.good.source.text().to_owned() })
}

/// The text is on the disk.
pub(super) fn saved(state: &mut State, text: String) {
    state.disk = text;
    state.save_failure = None;
}
