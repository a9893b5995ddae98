//! Standing: setting `status` or `done` of an initiative.
//!
//! Keeps to the key the item uses. Never leaves an item with both.

use super::locate::{Item, locate};
use super::scalar::Scalar;
use super::splice::{Splice, insert, remove, replace};
use super::{NewStanding, Patch, Refusal, RefusalReason, check};
use crate::document::model::{InitiativeStatus, Placed, Programme, Standing};
use crate::document::source::Place;

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

/// The patch that makes the item at byte `start`, which stands at `now`, stand at `to`. It is
/// proved on the events of both texts.
pub(super) fn patch(
    text: &str,
    start: usize,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<Patch, Refusal> {
    let item = locate(text, start)?;
    let Some(Splice { patch, difference }) = splice(text, &item, now, to)? else {
        return Ok(Patch::default());
    };
    let proved = patch.apply(text).is_some_and(|after| check::holds(text, &after, &patch, &difference));
    if proved { Ok(patch) } else { Err(Refusal::at(item.line, RefusalReason::CheckFailed)) }
}

fn splice(
    text: &str,
    item: &Item<'_>,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<Option<Splice>, Refusal> {
    let (status, done) = (item.entry(|key| means(key, STATUS))?, item.entry(|key| means(key, DONE))?);
    let (own, other) = match to {
        NewStanding::Status(_) => (status, done),
        NewStanding::Done(_) => (done, status),
        NewStanding::NotGiven => (status.or(done), status.and(done)),
    };
    if let Some(other) = other {
        return Err(Refusal::at(other.key.lines.0, RefusalReason::BothGiven));
    }
    if own.is_none() && item.merges() && now != Some(&Standing::NotGiven) {
        return Err(Refusal::at(item.line, RefusalReason::Inherited));
    }
    let (key, value) = match to {
        NewStanding::Status(status) => (STATUS, Scalar::Text(word(status))),
        NewStanding::Done(true) => (DONE, Scalar::Bare("true")),
        NewStanding::Done(false) => (DONE, Scalar::Bare("false")),
        NewStanding::NotGiven => return own.map(|entry| remove(text, item, entry)).transpose(),
    };
    match own {
        Some(entry) => replace(text, item, entry, value).map(Some),
        None => insert(text, item, key, value).map(Some),
    }
}

/// Whether a key of an initiative is understood as `field`, whatever it is called in the file.
fn means(key: &str, field: &str) -> bool {
    key == field
}

/// The word of the lifecycle that the program writes.
const fn word(status: InitiativeStatus) -> &'static str {
    match status {
        InitiativeStatus::Announced => "announced",
        InitiativeStatus::Agreed => "agreed",
        InitiativeStatus::InProgress => "in_progress",
        InitiativeStatus::Completed => "completed",
        InitiativeStatus::OnHold => "on_hold",
        InitiativeStatus::Cancelled => "cancelled",
    }
}
