//! Unsaved: whether what is in memory is on the disk.

use super::question::Question;
use super::state::State;

impl State {
    /// Whether a change is in memory that is not in the file.
    pub fn unsaved(&self) -> bool {
        self.session.origin.is_file() && (self.store.clash.is_some() || !self.is_on_disk())
    }

    /// Whether the text that is shown is the one that is believed to be on the disk.
    pub(super) fn is_on_disk(&self) -> bool {
        *self.ask(OnDisk)
    }

    /// This text is on the disk.
    pub(super) fn keep_as_on_disk(&mut self, text: String) {
        self.store.disk = text;
        self.document.forget();
    }
}

/// Whether the text that is shown is the one on the disk, to the last byte.
#[derive(PartialEq)]
struct OnDisk;

impl Question for OnDisk {
    type Answer = bool;

    fn answer(&self, state: &State) -> bool {
        state.text() == state.store.disk
    }
}
