//! History: the changes made to a text, how each is taken back, and how all of them go along when somebody
//! else has changed the text.
//!
//! Never saves, and never decides between two people: a change that cannot be made again is handed back.

use crate::document::{Change, Code, Reading, Refusal, Shift, differ_in, differs_once, edit};
use crate::programme::Programme;
use crate::yaml::Patch;
use std::sync::Arc;

/// What one key did: some changes that are made together and taken back together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The changes, in order; each is about the programme as the one before left it.
    pub changes: Vec<Change>,
    /// What they do, as a phrase: a title and a status.
    pub what: String,
}

impl Step {
    /// What it would do to a text: all of its changes, one after the other.
    pub(super) fn tried(&self, reading: &Reading) -> Result<Outcome, Refusal> {
        let mut outcome = Outcome { patches: Vec::new(), after: None };
        for change in &self.changes {
            let edited = edit(outcome.after.as_ref().unwrap_or(reading), change)?;
            outcome.patches.push(edited.patch);
            outcome.after = Some(edited.reading);
        }
        Ok(outcome)
    }
}

/// What a step would do to a text.
#[derive(Debug)]
pub(super) struct Outcome {
    patches: Vec<Patch>,
    /// The text after it; none where there is nothing to do.
    after: Option<Reading>,
}

impl Outcome {
    /// Whether anything would be different.
    pub(super) fn is_edit(&self) -> bool {
        self.patches.iter().any(|patch| !patch.is_empty())
    }
}

/// A step that was made, as what it did to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Applied in order to the text before, they give the text after; their inverses take it back to the byte.
    pub patches: Vec<Patch>,
    /// What was wanted.
    pub step: Step,
    /// Whether it was made on this text or on one that somebody else has changed since.
    pub text: TextOrigin,
}

/// The text an edit was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextOrigin {
    /// This one, with the edits since: taking it back is exact.
    Own,
    /// One that somebody else has changed since: whether it can be taken back has to be proved.
    Changed,
}

/// Something done to the text that is not on the disk yet. What was done and taken back again is nothing, so
/// that edits that are on the disk are taken back first, and all that is made comes after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// A step was made.
    Make(Step),
    /// A step was made that is taken back together with the one before it, which is on the disk.
    Extend(Step),
    /// The last edit was taken back: this step.
    Undo(Step),
}

impl Operation {
    /// What it does, as a phrase; none for what takes something back.
    pub(super) fn what(&self) -> Option<String> {
        match self {
            Self::Make(step) | Self::Extend(step) => Some(step.what.clone()),
            Self::Undo(_) => None,
        }
    }
}

/// A save that is on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Saving {
    /// What was done that it writes.
    pub operations: Vec<Operation>,
    /// The history that led to its text.
    pub history: History,
}

/// Notes a step that goes with the one before it.
pub(super) fn extend(pending: &mut Vec<Operation>, step: Step) {
    match pending.last_mut() {
        Some(Operation::Make(before)) => before.changes.extend(step.changes),
        Some(Operation::Extend(_) | Operation::Undo(_)) | None => pending.push(Operation::Extend(step)),
    }
}

/// Notes that the last step was taken back.
pub(super) fn take_back(pending: &mut Vec<Operation>, mut step: Step) {
    match pending.pop() {
        Some(Operation::Make(_)) => {}
        Some(Operation::Extend(last)) => {
            step.changes.truncate(step.changes.len() - last.changes.len().min(step.changes.len()));
            pending.push(Operation::Undo(step));
        }
        before @ (Some(Operation::Undo(_)) | None) => {
            pending.extend(before);
            pending.push(Operation::Undo(step));
        }
    }
}

/// Notes that a step was made again.
pub(super) fn make_again(pending: &mut Vec<Operation>, step: Step) {
    match pending.last() {
        Some(Operation::Undo(last)) if *last == step => {
            pending.pop();
        }
        _ => pending.push(Operation::Make(step)),
    }
}

/// What was done first and what was done after it, as one.
pub(super) fn joined(mut first: Vec<Operation>, then: Vec<Operation>) -> Vec<Operation> {
    for operation in then {
        match operation {
            Operation::Make(step) => make_again(&mut first, step),
            Operation::Extend(step) => extend(&mut first, step),
            Operation::Undo(step) => take_back(&mut first, step),
        }
    }
    first
}

/// The edits of a run, for undo and redo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Made, the last one last.
    pub done: Vec<Edit>,
    /// Taken back, the last one last.
    pub undone: Vec<Edit>,
    /// Whether something was made before all of them that can no longer be taken back, because somebody else has
    /// changed the same place.
    pub cut: bool,
}

/// A text with the history that led to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Version {
    /// The text and what it means.
    pub reading: Arc<Reading>,
    /// How it came to be.
    pub history: History,
}

impl History {
    /// Whether nothing was ever changed.
    pub const fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Makes a step: all of its changes or none. A step that finds everything as it wants it is no edit.
    ///
    /// # Errors
    ///
    /// Why one of them cannot be made; the text is as it was then.
    pub(super) fn make(&mut self, reading: &mut Arc<Reading>, step: &Step) -> Result<Made, Refusal> {
        let Outcome { patches, after } = step.tried(reading)?;
        let made = self.made(patches, step);
        if let Some(after) = after {
            *reading = Arc::new(after);
        }
        Ok(made)
    }

    /// Notes an edit, where it is one.
    pub(super) fn made(&mut self, mut patches: Vec<Patch>, step: &Step) -> Made {
        patches.retain(|patch| !patch.is_empty());
        if patches.is_empty() {
            return Made::Nothing;
        }
        self.done.push(Edit { patches, step: step.clone(), text: TextOrigin::Own });
        self.undone.clear();
        Made::Edit
    }

    /// Takes the last edit back; what it was. Where that cannot be done any more nothing that was done before
    /// can be taken back either.
    pub(super) fn undo(&mut self, reading: &mut Arc<Reading>) -> Result<Step, Stuck> {
        let nothing = if self.cut { Stuck::Changed } else { Stuck::Nothing };
        let edit = self.done.pop().ok_or(nothing)?;
        let inverses = edit.patches.iter().rev().map(Patch::inverse);
        // What somebody else has set since is theirs, wherever they wrote it.
        let stands = edit.step.changes.iter().all(|change| change.stands_in(&reading.programme));
        let after =
            if edit.text == TextOrigin::Own || stands { applied(reading, inverses, &edit) } else { None };
        let Some(after) = after else {
            self.done.clear();
            self.cut = true;
            return Err(Stuck::Changed);
        };
        *reading = Arc::new(after);
        let step = edit.step.clone();
        self.undone.push(edit);
        Ok(step)
    }

    /// Makes the last edit again that was taken back; what it was.
    pub(super) fn redo(&mut self, reading: &mut Arc<Reading>) -> Result<Step, Stuck> {
        let edit = self.undone.pop().ok_or(Stuck::Nothing)?;
        let Some(after) = applied(reading, edit.patches.iter().cloned(), &edit) else {
            self.undone.clear();
            return Err(Stuck::Changed);
        };
        *reading = Arc::new(after);
        let step = edit.step.clone();
        self.done.push(edit);
        Ok(step)
    }

    /// Makes the last edit and the one before it one, so that both are taken back by one key.
    pub(super) fn join_last_two(&mut self) {
        if self.done.len() < 2 {
            return;
        }
        let last = self.done.pop();
        if let (Some(before), Some(last)) = (self.done.last_mut(), last) {
            before.patches.extend(last.patches);
            before.step.changes.extend(last.step.changes);
        }
    }

    /// The same for a text that somebody else made of this one, `old` and `new` being the programmes of both.
    /// What lies in a stretch they changed, or is about an item that is gone, cannot be taken back any more,
    /// nor what was done before it.
    #[must_use]
    pub(super) fn carried(&self, shift: &Shift, old: &Programme, new: &Programme) -> Self {
        if shift.is_empty() {
            return self.clone();
        }
        let back = |edit: &Edit| edit.patches.iter().rev().map(Patch::inverse).collect();
        let forth = |edit: &Edit| edit.patches.clone();
        let mut done = carry(&self.done, shift, (old, new), back);
        for edit in &mut done {
            edit.patches = edit.patches.iter().rev().map(Patch::inverse).collect();
        }
        let cut = self.cut || done.len() < self.done.len();
        Self { done, undone: carry(&self.undone, shift, (old, new), forth), cut }
    }
}

/// Whether a step changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    Edit,
    Nothing,
}

/// Why a step back or forth cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stuck {
    /// There is none.
    Nothing,
    /// Somebody else has changed what it is about.
    Changed,
}

/// Carries a stack of edits from its top down, each as the patches that come next, until one has no place.
fn carry(
    stack: &[Edit],
    shift: &Shift,
    (old, new): (&Programme, &Programme),
    next: impl Fn(&Edit) -> Vec<Patch>,
) -> Vec<Edit> {
    let mut shift = shift.clone();
    let mut carried = Vec::new();
    'edits: for edit in stack.iter().rev() {
        let mut patches = Vec::new();
        for patch in next(edit) {
            let Some(moved) = shift.carry(&patch) else { break 'edits };
            shift = shift.after(&patch);
            patches.push(moved);
        }
        let changes = edit.step.changes.iter().map(|change| change.moved(old, new));
        // What was noted on an initiative that the same step adds goes with it.
        let adds = matches!(edit.step.changes.first(), Some(Change::Initiative { .. }));
        let changes = if adds { Ok(edit.step.changes.clone()) } else { changes.collect::<Result<_, _>>() };
        let Ok(changes) = changes else { break };
        let step = Step { changes, what: edit.step.what.clone() };
        carried.push(Edit { patches, step, text: TextOrigin::Changed });
    }
    carried.reverse();
    carried
}

/// What is read after some patches of an edit; `None` where one does not fit, or where somebody else changed
/// the text since the edit was made and it cannot be proved that nothing but its changes is different.
fn applied(before: &Reading, patches: impl Iterator<Item = Patch>, edit: &Edit) -> Option<Reading> {
    let mut text = before.source.text().to_owned();
    for patch in patches {
        let after = patch.apply(&text)?;
        if edit.text == TextOrigin::Changed && !differs_once(&text, &after) {
            return None;
        }
        text = after;
    }
    let after = before.read_again(&text);
    let twice = |reading: &Reading| {
        reading.findings.iter().filter(|finding| finding.code == Code::DuplicateKey).count()
    };
    let is_proved = edit.text == TextOrigin::Own
        || (differ_in(before, &after, &edit.step.changes) && twice(&after) <= twice(before));
    is_proved.then_some(after)
}
