//! Shift: where a place of a text has gone after somebody else has changed the text.
//!
//! Compares line by line. Never guesses: a place inside what was changed has gone nowhere.

use crate::yaml::Patch;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// More lines than this, between the first and the last that differ, are one change as a whole: finding out
/// more would take too long.
const MOST_LINES: usize = 20_000;

/// The stretches in which two texts differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shift {
    /// In order: bytes of the text before that gave way, and how many bytes came for them.
    changes: Vec<(Range<usize>, usize)>,
}

impl Shift {
    /// What somebody did to `before`, so that it became `after`.
    pub fn between(before: &str, after: &str) -> Self {
        let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
        let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let (old_rest, new_rest) = (old.get(head..).unwrap_or(&[]), new.get(head..).unwrap_or(&[]));
        let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
        let start: usize = bytes(old.get(..head).unwrap_or(&[]));
        let old = old_rest.get(..old_rest.len() - tail).unwrap_or(&[]);
        let new = new_rest.get(..new_rest.len() - tail).unwrap_or(&[]);
        if old.is_empty() && new.is_empty() {
            return Self::default();
        }
        if old.len().max(new.len()) > MOST_LINES {
            return Self { changes: vec![(start..start + bytes(old), bytes(new))] };
        }
        Self { changes: hunks(old, new, start) }
    }

    /// Whether nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The same patch for the text as it is now; `None` where the stretch it takes out was touched.
    pub fn carry(&self, patch: &Patch) -> Option<Patch> {
        let span = patch.span();
        let mut at = span.start;
        for (gone, came) in &self.changes {
            let before = gone.end <= span.start;
            let behind = gone.start >= span.end;
            if before {
                at = at + came - gone.len();
            } else if !behind {
                return None;
            }
        }
        Some(Patch { at, ..patch.clone() })
    }

    /// What was done, seen from the text as it is after `patch`: with places that count the patch in. To be
    /// asked only where [`Shift::carry`] found the patch a place.
    #[must_use]
    pub fn after(&self, patch: &Patch) -> Self {
        let span = patch.span();
        let moved = |(gone, came): &(Range<usize>, usize)| {
            if gone.end <= span.start {
                (gone.clone(), *came)
            } else {
                let place = |at: usize| at + patch.inserted.len() - patch.removed.len();
                (place(gone.start)..place(gone.end), *came)
            }
        };
        Self { changes: self.changes.iter().map(moved).collect() }
    }
}

/// The lines of a text, each with its end.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn bytes(lines: &[&str]) -> usize {
    lines.iter().map(|line| line.len()).sum()
}

/// The stretches in which two runs of lines differ; the first begins at the byte `start`.
fn hunks(old: &[&str], new: &[&str], start: usize) -> Vec<(Range<usize>, usize)> {
    let mut at = start;
    let mut changes = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        let gone = bytes(old.get(operation.old_range()).unwrap_or(&[]));
        let came = bytes(new.get(operation.new_range()).unwrap_or(&[]));
        if !matches!(operation, DiffOp::Equal { .. }) {
            changes.push((at..at + gone, came));
        }
        at += gone;
    }
    changes
}
