//! History: the changes made to a text, how each is taken back, and how all of them go along when somebody
//! else has changed the text.
//!
//! Never saves, and never decides between two people: a change that cannot be made again is handed back.

use crate::document::{Change, Patch, Reading, Refusal, Shift, edit, read};

/// What one key did: some changes that are made together and taken back together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The changes, in order; each is about the programme as the one before left it.
    pub changes: Vec<Change>,
    /// What they do, as a phrase: a title and a status.
    pub what: String,
}

/// A step that was made, as what it did to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Applied in order to the text before, they give the text after; their inverses take it back to the byte.
    pub patches: Vec<Patch>,
    /// What it did, as a phrase.
    pub what: String,
}

/// Something done to the text that is not on the disk yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// A step was made.
    Make(Step),
    /// The last edit was taken back.
    Undo,
    /// The last edit that was taken back was made again.
    Redo,
}

impl Operation {
    /// What it does, as a phrase; none for steps back and forth.
    pub(super) fn what(&self) -> Option<String> {
        match self {
            Self::Make(step) => Some(step.what.clone()),
            Self::Undo | Self::Redo => None,
        }
    }
}

/// The edits of a run, for undo and redo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Made, the last one last.
    pub done: Vec<Edit>,
    /// Taken back, the last one last.
    pub undone: Vec<Edit>,
}

/// A text with the history that led to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Version {
    /// The text and what it means.
    pub reading: Reading,
    /// How it came to be.
    pub history: History,
}

impl History {
    /// Whether nothing was ever changed.
    pub const fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Makes a step: all of its changes or none.
    ///
    /// # Errors
    ///
    /// Why one of them cannot be made; the text is as it was then.
    pub(super) fn make(&mut self, reading: &mut Reading, step: &Step) -> Result<(), Refusal> {
        let mut after: Option<Reading> = None;
        let mut patches = Vec::new();
        for change in &step.changes {
            let edited = edit(after.as_ref().unwrap_or(reading), change)?;
            patches.push(edited.patch);
            after = Some(edited.reading);
        }
        self.made(patches, &step.what);
        *reading = after.unwrap_or_else(|| std::mem::take(reading));
        Ok(())
    }

    /// Notes an edit.
    pub(super) fn made(&mut self, patches: Vec<Patch>, what: &str) {
        self.done.push(Edit { patches, what: what.to_owned() });
        self.undone.clear();
    }

    /// Takes the last edit back; what it was. `None` where there is none, or it does not fit the text.
    pub(super) fn undo(&mut self, reading: &mut Reading) -> Option<String> {
        let edit = self.done.pop()?;
        let inverses = edit.patches.iter().rev().map(Patch::inverse);
        *reading = read(&applied(reading.source.text(), inverses)?);
        let what = edit.what.clone();
        self.undone.push(edit);
        Some(what)
    }

    /// Makes the last edit again that was taken back; what it was.
    pub(super) fn redo(&mut self, reading: &mut Reading) -> Option<String> {
        let edit = self.undone.pop()?;
        *reading = read(&applied(reading.source.text(), edit.patches.iter().cloned())?);
        let what = edit.what.clone();
        self.done.push(edit);
        Some(what)
    }

    /// Makes the last edit and the one before it one, so that both are taken back by one key.
    pub(super) fn join_last_two(&mut self) {
        if let [.., before, _] = self.done.as_mut_slice() {
            let what = before.what.clone();
            let mut patches = std::mem::take(&mut before.patches);
            if let Some(last) = self.done.pop() {
                patches.extend(last.patches);
            }
            if let Some(joined) = self.done.last_mut() {
                *joined = Edit { patches, what };
            }
        }
    }

    /// The same for a text that somebody else made of this one. What lies in a stretch they changed cannot be
    /// taken back any more, nor what was done before it.
    #[must_use]
    pub(super) fn carried(&self, shift: &Shift) -> Self {
        if shift.is_empty() {
            return self.clone();
        }
        let back = |edit: &Edit| edit.patches.iter().rev().map(Patch::inverse).collect();
        let forth = |edit: &Edit| edit.patches.clone();
        let mut done = carry(&self.done, shift, back);
        for edit in &mut done {
            edit.patches = edit.patches.iter().rev().map(Patch::inverse).collect();
        }
        Self { done, undone: carry(&self.undone, shift, forth) }
    }
}

/// Carries a stack of edits from its top down, each as the patches that come next, until one has no place.
fn carry(stack: &[Edit], shift: &Shift, next: impl Fn(&Edit) -> Vec<Patch>) -> Vec<Edit> {
    let mut shift = shift.clone();
    let mut carried = Vec::new();
    'edits: for edit in stack.iter().rev() {
        let mut patches = Vec::new();
        for patch in next(edit) {
            let Some(moved) = shift.carry(&patch) else { break 'edits };
            shift = shift.after(&patch);
            patches.push(moved);
        }
        carried.push(Edit { patches, what: edit.what.clone() });
    }
    carried.reverse();
    carried
}

/// The text after some patches; `None` where one does not fit.
fn applied(text: &str, patches: impl Iterator<Item = Patch>) -> Option<String> {
    let mut text = text.to_owned();
    for patch in patches {
        text = patch.apply(&text)?;
    }
    Some(text)
}
