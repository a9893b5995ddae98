//! A desk: a program, and the disk in memory it shares with others.

#![allow(dead_code, clippy::allow_attributes, reason = "not every test uses every prop")]

use crate::stage::{self, open, plain};
use coopdash::app::{App, Event, update};

/// A program and the disk it writes to.
pub(crate) struct Desk {
    pub state: App,
    pub disk: String,
    pub full: bool,
}

impl Desk {
    pub(crate) fn new(text: &str) -> Self {
        let state = open(text, (80, 24));
        Self { state, disk: text.to_owned(), full: false }
    }

    /// The same after these keys.
    pub(crate) fn pressed(text: &str, keys: &str) -> Self {
        let mut desk = Self::new(text);
        desk.press(keys);
        desk
    }

    /// What the shell does with an event: effects are performed and answered until nothing is asked for.
    pub(crate) fn feed(&mut self, event: Event) {
        let mut next = Some(event);
        while let Some(event) = next.take() {
            let Some(effect) = update(&mut self.state, event) else { return };
            next = stage::answer(&effect, &self.disk, self.full);
            if let Some(Event::Saved { text }) = &next {
                self.disk.clone_from(text);
            }
        }
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for (_, event) in stage::events(keys) {
            self.feed(event);
        }
        self
    }

    /// The file was seen to have changed.
    pub(crate) fn touch(&mut self) -> &mut Self {
        let text = self.disk.clone();
        self.feed(stage::touched(text, "14:10"));
        self
    }

    /// Somebody else writes to the file; this program does not know yet.
    pub(crate) fn others(&mut self, from: &str, to: &str) -> &mut Self {
        assert!(self.disk.contains(from), "{}", self.disk);
        self.disk = self.disk.replacen(from, to, 1);
        self
    }

    pub(crate) fn says(&self, words: &str) {
        let screen = plain(&self.state);
        assert!(screen.contains(words), "{words:?} is not on\n{screen}");
    }
}
