//! Standing: setting `status` or `done` of an initiative.
//!
//! Keeps to the key the item has. Never leaves an item with both.

use super::change::NewStanding;
use super::field::{insert_last, means, take_out};
use super::refusal::{Refusal, RefusalReason};
use super::step::{ProvedStep, proved};
use crate::programme::fields::Part;
use crate::programme::words::Choice;
use crate::programme::{InitiativeStatus, Programme, Standing};
use crate::yaml::Obstacle;
use crate::yaml::group::Group;
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, replace};

const STATUS: &str = "status";
const DONE: &str = "done";

/// Where the initiative at `index` stands.
pub(super) fn of(programme: &Programme, index: usize) -> Option<&Standing> {
    programme.initiatives.get(index).map(|initiative| &initiative.standing)
}

/// Makes an item that stands at `now` stand at `to`; and where it stands then, in the words it keeps to.
pub(super) fn set(
    item: Group<'_>,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<(ProvedStep, NewStanding), Refusal> {
    let (splice, to) = splice(item, now, to)?;
    let step = splice.map_or(Ok(None), |splice| proved(splice, item))?;
    Ok((step, to))
}

fn splice(
    item: Group<'_>,
    now: Option<&Standing>,
    to: NewStanding,
) -> Result<(Option<Splice>, NewStanding), Refusal> {
    let entry = |field| item.entry(|key| means(Part::Initiative, key, field));
    let (status, done) = (entry(STATUS)?, entry(DONE)?);
    let to = if status.is_none() && done.is_some() { in_words_of_done(to) } else { to };
    let (own, other) = match to {
        NewStanding::Status(_) => (status, done),
        NewStanding::Done(_) => (done, status),
        NewStanding::NotGiven => (status.or(done), status.and(done)),
    };
    if let Some(other) = other {
        return Err(Refusal::at(other.key.line(), RefusalReason::BothGiven));
    }
    if let Some(Standing::Both(..)) = now {
        return Err(Refusal::at(item.line(), RefusalReason::BothGiven));
    }
    if own.is_none() && item.merges() && now != Some(&Standing::NotGiven) {
        return Err(Refusal::at(item.line(), Obstacle::Inherited));
    }
    let (key, value) = match to {
        NewStanding::Status(status) => (STATUS, Scalar::Text(status.word())),
        NewStanding::Done(true) => (DONE, Scalar::Bare("true")),
        NewStanding::Done(false) => (DONE, Scalar::Bare("false")),
        NewStanding::NotGiven => {
            let splice = own.map(|entry| take_out(item, entry)).transpose()?;
            return Ok((splice, to));
        }
    };
    let splice = match own {
        Some(entry) => replace(item, entry, value)?,
        None => insert_last(item, key, value)?,
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
