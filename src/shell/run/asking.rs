//! Asking: work is handed to its thread, and its answers to the app.
//!
//! Never waits longer than a moment.

use super::{Program, Running, Unsaved, now};
use crate::app::Event;
use crate::shell::files::Asked;
use crate::shell::message::{Answer, Message};
use crate::shell::work::{Job, JobKind};
use crate::text::Clean;
use chrono::NaiveDate;
use std::time::Instant;

impl<P: Program> Running<P> {
    /// Asks the worker. What it has done within a moment is answered at once; else the app learns that it takes
    /// longer.
    pub(super) fn ask(&mut self, job: Job) -> Vec<Event> {
        let is_free = self.work.is_empty();
        let kind = JobKind::from(&job);
        self.work.push_back(kind);
        self.worker.ask(job);
        if !is_free {
            return Vec::new();
        }
        if let Some(answer) = self.answer_until(now() + self.patience) {
            return self.answered(answer);
        }
        self.busy = Some(kind.work());
        vec![Event::Busy(self.busy)]
    }

    /// What is asked of reading the file again, as of this day.
    pub(super) fn asked(&self, today: NaiveDate) -> Asked {
        Asked { today, known: self.program.known_text() }
    }

    /// The next answer of the worker, if it comes until then and nothing more urgent does.
    pub(super) fn answer_until(&mut self, until: Instant) -> Option<Answer> {
        loop {
            let message = self.inbox.take_within(until.saturating_duration_since(now()))?;
            if let Message::Done(answer) = message {
                return Some(answer);
            }
            let is_urgent = matches!(message, Message::Leave(_)) && !self.leaves;
            self.held.push_back(message);
            if is_urgent {
                return None;
            }
        }
    }

    /// Takes an answer of the worker; what the app is to be told.
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Event> {
        self.work.pop_front();
        self.known = answer.known;
        if self.work.is_empty() {
            self.shared.at_stake(None);
        }
        let next = self.busy.and(self.work.front().map(|kind| kind.work()));
        let told = (next != self.busy).then_some(Event::Busy(next));
        self.busy = next;
        told.into_iter().chain(answer.event).collect()
    }

    /// What would be lost now. It is named with these words if the program has to leave before that is over.
    pub(super) fn put_at_stake(&self, words: impl FnOnce(&Unsaved) -> Clean) -> Option<Unsaved> {
        let unsaved = self.program.unsaved();
        self.shared.at_stake(unsaved.as_ref().map(words));
        unsaved
    }
}
