//! A program as the loop sees it, what it runs on, and how it ended.
//!
//! Never runs anything.

use crate::app::{Access, Effect, Event, Glance, Work};
use crate::shell::message::Opened;
use crate::shell::work::Later;
use crate::shell::{Clock, Environment, Failure, Stamp};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::PathBuf;

/// A program as the loop sees it.
pub trait Program: Send + Sized + 'static {
    /// Takes one event in.
    fn update(&mut self, event: Event) -> Option<Effect>;

    /// Draws, and says where the hardware cursor belongs.
    fn draw(&mut self, area: Rect, cells: &mut Buffer) -> Option<Position>;

    /// What would be lost if the program ended now.
    fn unsaved(&self) -> Option<Unsaved>;

    /// A copy that is to take this event in beside the loop, and what it does then, where that takes longer than a
    /// frame.
    fn beside(&self, _: &Event) -> Option<(Self, Work)> {
        None
    }

    /// What becomes of an event while a copy is still taking in another.
    fn glance(&self, _: &Event) -> Glance {
        Glance::Waits
    }

    /// The text of the file, where that is what is shown, as it is there: what it means needs not be found out again.
    fn known_text(&self) -> Option<String> {
        None
    }
}

/// What would be lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// What the file is believed to hold.
    pub before: String,
    /// What it shall hold.
    pub text: String,
    /// The changes between the two, each as a phrase for the user.
    pub changes: Vec<String>,
    /// Changes in neither, because somebody else changed the same and nobody has chosen yet.
    pub undecided: Vec<String>,
}

/// What the program runs on.
#[derive(Debug)]
pub struct World {
    /// The file it shows; none for the built-in programme and standard input.
    pub file: Option<PathBuf>,
    /// The environment.
    pub environment: Environment,
    /// What may be done.
    pub access: Access,
    /// The clock on the wall.
    pub clock: Clock,
    /// The day the program was told.
    pub today: NaiveDate,
    /// Whether that day was chosen, and stays.
    pub stays: bool,
    /// What the file looked like when it was read, where nobody was changing it.
    pub known: Option<Stamp>,
    /// The text, where it takes longer than a moment to read it.
    pub opening: Option<Later<Result<Opened, Failure>>>,
}

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Quit,
    /// This signal ended it; a lost terminal counts as SIGHUP.
    Signal(i32),
}

impl Ended {
    /// The exit status: 0, or 128 and the number of the signal.
    pub fn status(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}
