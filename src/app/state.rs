//! State: everything the program knows while it runs.
//!
//! Only lent out to be read: an [`App`](super::App) owns it, and only `update` changes it.

mod document;
mod view;

use super::Effect;
use super::access::{Access, Need};
use super::action::Mode;
use super::clash::Clash;
use super::event::{Loaded, Work};
use super::forms::Form;
use super::history::{History, Operation, Saving};
use super::layer::Layer;
use super::slide::Slides;
use crate::document::{ItemAddress, NewStanding, Reading};
use crate::figures::Figures;
use crate::programme::Programme;
use crate::settings::Looks;
use crate::wording::Notice;
use chrono::NaiveDateTime;

pub use document::Document;
pub use view::{Find, Unlooked, View};

/// Everything the program knows while it runs, in parts.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The text that is shown, and what is computed from it.
    pub document: Document,
    /// What is looked at, and where in it.
    pub view: View,
    /// What is typed, and what is answered.
    pub dialogue: Dialogue,
    /// What is done to the text, and what of it is on the disk.
    pub store: Store,
    /// The slides.
    pub show: Presentation,
    /// Who looks at what, where, and how.
    pub session: Session,
}

/// What is typed, and what is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dialogue {
    /// What the last key was answered with.
    pub notice: Option<Notice>,
    /// The field that is typed into.
    pub form: Option<Form>,
    /// A field that was left before what was typed was written.
    pub draft: Option<Form>,
}

impl Dialogue {
    /// Leaves the field; what was typed is kept until another one is opened.
    pub(super) fn leave_form(&mut self) {
        self.draft = self.form.take().filter(|form| form.line.text() != form.from);
    }
}

/// What is done to a text, and what of it is on the disk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Store {
    /// When the file was last known to hold the good text, by the clock on the wall.
    pub read_at: Option<NaiveDateTime>,
    /// When another text was taken from the file while the program ran, as nobody had asked for.
    pub renewed_at: Option<NaiveDateTime>,
    /// The text of the file that the one shown was read from: what a save expects to find.
    pub disk: String,
    /// Why the last save did not succeed; stays until one does.
    pub save_failure: Option<super::SaveFailure>,
    /// The save that is on its way.
    pub saving: Option<Saving>,
    /// Whether the file is read again because somebody else has changed it: until that is answered a save could
    /// only fail again.
    pub outdated: bool,
    /// Whether the file is to be read again once the save is over.
    pub read_after: bool,
    /// What takes longer than a moment, while it does.
    pub busy: Option<Work>,
    /// Changes made and taken back.
    pub history: History,
    /// What `history` was when the text was last known to be the one on the disk.
    pub history_on_disk: History,
    /// What was done since, and is in no save that is on its way.
    pub pending: Vec<Operation>,
    /// A change of a field that somebody else has changed as well; waits for a decision.
    pub clash: Option<Clash>,
    /// How often a save was tried since the last that succeeded, because others kept changing the file.
    pub tries: u8,
    /// What ticked initiatives were before.
    pub before: Vec<(ItemAddress, NewStanding)>,
}

impl Store {
    /// Whether a save is on its way, or waits until the file was read again.
    pub(super) const fn is_saving(&self) -> bool {
        self.saving.is_some() || self.outdated
    }

    /// What is in memory and not in the file, each as a phrase.
    pub fn unsaved_changes(&self) -> Vec<String> {
        let on_its_way = self.saving.iter().flat_map(|saving| &saving.operations);
        on_its_way.chain(&self.pending).filter_map(Operation::what).collect()
    }

    /// What waits for a decision, and what waits with it.
    pub fn undecided(&self) -> Vec<String> {
        self.clash.iter().flat_map(Clash::waiting).collect()
    }

    /// The text that is shown is the one on the disk.
    pub(super) fn in_step(&mut self) {
        self.history_on_disk = self.history.clone();
        self.pending.clear();
        self.save_failure = None;
        self.tries = 0;
    }
}

/// The slides, and what belongs to them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Presentation {
    /// The slides, once they were shown.
    pub slides: Option<Slides>,
    /// What became of the file while slides come by themselves, and when: shown with the next slide, since
    /// none changes while it is looked at.
    pub news: Option<(Loaded, NaiveDateTime)>,
    /// Whether speaker notes are shown.
    pub notes: bool,
}

/// Who looks at what, where, and how: what a run begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Where the text comes from.
    pub origin: Origin,
    /// What may be done.
    pub access: Access,
    /// Who makes changes, as the command line says; goes into records of changes.
    pub author: Option<String>,
    /// How screens shall look.
    pub looks: Looks,
    /// Columns and rows of the window.
    pub size: (u16, u16),
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The programme that is part of this program; changes are not kept.
    Example,
    /// Standard input; changes are not kept.
    Input,
    /// A file, by the name people know it under.
    File(String),
}

impl Origin {
    /// Whether changes are kept.
    pub const fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }
}

impl State {
    /// Which keys have a meaning now.
    pub fn mode(&self) -> Mode {
        if self.dialogue.form.is_some() || self.view.typed_search().is_some() {
            return Mode::Typing;
        }
        if self.store.clash.is_some() {
            return Mode::Clash;
        }
        match self.view.top() {
            None => Mode::Tabs,
            Some(Layer::Detail(_)) => Mode::Detail,
            Some(Layer::About(_) | Layer::Help(_)) => Mode::Sheet,
            Some(Layer::Problems(_)) => Mode::Problems,
            Some(Layer::Menu(_) | Layer::Words(_)) => Mode::Menu,
            Some(Layer::Slides) => Mode::Slides,
        }
    }

    /// The last text that could be read, with the changes made since, and what it means.
    pub fn reading(&self) -> &Reading {
        &self.document.reading
    }

    /// The programme it means.
    pub fn programme(&self) -> &Programme {
        &self.document.reading.programme
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        self.document.reading.source.text()
    }

    /// What is computed from it.
    pub fn figures(&self) -> &Figures {
        &self.document.figures
    }

    /// Answers with this.
    pub(super) fn say(&mut self, notice: Notice) {
        self.dialogue.notice = Some(notice);
    }

    /// Answers with this, and asks nothing of the world.
    pub(super) fn answer(&mut self, notice: Notice) -> Option<Effect> {
        self.say(notice);
        None
    }

    /// Whether there is a good text: none can be empty.
    pub fn has_good_text(&self) -> bool {
        !self.text().is_empty()
    }

    /// Whether whoever sits at the keys may do what needs this.
    pub const fn allows(&self, need: Need) -> bool {
        self.session.access.allows(need)
    }
}
