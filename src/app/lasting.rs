//! Lasting: what takes longer than a frame to take in where the text is long, and what may be shown of the rest
//! meanwhile.
//!
//! A program that takes one event in beside its loop shows what it was until that is done, and takes what came in
//! meanwhile in after it, in order. What only looks around may be shown at once, for it comes out the same. Never
//! takes anything in itself.

use super::action::{Action, Mode, meaning};
use super::{Event, Key, KeyCode, Loaded, Need, State, Work};

/// A change of a shorter text is made, proved and computed within a frame or two, in bytes.
const LONG: usize = 1 << 18;

/// What becomes of an event while another one is still being taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance {
    /// It only looks around: it is shown at once.
    Shown,
    /// It waits for its turn; what comes after it may be shown.
    Waits,
    /// It waits, and so does all that comes after it: what that means, nobody knows yet.
    Holds,
}

impl State {
    /// What is done while this is taken in, if that takes longer than a frame.
    pub fn lasts(&self, event: &Event) -> Option<Work> {
        let is_long = |text: &str| text.len() >= LONG;
        if let Event::Loaded { loaded: Loaded::Text(reading), .. } = event {
            return is_long(reading.source.text()).then_some(Work::Reading);
        }
        let is_change = matches!(event, Event::Key(key) if self.changes_by(*key));
        let work = if is_change { Work::Changing } else { Work::Reading };
        ((is_change || matches!(event, Event::Day(_))) && is_long(self.text())).then_some(work)
    }

    /// Whether a key changes the text.
    fn changes_by(&self, key: Key) -> bool {
        let mode = self.mode();
        if mode == Mode::Typing {
            return self.dialogue.form.is_some() && key.code == KeyCode::Enter;
        }
        meaning(mode, key).is_some_and(|entry| {
            self.allows(Need::Writing) && (is_change(entry.action) || chooses(mode, entry.action))
        })
    }

    /// What becomes of an event while another one is still being taken in.
    pub fn glance(&self, event: &Event) -> Glance {
        match event {
            Event::Resize(..) | Event::Busy(_) => Glance::Shown,
            Event::Paste(_) if self.view.typed_search().is_some() => Glance::Shown,
            Event::Paste(_) => Glance::Holds,
            Event::Key(key) => self.key_glance(*key),
            Event::Touched
            | Event::Loaded { .. }
            | Event::Saved { .. }
            | Event::SaveFailed(_)
            | Event::Created(_)
            | Event::CreateFailed(_)
            | Event::Tick
            | Event::Rested
            | Event::GoOn
            | Event::Day(_)
            | Event::EditorFailed(_) => Glance::Waits,
        }
    }

    fn key_glance(&self, key: Key) -> Glance {
        let mode = self.mode();
        if mode == Mode::Typing {
            return if self.view.typed_search().is_some() { Glance::Shown } else { Glance::Holds };
        }
        let Some(entry) = meaning(mode, key) else { return Glance::Shown };
        let asks_the_world = matches!(entry.action, Action::Quit | Action::Reload | Action::Redraw);
        match entry.needs {
            Need::Nothing if chooses(mode, entry.action) => Glance::Holds,
            Need::Nothing | Need::Pages if !asks_the_world => Glance::Shown,
            Need::Writing if !is_change(entry.action) || mode == Mode::Clash => Glance::Holds,
            Need::Nothing
            | Need::Pages
            | Need::Writing
            | Need::Starting
            | Need::Creating
            | Need::Stopping => Glance::Waits,
        }
    }
}

/// Whether an action takes a row of a menu: what comes of it, nobody knows yet.
fn chooses(mode: Mode, action: Action) -> bool {
    mode == Mode::Menu && action == Action::Open
}

/// Whether an action changes the text at once.
fn is_change(action: Action) -> bool {
    use Action::{Date, DateFigures, Mine, Redo, Theirs, Tick, Undo};
    matches!(action, Tick | Date | DateFigures | Undo | Redo | Mine | Theirs)
}
