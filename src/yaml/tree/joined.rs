//! Joined: the steps of pieces one behind the other, as one walk through the text would give them.
//!
//! Never takes a piece whose steps do not fit behind those before it.

use super::budget::{MAX_GROUPS, MAX_NODES};
use super::cut::{Begins, TextPiece};
use super::event::number;
use super::piece::PieceRead;
use super::row::{Tree, TreeStep, What};
use super::{StructureStyle, Tag};

/// The pieces that were put together.
#[derive(Debug)]
pub(super) struct Joined<'t> {
    text: &'t str,
    tree: Tree,
    /// How many nodes and groups they have.
    nodes: u32,
    groups: u32,
    /// The value of the last key in column 0.
    last: usize,
    /// The end of the root.
    end: Option<TreeStep>,
}

impl<'t> Joined<'t> {
    /// Nothing yet, with room for the steps of this text.
    pub(super) fn with_room_for(text: &'t str) -> Self {
        let mut tree = Tree::default();
        let _ = tree.steps.try_reserve_exact(text.len() / 8);
        Self { text, tree, nodes: 0, groups: 0, last: 0, end: None }
    }

    /// Puts a piece behind those before it; nothing where it does not fit.
    pub(super) fn add(&mut self, piece: &TextPiece, mut read: PieceRead) -> Option<()> {
        self.nodes = self.nodes.saturating_add(read.size.nodes);
        self.groups = self.groups.saturating_add(read.size.groups);
        if self.nodes > MAX_NODES || self.groups > MAX_GROUPS {
            return None;
        }
        read.apart(self.tree.texts.len());
        let (first, inner, end) = match read.tree.steps.as_slice() {
            [first, inner @ .., end] => (*first, inner, *end),
            _ => return None,
        };
        match piece.begins {
            Begins::Key => self.add_keys(first, inner, end)?,
            Begins::Item(depth) => self.add_items(depth, first, (inner, end))?,
        }
        self.tree.texts.append(&mut read.tree.texts);
        self.tree.end = read.tree.end;
        Some(())
    }

    /// Puts the keys of a mapping in column 0 behind those before it.
    fn add_keys(&mut self, first: TreeStep, inner: &[TreeStep], end: TreeStep) -> Option<()> {
        if first.what != What::Mapping(StructureStyle::Block)
            || first.mark.column != 1
            || first.tag != Tag::None
        {
            return None;
        }
        if self.tree.steps.is_empty() {
            self.tree.steps.push(first);
        }
        self.reach(0, first);
        let start = self.tree.steps.len();
        self.tree.steps.extend_from_slice(inner);
        self.end = Some(end);
        // Keys and values in turn: the last one is a value.
        let mut at = start;
        while let Some(step) = self.tree.steps.get(at) {
            self.last = at;
            at += step.length();
        }
        Some(())
    }

    /// Puts items behind those of the list that is the last value.
    fn add_items(
        &mut self,
        depth: usize,
        list: TreeStep,
        (inner, end): (&[TreeStep], TreeStep),
    ) -> Option<()> {
        if list.tag != Tag::None
            || ![Some(&list), self.tree.steps.get(self.last)].iter().all(|list| self.is_behind(depth, *list))
        {
            return None;
        }
        self.tree.steps.pop();
        self.tree.steps.extend_from_slice(inner);
        self.tree.steps.push(end);
        let length = number(self.tree.steps.len() - self.last);
        if let Some(own) = self.tree.steps.get_mut(self.last) {
            own.more = length;
        }
        self.reach(self.last, list);
        self.reach(0, list);
        if let Some(own) = &mut self.end {
            own.mark = end.mark;
        }
        Some(())
    }

    /// Whether this is a list in lines whose dashes stand behind so many blanks.
    fn is_behind(&self, depth: usize, list: Option<&TreeStep>) -> bool {
        list.filter(|list| list.what == What::List(StructureStyle::Block)).is_some_and(|list| {
            // One in the column of its key is marked where its first item says something.
            let line = list.mark.start + 1 - list.mark.column;
            let dash = self.text.as_bytes().get(line as usize + depth);
            dash == Some(&b'-') && (depth == 0 || list.mark.column == number(depth + 1))
        })
    }

    /// Lets a list or a mapping reach as far as a part of it does.
    fn reach(&mut self, at: usize, part: TreeStep) {
        if let Some(own) = self.tree.steps.get_mut(at) {
            own.mark.end = own.mark.end.max(part.mark.end);
        }
    }

    /// The tree of all pieces.
    pub(super) fn into_tree(mut self) -> Option<Tree> {
        self.tree.steps.push(self.end?);
        let length = number(self.tree.steps.len());
        self.tree.steps.first_mut()?.more = length;
        self.tree.steps.shrink_to_fit();
        Some(Tree { root: Some(0), documents: 1, ..self.tree })
    }
}
