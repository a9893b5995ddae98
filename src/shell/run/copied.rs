//! Copied: a copy of the program that is taking something in, and what waits until it is done.
//!
//! Never runs it.

use super::program::Program;
use crate::app::{Effect, Event, Glance, Work};
use std::collections::VecDeque;
use std::sync::mpsc::Receiver;

/// A copy of the program that is taking something in.
pub(super) struct Aside<P> {
    pub(super) done: Receiver<(P, Option<Effect>)>,
    /// What has come in since.
    pub(super) waiting: VecDeque<Event>,
    /// Whether a change is not made as long as this is not done.
    pub(super) is_change: bool,
    /// Whether one of them keeps keys behind it from being shown.
    holds: bool,
}

impl<P: Program> Aside<P> {
    /// One that nothing waits for yet.
    pub(super) const fn new(done: Receiver<(P, Option<Effect>)>, work: Work, holds: bool) -> Self {
        Self { done, waiting: VecDeque::new(), is_change: matches!(work, Work::Changing), holds }
    }

    /// Whether a change that was asked for waits.
    pub(super) fn is_awaited(&self, shown: &P) -> bool {
        let changes = |event: &Event| shown.glance(event) == Glance::Holds || shown.beside(event).is_some();
        self.waiting.iter().filter(|event| is_typed(event)).any(changes)
    }

    /// Keeps an event for later, and shows it at once where it only looks around.
    pub(super) fn keep(&mut self, event: Event, shown: &mut P) {
        let glance = if self.holds && is_typed(&event) { Glance::Waits } else { shown.glance(&event) };
        self.holds |= glance == Glance::Holds;
        if glance == Glance::Shown {
            // What it asks of the world is asked when its turn comes.
            let _ = shown.update(event.clone());
        }
        self.waiting.push_back(event);
    }
}

const fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key(_) | Event::Paste(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Key;
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Position, Rect};
    use std::sync::mpsc::channel;

    /// A program in which `j` looks, Space changes, `q` asks the world, and after `a` nobody knows what keys mean.
    #[derive(Clone, Default)]
    struct Toy {
        shown: Vec<Event>,
    }

    impl Program for Toy {
        fn update(&mut self, event: Event) -> Option<Effect> {
            self.shown.push(event);
            None
        }

        fn draw(&mut self, _: Rect, _: &mut Buffer) -> Option<Position> {
            None
        }

        fn unsaved(&self) -> Option<super::super::Unsaved> {
            None
        }

        fn beside(&self, event: &Event) -> Option<(Self, Work)> {
            (*event == key("Space")).then(|| (self.clone(), Work::Changing))
        }

        fn glance(&self, event: &Event) -> Glance {
            let is = |name| *event == key(name);
            if is("a") {
                Glance::Holds
            } else if is("j") || matches!(event, Event::Resize(..)) {
                Glance::Shown
            } else {
                Glance::Waits
            }
        }
    }

    fn key(name: &str) -> Event {
        Key::named(name).map_or(Event::Tick, Event::Key)
    }

    /// What is shown of these keys and a new size while something is taken in, and whether a change waits.
    fn shown(names: &str) -> (usize, bool) {
        let (mut toy, mut aside) = (Toy::default(), Aside::new(channel().1, Work::Changing, false));
        let keys: Vec<Event> = names.split(' ').map(key).collect();
        let all: Vec<Event> = keys.into_iter().chain([Event::Resize(40, 15)]).collect();
        for event in &all {
            aside.keep(event.clone(), &mut toy);
        }
        assert_eq!(aside.waiting, all, "everything is taken in later, in order");
        assert_eq!(toy.shown.last(), Some(&Event::Resize(40, 15)), "a new size is shown in any case");
        (toy.shown.len() - 1, aside.is_awaited(&toy))
    }

    #[test]
    fn what_looks_is_shown_until_nobody_knows_what_keys_mean_and_changes_are_known_to_wait() {
        assert_eq!(shown("j j"), (2, false));
        assert_eq!(shown("j q j"), (2, false));
        assert_eq!(shown("j Space j"), (2, true));
        assert_eq!(shown("j a j"), (1, true));
    }
}
