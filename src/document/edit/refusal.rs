//! Refusal: why a change cannot be made safely.
//!
//! Never says it in words.

use crate::document::finding::Finding;
use crate::yaml::{Blocked, Obstacle};

/// Why a change cannot be made safely; the editor is offered at this line instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Line to go to, counted from 1.
    pub line: usize,
    /// What stands in the way.
    pub reason: RefusalReason,
}

/// What stands in the way of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalReason {
    /// The item is no longer there.
    NotFound,
    /// Two items match and nothing tells them apart.
    Ambiguous,
    /// Somebody else changed this very field since the file was read.
    ChangedByAnother,
    /// `status` and `done` are both given, or would be after the change.
    BothGiven,
    /// The mark behind a period (`2022 (p)`) says another kind of value than the one that is wanted.
    MarkedPeriod,
    /// A target stands beside the value and would go with it.
    TargetBeside,
    /// The text itself stands in the way.
    Text(Obstacle),
    /// The file's own rules would report the new text: the finding that `check` would print. Its place
    /// is in the text as it would be.
    Reported(Box<Finding>),
}

impl Refusal {
    pub(super) fn at(line: usize, reason: impl Into<RefusalReason>) -> Self {
        Self { line, reason: reason.into() }
    }
}

impl From<Obstacle> for RefusalReason {
    fn from(obstacle: Obstacle) -> Self {
        Self::Text(obstacle)
    }
}

impl From<Blocked> for Refusal {
    fn from(blocked: Blocked) -> Self {
        Self::at(blocked.line, blocked.by)
    }
}
