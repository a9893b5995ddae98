//! Lending: the terminal goes to an editor or back to whoever started the program, and is taken again.

use super::{Program, Running, ScreenState, now};
use crate::app::Event;
use crate::shell::editor;
use crate::shell::losses::{all, lost};
use crate::shell::watch;
use crate::shell::work::Job;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

/// How long stopping may take to happen after it was asked for.
const STOPPING: Duration = Duration::from_millis(50);

/// A signal that says that it goes on, sent when it came back, is taken in within this time.
const JUST_NOW: Duration = Duration::from_millis(200);

impl<P: Program> Running<P> {
    pub(super) fn open_editor(&mut self, line: usize) -> Vec<Event> {
        let Some(file) = self.world.file.clone() else {
            return vec![Event::EditorFailed("there is no file to open".to_owned())];
        };
        self.shared.editor_open.store(true, Ordering::SeqCst);
        self.shared.terminal.lend();
        self.stage = ScreenState::Away;
        self.put_at_stake(|unsaved| lost("an editor was open", &all(unsaved)));
        let edited = editor::open(&self.world.environment, &file, line);
        self.shared.at_stake(None);
        let resized = self.come_back();
        watch::editor_is_closed();
        let failed = edited.err().map(Event::EditorFailed);
        let read = self.ask(Job::Read(self.asked(self.world.today)));
        resized.into_iter().chain(failed).chain(read).collect()
    }

    /// Stops as Ctrl-Z stops other programs, with everything that was started together with this one. Where
    /// nobody could wake it up again (no shell with jobs), the system does not stop it.
    pub(super) fn suspend(&mut self) -> Option<Event> {
        self.shared.terminal.give_back();
        self.stage = ScreenState::Away;
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        thread::sleep(STOPPING);
        self.back = Some(now());
        self.come_back()
    }

    /// The program goes on. Where it has just come back by itself, that is no news.
    pub(super) fn goes_on(&mut self) -> Option<Event> {
        let is_back = self.back.take().is_some_and(|back| back.elapsed() < JUST_NOW);
        if is_back && self.stage == ScreenState::Shown { None } else { self.come_back() }
    }

    /// Takes the terminal again, unless somebody else is in the foreground now. An event if the window has
    /// another size than before.
    pub(super) fn come_back(&mut self) -> Option<Event> {
        self.stage = ScreenState::Away;
        if !self.shared.terminal.is_in_foreground() {
            // It was stopped without being asked, and goes on behind somebody else's back.
            self.shared.terminal.let_go();
            return None;
        }
        if let Ok(modes) = self.shared.terminal.take() {
            self.shared.terminal.forget_keys();
            self.ahead.begin_anew();
            self.stage = ScreenState::Shown;
            self.modes = modes;
        }
        self.measure()
    }
}
