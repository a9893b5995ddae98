//! List: another item of a list, or the first one of a list that is empty or not there yet.
//!
//! Never touches an item that is there.

use super::group::Group;
use super::lines::rest_of_line;
use super::place::{Below, column, dash, line_after};
use super::splice::{Splice, Spot, add, append, exchange, last_plain, listed, rewrite};
use super::style::{AuthorStyle, layout, padding};
use super::write::{Piece, Written};
use super::{Blocked, Entry, NodeForm, Obstacle, StructureStyle};

/// An item, as it is written in a list in lines and in one in brackets.
pub(crate) struct NewItem {
    /// After a dash.
    pub in_lines: Option<Written>,
    /// Between brackets.
    pub in_brackets: Option<Written>,
}

/// What an item says, in the manner of another and in this style.
pub(crate) type Pairs<'p> = &'p dyn Fn(Option<Group<'_>>, AuthorStyle) -> Option<Vec<Written>>;

/// The ways to add an item under an entry that holds a list, or nothing yet, best first. `like_none` says whether it
/// takes lines of its own where no other shows how.
///
/// # Errors
///
/// The list is shared, or is something else.
pub(crate) fn grow(
    group: Group<'_>,
    entry: Entry<'_>,
    indent: usize,
    (first, pairs): (NewItem, Pairs<'_>),
    like_none: StructureStyle,
) -> Result<Vec<Option<Splice>>, Blocked> {
    let value = entry.value;
    let refuse = |by| Err(Blocked::at(entry.key.line(), by));
    match value.form() {
        _ if value.is_repeated() => refuse(Obstacle::SharedAnchor),
        NodeForm::Alias => refuse(Obstacle::SharedAnchor),
        _ if value.is_tagged() => refuse(Obstacle::Tagged),
        NodeForm::List(style) if value.count() > 0 => {
            let like = value.items().filter_map(Group::of).last();
            let author = like.map_or_else(
                || AuthorStyle::of(group, Some(entry)),
                |like| AuthorStyle::of(like, like.first()),
            );
            let author = if style == StructureStyle::Flow { author.in_braces() } else { author };
            let in_lines = style == StructureStyle::Block
                && like.map_or(like_none, |like| like.style) == StructureStyle::Block;
            Ok(vec![append(value, |column| {
                if in_lines {
                    return Some(Written::lines(pairs(like, author)?, column));
                }
                let layout = like.and_then(layout).unwrap_or_else(|| padding(group.source()));
                Some(Written::braces(pairs(like, author.in_braces())?, &layout))
            })])
        }
        NodeForm::List(_) => Ok(fill(group, entry, indent, first)),
        NodeForm::Scalar(..) if value.is_null() => Ok(fill(group, entry, indent, first)),
        NodeForm::Scalar(..) | NodeForm::Mapping(_) => refuse(Obstacle::NotOneWord),
    }
}

/// The ways to begin a list under an entry that holds an empty one or nothing, best first. `indent` is how
/// far its dash stands to the right of its key.
fn fill(group: Group<'_>, entry: Entry<'_>, indent: usize, item: NewItem) -> Vec<Option<Splice>> {
    let NewItem { in_lines, in_brackets } = item;
    let lines = || {
        let column = column(group)? + indent;
        let colon = entry.colon().filter(|_| group.style == StructureStyle::Block)?;
        if entry.value.is_unwritten() {
            let written = listed(in_lines?);
            let line = format!("{}- {}", " ".repeat(column), written.text);
            let patch = line_after(group.source(), colon, Below::SameComment, &line)
                .filter(|_| !entry.value.is_anchored())?;
            return Some(Splice::new(patch, entry.value.first_step(), vec![Piece::Any], written.pieces));
        }
        let end = entry.end()?;
        let is_last = rest_of_line(group.source(), end)?.trim_matches([' ', '\t']).is_empty();
        let is_beside = entry.key.line() == entry.value.last_line();
        (is_last && is_beside)
            .then(|| exchange(entry.value, colon..end, Written::dashed(in_lines?, column)))?
    };
    let brackets = in_brackets.map(|item| Written::brackets(vec![item]));
    let lines = lines();
    let inline = match entry.value.form() {
        NodeForm::List(..) => {
            brackets.and_then(|written| exchange(entry.value, entry.value.range(), written))
        }
        NodeForm::Scalar(..) | NodeForm::Alias | NodeForm::Mapping(..) => {
            rewrite(group, entry, brackets).ok()
        }
    };
    vec![lines, inline]
}

/// The ways to add a key with a list of one item at the end of a group, best first.
pub(crate) fn begin(group: Group<'_>, key: &str, indent: usize, item: NewItem) -> Vec<Option<Splice>> {
    let author = AuthorStyle::of(group, group.last());
    let NewItem { in_lines, in_brackets } = item;
    let list = match group.style {
        StructureStyle::Block => {
            let column = column(group).map(|column| column + indent);
            in_lines.zip(column).map(|(item, column)| Written::dashed(item, column))
        }
        StructureStyle::Flow => in_brackets.map(|item| Written::brackets(vec![item])),
    };
    let pair = author.key(key).zip(list).map(|(key, list)| Written::pair(key, list));
    at_end(group, pair)
}

/// The ways to add a pair at the end of a group, best first.
pub(crate) fn at_end(group: Group<'_>, pair: Option<Written>) -> Vec<Option<Splice>> {
    let Some(pair) = pair else { return Vec::new() };
    let after = last_plain(group).map(Spot::After);
    let spots = [Some(Spot::End), after].into_iter().flatten();
    spots.map(|spot| add(group, spot, pair.clone())).collect()
}

/// How far lists stand to the right of their keys in a group; 2 where it has none in lines.
pub(crate) fn indent(group: Group<'_>) -> Option<usize> {
    let own = column(group)?;
    let mut lists = group.node().pairs().filter_map(|entry| match entry.value.form() {
        NodeForm::List(StructureStyle::Block) => entry.value.items().find_map(dash),
        NodeForm::List(_) | NodeForm::Mapping(_) | NodeForm::Scalar(..) | NodeForm::Alias => None,
    });
    lists.find_map(|(column, _)| column.checked_sub(own))
}
