//! The document: the text a programme is kept in, and what it means.
//!
//! `read` turns text into a [`Programme`] and findings; `edit` turns a [`Change`] into a patch of
//! the text. Never does IO, never knows today's date, never knows a colour.

mod finding;
mod model;
mod period;
mod source;

pub use finding::*;
pub use model::*;
pub use period::{Period, PeriodError, Shape};
pub use source::{Place, Source};

/// What a text was understood to mean. Reading never fails: `programme` holds what is sound and
/// `findings` say what is not, in the order of their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The text that was read.
    pub source: Source,
    /// What it means.
    pub programme: Programme,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Whether nothing of the text could be read as a programme: it does not parse at all, is empty,
    /// or is no mapping. The last good view then stays (one broken section does not count).
    pub unreadable: bool,
}

/// Reads a text.
pub fn read(text: &str) -> Reading {
    Reading { source: Source::new(text), ..Reading::default() }
}

/// A change a user wants made to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Sets where an initiative (by index in `programme.initiatives`) stands.
    Standing {
        /// Which initiative.
        initiative: usize,
        /// Where it stands from now on.
        to: NewStanding,
    },
}

/// Where an initiative stands after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewStanding {
    /// A value of `status`.
    Status(InitiativeStatus),
    /// A value of `done`.
    Done(bool),
    /// Neither key is there: takes back a key that an earlier change added.
    NotGiven,
}

/// A replacement of one stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// The bytes that go.
    pub span: std::ops::Range<usize>,
    /// The text that comes in their place.
    pub replacement: String,
}

/// Why a change cannot be made safely; the editor is offered at this line instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Line to go to, counted from 1.
    pub line: usize,
    /// What stands in the way.
    pub reason: RefusalReason,
}

/// What stands in the way of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalReason {
    /// The item is no longer there, or two items match.
    NotFound,
    /// `status` and `done` are both given.
    BothGiven,
    /// The key is given twice.
    DuplicateKey,
    /// The value is a block scalar, a list or a mapping, or carries a tag.
    NotOneWord,
    /// The value has an anchor that is used elsewhere.
    SharedAnchor,
    /// The value comes from a merge key (`<<`).
    Inherited,
    /// The item's layout leaves no safe place to write.
    NoSafePlace,
    /// The text after the change would not mean what was wanted.
    CheckFailed,
}
