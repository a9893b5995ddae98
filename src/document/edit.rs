//! Editing: a change somebody wants becomes a patch of a few bytes of the text.
//!
//! A change that cannot be made without doubt is refused with the line to go to; nothing is ever
//! guessed. Never writes a file, and never touches a byte outside the patch.

mod address;
mod change;
mod check;
mod events;
mod lines;
mod locate;
mod patch;
mod scalar;
mod sides;
mod splice;
mod standing;

pub use address::ItemAddress;
pub use change::{Change, ItemField, NewStanding, NewUpdate, NewValue, Subject};
pub use patch::Patch;

use super::Reading;
use super::finding::Finding;

impl Reading {
    /// Whether the text is YAML from its first line to its last. No change is made to a text with a syntax
    /// error or marks of a merge in it, though its sound sections can be shown.
    pub fn can_be_changed(&self) -> bool {
        let mut steps = events::Steps::of(self.source.text());
        steps.by_ref().for_each(drop);
        steps.broken.is_none()
    }
}

/// What a change comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The bytes that change; its [`Patch::inverse`] undoes it to the byte.
    pub patch: Patch,
    /// The text after the change, already read.
    pub reading: Reading,
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
    /// The key, or one it stands under, is given twice.
    DuplicateKey,
    /// A key is no plain name: `? key`, a list, a mapping, an alias, or with a tag or an anchor.
    ComplexKey,
    /// The value is more than one word on one line: a block scalar, a list, a mapping, a text over
    /// several lines, or it carries a tag.
    NotOneWord,
    /// The value, or what it stands in, has an anchor that is used elsewhere.
    SharedAnchor,
    /// The value comes from a merge key (`<<`).
    Inherited,
    /// The item's layout leaves no safe place to write.
    NoSafePlace,
    /// The file has a syntax error somewhere, so a change cannot be proved right.
    BrokenText,
    /// The text after the change would not mean what was wanted.
    CheckFailed,
    /// The file's own rules would report the new text: the finding that `check` would print. Its place
    /// is in the text as it would be.
    Reported(Box<Finding>),
}

impl Refusal {
    const fn at(line: usize, reason: RefusalReason) -> Self {
        Self { line, reason }
    }
}

/// Makes a change: finds the few bytes that must differ, and proves that nothing else does.
///
/// The proof is twofold. The new text has the same events as the old one but for the entry that was
/// set, and the same comments; and the programme read from it equals the old programme with that
/// field set.
///
/// # Errors
///
/// Whatever leaves a doubt is refused, with the line to look at.
pub fn edit(reading: &Reading, change: &Change) -> Result<Edited, Refusal> {
    let Change::Standing { item, to } = change else {
        let line =
            change.item().and_then(|item| item.place(&reading.programme)).map_or(1, |place| place.line);
        return Err(Refusal::at(line, RefusalReason::NoSafePlace));
    };
    let programme = &reading.programme;
    let place = item.place(programme).ok_or(Refusal::at(1, RefusalReason::NotFound))?;
    let failed = Refusal::at(place.line.max(1), RefusalReason::CheckFailed);

    let before = reading.source.text();
    let now = standing::of(programme, item.index);
    let (patch, to) = standing::patch(before, place, now, *to)?;
    let expected = standing::with(programme, item.index, to).ok_or(failed.clone())?;
    let after = patch.apply(before).ok_or(failed.clone())?;
    let reading = super::read(&after);
    if reading.programme == expected { Ok(Edited { patch, reading }) } else { Err(failed) }
}
