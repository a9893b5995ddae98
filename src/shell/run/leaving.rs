//! Leaving: the terminal is given back, and what is not on the disk is saved or named.
//!
//! Never takes longer than the thread for signals waits before it leaves in the stead of this one.

use super::{Ended, Program, Running, now};
use crate::app::{Event, SaveFailure};
use crate::shell::Failure;
use crate::shell::terminal::say;
use crate::shell::watch::Message;
use crate::shell::work::Job;
use std::time::{Duration, Instant};

/// How long the work that is on its way and a last save may take.
const LAST_WORK: Duration = Duration::from_millis(400);

/// How long an answer of the terminal is waited for: later it would be typed to whoever has the terminal next.
const LAST_ANSWER: Duration = Duration::from_millis(500);

impl<P: Program> Running<P> {
    /// Gives the terminal back, and saves what can be saved.
    pub(super) fn leave(&mut self, ended: &Result<Ended, Failure>) {
        let is_told = matches!(ended, Ok(Ended::Signal(_)));
        if self.pace.is_asked() && !is_told {
            self.wait_for_the_terminal();
        }
        let until = now() + LAST_WORK;
        // Never let go of: keys typed from now on are for whoever has the terminal next.
        std::mem::forget(self.shared.silence_keys());
        self.shared.terminal.give_back();
        let was_busy = !self.work.is_empty();
        self.last_answers(until);
        if is_told {
            self.save_or_name_what_is_lost(until);
        } else if was_busy && !self.work.is_empty() {
            self.name_what_is_lost(TOO_LATE);
        }
    }

    /// Waits for the answer that is on its way.
    fn wait_for_the_terminal(&self) {
        let until = now() + LAST_ANSWER;
        while let Ok(message) = self.inbox.recv_timeout(until.saturating_duration_since(now())) {
            if matches!(message, Message::Answered | Message::Leave(_)) {
                return;
            }
        }
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
        let Some(unsaved) = self.program.unsaved() else { return };
        if self.work.is_empty() && self.world.file.is_some() {
            self.worker.ask(Job::Save { before: unsaved.before, text: unsaved.text });
            match self.answer_until(until).as_deref() {
                Some([Event::Saved { .. }]) => self.name_undecided(),
                Some([Event::SaveFailed(failure)]) => self.name_what_is_lost(why(failure)),
                Some(_) | None => self.name_what_is_lost(TOO_LATE),
            }
        } else if self.world.file.is_some() {
            self.name_what_is_lost(TOO_LATE);
        }
    }

    fn name_what_is_lost(&self, why: &str) {
        let changes = self.program.unsaved().map(|unsaved| unsaved.changes).unwrap_or_default();
        say(&lost(why, &changes));
        self.name_undecided();
    }

    fn name_undecided(&self) {
        let undecided = self.program.unsaved().map(|unsaved| unsaved.undecided).unwrap_or_default();
        if !undecided.is_empty() {
            say(&lost("somebody else changed the same", &undecided));
        }
    }
}

/// Why nobody knows whether a save succeeds.
const TOO_LATE: &str = "it took too long (the disk does not answer, or another program is saving)";

/// Why a save did not succeed, as a phrase.
fn why(failure: &SaveFailure) -> &str {
    match failure {
        SaveFailure::ChangedByAnother => "somebody else changed the file",
        SaveFailure::Locked => "another program is saving the file",
        SaveFailure::System(phrase) => phrase,
    }
}

/// What is said about edits that are lost.
fn lost(why: &str, changes: &[String]) -> String {
    let changes = changes.iter().fold(String::new(), |list, change| list + "  " + change + "\n");
    format!("coopdash: not saved, because {why}:\n{changes}")
}
