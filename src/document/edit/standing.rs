//! Standing: setting `status` or `done` of an initiative.
//!
//! Keeps to the key the item has. Never leaves an item with both.

use super::locate::{Item, locate};
use super::scalar::Scalar;
use super::splice::{Splice, insert, remove, replace};
use super::{NewStanding, Patch, Refusal, RefusalReason};
use crate::document::fields::{self, Found, Part};
use crate::document::model::{InitiativeStatus, Placed, Programme, Standing};
use crate::document::source::Place;
use crate::document::words::Choice;

const STATUS: &str = "status";
const DONE: &str = "done";

/// Where the initiative at `index` stands.
pub(super) fn of(programme: &Programme, index: usize) -> Option<&Standing> {
    programme.initiatives.get(index).map(|initiative| &initiative.standing)
}

/// The programme with the initiative at `index` standing elsewhere; `None` if there is no such one.
pub(super) fn with(programme: &Programme, index: usize, to: NewStanding) -> Option<Programme> {
    let mut programme = programme.clone();
    programme.initiatives.get_mut(index)?.standing = match to {
        NewStanding::Status(status) => Standing::Status(placed(status)),
        NewStanding::Done(done) => Standing::Done(placed(done)),
        NewStanding::NotGiven => Standing::NotGiven,
    };
    Some(programme)
}

fn placed<T>(value: T) -> Placed<T> {
    Placed { value, place: Place::default() }
}

/// The patch that makes the item at a place, which stands at `now`, stand at `to`; and where it
/// stands then, in the words it keeps to. The patch is proved on the events of both texts.
pub(super) fn patch(
    text: &str,
    place: &Place,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<(Patch, NewStanding), Refusal> {
    let item = locate(text, place)?;
    let (splice, to) = splice(text, &item, now, to)?;
    let Some(splice) = splice else { return Ok((Patch::default(), to)) };
    let patch = splice.proved(text).ok_or(Refusal::at(item.line, RefusalReason::CheckFailed))?;
    Ok((patch, to))
}

fn splice(
    text: &str,
    item: &Item<'_>,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<(Option<Splice>, NewStanding), Refusal> {
    let (status, done) = (item.entry(|key| means(key, STATUS))?, item.entry(|key| means(key, DONE))?);
    let to = if status.is_none() && done.is_some() { in_words_of_done(to) } else { to };
    let (own, other) = match to {
        NewStanding::Status(_) => (status, done),
        NewStanding::Done(_) => (done, status),
        NewStanding::NotGiven => (status.or(done), status.and(done)),
    };
    if let Some(other) = other {
        return Err(Refusal::at(other.key.lines.0, RefusalReason::BothGiven));
    }
    if let Some(Standing::Both(..)) = now {
        return Err(Refusal::at(item.line, RefusalReason::BothGiven));
    }
    if own.is_none() && item.merges() && now != Some(&Standing::NotGiven) {
        return Err(Refusal::at(item.line, RefusalReason::Inherited));
    }
    let (key, value) = match to {
        NewStanding::Status(status) => (STATUS, Scalar::Text(status.word())),
        NewStanding::Done(true) => (DONE, Scalar::Bare("true")),
        NewStanding::Done(false) => (DONE, Scalar::Bare("false")),
        NewStanding::NotGiven => {
            let splice = own.map(|entry| remove(text, item, entry)).transpose()?;
            return Ok((splice, to));
        }
    };
    let splice = match own {
        Some(entry) => replace(text, item, entry, value)?,
        None => insert(text, item, key, value)?,
    };
    Ok((Some(splice), to))
}

/// The same in `done`, for an item that has this key, be it empty, and no `status`; as it is where
/// `done` has no word for it.
const fn in_words_of_done(to: NewStanding) -> NewStanding {
    match to {
        NewStanding::Status(InitiativeStatus::Completed) => NewStanding::Done(true),
        NewStanding::Status(InitiativeStatus::Agreed) => NewStanding::Done(false),
        NewStanding::Status(_) | NewStanding::Done(_) | NewStanding::NotGiven => to,
    }
}

/// Whether a key of an initiative is understood as `field`, by whatever name the file calls it.
fn means(key: &str, field: &str) -> bool {
    // Keys of the user's own are no fields.
    if key.starts_with("x-") || key.starts_with('_') {
        return false;
    }
    let (Found::Field(number) | Found::Other(number)) = fields::find(Part::Initiative, key) else {
        return false;
    };
    Part::Initiative.fields().get(number).is_some_and(|found| found.key == field)
}
