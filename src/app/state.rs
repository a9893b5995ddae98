//! State: everything the program knows while it runs.
//!
//! Only lent out to be read: an [`App`](super::App) owns it, and only `update` changes it.

use super::access::{Access, Need};
use super::action::Mode;
use super::broken::Broken;
use super::clash::Clash;
use super::event::{Loaded, Work};
use super::forms::Form;
use super::history::{History, Operation, Saving};
use super::layer::Layer;
use super::listing::Listing;
use super::slide::Slides;
use super::tab::{Tab, TabTable};
use crate::document::{ItemAddress, NewStanding, Reading};
use crate::figures::{Figures, Since};
use crate::settings::Looks;
use crate::wording::{Notice, Pointer};
use chrono::NaiveDateTime;

/// Everything the program knows while it runs.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The last text that could be read, with the changes made since, and what it means.
    pub good: Reading,
    /// What is computed from it.
    pub figures: Figures,
    /// What is on the disk now and cannot be read, beside the last good text.
    pub broken: Option<Broken>,
    /// The open tab.
    pub tab: Tab,
    /// The chosen row of each tab.
    pub rows: TabTable<usize>,
    /// The metric that still stands in full beside the list while the choice moves on; none if it is the chosen one.
    pub beside: Option<usize>,
    /// All initiatives, most urgent first; frozen like the lists.
    pub order: Vec<usize>,
    /// The lists that can be filtered; frozen until their choices, the tab or the file change.
    pub lists: TabTable<Option<Listing>>,
    /// What lies over the tab, the topmost last.
    pub layers: Vec<Layer>,
    /// The search, if there is one.
    pub find: Option<Find>,
    /// What the last key was answered with.
    pub notice: Option<Notice>,
    /// The field that is typed into.
    pub form: Option<Form>,
    /// A field that was left before what was typed was written.
    pub draft: Option<Form>,
    /// What changes on the tab of metrics and in its details are counted from.
    pub since: Since,
    /// Whether a metric's values are shown as a table.
    pub table: bool,
    /// How many periods before the latest the columns of a metric end.
    pub periods_back: usize,
    /// What is done to the text, and what of it is on the disk.
    pub store: Store,
    /// The slides.
    pub show: Presentation,
    /// Who looks at what, where, and how.
    pub session: Session,
}

/// What is done to a text, and what of it is on the disk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Store {
    /// When the file was last known to hold the good text, by the clock on the wall.
    pub read_at: Option<NaiveDateTime>,
    /// When another text was taken from the file while the program ran, as nobody had asked for.
    pub renewed_at: Option<NaiveDateTime>,
    /// The text of the file that `good` was read from: what a save expects to find.
    pub disk: String,
    /// Why the last save did not succeed; stays until one does.
    pub save_failure: Option<super::SaveFailure>,
    /// The save that is on its way.
    pub saving: Option<Saving>,
    /// Whether the file is to be read again once that is over.
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

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// What is looked for.
    pub query: String,
    /// Whether it is still being typed.
    pub typing: bool,
    /// Where it stands, in the order of the tabs.
    pub hits: Vec<Pointer>,
    /// Which hit is shown.
    pub at: usize,
}

impl State {
    /// Which keys have a meaning now.
    pub fn mode(&self) -> Mode {
        if self.form.is_some() || self.find.as_ref().is_some_and(|find| find.typing) {
            return Mode::Typing;
        }
        if self.store.clash.is_some() {
            return Mode::Clash;
        }
        match self.layers.last() {
            None => Mode::Tabs,
            Some(Layer::Detail(_)) => Mode::Detail,
            Some(Layer::About(_) | Layer::Help(_)) => Mode::Sheet,
            Some(Layer::Problems(_)) => Mode::Problems,
            Some(Layer::Menu(_) | Layer::Words(_)) => Mode::Menu,
            Some(Layer::Slides) => Mode::Slides,
        }
    }

    /// The topmost page over the tab: the small boxes of changes lie on it.
    pub fn page(&self) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| !matches!(layer, Layer::Menu(_) | Layer::Words(_)))
    }

    /// Whether there is a good text: none can be empty.
    pub fn has_good_text(&self) -> bool {
        !self.good.source.text().is_empty()
    }

    /// What is in memory and not in the file, each as a phrase.
    pub fn unsaved_changes(&self) -> Vec<String> {
        let on_its_way = self.store.saving.iter().flat_map(|saving| &saving.operations);
        on_its_way.chain(&self.store.pending).filter_map(Operation::what).collect()
    }

    /// What waits for a decision, and what waits with it.
    pub fn undecided(&self) -> Vec<String> {
        self.store.clash.iter().flat_map(Clash::waiting).collect()
    }

    /// Whether whoever sits at the keys may do what needs this.
    pub const fn allows(&self, need: Need) -> bool {
        self.session.access.allows(need)
    }

    /// Whether a change is in memory that is not in the file.
    pub fn unsaved(&self) -> bool {
        let changed = self.good.source.text() != self.store.disk || self.store.clash.is_some();
        matches!(self.session.origin, Origin::File(_)) && changed
    }
}
