//! Rebase: a change carried over to a text that somebody else has changed.
//!
//! Never decides between two items that look the same.

use super::change::Change;
use super::refusal::RefusalReason;
use crate::programme::Programme;

impl Change {
    /// The same change for a newer text of the file: `old` is the programme the change was made on,
    /// `new` the one that was read since.
    ///
    /// # Errors
    ///
    /// The item is gone or cannot be told from another, or the very field was changed meanwhile to
    /// something else than this change wants. A remark or an initiative that is added is in nobody's way.
    pub fn rebase(&self, old: &Programme, new: &Programme) -> Result<Self, RefusalReason> {
        let moved = self.moved(old, new)?;
        if self.is_same_in(old, &moved, new) || moved.is_made_in(new) {
            return Ok(moved);
        }
        Err(RefusalReason::ChangedByAnother)
    }

    /// As [`Change::rebase`], but whatever the field holds by now: for a user who has seen it and wants
    /// the change all the same.
    ///
    /// # Errors
    ///
    /// The item is gone or cannot be told from another.
    pub fn moved(&self, old: &Programme, new: &Programme) -> Result<Self, RefusalReason> {
        self.item().map_or_else(|| Ok(self.clone()), |item| Ok(self.of(item.rebase(old, new)?)))
    }
}
