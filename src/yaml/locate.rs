//! Locate: the item that begins at a place, or the file as a whole.
//!
//! Never decides what to write.

use super::events::{Event, Step, Steps};
use super::node::{Group, Growing, Node};
use super::{Blocked, Obstacle};
use crate::text::Place;
use std::borrow::Cow;
use std::collections::HashSet;

/// A mapping of the text: an item in the list of a section (or the only one of it, written without a
/// dash), or the file itself.
#[derive(Debug)]
pub(crate) struct Located<'t> {
    root: Node<'t>,
    /// Anchors that some alias of the file uses.
    used: HashSet<usize>,
    /// How many documents the text has.
    pub documents: usize,
}

impl<'t> Located<'t> {
    /// Everything that was located.
    pub(crate) const fn root(&self) -> &Node<'t> {
        &self.root
    }

    /// The mapping; `None` for a file that is something else.
    pub(crate) fn group(&self) -> Option<Group<'_, 't>> {
        Group::of(&self.root, &self.used)
    }
}

/// Finds the item that begins at a place of the text.
///
/// # Errors
///
/// The text has a syntax error; no item begins there, or an alias stands for it; its section is given
/// twice; or what it stands in is used elsewhere by an alias.
pub(crate) fn locate<'t>(text: &'t str, place: &Place) -> Result<Located<'t>, Blocked> {
    let mut walk = Walk { start: Some(place.span.start), ..Walk::default() };
    walk.over(text)?;
    walk.finish(place)
}

/// Reads the file as a whole.
///
/// # Errors
///
/// The text has a syntax error, or is no mapping.
pub(crate) fn locate_file(text: &str) -> Result<Located<'_>, Blocked> {
    let mut walk = Walk::default();
    walk.over(text)?;
    let Walk { root: Some(root), used, documents, .. } = walk else {
        return Err(Blocked::at(1, Obstacle::NoSafePlace));
    };
    if used.contains(&root.anchor) {
        return Err(Blocked::at(root.lines.0, Obstacle::SharedAnchor));
    }
    Ok(Located { root, used, documents })
}

/// What the walk over the events remembers.
#[derive(Default)]
struct Walk<'t> {
    /// Where the item should begin; none for the file.
    start: Option<usize>,
    /// Documents begun so far; only the first is the programme.
    documents: usize,
    /// The collections that are open.
    open: Vec<Open>,
    /// The scalar keys of the outermost mapping.
    keys: Vec<(Cow<'t, str>, usize)>,
    /// Anchors that aliases use.
    used: HashSet<usize>,
    /// The item or the file, while it is read.
    growing: Growing<'t>,
    /// What was known where the item began, once met.
    found: Option<Found>,
    /// The item or the file, once complete.
    root: Option<Node<'t>>,
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

/// What was known where the item began.
struct Found {
    line: usize,
    /// Number of keys of the outermost mapping up to its section.
    section: usize,
    /// Anchors of the item and of what it stands in.
    around: Vec<usize>,
}

impl<'t> Walk<'t> {
    fn over(&mut self, text: &'t str) -> Result<(), Blocked> {
        let mut steps = Steps::of(text);
        for step in steps.by_ref() {
            self.take(step);
        }
        match steps.broken {
            Some(line) => Err(Blocked::at(line, Obstacle::BrokenText)),
            None => Ok(()),
        }
    }

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
        let begins = self.start.is_some_and(|start| step.range.start == start);
        match &step.event {
            Event::MappingStart(_, anchor, _) => {
                self.begin(*anchor, true);
                if begins && self.found.is_none() {
                    self.found = Some(self.meet(step.lines.0));
                }
            }
            Event::SequenceStart(_, anchor, _) => self.begin(*anchor, false),
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
            }
            Event::Scalar(text, ..) => {
                let is_key = self.node();
                if is_key && self.open.len() == 1 {
                    self.keys.push((text.clone(), step.lines.0));
                }
            }
            Event::Alias(anchor) => {
                self.alias |= begins;
                self.used.insert(*anchor);
                self.node();
            }
            _ => {}
        }
        if (self.start.is_none() || self.found.is_some()) && self.root.is_none() {
            self.root = self.growing.take(step);
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

    fn meet(&self, line: usize) -> Found {
        let around = self.open.iter().map(|open| open.anchor).collect();
        Found { line, section: self.keys.len(), around }
    }

    fn finish(self, place: &Place) -> Result<Located<'t>, Blocked> {
        let (Some(found), Some(root)) = (self.found, self.root) else {
            let reason = if self.alias { Obstacle::SharedAnchor } else { Obstacle::Missing };
            return Err(Blocked::at(place.line.max(1), reason));
        };
        if found.around.iter().any(|anchor| self.used.contains(anchor)) {
            return Err(Blocked::at(found.line, Obstacle::SharedAnchor));
        }
        let section = found.section.checked_sub(1).and_then(|index| self.keys.get(index));
        let same = |(name, _): &&(Cow<'_, str>, usize)| section.is_some_and(|(section, _)| section == name);
        if let Some((_, line)) = self.keys.iter().filter(same).nth(1) {
            return Err(Blocked::at(*line, Obstacle::DuplicateKey));
        }
        Ok(Located { root, used: self.used, documents: self.documents })
    }
}
