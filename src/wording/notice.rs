//! Notices: what the program answers to a key.
//!
//! Each is written as its sentence, without a full stop at its end. Never knows which key was pressed.

use crate::document::{Refusal, RefusalReason};
use crate::yaml::Obstacle;
use std::fmt;
use strum::Display;

/// A sentence for the last row, until the next key.
#[derive(Debug, Clone, PartialEq, Eq, Display)]
#[expect(missing_docs, reason = "each is explained by its sentence")]
pub enum Notice {
    #[strum(to_string = "Now {status}: {title}")]
    Now { title: String, status: &'static str },
    /// An initiative was completed, and a key can give this day as the day of that.
    #[strum(to_string = "Now {status} (+ dates it {day}): {title}")]
    NowUndated { title: String, status: &'static str, day: String },
    #[strum(to_string = "Now {0}")]
    Changed(String),
    #[strum(to_string = "Written (A dates the figures today): {0}")]
    ChangedFigure(String),
    #[strum(to_string = "Not changed: there is no section programme to hold as_of; e opens the file")]
    NoHead,
    #[strum(to_string = "Not changed: {0}")]
    NotChanged(String),
    #[strum(to_string = "Nothing to change here by key; e opens the file at its line")]
    NothingToChange,
    #[strum(to_string = "+ dates a completed initiative that has no day yet")]
    NothingToDate,
    /// What was done here was done again on a text somebody else has written meanwhile, and saved.
    #[strum(to_string = "Others changed the file too. {0}")]
    WithOthers(Box<Self>),
    #[strum(to_string = "Not undone: somebody else changed the same place")]
    NotTakenBack,
    #[strum(to_string = "Not done again: somebody else changed the same place")]
    NotMadeAgain,
    #[strum(to_string = "Nothing to write: the file says so already")]
    SaysSo,
    /// Of two changes of the same thing the user's was written; what it was.
    #[strum(to_string = "Yours is written: {0}")]
    Mine(String),
    /// Of two changes of the same thing the other one was kept; what the user's was.
    #[strum(to_string = "Theirs is kept; not written: {0}")]
    Theirs(String),
    #[strum(to_string = "Yours cannot be written; t keeps theirs, e opens the file")]
    CannotBeMine,
    #[strum(to_string = "First choose: m writes yours, t keeps theirs")]
    ChooseFirst,
    #[strum(to_string = "What is {0} is not ticked; m changes its status")]
    Resting(&'static str),
    #[strum(to_string = "Its status cannot be read, so it is not ticked; e opens the file at its line")]
    StatusNotReadable,
    #[strum(to_string = "{0}")]
    Barred(Barred),
    #[strum(to_string = "{0}")]
    Refused(Refusal),
    #[strum(to_string = "Not changed: the file cannot be read; e opens it")]
    Broken,
    #[strum(to_string = "Undone, it is no longer so: {0}")]
    Undone(String),
    #[strum(to_string = "Done again: {0}")]
    Redone(String),
    #[strum(to_string = "Nothing to undo")]
    NothingToUndo,
    #[strum(to_string = "Nothing to do again")]
    NothingToRedo,
    /// A finding is about no item that a tab shows.
    #[strum(to_string = "This is about no single item; e opens the file at its line")]
    NoItem,
    /// The same where no editor may be started.
    #[strum(to_string = "This is about no single item")]
    NoItemHere,
    #[strum(to_string = "No longer in the file: {0}")]
    ItemGone(String),
    #[strum(to_string = "Not found: {0}")]
    NoMatch(String),
    #[strum(to_string = "No search yet; / starts one")]
    NoSearch,
    #[strum(to_string = "Read again: the file has changed")]
    Read,
    #[strum(to_string = "Read again: nothing has changed")]
    Unchanged,
    #[strum(to_string = "The file is gone; what was read is still shown")]
    Gone,
    #[strum(to_string = "The file cannot be read: {0}")]
    CannotRead(String),
    #[strum(to_string = "A change is not saved; q again leaves without it")]
    QuitLoses,
    #[strum(to_string = "No file behind this screen; start one: coopdash new FILE")]
    NoFile,
    #[strum(to_string = "Leaves once it is saved; q again leaves now")]
    LeavesAfter,
    #[strum(to_string = "The last change is still being saved; then e opens the file")]
    StillSaving,
    #[strum(to_string = "Editor: {0}")]
    Editor(String),
    #[strum(to_string = "Now {0}")]
    CountedFrom(&'static str),
    #[strum(to_string = "This key works on metrics; 2 shows them")]
    OnlyMetrics,
    #[strum(to_string = "Characters: {0}")]
    Glyphs(&'static str),
    #[strum(to_string = "Colours: {0}")]
    Theme(&'static str),
    /// There is but one colour, so that themes look alike.
    #[strum(to_string = "Colours: {0}; no difference here, since colour is off")]
    ThemeUnseen(&'static str),
    /// The settings file, or a theme it names, is wrong; how.
    #[strum(to_string = "Settings: {0}; coopdash doctor says more")]
    Settings(String),
    /// The computer's clock cannot be right; what it says and what helps.
    #[strum(to_string = "{0}")]
    Clock(String),
    #[strum(to_string = "Saved as {0}")]
    Picture(String),
    #[strum(to_string = "The picture is not saved: {0}")]
    NoPicture(String),
    #[strum(to_string = "Pasted text is only taken in a field for typing")]
    PasteIgnored,
    #[strum(to_string = "No more fits: a search takes {0} characters")]
    Full(usize),
    #[strum(to_string = "f, s and b work on initiatives (3) and recommendations (4)")]
    NoList,
    #[strum(to_string = "Only initiatives are ticked; 3 shows them")]
    NothingToTick,
}

/// What is not for whoever sits at the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display)]
#[expect(missing_docs, reason = "each is explained by its sentence")]
pub enum Barred {
    #[strum(to_string = "Opened read-only: nothing is changed")]
    Changes,
    #[strum(to_string = "Opened read-only: no editor is started")]
    Editor,
    #[strum(to_string = "Opened read-only: no picture is saved")]
    Picture,
    #[strum(to_string = "There is no shell behind this screen; q leaves")]
    Shell,
    #[strum(to_string = "Slides only here; q leaves")]
    Pages,
}

impl Notice {
    /// Whether it says what a change has made of the file.
    pub const fn is_about_a_change(&self) -> bool {
        matches!(
            self,
            Self::Now { .. }
                | Self::NowUndated { .. }
                | Self::Changed(_)
                | Self::ChangedFigure(_)
                | Self::Undone(_)
                | Self::Redone(_)
                | Self::Mine(_)
                | Self::WithOthers(_)
        )
    }

    /// Whether a file that can be read is the answer to it.
    pub const fn is_about_an_outage(&self) -> bool {
        matches!(self, Self::Broken | Self::Gone | Self::CannotRead(_))
    }
}

/// Why a change was refused, and the way that stays open.
impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match &self.reason {
            RefusalReason::NotFound => "the item is no longer there",
            RefusalReason::Ambiguous => "two items look the same",
            RefusalReason::ChangedByAnother => "somebody else changed it",
            RefusalReason::BothGiven => "status and done would stand beside each other",
            RefusalReason::Text(Obstacle::DuplicateKey) => "the key is given twice",
            RefusalReason::Text(Obstacle::ComplexKey) => "a key here is no plain name",
            RefusalReason::Text(Obstacle::NotOneWord) => {
                "the value is a list, a group or a text over several lines"
            }
            RefusalReason::Text(Obstacle::Tagged) => "a tag (!) stands before the value",
            RefusalReason::Text(Obstacle::SharedAnchor) => "an anchor shares this value",
            RefusalReason::Text(Obstacle::Inherited) => "a merge key (<<) gives this value",
            RefusalReason::MarkedPeriod => "the mark behind the period says another kind of value",
            RefusalReason::TargetBeside => "a target stands beside the value and would go with it",
            RefusalReason::Text(Obstacle::NoSafePlace) => "there is no safe place to write",
            RefusalReason::Text(Obstacle::BrokenText) => "the file has a syntax error",
            RefusalReason::Text(Obstacle::CheckFailed) => "the result would mean something else",
            RefusalReason::Reported(finding) => return write!(out, "Not changed: {}", finding.message),
        };
        write!(out, "Not changed; e opens line {}: {reason}", self.line)
    }
}
