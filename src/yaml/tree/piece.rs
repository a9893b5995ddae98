//! Piece: the steps of a stretch of the text that is read by itself, with their places in the whole.
//!
//! Never keeps one that could mean something else beside the others.

use super::budget::Size;
use super::build::Builder;
use super::cut::{Begins, TextPiece};
use super::event::number;
use super::mark::Mark;
use super::row::{Tree, TreeStep, What};

/// What came of a piece of a text: it has no anchor, no alias and no merge key, and nothing is wrong with it.
#[derive(Debug)]
pub(super) struct PieceRead {
    pub tree: Tree,
    /// How many nodes and groups it has.
    pub size: Size,
}

impl PieceRead {
    /// Lets it stand behind pieces with so many texts that are kept apart.
    pub(super) fn apart(&mut self, before: usize) {
        if before == 0 || self.tree.texts.is_empty() {
            return;
        }
        let apart =
            |step: &&mut TreeStep| matches!(step.what, What::Scalar(_)) && step.more & Tree::APART != 0;
        self.tree.steps.iter_mut().filter(apart).for_each(|step| step.more += number(before));
    }
}

/// What ends with a piece ends at the dash of the item behind it, behind so many blanks.
fn reach(steps: &mut [TreeStep], end: u32, blanks: u32) {
    let is_ended = |step: &&mut TreeStep| step.mark.start == end;
    for step in steps.iter_mut().rev().take_while(is_ended) {
        let Mark { start, end, column, .. } = step.mark;
        step.mark = Mark { start: start + blanks, end: end + blanks, column: column + blanks, ..step.mark };
    }
    // A block of text, and all that it stands in.
    for step in steps.iter_mut().filter(|step| step.mark.end == end) {
        step.mark.end += blanks;
    }
}

/// Reads a piece of a text by itself; nothing where it could mean something else beside the others.
pub(super) fn piece(text: &str, piece: &TextPiece) -> Option<PieceRead> {
    let outer = usize::from(piece.begins != Begins::Key);
    let mut builder = Builder::inside(text, piece.range.len(), outer);
    builder.document(piece.range.clone(), piece.line).ok()?;
    let (mut tree, size) = builder.into_piece()?;
    if piece.blanks > 0 {
        reach(&mut tree.steps, number(piece.range.end), number(piece.blanks));
    }
    Some(PieceRead { tree, size })
}
