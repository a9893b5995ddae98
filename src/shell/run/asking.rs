//! Asking: work is handed to its thread, and its answers to the app.
//!
//! Never waits longer than a moment.

use super::{Program, Running, now};
use crate::app::Event;
use crate::shell::watch::Message;
use crate::shell::work::Job;
use std::time::{Duration, Instant};

/// Work that is done within this time is waited for: its answer belongs to the frame after the key.
const AT_ONCE: Duration = Duration::from_millis(100);

impl<P: Program> Running<P> {
    /// Asks the worker. What it has done within a moment is answered at once; else the app learns that it takes
    /// longer.
    pub(super) fn ask(&mut self, job: Job) -> Vec<Event> {
        let is_free = self.work.is_empty();
        let work = job.work();
        self.work.push_back(work);
        self.worker.ask(job);
        if !is_free {
            return Vec::new();
        }
        if let Some(answer) = self.answer_until(now() + AT_ONCE) {
            return self.answered(answer);
        }
        self.busy = Some(work);
        vec![Event::Busy(self.busy)]
    }

    /// The next answer of the worker, if it comes until then and nothing more urgent does.
    pub(super) fn answer_until(&mut self, until: Instant) -> Option<Vec<Event>> {
        loop {
            let message = self.inbox.recv_timeout(until.saturating_duration_since(now())).ok()?;
            if let Message::Done(answer) = message {
                return Some(answer);
            }
            let is_urgent = matches!(message, Message::Leave(_));
            self.held.push_back(message);
            if is_urgent {
                return None;
            }
        }
    }

    /// Takes an answer of the worker; what the app is to be told.
    pub(super) fn answered(&mut self, answer: Vec<Event>) -> Vec<Event> {
        self.work.pop_front();
        let next = self.busy.and(self.work.front().copied());
        let told = (next != self.busy).then_some(Event::Busy(next));
        self.busy = next;
        told.into_iter().chain(answer).collect()
    }
}
