//! Copied: a copy of the program that is taking something in, and what waits until it is done.
//!
//! Never runs it.

use super::program::Program;
use crate::app::{Effect, Event, Glance};
use std::collections::VecDeque;
use std::sync::mpsc::Receiver;

/// A copy of the program that is taking something in.
pub(super) struct Aside<P> {
    pub(super) done: Receiver<(P, Option<Effect>)>,
    /// What has come in since.
    pub(super) waiting: VecDeque<Event>,
    /// Whether one of them keeps those behind it from being shown.
    holds: bool,
}

impl<P: Program> Aside<P> {
    /// One that nothing waits for yet.
    pub(super) const fn new(done: Receiver<(P, Option<Effect>)>, holds: bool) -> Self {
        Self { done, waiting: VecDeque::new(), holds }
    }

    /// Keeps an event for later, and shows it at once where it only looks around.
    pub(super) fn keep(&mut self, event: Event, shown: &mut P) {
        let glance = if self.holds { Glance::Waits } else { shown.glance(&event) };
        self.holds |= glance == Glance::Holds;
        if glance == Glance::Shown {
            // What it asks of the world is asked when its turn comes.
            let _ = shown.update(event.clone());
        }
        self.waiting.push_back(event);
    }
}
