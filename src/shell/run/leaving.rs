//! Leaving: the terminal is given back, and what is not on the disk is saved or named.
//!
//! Never takes longer than the thread for signals waits before it leaves in the stead of this one.

use super::{Ended, Program, Running, now};
use crate::app::{Event, Need};
use crate::shell::Failure;
use crate::shell::keys::InputEvent;
use crate::shell::lock;
use crate::shell::losses::{in_doubt, lost, why};
use crate::shell::message::Message;
use crate::shell::terminal::say;
use crate::shell::work::Job;
use std::time::{Duration, Instant};

/// How long the work that is on its way and a last save may take.
const LAST_WORK: Duration = Duration::from_millis(400);

impl<P: Program> Running<P> {
    /// Gives the terminal back, and saves what can be saved.
    pub(super) fn leave(&mut self, ended: &Result<Ended, Failure>) {
        self.leaves = true;
        let is_told = matches!(ended, Ok(Ended::Signal(_)));
        if let Some(patience) = self.pace.last_answer(now()).filter(|_| !is_told) {
            self.wait_for_the_terminal(patience);
        }
        let until = now() + LAST_WORK;
        // Keys are not read from here on: they are for whoever has the terminal next.
        self.shared.terminal.give_back();
        self.last_taken_in(until);
        let was_busy = !self.work.is_empty();
        self.last_answers(until);
        if is_told {
            self.save_or_name_what_is_lost(until);
        } else if was_busy && !self.work.is_empty() {
            self.name_what_is_in_doubt();
        }
    }

    /// Waits for the answer that is on its way.
    fn wait_for_the_terminal(&mut self, patience: Duration) {
        let until = now() + patience;
        let is_it =
            |message: &Message| matches!(message, Message::Typed(InputEvent::Answered) | Message::Leave(_));
        while self.receive(Some(until)).is_some_and(|message| !is_it(&message)) {}
    }

    /// Takes what comes of the work that is on its way: a save may be all that is missing.
    fn last_answers(&mut self, until: Instant) {
        while !self.work.is_empty() {
            let Some(answer) = self.answer_until(until) else { return };
            for event in self.answered(answer) {
                if matches!(event, Event::Saved { .. } | Event::SaveFailed(_)) {
                    let _ = self.program.update(event);
                }
            }
        }
    }

    /// The last chance of edits that could not be saved before.
    fn save_or_name_what_is_lost(&mut self, until: Instant) {
        if self.world.file.is_none() || !self.world.access.allows(Need::Writing) {
            return;
        }
        if !self.work.is_empty() {
            return self.name_what_is_in_doubt();
        }
        let Some(unsaved) = self.put_at_stake(in_doubt) else { return };
        let (before, text) = (unsaved.before.clone(), unsaved.text.clone());
        self.worker.ask(Job::Save { before, text, patience: lock::LAST_PATIENCE });
        let Some(answer) = self.answer_until(until) else { return self.name_what_is_in_doubt() };
        self.shared.at_stake(None);
        if let Some(Event::SaveFailed(failure)) = answer.event {
            say(&lost(why(&failure), &unsaved.changes));
        }
        if !unsaved.undecided.is_empty() {
            say(&lost("somebody else changed the same", &unsaved.undecided));
        }
    }

    /// Names what may be lost: nobody knows whether a save will come to an end.
    fn name_what_is_in_doubt(&self) {
        self.shared.at_stake(None);
        if let Some(unsaved) = self.program.unsaved() {
            say(&in_doubt(&unsaved));
        }
    }
}
