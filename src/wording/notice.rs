//! Notices: what the program answers to a key.

use crate::document::{Refusal, RefusalReason};
use crate::figures::Since;
use crate::text::date::format_date;
use crate::yaml::Obstacle;
use chrono::NaiveDate;

const NO_HEAD: &str = "Not changed: there is no section programme to hold as_of; e opens the file";
const STATUS_NOT_READABLE: &str =
    "Its status cannot be read, so it is not ticked; e opens the file at its line";

/// A sentence for the last row, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// An initiative was ticked or reopened.
    Now {
        /// Its title.
        title: String,
        /// Where it stands from now on.
        status: &'static str,
        /// The day a key can give as the day it was completed on.
        offered: Option<NaiveDate>,
    },
    /// Something was changed; what.
    Changed(String),
    /// A figure was changed; what. A key says that the figures are of today.
    ChangedFigure(String),
    /// The file has no section `programme`, in which the day of the figures stands.
    NoHead,
    /// Something was not changed; why.
    NotChanged(String),
    /// There is nothing here that can be changed on screen.
    NothingToChange,
    /// There is no completed initiative here that lacks a day.
    NothingToDate,
    /// What was done here was done again on a text somebody else has written meanwhile, and saved.
    WithOthers(Box<Self>),
    /// An undo was dropped: somebody else changed the same line since.
    NotTakenBack,
    /// A change was not made again: somebody else changed the same line since.
    NotMadeAgain,
    /// What was asked for is there already.
    SaysSo,
    /// Of two changes of the same thing the user's was written; what it was.
    Mine(String),
    /// Of two changes of the same thing the other one was kept; what the user's was.
    Theirs(String),
    /// The user's change cannot be written any more.
    CannotBeMine,
    /// One of two changes has to be chosen first.
    ChooseFirst,
    /// An initiative on hold or cancelled is not ticked; its status word.
    Resting(&'static str),
    /// What the file says of its state could not be read, so it is not written over.
    StatusNotReadable,
    /// The key is not for whoever sits here.
    Barred(Barred),
    /// The document could not be changed safely.
    Refused(Refusal),
    /// The file on the disk cannot be read, so nothing is changed.
    Broken,
    /// The last change was taken back.
    Undone(String),
    /// It was made again.
    Redone(String),
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to make again.
    NothingToRedo,
    /// A finding is about no item that a tab shows.
    NoItem {
        /// Whether the file can be opened in an editor instead.
        can_edit: bool,
    },
    /// What was open is no longer in the file; its title.
    ItemGone(String),
    /// Nothing matches the search.
    NoMatch(String),
    /// No search has been made.
    NoSearch,
    /// The file was read again and says something new.
    Read,
    /// The file was read again and is as it was.
    Unchanged,
    /// The file is not there any more.
    Gone,
    /// The file could not be read; why.
    CannotRead(String),
    /// Leaving would lose an unsaved change: asks for the key once more.
    QuitLoses,
    /// There is no file behind what is shown.
    NoFile,
    /// The program is left once the last change is on the disk; asks for the key once more.
    LeavesAfter,
    /// The last change is still on its way to the disk.
    StillSaving,
    /// The editor could not be used; why.
    Editor(String),
    /// Changes are counted from something else.
    CountedFrom(Since),
    /// The key works on metrics only.
    OnlyMetrics,
    /// Another set of characters is used; its name.
    Glyphs(&'static str),
    /// Another theme is used.
    Theme {
        /// Its name.
        name: &'static str,
        /// Whether there is but one colour, so that themes look alike.
        one_colour: bool,
    },
    /// The settings file, or a theme it names, is wrong; how.
    Settings(String),
    /// The computer's clock cannot be right; what it says and what helps.
    Clock(String),
    /// A picture was saved; its name.
    Picture(String),
    /// A picture could not be saved; why.
    NoPicture(String),
    /// Text was pasted outside a text field.
    PasteIgnored,
    /// A field has no room for all of what was typed or pasted; how many characters it takes.
    Full(usize),
    /// Filter, sort and group were asked for where there is no list for them.
    NoList,
    /// The tick key was pressed where nothing can be ticked.
    NothingToTick,
}

/// What is not for whoever sits at the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// Changing the file.
    Changes,
    /// Starting an editor.
    Editor,
    /// Saving a picture.
    Picture,
    /// Going back to a shell for a while.
    Shell,
    /// Anything but slides.
    Pages,
}

impl Barred {
    /// Why the key does nothing.
    const fn text(self) -> &'static str {
        match self {
            Self::Changes => "Opened read-only: nothing is changed",
            Self::Editor => "Opened read-only: no editor is started",
            Self::Picture => "Opened read-only: no picture is saved",
            Self::Shell => "There is no shell behind this screen; q leaves",
            Self::Pages => "Slides only here; q leaves",
        }
    }
}

impl Notice {
    /// Whether it says what a change has made of the file.
    pub const fn is_about_a_change(&self) -> bool {
        matches!(
            self,
            Self::Now { .. }
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

    /// The sentence, without a full stop at its end.
    pub fn text(&self) -> String {
        match self {
            Self::Now { title, status, offered: None } => format!("Now {status}: {title}"),
            Self::Now { title, status, offered: Some(day) } => {
                format!("Now {status} (+ dates it {}): {title}", format_date(*day))
            }
            Self::Changed(what) => format!("Now {what}"),
            Self::ChangedFigure(what) => format!("Written (A dates the figures today): {what}"),
            Self::NoHead => NO_HEAD.to_owned(),
            Self::NotChanged(why) => format!("Not changed: {why}"),
            Self::NothingToChange => "Nothing to change here by key; e opens the file at its line".to_owned(),
            Self::NothingToDate => "+ dates a completed initiative that has no day yet".to_owned(),
            Self::WithOthers(said) => format!("Others changed the file too. {}", said.text()),
            Self::NotTakenBack => "Not undone: somebody else changed the same place".to_owned(),
            Self::NotMadeAgain => "Not done again: somebody else changed the same place".to_owned(),
            Self::SaysSo => "Nothing to write: the file says so already".to_owned(),
            Self::Mine(what) => format!("Yours is written: {what}"),
            Self::Theirs(what) => format!("Theirs is kept; not written: {what}"),
            Self::CannotBeMine => "Yours cannot be written; t keeps theirs, e opens the file".to_owned(),
            Self::ChooseFirst => "First choose: m writes yours, t keeps theirs".to_owned(),
            Self::StatusNotReadable => STATUS_NOT_READABLE.to_owned(),
            Self::Resting(word) => format!("What is {word} is not ticked; m changes its status"),
            Self::Barred(what) => what.text().to_owned(),
            Self::Refused(refusal) => refused(refusal),
            Self::Broken => "Not changed: the file cannot be read; e opens it".to_owned(),
            Self::Undone(what) => format!("Undone, it is no longer so: {what}"),
            Self::Redone(what) => format!("Done again: {what}"),
            Self::NothingToUndo => "Nothing to undo".to_owned(),
            Self::NothingToRedo => "Nothing to do again".to_owned(),
            Self::NoItem { can_edit } => no_item(*can_edit).to_owned(),
            Self::ItemGone(title) => format!("No longer in the file: {title}"),
            Self::NoMatch(query) => format!("Not found: {query}"),
            Self::NoSearch => "No search yet; / starts one".to_owned(),
            Self::Read => "Read again: the file has changed".to_owned(),
            Self::Unchanged => "Read again: nothing has changed".to_owned(),
            Self::Gone => "The file is gone; what was read is still shown".to_owned(),
            Self::CannotRead(why) => format!("The file cannot be read: {why}"),
            Self::QuitLoses => "A change is not saved; q again leaves without it".to_owned(),
            Self::NoFile => "No file behind this screen; start one: coopdash new FILE".to_owned(),
            Self::LeavesAfter => "Leaves once it is saved; q again leaves now".to_owned(),
            Self::StillSaving => "The last change is still being saved; then e opens the file".to_owned(),
            Self::Editor(why) => format!("Editor: {why}"),
            Self::CountedFrom(since) => format!("Now {}", super::change::counted_from(*since, false)),
            Self::OnlyMetrics => "This key works on metrics; 2 shows them".to_owned(),
            Self::Glyphs(name) => format!("Characters: {name}"),
            Self::Theme { name, one_colour } => colours(name, *one_colour),
            Self::Settings(why) => format!("Settings: {why}; coopdash doctor says more"),
            Self::Clock(words) => words.clone(),
            Self::Picture(name) => format!("Saved as {name}"),
            Self::NoPicture(why) => format!("The picture is not saved: {why}"),
            Self::PasteIgnored => "Pasted text is only taken in a field for typing".to_owned(),
            Self::Full(longest) => format!("No more fits: a search takes {longest} characters"),
            Self::NoList => "f, s and b work on initiatives (3) and recommendations (4)".to_owned(),
            Self::NothingToTick => "Only initiatives are ticked; 3 shows them".to_owned(),
        }
    }
}

fn colours(name: &str, one_colour: bool) -> String {
    let remark = if one_colour { "; no difference here, since colour is off" } else { "" };
    format!("Colours: {name}{remark}")
}

const fn no_item(can_edit: bool) -> &'static str {
    if can_edit {
        "This is about no single item; e opens the file at its line"
    } else {
        "This is about no single item"
    }
}

/// Why a change was refused, and the way that stays open.
fn refused(refusal: &Refusal) -> String {
    let reason = match &refusal.reason {
        RefusalReason::NotFound => "the item is no longer there",
        RefusalReason::Ambiguous => "two items look the same",
        RefusalReason::ChangedByAnother => "somebody else changed it",
        RefusalReason::BothGiven => "status and done would stand beside each other",
        RefusalReason::Text(Obstacle::DuplicateKey) => "the key is given twice",
        RefusalReason::Text(Obstacle::ComplexKey) => "a key here is no plain name",
        RefusalReason::Text(Obstacle::NotOneWord) => {
            "the value is a list, a group or a text over several lines"
        }
        RefusalReason::Text(Obstacle::SharedAnchor) => "an anchor shares this value",
        RefusalReason::Text(Obstacle::Inherited) => "a merge key (<<) gives this value",
        RefusalReason::MarkedPeriod => "the mark behind the period says another kind of value",
        RefusalReason::TargetBeside => "a target stands beside the value and would go with it",
        RefusalReason::Text(Obstacle::NoSafePlace) => "there is no safe place to write",
        RefusalReason::Text(Obstacle::BrokenText) => "the file has a syntax error",
        RefusalReason::Text(Obstacle::CheckFailed) => "the result would mean something else",
        RefusalReason::Reported(finding) => return format!("Not changed: {}", finding.message),
    };
    format!("Not changed; e opens line {}: {reason}", refusal.line)
}
