//! Update: a dated remark at the end of an item's `updates`.
//!
//! Written as the remarks before it are. Never touches one that is there.

use super::field::means;
use super::sides::typed;
use super::{NewUpdate, Refusal, RefusalReason, first_proved};
use crate::programme::fields::Part;
use crate::text::Place;
use crate::yaml::StructureStyle;
use crate::yaml::list::{NewItem, begin, fill, indent};
use crate::yaml::locate::locate;
use crate::yaml::node::{Entry, Group, Kind, Node};
use crate::yaml::place::dash;
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, append};
use crate::yaml::style::{Hand, layout, padding};
use crate::yaml::write::Written;
use crate::yaml::{Obstacle, Patch};

const UPDATES: &str = "updates";

/// The patch that appends a remark to the item at a place; `given` says whether the programme has some.
pub(super) fn patch(
    text: &str,
    (part, place): (Part, &Place),
    update: &NewUpdate,
    given: bool,
) -> Result<Patch, Refusal> {
    let located = locate(text, place)?;
    let item = located.group().ok_or(Refusal::at(place.line.max(1), RefusalReason::NotFound))?;
    let own = item.entry(|key| means(part, key, UPDATES))?;
    let ways = match own {
        None if item.merges() && given => return Err(Refusal::at(item.line, Obstacle::Inherited)),
        None => begin(text, &item, UPDATES, indentation(text, &item), new(text, &item, update)),
        Some(entry) => under(text, &item, entry, update)?,
    };
    let line = own.map_or(item.line, |entry| entry.key.lines.0);
    first_proved(text, ways, line)
}

/// The ways to write the remark under a key that is there.
fn under(
    text: &str,
    item: &Group<'_, '_>,
    entry: &Entry<'_>,
    update: &NewUpdate,
) -> Result<Vec<Option<Splice>>, Refusal> {
    let refuse = |reason| Err(Refusal::at(entry.key.lines.0, reason));
    match &entry.value.kind {
        _ if item.is_used(&entry.value) => refuse(Obstacle::SharedAnchor),
        Kind::Alias => refuse(Obstacle::SharedAnchor),
        _ if entry.value.tagged => refuse(Obstacle::NotOneWord),
        Kind::List(style, items) if !items.is_empty() => {
            let like = items.iter().rev().find_map(|one| item.inside(one));
            let hand = like
                .map_or_else(|| Hand::of(item, Some(entry)), |like| Hand::of(&like, like.entries.first()));
            let hand = if *style == StructureStyle::Flow { hand.in_braces() } else { hand };
            Ok(vec![append(text, &entry.value, |column| appended(text, update, like, hand, column))])
        }
        Kind::List(..) => Ok(fill(text, item, entry, indentation(text, item), new(text, item, update))),
        Kind::Scalar(..) if entry.value.is_null() => {
            Ok(fill(text, item, entry, indentation(text, item), new(text, item, update)))
        }
        Kind::Scalar(..) | Kind::Mapping(..) => refuse(Obstacle::NotOneWord),
    }
}

/// The remark in the manner of another.
fn appended(
    text: &str,
    update: &NewUpdate,
    like: Option<Group<'_, '_>>,
    hand: Hand,
    column: usize,
) -> Option<Written> {
    match like {
        Some(like) if like.style == StructureStyle::Block => {
            Some(Written::lines(pairs(update, Some(&like), hand)?, column))
        }
        _ => {
            let layout = like.and_then(|like| layout(text, &like)).unwrap_or_else(|| padding(text));
            Some(Written::braces(pairs(update, like.as_ref(), hand.in_braces())?, &layout))
        }
    }
}

/// The remark as the first one of its list: in braces, which keeps it to one line.
fn new(text: &str, item: &Group<'_, '_>, update: &NewUpdate) -> NewItem {
    let hand = Hand::of(item, item.entries.last()).in_braces();
    let braces = pairs(update, None, hand).map(|pairs| Written::braces(pairs, &padding(text)));
    NewItem { in_lines: braces.clone(), in_brackets: braces }
}

/// The pairs of the remark, in the order and under the keys of another.
fn pairs(update: &NewUpdate, like: Option<&Group<'_, '_>>, hand: Hand) -> Option<Vec<Written>> {
    let date = update.date.to_string();
    let filled = |text: &'_ Option<String>| text.as_deref().and_then(typed).map(str::to_owned);
    let (status, note, by) = (filled(&update.status), typed(&update.note), filled(&update.by));
    let mut all = vec![("date", Some(Scalar::Typed(&date)))];
    all.push(("status", status.as_deref().map(Scalar::Text)));
    all.push(("note", note.map(Scalar::Text)));
    all.push(("by", by.as_deref().map(Scalar::Text)));
    let model = |key: &str| {
        let position = like?
            .entries
            .iter()
            .position(|entry| entry.name().is_some_and(|name| means(Part::Update, name, key)))?;
        Some((position, like?.entries.get(position)?))
    };
    let hand = hand.figures_like(model("date").map(|(_, entry)| entry));
    let position = |key: &str| model(key).map(|(position, _)| position);
    // The usual order, unless the other has another; what it does not have then goes last.
    if !all.iter().filter_map(|(key, _)| position(key)).is_sorted() {
        all.sort_by_key(|(key, _)| position(key).unwrap_or(usize::MAX));
    }
    let written = all.into_iter().filter_map(|(key, value)| Some((key, value?)));
    written
        .map(|(key, value)| hand.pair(model(key).and_then(|(_, entry)| entry.name()).unwrap_or(key), value))
        .collect()
}

/// How far the dashes of a list in the item stand to the right of its key: as those of its other lists, else
/// as those of the list it stands in.
fn indentation(text: &str, item: &Group<'_, '_>) -> usize {
    let of_section = |first: &Node<'_>| dash(text, first).map(|(column, _)| column);
    let first = item.entries.first().map(|entry| &entry.key);
    indent(text, item).or_else(|| first.and_then(of_section)).filter(|indent| *indent <= 4).unwrap_or(2)
}
