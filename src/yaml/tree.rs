//! The tree: a text as YAML understands it, with the place of every part.
//!
//! One row of steps in the order of the text: a scalar, an alias, the beginning or the end of a list or a mapping.
//! A node is a place in that row. Reading and editing walk the same row, and a change is proved by comparing two.
//! What anchors name is shared and never copied; every limit is kept, so that no text can take much time or memory.
//! Broken YAML costs the section it stands in: reading goes on at the next key in column 0.
//! Never knows what a key means and never words a finding.

mod budget;
mod build;
mod cut;
mod diagnose;
mod event;
mod joined;
mod mark;
mod node;
mod piece;
mod pieces;
mod row;
mod sections;
mod trouble;

pub(crate) use budget::{MAX_BYTES, is_room_for};
pub(crate) use granit_parser::{ScalarStyle, StructureStyle};
pub(crate) use mark::Mark;
pub(crate) use node::{Entry, Given, Node, NodeForm, NodeKind};
pub(crate) use pieces::is_for_two;
pub(crate) use row::{BrokenSection, Tag, Tree};
pub(super) use row::{TreeStep, What};
pub(crate) use trouble::{Trouble, TroubleKind};

#[cfg(test)]
thread_local! {
    /// How many texts were read.
    pub(crate) static READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Tree {
    /// Reads a text of at most [`MAX_BYTES`].
    pub(crate) fn read(text: &str) -> Self {
        Self::read_lines(text, None)
    }

    /// The same of a text whose lines are known to begin at these bytes.
    pub(crate) fn read_lines(text: &str, starts: Option<&[u32]>) -> Self {
        #[cfg(test)]
        READ.set(READ.get() + 1);
        let whole = pieces::read(text, starts).map_or_else(|| build::whole(text), Ok);
        whole.unwrap_or_else(|line| Self { unsound: Some(line), ..sections::read(text) })
    }
}
