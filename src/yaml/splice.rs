//! Splice: the bytes that set, add or take out one entry of a group or one item of a list.
//!
//! Works on what was found and says what should differ afterwards; whether that is so is for `check` to
//! say. Never moves a line.

use super::events::{ScalarStyle, StructureStyle};
use super::lines::mark_before;
use super::node::{Entry, Group, Kind, Node};
use super::place::{
    Below, column, comma_after, dash, is_one_line, is_written, line_after, line_below_key, patch,
    whole_lines, with_comma,
};
use super::proof::{self, Difference};
use super::scalar::Scalar;
use super::style::Hand;
use super::write::{Form, Piece, Written, pieces_of};
use super::{Blocked, Obstacle, Patch};
use std::ops::Range;

/// A patch, and all that may differ once it is applied.
#[derive(Debug)]
pub(crate) struct Splice {
    patch: Patch,
    difference: Difference,
}

impl Splice {
    pub(crate) const fn new(patch: Patch, event: usize, gone: Vec<Piece>, came: Vec<Piece>) -> Self {
        Self { patch, difference: Difference { event, gone, came } }
    }

    /// The patch, if it does to the text what was said and no more.
    pub(crate) fn proved(self, text: &str) -> Option<Patch> {
        let lines = |text: &str| text.contains(['\n', '\r']);
        if (lines(&self.patch.inserted) || lines(&self.patch.removed)) && is_by_tabs(text, &self.patch) {
            return None;
        }
        let after = self.patch.apply(text)?;
        proof::holds(text, &after, &self.patch, &self.difference).then_some(self.patch)
    }
}

/// Whether a tab stands in the margin of the comments and blank lines below a patch, or of such a line that
/// it goes on at the end of the text. Readers do not agree on what may stand before such a line.
fn is_by_tabs(text: &str, patch: &Patch) -> bool {
    let blanks = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let has_tab = |line: &str| line.get(..blanks(line)).is_some_and(|margin| margin.contains('\t'));
    let is_quiet =
        |line: &&str| line.get(blanks(line)..).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
    let end = patch.span().end;
    let below = text.get(end..).unwrap_or("").split(['\n', '\r']);
    let last = text.rsplit(['\n', '\r']).next().filter(|line| is_quiet(line) && end == text.len());
    below.take_while(is_quiet).any(has_tab) || last.is_some_and(has_tab)
}

/// Where an entry is added.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spot<'a, 't> {
    /// Right after this entry.
    After(&'a Entry<'t>),
    /// Before the first entry of the group that this entry holds.
    First(&'a Entry<'t>),
    /// At the end of the group, whatever stands there.
    End,
}

/// Writes another word for an entry.
pub(crate) fn replace(
    text: &str,
    group: &Group<'_, '_>,
    entry: &Entry<'_>,
    to: Scalar<'_>,
) -> Result<Splice, Blocked> {
    let hand = Hand::of(group, Some(entry));
    let written = match entry.value.style() {
        Some(style @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) => {
            Written::word(to.text(), style).or_else(|| Written::word(to.text(), ScalarStyle::DoubleQuoted))
        }
        // An empty place is no JSON anyway.
        _ if entry.value.range.is_empty() => Written::word(to.text(), hand.style_outside_json(to)),
        _ => hand.word(to),
    };
    rewrite(text, group, entry, written)
}

/// Writes something on one line in place of the one word that an entry holds.
pub(crate) fn rewrite(
    text: &str,
    group: &Group<'_, '_>,
    entry: &Entry<'_>,
    written: Option<Written>,
) -> Result<Splice, Blocked> {
    replaceable(text, group, entry)?;
    let value = &entry.value;
    let refused = || Blocked::at(value.lines.0, Obstacle::NoSafePlace);
    let written = written.ok_or_else(refused)?;
    let is_word = matches!(written.pieces.as_slice(), [Piece::Word(..)]);
    let may = |_: &usize| value.anchor == 0;
    let patch = if value.range.is_empty() {
        // Nothing is written: the value goes right after the colon, before any comment.
        let colon = entry.colon(text).filter(may);
        colon.and_then(|colon| patch(text, colon..colon, format!(" {}", written.text)))
    } else if value.anchor == 0 || (is_word && has_plain_anchor(text, entry)) {
        patch(text, value.range.clone(), written.text)
    } else {
        None
    };
    Ok(Splice::new(patch.ok_or_else(refused)?, value.first_event, vec![Piece::Any], written.pieces))
}

/// Whether an anchor before the value is a plain name. Where other signs are in it, readers do not agree on
/// where it ends.
fn has_plain_anchor(text: &str, entry: &Entry<'_>) -> bool {
    let anchor = entry.colon(text).and_then(|colon| text.get(colon..entry.value.range.start));
    let is_plain =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '&' | '_' | '-' | ' ' | '\t');
    anchor.is_some_and(|anchor| anchor.chars().all(is_plain))
}

/// Puts something on one line, or a list on the lines below, in place of a whole value.
pub(crate) fn exchange(text: &str, node: &Node<'_>, span: Range<usize>, written: Written) -> Option<Splice> {
    let gone = pieces_of(node)?;
    let mark = super::lines::line_of(text, span.start)?.end_mark;
    let inserted = written.text.replace('\n', if mark.is_empty() { "\n" } else { mark });
    Some(Splice::new(patch(text, span, inserted)?, node.first_event, gone, written.pieces))
}

/// Adds an entry to a group.
pub(crate) fn add(text: &str, group: &Group<'_, '_>, spot: Spot<'_, '_>, pair: Written) -> Option<Splice> {
    let patch = match (group.style, spot) {
        (StructureStyle::Block, Spot::After(entry)) => {
            line_after(text, entry.end(text)?, Below::SameComment, &lined(text, group, &pair)?)
        }
        (StructureStyle::Block, Spot::First(holder)) => {
            line_below_key(text, holder, group.entries.first()?, &lined(text, group, &pair)?)
        }
        (StructureStyle::Block, Spot::End) => {
            let end = group.entries.last()?.end(text)?;
            line_after(text, end, Below::FromColumn(column(text, group)?), &lined(text, group, &pair)?)
        }
        (StructureStyle::Flow, Spot::First(_)) => {
            let entry = group.entries.first().filter(|first| !is_explicit(text, group, first))?;
            let first = entry.key.range.start;
            let comma = comma_after(text, first, text.len());
            group.is_in_braces(text).then(|| patch(text, first..first, format!("{}{comma}", pair.text)))?
        }
        (StructureStyle::Flow, Spot::After(_) | Spot::End) => {
            let entry = match spot {
                Spot::After(entry) => Some(entry).filter(|entry| is_written(text, group, entry)),
                Spot::First(_) | Spot::End => {
                    group.entries.iter().rev().find(|entry| is_written(text, group, entry))
                }
            }?;
            let (start, end) = (entry.key.range.start, entry.value.range.end);
            patch(text, end..end, format!("{}{}", comma_after(text, start, end), pair.text))
        }
    };
    let event = match spot {
        Spot::After(entry) => entry.value.next_event,
        Spot::First(_) => group.entries.first()?.key.first_event,
        Spot::End => match group.style {
            StructureStyle::Block => group.entries.last()?.value.next_event,
            StructureStyle::Flow => {
                group.entries.iter().rev().find(|entry| is_written(text, group, entry))?.value.next_event
            }
        },
    };
    Some(Splice::new(patch?, event, Vec::new(), pair.pieces))
}

/// A pair on a line of its own in a group.
fn lined(text: &str, group: &Group<'_, '_>, pair: &Written) -> Option<String> {
    Some(format!("{}{}", " ".repeat(column(text, group)?), pair.text))
}

/// The last entry that a new one may follow without doubt: one on one line.
pub(crate) fn last_plain<'a, 't>(text: &str, group: &Group<'a, 't>) -> Option<&'a Entry<'t>> {
    match group.style {
        StructureStyle::Block => group.entries.iter().rev().find(|entry| is_one_line(text, entry)),
        StructureStyle::Flow => group.entries.iter().rev().find(|entry| is_written(text, group, entry)),
    }
}

/// Adds an item to a list that has some. `written` makes it of the column in which its keys stand.
pub(crate) fn append(
    text: &str,
    list: &Node<'_>,
    written: impl Fn(usize) -> Option<Written>,
) -> Option<Splice> {
    let Kind::List(style, items) = &list.kind else { return None };
    let end_item = items.last()?;
    let (patch, pieces) = match style {
        StructureStyle::Block => {
            let (column, gap) = items.iter().rev().find_map(|item| dash(text, item))?;
            let written = written(column + 1 + gap.len())?;
            let apart = if are_apart(text, items) { "\n" } else { "" };
            let line = format!("{apart}{}-{gap}{}", " ".repeat(column), written.text);
            (line_after(text, end_item.end(text)?, Below::FromColumn(column + 1), &line), written.pieces)
        }
        StructureStyle::Flow => {
            let (start, end) = (end_item.range.start, end_item.end(text)?);
            let written = written(0)?;
            let mark = super::lines::line_of(text, start)?;
            let mark = mark_before(text, mark.start).filter(|mark| !mark.is_empty()).unwrap_or("\n");
            let item = format!("{}{}", comma_after(text, start, end), written.text.replace('\n', mark));
            (patch(text, end..end, item), written.pieces)
        }
    };
    Some(Splice::new(patch?, end_item.next_event, Vec::new(), pieces))
}

/// Whether blank lines set the items of a list in lines apart: the last two are.
fn are_apart(text: &str, items: &[Node<'_>]) -> bool {
    let [.., before, last] = items else { return false };
    let between = before.end(text).and_then(|end| text.get(end..last.range.start));
    let lines = between.map(|between| between.replace("\r\n", "\n").replace('\r', "\n"));
    // The first is the rest of a line, the last the margin of the item.
    let whole = lines.as_deref().and_then(|lines| lines.split_once('\n')?.1.rsplit_once('\n'));
    whole.is_some_and(|(whole, _)| whole.split('\n').any(|line| line.trim().is_empty()))
}

/// Takes an entry out, with its lines or its comma.
pub(crate) fn remove(text: &str, group: &Group<'_, '_>, entry: &Entry<'_>) -> Result<Splice, Blocked> {
    let refused = || Blocked::at(entry.key.lines.0, Obstacle::NoSafePlace);
    if group.is_used(&entry.value) {
        return Err(Blocked::at(entry.key.lines.0, Obstacle::SharedAnchor));
    }
    if is_explicit(text, group, entry) {
        return Err(Blocked::at(entry.key.lines.0, Obstacle::ComplexKey));
    }
    let span = match group.style {
        _ if entry.value.anchor != 0 || entry.key.anchor != 0 || group.entries.len() < 2 => None,
        StructureStyle::Block => whole_lines(text, entry),
        StructureStyle::Flow => with_comma(text, group, entry),
    };
    let patch = span.and_then(|span| patch(text, span, String::new())).ok_or_else(refused)?;
    let (key, value) = (pieces_of(&entry.key), pieces_of(&entry.value));
    let gone = [key.ok_or_else(refused)?, value.ok_or_else(refused)?].concat();
    Ok(Splice::new(patch, entry.key.first_event, gone, Vec::new()))
}

/// Takes the value of an entry out and leaves its key, on a line of its own in a group in lines.
pub(crate) fn empty(text: &str, group: &Group<'_, '_>, entry: &Entry<'_>) -> Option<Splice> {
    let value = &entry.value;
    let is_plain = group.style == StructureStyle::Block && value.anchor == 0 && !value.range.is_empty();
    replaceable(text, group, entry).ok().filter(|()| is_plain && entry.key.begins_line(text))?;
    let patch = patch(text, value.range.clone(), String::new())?;
    Some(Splice::new(patch, value.first_event, vec![Piece::Any], vec![Piece::Any]))
}

/// Refuses what is more than one word on one line, or stands for something elsewhere.
pub(crate) fn replaceable(text: &str, group: &Group<'_, '_>, entry: &Entry<'_>) -> Result<(), Blocked> {
    let value = &entry.value;
    let reason = match &value.kind {
        _ if group.is_used(value) => Obstacle::SharedAnchor,
        _ if is_explicit(text, group, entry) => Obstacle::ComplexKey,
        _ if value.tagged || !value.is_on_one_line(text) => Obstacle::NotOneWord,
        Kind::Mapping(..) | Kind::List(..) | Kind::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => {
            Obstacle::NotOneWord
        }
        Kind::Scalar(..) | Kind::Alias => return Ok(()),
    };
    Err(Blocked::at(entry.key.lines.0, reason))
}

/// Whether a key is written as `? key`.
pub(crate) fn is_explicit(text: &str, group: &Group<'_, '_>, entry: &Entry<'_>) -> bool {
    let before = text.get(..entry.key.range.start).unwrap_or("");
    // Between braces the sign may stand on a line above.
    let is_blank = |letter: char| match group.style {
        StructureStyle::Block => matches!(letter, ' ' | '\t'),
        StructureStyle::Flow => letter.is_ascii_whitespace(),
    };
    let marked = before.trim_end_matches(is_blank).ends_with('?');
    marked || (group.style == StructureStyle::Block && entry.colon(text).is_none())
}

/// The events of a list of one item in lines.
pub(crate) fn listed(item: Written) -> Written {
    let begin = Piece::Begin(Form::List, StructureStyle::Block);
    let pieces = [vec![begin], item.pieces, vec![Piece::End(Form::List)]].concat();
    Written { text: item.text, pieces }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_that_does_more_than_was_said_is_not_handed_out() {
        let splice = |inserted: &str| {
            let patch = Patch { at: 3, removed: "old".into(), inserted: inserted.into() };
            let word = Piece::Word("new".into(), ScalarStyle::Plain);
            Splice::new(patch, 4, vec![Piece::Any], vec![word])
        };
        let text = "a: old\n";
        assert!(splice("new").proved(text).is_some());
        assert!(splice("newer").proved(text).is_none());
        assert!(splice("new\nb: 2").proved(text).is_none());
        assert!(splice("new").proved("a: other\n").is_none());
    }
}
