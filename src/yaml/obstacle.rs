//! Obstacle: what in a text stands in the way of a change.
//!
//! Never says it in words, and never knows what was to be changed.

/// What in the text stands in the way of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The key, or one it stands under, is given twice.
    DuplicateKey,
    /// A key is no plain name: `? key`, a list, a mapping, an alias, or with a tag or an anchor.
    ComplexKey,
    /// The value is more than one word on one line: a block scalar, a list, a mapping, or a text over
    /// several lines.
    NotOneWord,
    /// A tag (`!!str`) stands before the value.
    Tagged,
    /// The value, or what it stands in, has an anchor that is used elsewhere.
    SharedAnchor,
    /// The value comes from a merge key (`<<`).
    Inherited,
    /// The layout leaves no safe place to write.
    NoSafePlace,
    /// The text has a syntax error somewhere, so a change cannot be proved right.
    BrokenText,
    /// The text after the change would not say what was wanted.
    CheckFailed,
}

/// An obstacle, and the line it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Blocked {
    /// Line to go to, counted from 1.
    pub line: usize,
    /// What stands in the way.
    pub by: Obstacle,
}

impl Blocked {
    /// What stands in the way at a line.
    pub(crate) const fn at(line: usize, by: Obstacle) -> Self {
        Self { line, by }
    }
}
