//! Field: setting a one-line field of an item, or taking it out.
//!
//! Keeps to the key the item has, by whatever name. Never touches what is more than one word on one line.

use super::change::ItemField;
use super::refusal::{Refusal, RefusalReason};
use super::step::{ProvedStep, Text, proved};
use crate::programme::About;
use crate::programme::fields::{self, FieldMatch, Part};
use crate::yaml::group::Group;
use crate::yaml::lines::rest_of_line;
use crate::yaml::place::{is_one_line, is_written};
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, Spot, add, empty, last_plain, remove, replace, replaceable};
use crate::yaml::style::Hand;
use crate::yaml::{Entry, Obstacle};
use chrono::NaiveDate;

/// The days of an item; those that are written in quotes have others in quotes beside them.
const DAYS: [&str; 4] = ["agreed_on", "due", "completed_on", "date"];

/// A word under a key, as it is wanted.
struct Wanted<'a> {
    key: &'static str,
    /// Fields that a new one stands after, where the group has one of them on one line.
    follows: &'static [&'static str],
    to: Option<Scalar<'a>>,
    /// Whether the programme has it.
    given: bool,
}

impl ItemField {
    /// Fields that a new one stands after, where the item has one of them on one line.
    const fn follows(self) -> &'static [&'static str] {
        match self {
            Self::Status => &["id", "title", "short", "group"],
            Self::Owner => &["addressed_to"],
            Self::Due => &["owner", "partners", "agreed_on"],
            Self::CompletedOn => &["status", "done", "agreed_on", "due"],
        }
    }
}

/// Sets a field of an item; `given` says whether the programme has it.
pub(super) fn set(
    item: Group<'_>,
    part: Part,
    field: ItemField,
    to: Option<&str>,
    given: bool,
) -> Result<ProvedStep, Refusal> {
    let to = to.map(|to| scalar(field, to));
    write(item, part, &Wanted { key: field.key(), follows: field.follows(), to, given })
}

/// Dates the figures: sets `as_of` of the section `programme`. A file without that section has no place for it.
pub(super) fn as_of(before: Text<'_>, about: &About, to: NaiveDate) -> Result<ProvedStep, Refusal> {
    if about.place.line == 0 {
        return Err(Refusal::at(1, RefusalReason::NotFound));
    }
    let item = before.item(&about.place)?;
    let day = to.to_string();
    let follows = &["title", "short_title"];
    let wanted =
        Wanted { key: "as_of", follows, to: Some(Scalar::Typed(&day)), given: about.as_of.is_some() };
    write(item, Part::Programme, &wanted)
}

fn write(item: Group<'_>, part: Part, wanted: &Wanted<'_>) -> Result<ProvedStep, Refusal> {
    let own = item.entry(|key| means(part, key, wanted.key))?;
    if own.is_none() && item.merges() && wanted.given {
        return Err(Refusal::at(item.line(), Obstacle::Inherited));
    }
    let splice = match (own, wanted.to) {
        (None, None) => return Ok(None),
        (Some(entry), None) => {
            take_out(item, entry).or_else(|refusal| emptied(item, entry).ok_or(refusal))?
        }
        (Some(entry), Some(to)) => replace(item, entry, to)?,
        (None, Some(to)) => insert(item, part, wanted, to)?,
    };
    proved(splice, item)
}

const fn scalar(field: ItemField, to: &str) -> Scalar<'_> {
    match field {
        ItemField::Status | ItemField::Owner => Scalar::Text(to),
        ItemField::Due | ItemField::CompletedOn => Scalar::Typed(to),
    }
}

fn insert(item: Group<'_>, part: Part, wanted: &Wanted<'_>, to: Scalar<'_>) -> Result<Splice, Refusal> {
    let refused = || Refusal::at(item.line(), Obstacle::NoSafePlace);
    let is_one_of = |entry: Entry<'_>, fields: &[&str]| {
        entry.name().is_some_and(|key| fields.iter().any(|field| means(part, key, field)))
    };
    let may_follow = |entry: Entry<'_>| is_one_line(entry) || is_written(item, entry);
    let related = |entry: &Entry<'_>| is_one_of(*entry, wanted.follows) && may_follow(*entry);
    let before =
        item.entries().into_iter().rev().find(related).or_else(|| last_plain(item)).ok_or_else(refused)?;
    let day = item.entries().into_iter().find(|entry| is_one_of(*entry, &DAYS));
    let hand = Hand::of(item, Some(before)).figures_like(day);
    let pair = hand.pair(wanted.key, to);
    pair.and_then(|pair| add(item, Spot::After(before), pair)).ok_or_else(refused)
}

/// Adds a word under a key, after the last entry that is on one line.
pub(super) fn insert_last(item: Group<'_>, key: &str, to: Scalar<'_>) -> Result<Splice, Refusal> {
    let before = last_plain(item);
    let pair = before.and_then(|before| Some((before, Hand::of(item, Some(before)).pair(key, to)?)));
    let splice = pair.and_then(|(before, pair)| add(item, Spot::After(before), pair));
    splice.ok_or(Refusal::at(item.line(), Obstacle::NoSafePlace))
}

/// Leaves the key of an entry, where a comment beside its value would be lost with its line.
fn emptied(item: Group<'_>, entry: Entry<'_>) -> Option<Splice> {
    let rest = rest_of_line(item.source(), entry.end()?)?;
    let is_beside_comment = rest.trim_start_matches([' ', '\t']).starts_with('#');
    is_beside_comment.then(|| empty(item, entry)).flatten()
}

/// Takes out an entry that holds one word.
pub(super) fn take_out(item: Group<'_>, entry: Entry<'_>) -> Result<Splice, Refusal> {
    replaceable(item, entry)?;
    Ok(remove(item, entry)?)
}

/// Whether a key of a part is understood as `field`, by whatever name the file calls it.
pub(super) fn means(part: Part, key: &str, field: &str) -> bool {
    // Keys of the user's own are no fields.
    if key.starts_with("x-") || key.starts_with('_') {
        return false;
    }
    let (FieldMatch::Field(number) | FieldMatch::Other(number)) = fields::find(part, key) else {
        return false;
    };
    part.fields().get(number).is_some_and(|found| found.key == field)
}
