//! The tree: a text as YAML understands it, with the place of every part.
//!
//! One row of steps in the order of the text: a scalar, an alias, the beginning or the end of a list or a mapping.
//! A node is a place in that row. Reading and editing walk the same row, and a change is proved by comparing two.
//! What anchors name is shared and never copied; every limit is kept, so that no text can take much time or memory.
//! Broken YAML costs the section it stands in: reading goes on at the next key in column 0.
//! Never knows what a key means and never words a finding.

mod budget;
mod build;
mod diagnose;
mod event;
mod node;
mod sections;

pub(crate) use budget::{MAX_BYTES, is_room_for};
pub(crate) use diagnose::{Trouble, TroubleKind};
pub(crate) use granit_parser::{ScalarStyle, StructureStyle};
pub(crate) use node::{Entry, Form, Given, Kind, Node};

use crate::text::Place;

/// Where a node stands: compact, because there are many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First byte, without anchor and tag.
    pub start: u32,
    /// The byte after the last; of a list or mapping in lines, the end of its last part.
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

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A single value, and how it is written.
    Scalar(ScalarStyle),
    /// `*name`
    Alias,
    /// A list begins.
    List(StructureStyle),
    /// A mapping begins.
    Mapping(StructureStyle),
    /// The innermost list or mapping ends.
    End,
    /// What could not be read of a section; nothing of it is a part of the whole, but its anchors are known.
    Gap,
}

/// One step through a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub what: What,
    pub tag: Tag,
    /// Whether some alias stands for it.
    pub is_repeated: bool,
    /// Whether it could not be read; the trouble is reported already.
    pub is_lost: bool,
    pub mark: Mark,
    /// The number of its anchor, or of the one an alias names; 0 for none.
    pub anchor: u32,
    /// Of a scalar, where its text is; of a list, a mapping or a gap, how many steps it takes; of an alias, the step
    /// it stands for.
    pub more: u32,
}

/// The tag of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tag {
    /// None.
    #[default]
    None,
    /// One that says what is read anyway.
    Usual,
    /// `!!str`: a text, whatever it looks like.
    Text,
    /// Any other: has no meaning here.
    Foreign,
}

/// A text as YAML understands it. It does not hold the text: whoever walks it brings it along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    steps: Vec<Step>,
    /// The texts that do not stand in the file letter by letter.
    texts: Vec<Box<str>>,
    /// Where the root is; none when the text is empty or nothing of it could be read.
    root: Option<u32>,
    /// What is wrong with the YAML without costing a section.
    pub troubles: Vec<Trouble>,
    /// What broken YAML has cost.
    pub broken: Vec<Broken>,
    /// The line of the first thing in the whole text that is no YAML.
    pub unsound: Option<usize>,
    /// Where the first document ends.
    pub end: u32,
    /// How many documents the text has.
    pub documents: usize,
}

/// A section that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Its key in column 0; empty for a text without sections.
    pub key: String,
    /// Where the key stands.
    pub mark: Mark,
    /// Why.
    pub trouble: Trouble,
}

impl Tree {
    /// Reads a text of at most [`MAX_BYTES`].
    pub(crate) fn read(text: &str) -> Self {
        build::whole(text).unwrap_or_else(|line| Self { unsound: Some(line), ..sections::read(text) })
    }

    /// The outermost node of the first document; `text` is the one the tree was read from.
    pub(crate) fn root<'t>(&'t self, text: &'t str) -> Option<Node<'t>> {
        self.root.map(|at| Node { tree: self, text, at })
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The text of a scalar's step.
    pub(super) fn text_of<'t>(&'t self, step: &Step, text: &'t str) -> &'t str {
        let number = (step.more & !Self::APART) as usize;
        if step.more & Self::APART != 0 {
            return self.texts.get(number).map_or("", |text| text);
        }
        let quote = usize::from(step.what != What::Scalar(ScalarStyle::Plain));
        let start = step.mark.start as usize + quote;
        text.get(start..start + number).unwrap_or("")
    }

    /// Marks a text that is kept apart.
    const APART: u32 = 1 << 31;
}
