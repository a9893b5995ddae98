//! Locate: the item that begins at a place, as its keys and values with their bytes.
//!
//! Knows mappings, lists and scalars, but no field of a programme. Never decides what to write.

use super::events::{Event, ScalarStyle, Step, Steps, StructureStyle};
use super::{Refusal, RefusalReason};
use crate::document::source::Place;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// An item: a mapping in the list of a section, or the only one of it, written without a dash.
#[derive(Debug)]
pub(super) struct Item<'t> {
    /// Whether it is written in lines or in braces.
    pub style: StructureStyle,
    /// Where it begins.
    pub start: usize,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its keys and values in order.
    pub entries: Vec<Entry<'t>>,
    /// Anchors that some alias of the file uses.
    used: HashSet<usize>,
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// The key.
    pub key: Node<'t>,
    /// The value; of no bytes where none is written.
    pub value: Node<'t>,
}

/// A key or a value.
#[derive(Debug)]
pub(super) struct Node<'t> {
    /// What it is.
    pub kind: Kind<'t>,
    /// Its bytes, without anchor and tag; for a collection in block style only the start is exact.
    pub range: Range<usize>,
    /// The lines it begins and ends on, from 1.
    pub lines: (usize, usize),
    /// Number of its first event.
    pub first_event: usize,
    /// Number of the event after its last.
    pub next_event: usize,
    /// Its anchor, 0 for none.
    pub anchor: usize,
    /// Whether a tag stands before it.
    pub tagged: bool,
}

/// What a key or a value is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// A text, and how it is written.
    Scalar(Cow<'t, str>, ScalarStyle),
    /// `*name`
    Alias,
    /// A list or a mapping.
    Collection(StructureStyle),
}

impl<'t> Item<'t> {
    /// The entry whose key is one of those meant.
    ///
    /// # Errors
    ///
    /// Two keys are meant, or the key is not written as a plain name; or some key of the item is a
    /// list, a mapping or an alias, so that nobody can say what it is.
    pub(super) fn entry(&self, is_meant: impl Fn(&str) -> bool) -> Result<Option<&Entry<'t>>, Refusal> {
        let unclear = self.entries.iter().find(|entry| entry.name().is_none());
        if let Some(entry) = unclear {
            return Err(Refusal::at(entry.key.lines.0, RefusalReason::ComplexKey));
        }
        let mut hits = self.entries.iter().filter(|entry| entry.name().is_some_and(&is_meant));
        match (hits.next(), hits.next()) {
            (_, Some(second)) => Err(Refusal::at(second.key.lines.0, RefusalReason::DuplicateKey)),
            (Some(entry), None) if entry.key.tagged || entry.key.anchor != 0 => {
                Err(Refusal::at(entry.key.lines.0, RefusalReason::ComplexKey))
            }
            (hit, None) => Ok(hit),
        }
    }

    /// Whether the item takes values from elsewhere (`<<`).
    pub(super) fn merges(&self) -> bool {
        self.entries.iter().any(|entry| entry.name() == Some("<<"))
    }

    /// Whether an alias somewhere in the file stands for this node.
    pub(super) fn is_used(&self, node: &Node<'_>) -> bool {
        self.used.contains(&node.anchor)
    }
}

impl Entry<'_> {
    /// The key's text; `None` for a key that is no scalar, or not one for every reader of YAML.
    pub(super) fn name(&self) -> Option<&str> {
        match &self.key.kind {
            Kind::Scalar(text, _) => Some(text.as_ref()).filter(|text| !text.contains(OLD_LINE_ENDS)),
            Kind::Alias | Kind::Collection(_) => None,
        }
    }
}

/// Characters that end a line in YAML 1.1 and are letters like others in YAML 1.2.
const OLD_LINE_ENDS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

impl Node<'_> {
    /// Whether it is written on one line, for readers of every version of YAML.
    pub(super) fn is_on_one_line(&self, text: &str) -> bool {
        let written = text.get(self.range.clone()).unwrap_or("");
        self.lines.0 == self.lines.1 && !written.contains(OLD_LINE_ENDS)
    }
}

/// Finds the item that begins at a place of the text.
///
/// # Errors
///
/// The text has a syntax error; no item begins there, or an alias stands for it; its section is given
/// twice; or what it stands in is used elsewhere by an alias.
pub(super) fn locate<'t>(text: &'t str, place: &Place) -> Result<Item<'t>, Refusal> {
    let mut walk = Walk { start: place.span.start, ..Walk::default() };
    let mut steps = Steps::of(text);
    for step in steps.by_ref() {
        walk.take(step);
    }
    match steps.broken {
        Some(line) => Err(Refusal::at(line, RefusalReason::BrokenText)),
        None => walk.finish(place),
    }
}

/// What the walk over the events remembers.
#[derive(Default)]
struct Walk<'t> {
    /// Where the item should begin.
    start: usize,
    /// Documents begun so far; only the first is the programme.
    documents: usize,
    /// The collections that are open.
    open: Vec<Open>,
    /// The scalar keys of the outermost mapping.
    keys: Vec<(Cow<'t, str>, usize)>,
    /// Anchors that aliases use.
    used: HashSet<usize>,
    /// The item, once met.
    found: Option<Found<'t>>,
    /// Whether an alias stands in place of the item.
    alias: bool,
}

/// An open list or mapping.
struct Open {
    anchor: usize,
    is_mapping: bool,
    /// In a mapping: whether a key comes next.
    key_next: bool,
}

/// The item's own events, and what was known where it began.
struct Found<'t> {
    style: StructureStyle,
    line: usize,
    /// How many collections it stands in.
    depth: usize,
    /// Number of keys of the outermost mapping up to its section.
    section: usize,
    /// Anchors of the item and of what it stands in.
    around: Vec<usize>,
    steps: Vec<Step<'t>>,
    complete: bool,
}

impl<'t> Walk<'t> {
    fn take(&mut self, step: Step<'t>) {
        if let Event::DocumentStart(..) = step.event {
            self.documents += 1;
        }
        if self.documents == 1 {
            self.step(step);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what begins, ends or stands for a node matters here"
    )]
    fn step(&mut self, step: Step<'t>) {
        match &step.event {
            Event::MappingStart(style, anchor, _) => {
                let (style, anchor) = (*style, *anchor);
                let begins = step.range.start == self.start;
                self.begin(anchor, true);
                if begins && self.found.is_none() {
                    self.found = Some(self.meet(style, step.lines.0));
                    return;
                }
            }
            Event::SequenceStart(_, anchor, _) => self.begin(*anchor, false),
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
                let depth = self.open.len();
                if let Some(found) = self.found.as_mut().filter(|found| found.depth == depth) {
                    found.complete = true;
                }
            }
            Event::Scalar(text, ..) => {
                let is_key = self.node();
                if is_key && self.open.len() == 1 {
                    self.keys.push((text.clone(), step.lines.0));
                }
            }
            Event::Alias(anchor) => {
                self.alias |= step.range.start == self.start;
                self.used.insert(*anchor);
                self.node();
            }
            _ => {}
        }
        if let Some(found) = self.found.as_mut().filter(|found| !found.complete) {
            found.steps.push(step);
        }
    }

    /// Counts a node that begins now; whether it is a key.
    fn node(&mut self) -> bool {
        let Some(parent) = self.open.last_mut().filter(|parent| parent.is_mapping) else { return false };
        parent.key_next = !parent.key_next;
        !parent.key_next
    }

    fn begin(&mut self, anchor: usize, is_mapping: bool) {
        self.node();
        self.open.push(Open { anchor, is_mapping, key_next: true });
    }

    fn meet(&self, style: StructureStyle, line: usize) -> Found<'t> {
        let around = self.open.iter().map(|open| open.anchor).collect();
        let (section, depth) = (self.keys.len(), self.open.len() - 1);
        Found { style, line, depth, section, around, steps: Vec::new(), complete: false }
    }

    fn finish(self, place: &Place) -> Result<Item<'t>, Refusal> {
        let Some(found) = self.found else {
            let reason = if self.alias { RefusalReason::SharedAnchor } else { RefusalReason::NotFound };
            return Err(Refusal::at(place.line.max(1), reason));
        };
        if found.around.iter().any(|anchor| self.used.contains(anchor)) {
            return Err(Refusal::at(found.line, RefusalReason::SharedAnchor));
        }
        let section = found.section.checked_sub(1).and_then(|index| self.keys.get(index));
        let same = |(name, _): &&(Cow<'_, str>, usize)| section.is_some_and(|(section, _)| section == name);
        if let Some((_, line)) = self.keys.iter().filter(same).nth(1) {
            return Err(Refusal::at(*line, RefusalReason::DuplicateKey));
        }
        let Found { style, line, steps, .. } = found;
        Ok(Item { style, start: self.start, line, entries: entries(steps), used: self.used })
    }
}

/// Pairs keys and values. A mapping's nodes come in pairs; the parser sees to that.
fn entries(steps: Vec<Step<'_>>) -> Vec<Entry<'_>> {
    let mut nodes = nodes(steps).into_iter();
    let mut entries = Vec::new();
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        entries.push(Entry { key, value });
    }
    entries
}

/// The outermost nodes of a run of events.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only what begins, ends or stands for a node matters here"
)]
fn nodes(steps: Vec<Step<'_>>) -> Vec<Node<'_>> {
    let mut nodes: Vec<Node<'_>> = Vec::new();
    let mut depth = 0_usize;
    for Step { number, event, range, lines } in steps {
        let (kind, anchor, tagged) = match event {
            Event::Scalar(text, style, anchor, tag) => (Kind::Scalar(text, style), anchor, tag.is_some()),
            Event::Alias(_) => (Kind::Alias, 0, false),
            Event::MappingStart(style, anchor, tag) | Event::SequenceStart(style, anchor, tag) => {
                depth += 1;
                (Kind::Collection(style), anchor, tag.is_some())
            }
            Event::MappingEnd | Event::SequenceEnd => {
                depth = depth.saturating_sub(1);
                if let Some(node) = nodes.last_mut() {
                    node.range.end = range.end;
                    node.lines.1 = lines.1;
                    node.next_event = number + 1;
                }
                continue;
            }
            _ => continue,
        };
        let begins = depth == usize::from(matches!(kind, Kind::Collection(_)));
        if begins {
            let (first_event, next_event) = (number, number + 1);
            nodes.push(Node { kind, range, lines, first_event, next_event, anchor, tagged });
        }
    }
    nodes
}
