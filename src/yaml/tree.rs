//! The tree: a text as YAML understands it, with the place of every part.
//!
//! The one module that names the YAML crate. It walks the parser's events once, shares what anchors
//! name instead of copying it, and keeps every limit, so that no text can take much time or memory.
//! Broken YAML costs the section it stands in: reading goes on at the next key in column 0.
//! Never knows what a key means and never words a finding.

mod budget;
mod build;
mod diagnose;
mod sections;

use crate::text::Place;
use budget::Size;
use std::borrow::Cow;
use std::rc::Rc;

pub(crate) use budget::{MAX_BYTES, is_room_for};
pub(crate) use diagnose::{Trouble, TroubleKind};

/// Where a node stands: compact, because there are many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte in characters, from 1.
    pub column: u32,
}

impl Mark {
    /// The same as a place.
    pub(crate) fn place(self) -> Place {
        Place {
            line: self.line as usize,
            column: self.column as usize,
            span: self.start as usize..self.end as usize,
        }
    }
}

/// One value of the text.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    kind: Kind<'t>,
    /// Where it stands; for an alias, where the alias stands.
    pub mark: Mark,
    /// Its tag.
    pub tag: Tag,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(crate) enum Kind<'t> {
    /// A single value.
    Text(Cow<'t, str>, Style),
    /// `- one` or `[one]`.
    List(Box<[Node<'t>]>),
    /// `key: value` or `{key: value}`.
    Mapping(Box<[Entry<'t>]>),
    /// An anchored node, and every alias of it.
    Shared(Rc<Shared<'t>>),
    /// Could not be read; the trouble is reported already.
    Lost,
}

/// What an anchor names.
#[derive(Debug)]
pub(crate) struct Shared<'t> {
    node: Node<'t>,
    /// How much it stands for.
    size: Size,
}

/// One key with its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'t> {
    /// The key.
    pub key: Node<'t>,
    /// The value.
    pub value: Node<'t>,
}

/// How a single value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Bare.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As a block after `|` or `>`.
    Block,
}

/// The tag of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tag {
    /// None, or one that says what is read anyway.
    #[default]
    None,
    /// `!!str`: a text, whatever it looks like.
    Text,
    /// Any other: has no meaning here.
    Foreign,
}

/// What came of a text.
#[derive(Debug, Default)]
pub(crate) struct Tree<'t> {
    /// The first document; none when it is empty or nothing of it could be read.
    pub root: Option<Node<'t>>,
    /// What is wrong with the YAML without costing a section.
    pub troubles: Vec<Trouble>,
    /// What broken YAML has cost.
    pub broken: Vec<Broken>,
}

/// A section that cannot be read.
#[derive(Debug)]
pub(crate) struct Broken {
    /// Its key in column 0; empty for a text without sections.
    pub key: String,
    /// Where the key stands.
    pub mark: Mark,
    /// Why.
    pub trouble: Trouble,
}

impl<'t> Tree<'t> {
    /// Reads a text of at most [`MAX_BYTES`].
    pub(crate) fn read(text: &'t str) -> Self {
        let mut whole = build::Builder::default();
        if let Ok(root) = whole.read(text, 0..text.len(), 1) {
            return Self { root, troubles: whole.into_troubles(), broken: Vec::new() };
        }
        drop(whole);
        sections::read(text)
    }
}

impl<'t> Node<'t> {
    /// What it is, seen through anchors and aliases.
    pub(crate) fn kind(&self) -> &Kind<'t> {
        let mut node = self;
        while let Kind::Shared(shared) = &node.kind {
            node = &shared.node;
        }
        &node.kind
    }

    /// Whether an anchor names it, or it is an alias.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.kind, Kind::Shared(_))
    }

    /// Whether it says nothing: an empty place, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        match self.kind() {
            Kind::Text(text, Style::Plain) => {
                self.tag != Tag::Text && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL")
            }
            Kind::Text(..) | Kind::List(_) | Kind::Mapping(_) | Kind::Shared(_) | Kind::Lost => false,
        }
    }

    /// The text of a single value, and how it is written.
    pub(crate) fn text(&self) -> Option<(&str, Style)> {
        match self.kind() {
            Kind::Text(text, style) => Some((text, *style)),
            Kind::List(_) | Kind::Mapping(_) | Kind::Shared(_) | Kind::Lost => None,
        }
    }

    /// How many parts a list or a mapping has by itself.
    pub(crate) fn parts(&self) -> usize {
        match self.kind() {
            Kind::List(items) => items.len(),
            Kind::Mapping(entries) => entries.len(),
            Kind::Text(..) | Kind::Shared(_) | Kind::Lost => 0,
        }
    }

    /// How many parts the lists and mappings have that stand right inside it.
    pub(crate) fn inner_parts(&self) -> usize {
        match self.kind() {
            Kind::List(items) => items.iter().map(Self::parts).sum(),
            Kind::Mapping(entries) => entries.iter().map(|entry| entry.value.parts()).sum(),
            Kind::Text(..) | Kind::Shared(_) | Kind::Lost => 0,
        }
    }

    /// The keys of a mapping, those of merge keys (`<<`) after its own; none for anything else.
    pub(crate) fn entries(&self) -> Vec<Given<'_, 't>> {
        let mut found = Vec::new();
        self.collect(&mut found, false);
        found
    }

    fn collect<'n>(&'n self, found: &mut Vec<Given<'n, 't>>, inherited: bool) {
        let Kind::Mapping(entries) = self.kind() else { return };
        let (merges, own): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.is_merge());
        found.extend(own.into_iter().map(|entry| Given { key: &entry.key, value: &entry.value, inherited }));
        for merge in merges {
            match merge.value.kind() {
                Kind::List(several) => several.iter().for_each(|one| one.collect(found, true)),
                Kind::Mapping(_) => merge.value.collect(found, true),
                Kind::Text(..) | Kind::Shared(_) | Kind::Lost => {}
            }
        }
    }
}

impl Entry<'_> {
    /// Whether this is `<<` with something that can be merged.
    fn is_merge(&self) -> bool {
        let mergeable = |node: &Node<'_>| matches!(node.kind(), Kind::Mapping(_));
        matches!(self.key.kind(), Kind::Text(text, Style::Plain) if text == "<<")
            && match self.value.kind() {
                Kind::List(several) => several.iter().all(mergeable),
                Kind::Mapping(_) => true,
                Kind::Text(..) | Kind::Shared(_) | Kind::Lost => false,
            }
    }
}

/// A key with its value, as a mapping gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given<'n, 't> {
    /// The key.
    pub key: &'n Node<'t>,
    /// The value.
    pub value: &'n Node<'t>,
    /// Whether it comes from a merge key.
    pub inherited: bool,
}
