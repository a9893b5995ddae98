//! List: the first item of a list that is empty or not there yet.
//!
//! Never adds to a list that has items; that is plain appending.

use super::events::StructureStyle;
use super::lines::rest_of_line;
use super::node::{Entry, Group, Kind};
use super::place::{Below, column, dash, line_after};
use super::splice::{Splice, Spot, add, exchange, last_plain, listed, rewrite};
use super::style::Hand;
use super::write::{Piece, Written};

/// An item, as it is written in a list in lines and in one in brackets.
pub(crate) struct NewItem {
    /// After a dash.
    pub in_lines: Option<Written>,
    /// Between brackets.
    pub in_brackets: Option<Written>,
}

/// The ways to begin a list under an entry that holds an empty one or nothing, best first. `indent` is how
/// far its dash stands to the right of its key.
pub(crate) fn fill(
    text: &str,
    group: &Group<'_, '_>,
    entry: &Entry<'_>,
    indent: usize,
    item: NewItem,
) -> Vec<Option<Splice>> {
    let NewItem { in_lines, in_brackets } = item;
    let lines = || {
        let column = column(text, group)? + indent;
        let colon = entry.colon(text).filter(|_| group.style == StructureStyle::Block)?;
        if entry.value.range.is_empty() {
            let written = listed(in_lines?);
            let line = format!("{}- {}", " ".repeat(column), written.text);
            let patch =
                line_after(text, colon, Below::SameComment, &line).filter(|_| entry.value.anchor == 0)?;
            return Some(Splice::new(patch, entry.value.first_event, vec![Piece::Any], written.pieces));
        }
        let end = entry.end(text)?;
        let is_last = rest_of_line(text, end)?.trim_matches([' ', '\t']).is_empty();
        let is_beside = entry.key.lines.0 == entry.value.lines.1;
        (is_last && is_beside)
            .then(|| exchange(text, &entry.value, colon..end, Written::dashed(in_lines?, column)))?
    };
    let brackets = in_brackets.map(|item| Written::brackets(vec![item]));
    let lines = lines();
    let inline = match &entry.value.kind {
        Kind::List(..) => {
            brackets.and_then(|written| exchange(text, &entry.value, entry.value.range.clone(), written))
        }
        Kind::Scalar(..) | Kind::Alias | Kind::Mapping(..) => rewrite(text, group, entry, brackets).ok(),
    };
    vec![lines, inline]
}

/// The ways to add a key with a list of one item at the end of a group, best first.
pub(crate) fn begin(
    text: &str,
    group: &Group<'_, '_>,
    key: &str,
    indent: usize,
    item: NewItem,
) -> Vec<Option<Splice>> {
    let hand = Hand::of(group, group.entries.last());
    let NewItem { in_lines, in_brackets } = item;
    let list = match group.style {
        StructureStyle::Block => {
            let column = column(text, group).map(|column| column + indent);
            in_lines.zip(column).map(|(item, column)| Written::dashed(item, column))
        }
        StructureStyle::Flow => in_brackets.map(|item| Written::brackets(vec![item])),
    };
    let pair = hand.key(key).zip(list).map(|(key, list)| Written::pair(key, list));
    at_end(text, group, pair)
}

/// The ways to add a pair at the end of a group, best first.
pub(crate) fn at_end(text: &str, group: &Group<'_, '_>, pair: Option<Written>) -> Vec<Option<Splice>> {
    let Some(pair) = pair else { return Vec::new() };
    let after = last_plain(text, group).map(Spot::After);
    let spots = [Some(Spot::End), after].into_iter().flatten();
    spots.map(|spot| add(text, group, spot, pair.clone())).collect()
}

/// How far lists stand to the right of their keys in a group; 2 where it has none in lines.
pub(crate) fn indent(text: &str, group: &Group<'_, '_>) -> Option<usize> {
    let own = column(text, group)?;
    let mut lists = group.entries.iter().filter_map(|entry| match &entry.value.kind {
        Kind::List(StructureStyle::Block, items) => items.iter().find_map(|item| dash(text, item)),
        Kind::List(..) | Kind::Mapping(..) | Kind::Scalar(..) | Kind::Alias => None,
    });
    lists.find_map(|(column, _)| column.checked_sub(own))
}
