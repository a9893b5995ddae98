//! Splice: the bytes that set, add or take out one scalar entry of an item.
//!
//! Works on the item as it was found and says what should differ afterwards; whether that is so is
//! for `check` to say. Never changes more than one line, and never moves one.

use super::check::{self, Difference};
use super::events::{ScalarStyle, StructureStyle};
use super::lines::{line_of, mark_before, rest_of_line};
use super::locate::{Entry, Item, Kind, Node};
use super::scalar::{Scalar, Surroundings, write};
use super::{Patch, Refusal, RefusalReason};
use std::ops::Range;

/// A patch, and all that may differ once it is applied.
#[derive(Debug)]
pub(super) struct Splice {
    patch: Patch,
    difference: Difference,
}

impl Splice {
    /// The patch, if it does to the text what was said and no more.
    pub(super) fn proved(self, text: &str) -> Option<Patch> {
        let after = self.patch.apply(text)?;
        check::holds(text, &after, &self.patch, &self.difference).then_some(self.patch)
    }
}

/// Writes another value for an entry.
pub(super) fn replace(
    text: &str,
    item: &Item<'_>,
    entry: &Entry<'_>,
    to: Scalar<'_>,
) -> Result<Splice, Refusal> {
    replaceable(text, item, entry)?;
    let refused = || Refusal::at(entry.value.lines.0, RefusalReason::NoSafePlace);
    let value = &entry.value;
    let style = match &value.kind {
        Kind::Scalar(_, style @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) => *style,
        Kind::Scalar(..) | Kind::Alias | Kind::Collection(_) => to.style(surroundings(item), quotes(item)),
    };
    let written = write(to.text(), style).ok_or_else(refused)?;
    let patch = if value.range.is_empty() {
        // Nothing is written: the value goes right after the colon, before any comment.
        let colon = colon(text, &entry.key).filter(|_| value.anchor == 0).ok_or_else(refused)?;
        patch(text, colon..colon, format!(" {written}"))
    } else {
        patch(text, value.range.clone(), written)
    };
    let difference = Difference::Replaced { event: value.first_event, text: to.text().to_owned(), style };
    Ok(Splice { patch: patch.ok_or_else(refused)?, difference })
}

/// Adds an entry to the item.
pub(super) fn insert(text: &str, item: &Item<'_>, key: &str, to: Scalar<'_>) -> Result<Splice, Refusal> {
    let refused = || Refusal::at(item.line, RefusalReason::NoSafePlace);
    let before = match item.style {
        StructureStyle::Block => item.entries.iter().rev().find(|entry| is_one_line(text, entry)),
        StructureStyle::Flow => item.entries.iter().rev().find(|entry| is_written(text, item, entry)),
    };
    let before = before.ok_or_else(refused)?;
    let entry = spell(item, before, key, to).ok_or_else(refused)?;
    let patch = match item.style {
        StructureStyle::Block => line_after(text, before, &entry),
        StructureStyle::Flow => {
            let end = before.value.range.end;
            patch(text, end..end, format!(", {entry}"))
        }
    };
    let (event, key, text) = (before.value.next_event, key.to_owned(), to.text().to_owned());
    Ok(Splice { patch: patch.ok_or_else(refused)?, difference: Difference::Inserted { event, key, text } })
}

/// Takes an entry out, with its line or its comma.
pub(super) fn remove(text: &str, item: &Item<'_>, entry: &Entry<'_>) -> Result<Splice, Refusal> {
    replaceable(text, item, entry)?;
    let refused = || Refusal::at(entry.key.lines.0, RefusalReason::NoSafePlace);
    let (Some(key), Kind::Scalar(value, _)) = (entry.name(), &entry.value.kind) else {
        return Err(refused());
    };
    let span = match item.style {
        _ if entry.value.anchor != 0 => None,
        StructureStyle::Block => whole_line(text, entry),
        StructureStyle::Flow => from_comma(text, item, entry),
    };
    let patch = span.and_then(|span| patch(text, span, String::new())).ok_or_else(refused)?;
    let (event, key, text) = (entry.key.first_event, key.to_owned(), value.to_string());
    Ok(Splice { patch, difference: Difference::Removed { event, key, text } })
}

/// Refuses what is more than one word on one line, or stands for something elsewhere.
fn replaceable(text: &str, item: &Item<'_>, entry: &Entry<'_>) -> Result<(), Refusal> {
    let value = &entry.value;
    let reason = match &value.kind {
        _ if item.is_used(value) => RefusalReason::SharedAnchor,
        _ if is_explicit(text, item, &entry.key) => RefusalReason::ComplexKey,
        _ if value.tagged || !value.is_on_one_line(text) => RefusalReason::NotOneWord,
        Kind::Collection(_) | Kind::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => {
            RefusalReason::NotOneWord
        }
        Kind::Scalar(..) | Kind::Alias => return Ok(()),
    };
    Err(Refusal::at(entry.key.lines.0, reason))
}

/// `key: value` in the manner of the entry before it. A text in braces after a `"key"` is quoted as
/// well, so that a file that is JSON stays JSON.
fn spell(item: &Item<'_>, before: &Entry<'_>, key: &str, to: Scalar<'_>) -> Option<String> {
    let key_style = match before.key.kind {
        Kind::Scalar(_, style) => style,
        Kind::Alias | Kind::Collection(_) => ScalarStyle::Plain,
    };
    let is_json = item.style == StructureStyle::Flow && key_style == ScalarStyle::DoubleQuoted;
    let style = match to {
        Scalar::Text(_) if is_json => key_style,
        Scalar::Text(_) | Scalar::Bare(_) => to.style(surroundings(item), quotes(item)),
    };
    Some(format!("{}: {}", write(key, key_style)?, write(to.text(), style)?))
}

/// A new line after the entry's, in its column and with its line end.
fn line_after(text: &str, entry: &Entry<'_>, written: &str) -> Option<Patch> {
    let line = line_of(text, entry.key.range.start)?;
    let indent = " ".repeat(entry.key.range.start - line.start);
    if line.end_mark.is_empty() {
        // The last line of a file without a final line end: that stays so.
        let mark = mark_before(text, line.start).filter(|mark| !mark.is_empty()).unwrap_or("\n");
        return patch(text, line.end..line.end, format!("{mark}{indent}{written}"));
    }
    let next = line.end + line.end_mark.len();
    patch(text, next..next, format!("{indent}{written}{}", line.end_mark))
}

/// Whether the entry stands in braces and has a value, so that a comma may follow it. Not all readers
/// take a comma right after a colon, and a pair without braces in a list ends at a comma.
fn is_written(text: &str, item: &Item<'_>, entry: &Entry<'_>) -> bool {
    text.get(item.start..).is_some_and(|text| text.starts_with('{')) && !entry.value.range.is_empty()
}

/// Whether the entry begins and ends on one line, with nothing before it but the dash, so that a line
/// may follow it.
fn is_one_line(text: &str, entry: &Entry<'_>) -> bool {
    let value = &entry.value;
    let is_block = match &value.kind {
        Kind::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => true,
        Kind::Collection(style) => *style == StructureStyle::Block,
        Kind::Scalar(..) | Kind::Alias => false,
    };
    let begins_line = line_of(text, entry.key.range.start)
        .and_then(|line| text.get(line.start..entry.key.range.start))
        .is_some_and(|margin| margin.chars().all(|letter| matches!(letter, ' ' | '-')));
    !is_block && begins_line && entry.key.lines.0 == value.lines.1
}

/// The bytes of an entry that has its line to itself, with one line end.
fn whole_line(text: &str, entry: &Entry<'_>) -> Option<Range<usize>> {
    let line = line_of(text, entry.key.range.start)?;
    let is_alone = is_one_line(text, entry)
        && text.get(line.start..entry.key.range.start)?.chars().all(|letter| letter == ' ')
        && rest_of_line(text, end_of(text, entry)?)?.trim_matches([' ', '\t']).is_empty();
    let mark_above = if line.end_mark.is_empty() { mark_before(text, line.start)? } else { "" };
    is_alone.then_some(line.start - mark_above.len()..line.end + line.end_mark.len())
}

/// The bytes of an entry in braces, with the comma before it, if they are all on one line.
fn from_comma(text: &str, item: &Item<'_>, entry: &Entry<'_>) -> Option<Range<usize>> {
    let index = item.entries.iter().position(|other| std::ptr::eq(other, entry))?;
    let before = end_of(text, item.entries.get(index.checked_sub(1)?)?)?;
    let between = text.get(before..entry.key.range.start)?;
    let one_line = entry.key.lines.0 == entry.value.lines.1;
    let comma = before + between.find(',')?;
    (one_line && between.trim_matches([' ', '\t']) == ",").then_some(comma..end_of(text, entry)?)
}

/// Where an entry ends: after its value, or after the colon or the key where no value is written.
fn end_of(text: &str, entry: &Entry<'_>) -> Option<usize> {
    let Node { range, anchor, tagged, .. } = &entry.value;
    match (range.is_empty(), *anchor != 0 || *tagged) {
        (false, _) => Some(range.end),
        (true, false) => Some(colon(text, &entry.key).unwrap_or(entry.key.range.end)),
        (true, true) => None,
    }
}

/// The byte after the colon that follows a key on its line.
fn colon(text: &str, key: &Node<'_>) -> Option<usize> {
    let rest = text.get(key.range.end..)?;
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    Some(text.len() - after.len())
}

/// Whether a key is written as `? key`.
fn is_explicit(text: &str, item: &Item<'_>, key: &Node<'_>) -> bool {
    let before = text.get(..key.range.start).unwrap_or("");
    let marked = before.trim_end_matches([' ', '\t']).ends_with('?');
    marked || (item.style == StructureStyle::Block && colon(text, key).is_none())
}

fn surroundings(item: &Item<'_>) -> Surroundings {
    match item.style {
        StructureStyle::Block => Surroundings::Block,
        StructureStyle::Flow => Surroundings::Flow,
    }
}

/// The quotes the item already uses; double ones where it uses none.
fn quotes(item: &Item<'_>) -> ScalarStyle {
    let nodes = item.entries.iter().flat_map(|entry| [&entry.value, &entry.key]);
    let mut styles = nodes.filter_map(|node| match node.kind {
        Kind::Scalar(_, style @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) => Some(style),
        Kind::Scalar(..) | Kind::Alias | Kind::Collection(_) => None,
    });
    styles.next().unwrap_or(ScalarStyle::DoubleQuoted)
}

fn patch(text: &str, span: Range<usize>, inserted: String) -> Option<Patch> {
    let removed = text.get(span.clone())?.to_owned();
    Some(Patch { at: span.start, removed, inserted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_that_does_more_than_was_said_is_not_handed_out() {
        let splice = |inserted: &str| Splice {
            patch: Patch { at: 3, removed: "old".into(), inserted: inserted.into() },
            difference: Difference::Replaced { event: 4, text: "new".into(), style: ScalarStyle::Plain },
        };
        let text = "a: old\n";
        assert!(splice("new").proved(text).is_some());
        assert!(splice("newer").proved(text).is_none());
        assert!(splice("new\nb: 2").proved(text).is_none());
        assert!(splice("new").proved("a: other\n").is_none());
    }
}
