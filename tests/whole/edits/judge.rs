//! A judge of its own: libyaml says what a patch did to a text.
//!
//! Knows nothing of how the program reads or writes: it makes a tree of libyaml's events before and
//! after, and finds the one place where the two differ.

#![expect(clippy::wildcard_enum_match_arm, reason = "few kinds of events matter to the judge")]

use libyaml_safer::{Event, EventData, Parser};
use std::ops::Range;
use std::panic::catch_unwind;

/// A part of a text: its own event (style, tag and anchor with it), and what stands in it.
#[derive(Debug)]
pub(crate) struct Tree {
    data: EventData,
    /// Bytes of the text; a byte order mark does not count.
    pub(crate) bytes: Range<usize>,
    /// Keys and values in turn, items, or documents.
    pub(crate) parts: Vec<Tree>,
}

impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data && self.parts == other.parts
    }
}

impl Tree {
    pub(crate) fn is_mapping(&self) -> bool {
        matches!(self.data, EventData::MappingStart { .. })
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.data, EventData::SequenceStart { .. })
    }

    /// What a scalar says, without anchor and tag.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.data {
            EventData::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Whether it is a scalar or an alias.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.data, EventData::Scalar { .. } | EventData::Alias { .. })
    }

    /// Whether it is a scalar with neither anchor nor tag.
    pub(crate) fn is_bare(&self) -> bool {
        matches!(&self.data, EventData::Scalar { anchor: None, tag: None, .. })
    }

    /// The anchor of a scalar.
    fn anchor(&self) -> Option<&String> {
        match &self.data {
            EventData::Scalar { anchor, .. } => anchor.as_ref(),
            _ => None,
        }
    }

    /// Keys and values of a mapping.
    pub(crate) fn pairs(&self) -> Vec<(&Tree, &Tree)> {
        self.parts.chunks_exact(2).map(|pair| (&pair[0], &pair[1])).collect()
    }
}

/// Where and how two texts differ.
#[derive(Debug)]
pub(crate) struct Verdict<'a> {
    /// What it stands in, from the outside in, as it was: the document, a section, an item ...
    pub(crate) inside: Vec<&'a Tree>,
    /// The keys and positions that lead to it.
    pub(crate) path: Vec<String>,
    /// What differs.
    pub(crate) what: What<'a>,
}

/// One difference.
#[derive(Debug)]
pub(crate) enum What<'a> {
    /// One value became another.
    Replaced(&'a Tree, &'a Tree),
    /// A key with its value, or an item, came at this position.
    Came(usize, Vec<&'a Tree>),
    /// It went.
    Went(Vec<&'a Tree>),
}

/// The tree of a text; `None` where libyaml refuses it, or where this port of it breaks.
pub(crate) fn tree(text: &str) -> Option<Tree> {
    let events = catch_unwind(|| parse(text)).ok().flatten()?;
    let mut open: Vec<Tree> = Vec::new();
    for event in events {
        let bytes = |from: u64, to: u64| usize::try_from(from).unwrap()..usize::try_from(to).unwrap();
        let bytes = bytes(event.start_mark.index, event.end_mark.index);
        let mut tree = Tree { data: event.data, bytes, parts: Vec::new() };
        match tree.data {
            EventData::StreamStart { .. }
            | EventData::DocumentStart { .. }
            | EventData::MappingStart { .. }
            | EventData::SequenceStart { .. } => {
                open.push(tree);
                continue;
            }
            EventData::StreamEnd
            | EventData::DocumentEnd { .. }
            | EventData::MappingEnd
            | EventData::SequenceEnd => {
                let end = tree.bytes.end;
                tree = open.pop()?;
                tree.bytes.end = end;
            }
            _ => {}
        }
        match open.last_mut() {
            Some(parent) => parent.parts.push(tree),
            None => return Some(tree),
        }
    }
    None
}

fn parse(text: &str) -> Option<Vec<Event>> {
    // The port breaks on a block scalar that ends with the file. Blanks alone on a last line that does not
    // end are no line of it.
    let whole = text.trim_end_matches([' ', '\t']);
    let text = if whole.ends_with(['\n', '\r']) { whole } else { text };
    let ended = [text, if text.ends_with(['\n', '\r']) { "" } else { "\n" }].concat();
    let mut bytes = ended.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    let mut events = Vec::new();
    loop {
        let event = parser.parse().ok()?;
        let last = event.data == EventData::StreamEnd;
        events.push(event);
        if last {
            return Some(events);
        }
    }
}

/// Compares two texts: `None` when they say the same.
pub(crate) fn compare<'a>(before: &'a Tree, after: &'a Tree) -> Option<Verdict<'a>> {
    let mut verdict = Verdict { inside: Vec::new(), path: Vec::new(), what: What::Replaced(before, after) };
    if before == after {
        return None;
    }
    let (mut old, mut new) = (before, after);
    loop {
        verdict.what = What::Replaced(old, new);
        if old.data != new.data {
            return Some(verdict);
        }
        let step = if old.is_mapping() { 2 } else { 1 };
        let alike = old.parts.iter().zip(&new.parts).take_while(|(a, b)| a == b).count();
        verdict.inside.push(old);
        if old.parts.len() != new.parts.len() {
            verdict.what = longer(old, new, alike / step * step, step);
            return Some(verdict);
        }
        if old.parts[alike + 1..] != new.parts[alike + 1..] || (step == 2 && alike % 2 == 0) {
            verdict.inside.pop();
            return Some(verdict);
        }
        match (step, &old.data) {
            (2, _) => verdict.path.push(old.parts[alike - 1].text().unwrap_or("?").to_owned()),
            (_, EventData::DocumentStart { .. }) => {}
            _ => verdict.path.push(alike.to_string()),
        }
        (old, new) = (&old.parts[alike], &new.parts[alike]);
    }
}

/// What came or went in a list or mapping; the whole of it where that is not all.
fn longer<'a>(old: &'a Tree, new: &'a Tree, alike: usize, step: usize) -> What<'a> {
    let (short, long) = if old.parts.len() < new.parts.len() { (old, new) } else { (new, old) };
    if short.parts.len() + step != long.parts.len() || short.parts[alike..] != long.parts[alike + step..] {
        return What::Replaced(old, new);
    }
    let parts = long.parts[alike..alike + step].iter().collect();
    if short == old { What::Came(alike / step, parts) } else { What::Went(parts) }
}

/// Whether one word took the place of another under the same anchor, and says this.
pub(crate) fn says(old: &Tree, new: &Tree, wanted: &str) -> bool {
    let is_plain_word = matches!(&new.data, EventData::Scalar { tag: None, .. });
    old.is_word() && is_plain_word && old.anchor() == new.anchor() && new.text() == Some(wanted)
}
