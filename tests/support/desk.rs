//! A desk: a program, and the disk in memory it shares with others.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(dead_code, clippy::allow_attributes, reason = "not every test uses every prop")]

use crate::stage::{self, open, plain};
use coopdash::app::{App, Effect, Event, Key, KeyCode, SaveFailure, update};

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

    /// What the shell does with an event: effects are performed and answered until nothing is asked for.
    pub(crate) fn feed(&mut self, event: Event) {
        let mut next = Some(event);
        while let Some(event) = next.take() {
            let Some(effect) = update(&mut self.state, event) else { return };
            next = match effect {
                Effect::Save { .. } if self.full => {
                    Some(Event::SaveFailed(SaveFailure::System("the disk is full".to_owned())))
                }
                Effect::Save { before, .. } if before != self.disk => {
                    Some(Event::SaveFailed(SaveFailure::ChangedByAnother))
                }
                Effect::Save { text, .. } => {
                    self.disk.clone_from(&text);
                    Some(Event::Saved { text })
                }
                Effect::Reload => Some(stage::asked(self.disk.clone())),
                Effect::Rest => Some(Event::Rested),
                Effect::Follow
                | Effect::OpenEditor { .. }
                | Effect::Picture { .. }
                | Effect::Create { .. }
                | Effect::Timer { .. }
                | Effect::Redraw
                | Effect::Suspend
                | Effect::Quit => None,
            };
        }
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.feed(Event::Key(Key::named(name).unwrap()));
        }
        self
    }

    /// Keys as `press` takes them; what stands in quotes is typed.
    pub(crate) fn play(&mut self, keys: &str) -> &mut Self {
        for (number, part) in keys.split('"').enumerate() {
            if number % 2 == 0 {
                self.press(part);
            } else {
                for letter in part.chars() {
                    self.feed(Event::Key(Key { code: KeyCode::Char(letter), ctrl: false }));
                }
            }
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
