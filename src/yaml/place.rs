//! Place: where in the text something may be added or taken out, and with which line end or comma.
//!
//! Works on lines, braces and brackets as they stand; whether the result means what it should is for
//! `check` to say. Comments stay with the lines they belong to.

use super::Patch;
use super::group::{Group, margin};
use super::lines::{Line, line_of, mark_before, rest_of_line};
use super::{Entry, Node, NodeForm};
use super::{ScalarStyle, StructureStyle};
use std::ops::Range;

/// A patch of a stretch of the text.
pub(crate) fn patch(text: &str, span: Range<usize>, inserted: String) -> Option<Patch> {
    let removed = text.get(span.clone())?.to_owned();
    Some(Patch { at: span.start, removed, inserted })
}

/// Which comment lines below a line belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Below {
    /// Those that go on a comment behind what stands on the line, in its column.
    SameComment,
    /// Those that begin in this column or further to the right.
    FromColumn(usize),
}

/// A new line after the one in which something ends, with that line's end. What is written has its
/// margin; line feeds in it become that line end.
pub(crate) fn line_after(text: &str, end: usize, below: Below, written: &str) -> Option<Patch> {
    let first = line_of(text, end)?;
    let mark = match first.end_mark {
        // The last line of a file without a final line end: that stays so.
        "" => mark_before(text, first.start).filter(|mark| !mark.is_empty()).unwrap_or("\n"),
        mark => mark,
    };
    let line = last_comment(text, end, below).unwrap_or(first);
    let written = written.replace('\n', mark);
    if line.end_mark.is_empty() {
        return patch(text, line.end..line.end, format!("{mark}{written}"));
    }
    let next = line.end + line.end_mark.len();
    patch(text, next..next, format!("{written}{mark}"))
}

/// The last of the comment lines below that belong to the line in which something ends.
fn last_comment(text: &str, end: usize, below: Below) -> Option<Line<'_>> {
    let mut line = line_of(text, end)?;
    let column = text.get(line.start..end)?.chars().count() + behind(text, end)?.0;
    let has_comment = behind(text, end)?.1;
    let mut last = None;
    loop {
        if line.end_mark.is_empty() {
            return last;
        }
        let next = line_of(text, line.end + line.end_mark.len())?;
        let content = text.get(next.start..next.end)?;
        let indent = content.len() - content.trim_start_matches(' ').len();
        let belongs = content.trim_start_matches(' ').starts_with('#')
            && match below {
                Below::SameComment => has_comment && content.chars().nth(column) == Some('#'),
                Below::FromColumn(from) => indent >= from,
            };
        if !belongs {
            return last;
        }
        line = line_of(text, next.start)?;
        last = Some(next);
    }
}

/// How many blanks follow on the line, and whether a comment follows them.
fn behind(text: &str, end: usize) -> Option<(usize, bool)> {
    let rest = rest_of_line(text, end)?;
    let comment = rest.trim_start_matches([' ', '\t']);
    Some((rest.len() - comment.len(), comment.starts_with('#')))
}

/// A new line above the first entry of a group in lines, whose own key stands on a line above: after that
/// line, so that comments stay with the entry they stand over.
pub(crate) fn line_below_key(key: Entry<'_>, first: Entry<'_>, written: &str) -> Option<Patch> {
    if key.key.line() >= first.key.line() {
        return None;
    }
    line_after(key.key.source(), key.colon()?, Below::SameComment, written)
}

/// The column in which the keys of a group in lines stand.
pub(crate) fn column(group: Group<'_>) -> Option<usize> {
    let dashes = |margin: &&str| margin.chars().all(|letter| matches!(letter, ' ' | '-'));
    let mut margins = group.node().pairs().filter_map(|entry| entry.key.margin());
    margins.find(dashes).map(str::len)
}

/// The dash of an item of a list in lines: its column, and the blanks between it and the item.
pub(crate) fn dash(item: Node<'_>) -> Option<(usize, &str)> {
    let before = item.margin()?;
    let column = before.len() - before.trim_start_matches(' ').len();
    let gap = before.get(column..)?.strip_prefix('-')?;
    (!gap.is_empty() && gap.chars().all(|letter| letter == ' ')).then_some((column, gap))
}

/// Whether an entry stands in braces and has a value, so that a comma may follow it. Not all readers
/// take a comma right after a colon, and a pair without braces in a list ends at a comma.
pub(crate) fn is_written(group: Group<'_>, entry: Entry<'_>) -> bool {
    group.is_in_braces() && !entry.value.is_unwritten()
}

/// Whether the entry begins and ends on one line, with nothing before it but the dash, so that a line
/// may follow it.
pub(crate) fn is_one_line(entry: Entry<'_>) -> bool {
    let value = entry.value;
    let is_block = match value.form() {
        NodeForm::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => true,
        NodeForm::Mapping(style) | NodeForm::List(style) => style == StructureStyle::Block,
        NodeForm::Scalar(..) | NodeForm::Alias => false,
    };
    let dashes = |margin: &str| margin.chars().all(|letter| matches!(letter, ' ' | '-'));
    let begins_line = entry.key.margin().is_some_and(dashes);
    !is_block && begins_line && entry.key.line() == value.last_line()
}

/// The bytes of an entry that has its lines to itself, with one line end.
pub(crate) fn whole_lines(entry: Entry<'_>) -> Option<Range<usize>> {
    let text = entry.key.source();
    let end = entry.end()?;
    let (first, last) = (line_of(text, entry.start())?, line_of(text, end)?);
    let is_alone = entry.key.begins_line() && rest_of_line(text, end)?.trim_matches([' ', '\t']).is_empty();
    let mark_above = if last.end_mark.is_empty() { mark_before(text, first.start)? } else { "" };
    is_alone.then_some(first.start - mark_above.len()..last.end + last.end_mark.len())
}

/// The bytes of an entry in braces, with the comma before it; of the first one, with the comma behind it.
pub(crate) fn with_comma(group: Group<'_>, entry: Entry<'_>) -> Option<Range<usize>> {
    let text = group.source();
    let entries = group.entries();
    let end = entry.end()?;
    let only_comma = |from: usize, to: usize| {
        let between = text.get(from..to)?;
        (between.trim_matches([' ', '\t', '\n', '\r']) == ",").then_some(from + between.find(',')?)
    };
    let index = entries.iter().position(|other| *other == entry)?;
    if let Some(before) = index.checked_sub(1) {
        let comma = only_comma(entries.get(before)?.end()?, entry.start())?;
        return Some(comma..end);
    }
    let next = entries.get(1)?.start();
    only_comma(end, next).filter(|_| group.is_in_braces())?;
    Some(entry.start()..next)
}

/// What stands between two parts in braces or brackets: a comma, and a new line where the part before
/// begins one and nothing follows it there.
pub(crate) fn comma_after(text: &str, start: usize, end: usize) -> String {
    let begins = margin(text, start).filter(|margin| margin.chars().all(|letter| letter == ' '));
    let is_last =
        rest_of_line(text, end).is_some_and(|rest| matches!(rest.trim_matches([' ', '\t']), "" | ","));
    match (begins, line_of(text, start)) {
        (Some(margin), Some(line)) if is_last => {
            let mark = mark_before(text, line.start).filter(|mark| !mark.is_empty()).unwrap_or("\n");
            format!(",{mark}{margin}")
        }
        _ => ", ".to_owned(),
    }
}
