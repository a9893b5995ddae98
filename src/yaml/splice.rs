//! Splice: the bytes that set, add or take out one entry of a group or one item of a list.
//!
//! Works on what was found and says what should differ afterwards; whether that is so is for `check` to
//! say. Never moves a line.

use super::group::Group;
use super::lines::{line_of, mark_before};
use super::place::{
    Below, column, comma_after, dash, is_one_line, is_written, line_after, line_below_key, patch,
    whole_lines, with_comma,
};
use super::proof::{self, Difference};
use super::scalar::Scalar;
use super::style::AuthorStyle;
use super::write::{Piece, Written, pieces_of};
use super::{Blocked, Entry, Node, NodeForm, Obstacle, Patch, ScalarStyle, StructureStyle, Tree};
use std::ops::Range;

/// A patch, and all that may differ once it is applied.
#[derive(Debug)]
pub(crate) struct Splice {
    patch: Patch,
    difference: Difference,
}

/// A patch that was proved, and the text after it.
#[derive(Debug)]
pub(crate) struct Proved {
    /// The patch.
    pub patch: Patch,
    /// The text after it.
    pub text: String,
    /// The tree of that text.
    pub tree: Tree,
}

impl Splice {
    pub(crate) const fn new(patch: Patch, step: usize, gone: Vec<Piece>, came: Vec<Piece>) -> Self {
        Self { patch, difference: Difference { step, gone, came } }
    }

    /// The patch with the text that it makes, if it does what was said to the text of `group` and no more.
    pub(crate) fn proved(self, group: Group<'_>) -> Option<Proved> {
        let text = group.source();
        let lines = |text: &str| text.contains(['\n', '\r']);
        if (lines(&self.patch.inserted) || lines(&self.patch.removed)) && is_by_tabs(text, &self.patch) {
            return None;
        }
        let after = self.patch.apply(text)?;
        let tree = Tree::read(&after);
        let holds = proof::holds((text, group.node().tree()), (&after, &tree), &self.patch, &self.difference);
        holds.then_some(Proved { patch: self.patch, text: after, tree })
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
pub(crate) enum Spot<'t> {
    /// Right after this entry.
    After(Entry<'t>),
    /// Before the first entry of the group that this entry holds.
    First(Entry<'t>),
    /// At the end of the group, whatever stands there.
    End,
}

/// Writes another word for an entry.
pub(crate) fn replace(group: Group<'_>, entry: Entry<'_>, to: Scalar<'_>) -> Result<Splice, Blocked> {
    let author = AuthorStyle::of(group, Some(entry));
    let written = match entry.value.style() {
        Some(style @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) => {
            Written::word(to.text(), style).or_else(|| Written::word(to.text(), ScalarStyle::DoubleQuoted))
        }
        // An empty place is no JSON anyway.
        _ if entry.value.is_unwritten() => Written::word(to.text(), author.style_outside_json(to)),
        _ => author.word(to),
    };
    rewrite(group, entry, written)
}

/// Writes something on one line in place of the one word that an entry holds.
pub(crate) fn rewrite(
    group: Group<'_>,
    entry: Entry<'_>,
    written: Option<Written>,
) -> Result<Splice, Blocked> {
    replaceable(group, entry)?;
    let (text, value) = (group.source(), entry.value);
    let refused = || Blocked::at(value.line(), Obstacle::NoSafePlace);
    let written = written.ok_or_else(refused)?;
    let is_word = matches!(written.pieces.as_slice(), [Piece::Word(..)]);
    let may = |_: &usize| !value.is_anchored();
    let patch = if value.is_unwritten() {
        // Nothing is written: the value goes right after the colon, before any comment.
        let colon = entry.colon().filter(may);
        colon.and_then(|colon| patch(text, colon..colon, format!(" {}", written.text)))
    } else if !value.is_anchored() || (is_word && has_plain_anchor(entry)) {
        patch(text, value.range(), written.text)
    } else {
        None
    };
    Ok(Splice::new(patch.ok_or_else(refused)?, value.first_step(), vec![Piece::Any], written.pieces))
}

/// Whether an anchor before the value is a plain name. Where other signs are in it, readers do not agree on
/// where it ends.
fn has_plain_anchor(entry: Entry<'_>) -> bool {
    let anchor = entry.colon().and_then(|colon| entry.key.source().get(colon..entry.value.range().start));
    let is_plain =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '&' | '_' | '-' | ' ' | '\t');
    anchor.is_some_and(|anchor| anchor.chars().all(is_plain))
}

/// Puts something on one line, or a list on the lines below, in place of a whole value.
pub(crate) fn exchange(node: Node<'_>, span: Range<usize>, written: Written) -> Option<Splice> {
    let (text, gone) = (node.source(), pieces_of(node)?);
    let mark = line_of(text, span.start)?.end_mark;
    let inserted = written.text.replace('\n', if mark.is_empty() { "\n" } else { mark });
    Some(Splice::new(patch(text, span, inserted)?, node.first_step(), gone, written.pieces))
}

/// Adds an entry to a group.
pub(crate) fn add(group: Group<'_>, spot: Spot<'_>, pair: Written) -> Option<Splice> {
    let text = group.source();
    let (patch, step) = match (group.style, spot) {
        (StructureStyle::Block, Spot::After(entry)) => {
            let patch = line_after(text, entry.end()?, Below::SameComment, &lined(group, &pair)?);
            (patch, entry.value.next_step())
        }
        (StructureStyle::Block, Spot::First(holder)) => {
            let first = group.first()?;
            (line_below_key(holder, first, &lined(group, &pair)?), first.key.first_step())
        }
        (StructureStyle::Block, Spot::End) => {
            let (last, below) = (group.last()?, Below::FromColumn(column(group)?));
            (line_after(text, last.end()?, below, &lined(group, &pair)?), last.value.next_step())
        }
        (StructureStyle::Flow, Spot::First(_)) => {
            let first = group.first().filter(|first| group.is_in_braces() && !is_explicit(group, *first))?;
            let (start, comma) = (first.start(), comma_after(text, first.start(), text.len()));
            (patch(text, start..start, format!("{}{comma}", pair.text)), first.key.first_step())
        }
        (StructureStyle::Flow, Spot::After(_) | Spot::End) => {
            let entry = match spot {
                Spot::After(entry) => Some(entry).filter(|entry| is_written(group, *entry)),
                Spot::First(_) | Spot::End => last_written(group),
            }?;
            let (start, end) = (entry.start(), entry.value.range().end);
            let written = format!("{}{}", comma_after(text, start, end), pair.text);
            (patch(text, end..end, written), entry.value.next_step())
        }
    };
    Some(Splice::new(patch?, step, Vec::new(), pair.pieces))
}

/// A pair on a line of its own in a group.
fn lined(group: Group<'_>, pair: &Written) -> Option<String> {
    Some(format!("{}{}", " ".repeat(column(group)?), pair.text))
}

/// The last entry that a new one may follow without doubt: one on one line.
pub(crate) fn last_plain(group: Group<'_>) -> Option<Entry<'_>> {
    match group.style {
        StructureStyle::Block => group.entries().into_iter().rev().find(|entry| is_one_line(*entry)),
        StructureStyle::Flow => last_written(group),
    }
}

/// The last entry in braces that has a value.
fn last_written(group: Group<'_>) -> Option<Entry<'_>> {
    group.entries().into_iter().rev().find(|entry| is_written(group, *entry))
}

/// Adds an item to a list that has some. `written` makes it of the column in which its keys stand.
pub(crate) fn append(list: Node<'_>, written: impl Fn(usize) -> Option<Written>) -> Option<Splice> {
    let NodeForm::List(style) = list.form() else { return None };
    let (text, items) = (list.source(), list.items().collect::<Vec<_>>());
    let end_item = items.last()?;
    let (patch, pieces) = match style {
        StructureStyle::Block => {
            let (column, gap) = items.iter().rev().find_map(|item| dash(*item))?;
            let written = written(column + 1 + gap.len())?;
            let apart = if are_apart(&items) { "\n" } else { "" };
            let line = format!("{apart}{}-{gap}{}", " ".repeat(column), written.text);
            (line_after(text, end_item.end()?, Below::FromColumn(column + 1), &line), written.pieces)
        }
        StructureStyle::Flow => {
            let (start, end) = (end_item.range().start, end_item.end()?);
            let written = written(0)?;
            let mark = line_of(text, start)?;
            let mark = mark_before(text, mark.start).filter(|mark| !mark.is_empty()).unwrap_or("\n");
            let item = format!("{}{}", comma_after(text, start, end), written.text.replace('\n', mark));
            (patch(text, end..end, item), written.pieces)
        }
    };
    Some(Splice::new(patch?, end_item.next_step(), Vec::new(), pieces))
}

/// Whether blank lines set the items of a list in lines apart: the last two are.
fn are_apart(items: &[Node<'_>]) -> bool {
    let [.., before, last] = items else { return false };
    let between = before.end().and_then(|end| last.source().get(end..last.range().start));
    let lines = between.map(|between| between.replace("\r\n", "\n").replace('\r', "\n"));
    // The first is the rest of a line, the last the margin of the item.
    let whole = lines.as_deref().and_then(|lines| lines.split_once('\n')?.1.rsplit_once('\n'));
    whole.is_some_and(|(whole, _)| whole.split('\n').any(|line| line.trim().is_empty()))
}

/// Takes an entry out, with its lines or its comma.
pub(crate) fn remove(group: Group<'_>, entry: Entry<'_>) -> Result<Splice, Blocked> {
    let refused = || Blocked::at(entry.key.line(), Obstacle::NoSafePlace);
    if entry.value.is_repeated() {
        return Err(Blocked::at(entry.key.line(), Obstacle::SharedAnchor));
    }
    if is_explicit(group, entry) {
        return Err(Blocked::at(entry.key.line(), Obstacle::ComplexKey));
    }
    let span = match group.style {
        _ if entry.value.is_anchored() || entry.key.is_anchored() || group.entries().len() < 2 => None,
        StructureStyle::Block => whole_lines(entry),
        StructureStyle::Flow => with_comma(group, entry),
    };
    let patch = span.and_then(|span| patch(group.source(), span, String::new())).ok_or_else(refused)?;
    let (key, value) = (pieces_of(entry.key), pieces_of(entry.value));
    let gone = [key.ok_or_else(refused)?, value.ok_or_else(refused)?].concat();
    Ok(Splice::new(patch, entry.key.first_step(), gone, Vec::new()))
}

/// Takes the value of an entry out and leaves its key, on a line of its own in a group in lines.
pub(crate) fn empty(group: Group<'_>, entry: Entry<'_>) -> Option<Splice> {
    let value = entry.value;
    let is_plain = group.style == StructureStyle::Block && !value.is_anchored() && !value.is_unwritten();
    replaceable(group, entry).ok().filter(|()| is_plain && entry.key.begins_line())?;
    let patch = patch(group.source(), value.range(), String::new())?;
    Some(Splice::new(patch, value.first_step(), vec![Piece::Any], vec![Piece::Any]))
}

/// Refuses what is more than one word on one line, or stands for something elsewhere.
pub(crate) fn replaceable(group: Group<'_>, entry: Entry<'_>) -> Result<(), Blocked> {
    let value = entry.value;
    let reason = match value.form() {
        _ if value.is_repeated() => Obstacle::SharedAnchor,
        _ if is_explicit(group, entry) => Obstacle::ComplexKey,
        _ if value.is_tagged() => Obstacle::Tagged,
        _ if !value.is_on_one_line() => Obstacle::NotOneWord,
        NodeForm::Mapping(..)
        | NodeForm::List(..)
        | NodeForm::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => Obstacle::NotOneWord,
        NodeForm::Scalar(..) | NodeForm::Alias => return Ok(()),
    };
    Err(Blocked::at(entry.key.line(), reason))
}

/// Whether a key is written as `? key`.
pub(crate) fn is_explicit(group: Group<'_>, entry: Entry<'_>) -> bool {
    let before = group.source().get(..entry.start()).unwrap_or("");
    // Between braces the sign may stand on a line above.
    let is_blank = |letter: char| match group.style {
        StructureStyle::Block => matches!(letter, ' ' | '\t'),
        StructureStyle::Flow => letter.is_ascii_whitespace(),
    };
    let marked = before.trim_end_matches(is_blank).ends_with('?');
    marked || (group.style == StructureStyle::Block && entry.colon().is_none())
}

/// The events of a list of one item in lines.
pub(crate) fn listed(item: Written) -> Written {
    let pieces = [vec![Piece::List(StructureStyle::Block)], item.pieces, vec![Piece::End]].concat();
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
            Splice::new(patch, 2, vec![Piece::Any], vec![word])
        };
        let is_proved = |inserted: &str, text: &str| {
            splice(inserted).proved(Group::file(&Tree::read(text), text).unwrap()).is_some()
        };
        let text = "a: old\n";
        assert!(is_proved("new", text));
        assert!(!is_proved("newer", text));
        assert!(!is_proved("new\nb: 2", text));
        assert!(!is_proved("new", "a: other\n"));
    }
}
