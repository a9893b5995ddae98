//! Patch: one stretch of text that gives way to another.
//!
//! Knows nothing of YAML. Never applies to a text it was not made for, as far as the stretch shows.

use std::ops::Range;

/// A replacement of one stretch of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patch {
    /// Byte offset at which the stretch begins.
    pub at: usize,
    /// The text that goes.
    pub removed: String,
    /// The text that comes in its place.
    pub inserted: String,
}

impl Patch {
    /// The bytes of the text before that go.
    pub fn span(&self) -> Range<usize> {
        self.at..self.at.saturating_add(self.removed.len())
    }

    /// The text after the patch; `None` when `text` does not hold what should go, where it should go.
    pub fn apply(&self, text: &str) -> Option<String> {
        let head = text.get(..self.at)?;
        let tail = text.get(self.at..)?.strip_prefix(self.removed.as_str())?;
        Some([head, &self.inserted, tail].concat())
    }

    /// The patch that takes this one back, to the byte.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// The shortest patch that makes one text of another.
    pub fn between(before: &str, after: &str) -> Self {
        let alike = before.chars().zip(after.chars()).take_while(|(a, b)| a == b);
        let head: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
        let (old, new) = (before.get(head..).unwrap_or(""), after.get(head..).unwrap_or(""));
        let alike = old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b);
        let tail: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
        let middle = |text: &str| text.get(..text.len().saturating_sub(tail)).unwrap_or("").to_owned();
        Self { at: head, removed: middle(old), inserted: middle(new) }
    }

    /// Whether the patch changes nothing.
    pub fn is_empty(&self) -> bool {
        self.removed == self.inserted
    }
}
