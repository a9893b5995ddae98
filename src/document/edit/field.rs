//! Field: setting a one-line field of an item, or taking it out.
//!
//! Keeps to the key the item has, by whatever name. Never touches what is more than one word on one line.

use super::refusal::{Refusal, RefusalReason};
use super::step::{ProvedStep, Text, proved};
use crate::programme::About;
use crate::programme::fields::{self, Field, Kind, Part};
use crate::yaml::group::Group;
use crate::yaml::lines::rest_of_line;
use crate::yaml::place::{is_one_line, is_written};
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, Spot, add, empty, last_plain, remove, replace, replaceable};
use crate::yaml::style::AuthorStyle;
use crate::yaml::{Entry, Obstacle};
use chrono::NaiveDate;

/// Sets a field of an item; `given` says whether the programme has it.
pub(super) fn set(
    item: Group<'_>,
    field: &'static Field,
    to: Option<&str>,
    given: bool,
) -> Result<ProvedStep, Refusal> {
    let own = item.entry(|key| means(field.part, key, field.key))?;
    if own.is_none() && item.merges() && given {
        return Err(Refusal::at(item.line(), Obstacle::Inherited));
    }
    let to = to.map(|to| if is_day(field) { Scalar::Typed(to) } else { Scalar::Text(to) });
    let splice = match (own, to) {
        (None, None) => return Ok(None),
        (Some(entry), None) => {
            take_out(item, entry).or_else(|refusal| emptied(item, entry).ok_or(refusal))?
        }
        (Some(entry), Some(to)) => replace(item, entry, to)?,
        (None, Some(to)) => insert(item, field, to)?,
    };
    proved(splice, item)
}

/// Dates the figures: sets `as_of` of the section `programme`. A file without that section has no place for it.
pub(super) fn as_of(before: Text<'_>, about: &About, to: NaiveDate) -> Result<ProvedStep, Refusal> {
    let missing = Refusal::at(1, RefusalReason::NotFound);
    let field = Part::About.field("as_of").filter(|_| about.place.line() > 0).ok_or(missing)?;
    set(before.item(&about.place)?, field, Some(&to.to_string()), about.as_of.is_some())
}

fn insert(item: Group<'_>, field: &Field, to: Scalar<'_>) -> Result<Splice, Refusal> {
    let refused = || Refusal::at(item.line(), Obstacle::NoSafePlace);
    let row = |entry: Entry<'_>| entry.name().and_then(|key| meant(field.part, key));
    let follows = |other: &Field| field.set_after.is_some_and(|keys| keys.contains(&other.key));
    let may_follow = |entry: Entry<'_>| is_one_line(entry) || is_written(item, entry);
    let related = |entry: &Entry<'_>| row(*entry).is_some_and(follows) && may_follow(*entry);
    let before =
        item.entries().into_iter().rev().find(related).or_else(|| last_plain(item)).ok_or_else(refused)?;
    // Days that are written in quotes have others in quotes beside them.
    let day = item.entries().into_iter().find(|entry| row(*entry).is_some_and(is_day));
    let author = AuthorStyle::of(item, Some(before)).figures_like(day);
    let pair = author.pair(field.key, to);
    pair.and_then(|pair| add(item, Spot::After(before), pair)).ok_or_else(refused)
}

/// Adds a word under a key, after the last entry that is on one line.
pub(super) fn insert_last(item: Group<'_>, key: &str, to: Scalar<'_>) -> Result<Splice, Refusal> {
    let before = last_plain(item);
    let pair = before.and_then(|before| Some((before, AuthorStyle::of(item, Some(before)).pair(key, to)?)));
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
    meant(part, key).is_some_and(|found| found.key == field)
}

/// The field that a key of a part is understood as.
fn meant(part: Part, key: &str) -> Option<&'static Field> {
    // Keys of the user's own are no fields.
    let is_own = key.starts_with("x-") || key.starts_with('_');
    fields::find(part, key).filter(|_| !is_own)
}

/// What another group calls a field of a part; its own key where that has none.
pub(super) fn key_like<'t>(like: Option<Group<'t>>, part: Part, field: &'t str) -> &'t str {
    let names = like.into_iter().flat_map(Group::entries).filter_map(Entry::name);
    names.into_iter().find(|name| means(part, name, field)).unwrap_or(field)
}

const fn is_day(field: &Field) -> bool {
    matches!(field.kind, Kind::Date | Kind::Due)
}
