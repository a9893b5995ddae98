//! Update: a dated remark at the end of an item's `updates`.
//!
//! Written as the remarks before it are. Never touches one that is there.

use super::change::NewUpdate;
use super::field::means;
use super::refusal::Refusal;
use super::step::{ProvedStep, first_proved};
use super::typed::typed;
use crate::programme::fields::Part;
use crate::yaml::group::Group;
use crate::yaml::list::{NewItem, begin, grow, indent};
use crate::yaml::place::dash;
use crate::yaml::scalar::Scalar;
use crate::yaml::style::{AuthorStyle, padding};
use crate::yaml::write::Written;
use crate::yaml::{Entry, Node, Obstacle, StructureStyle};

const UPDATES: &str = "updates";

/// Appends a remark to an item; `given` says whether the programme has some.
pub(super) fn add(
    item: Group<'_>,
    part: Part,
    update: &NewUpdate,
    given: bool,
) -> Result<ProvedStep, Refusal> {
    let own = item.entry(|key| means(part, key, UPDATES))?;
    let pairs = |like: Option<Group<'_>>, author: AuthorStyle| pairs(update, like, author);
    let first = new(item, update);
    let ways = match own {
        None if item.merges() && given => return Err(Refusal::at(item.line(), Obstacle::Inherited)),
        None => begin(item, UPDATES, indentation(item), first),
        Some(entry) => grow(item, entry, indentation(item), (first, &pairs), StructureStyle::Flow)?,
    };
    let line = own.map_or(item.line(), |entry| entry.key.line());
    first_proved(item, ways, line)
}

/// The remark as the first one of its list: in braces, which keeps it to one line.
fn new(item: Group<'_>, update: &NewUpdate) -> NewItem {
    let author = AuthorStyle::of(item, item.last()).in_braces();
    let braces = pairs(update, None, author).map(|pairs| Written::braces(pairs, &padding(item.source())));
    NewItem { in_lines: braces.clone(), in_brackets: braces }
}

/// The pairs of the remark, in the order and under the keys of another.
fn pairs(update: &NewUpdate, like: Option<Group<'_>>, author: AuthorStyle) -> Option<Vec<Written>> {
    let date = update.date.to_string();
    let filled = |text: &'_ Option<String>| text.as_deref().and_then(typed).map(str::to_owned);
    let (status, note, by) = (filled(&update.status), typed(&update.note), filled(&update.by));
    let mut all = vec![("date", Some(Scalar::Typed(&date)))];
    all.push(("status", status.as_deref().map(Scalar::Text)));
    all.push(("note", note.map(Scalar::Text)));
    all.push(("by", by.as_deref().map(Scalar::Text)));
    let known = like.map(Group::entries).unwrap_or_default();
    let model = |key: &str| {
        let is_meant = |entry: &Entry<'_>| entry.name().is_some_and(|name| means(Part::Update, name, key));
        known.iter().copied().enumerate().find(|(_, entry)| is_meant(entry))
    };
    let author = author.figures_like(model("date").map(|(_, entry)| entry));
    let position = |key: &str| model(key).map(|(position, _)| position);
    // The usual order, unless the other has another; what it does not have then goes last.
    if !all.iter().filter_map(|(key, _)| position(key)).is_sorted() {
        all.sort_by_key(|(key, _)| position(key).unwrap_or(usize::MAX));
    }
    let written = all.into_iter().filter_map(|(key, value)| Some((key, value?)));
    written
        .map(|(key, value)| author.pair(model(key).and_then(|(_, entry)| entry.name()).unwrap_or(key), value))
        .collect()
}

/// How far the dashes of a list in the item stand to the right of its key: as those of its other lists, else
/// as those of the list it stands in.
fn indentation(item: Group<'_>) -> usize {
    let of_section = |first: Node<'_>| dash(first).map(|(column, _)| column);
    let first = item.first().map(|entry| entry.key);
    indent(item).or_else(|| first.and_then(of_section)).filter(|indent| *indent <= 4).unwrap_or(2)
}
