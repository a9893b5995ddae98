//! Mark: where a node stands.
//!
//! Never knows the text.

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
    pub(crate) const fn place(self) -> Place {
        Place::of_parts(self.line, self.column, self.start..self.end)
    }
}
