//! Work: what may take long is done in a thread of its own, so that no disk, lock or pipe keeps the keyboard
//! waiting: reading, saving, new files.
//!
//! One piece after the other: what was asked for first is answered first. Never decides what is done, and never
//! touches the terminal.

use super::files::Asked;
use super::follow::Snapshot;
use super::inbox::Tell;
use super::message::{Answer, Message};
use super::threads::spawn;
use super::{Clock, files, plain, save};
use crate::app::{Cause, Event, SaveFailure, Work};
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use strum::EnumDiscriminants;

/// Something to be done.
#[derive(Debug, EnumDiscriminants)]
#[strum_discriminants(name(JobKind), doc = "What kind of job it is.")]
pub(super) enum Job {
    /// Write `text` to the file if it still holds `before`; a lock of another is waited for this long.
    Save { before: String, text: String, patience: Duration },
    /// Read the file again.
    Read(Asked),
    /// Read the file again if it still looks like this; else somebody is writing, and it will be said when
    /// that is over.
    ReadIf(Snapshot, Asked),
    /// Write a new file.
    Create { stem: String, text: String },
}

impl JobKind {
    /// What it is for the user.
    pub(super) const fn work(self) -> Work {
        match self {
            Self::Save | Self::Create => Work::Saving,
            Self::Read | Self::ReadIf => Work::Reading,
        }
    }
}

/// Does a job.
pub(super) fn done(job: Job, file: Option<&Path>, clock: Clock) -> Answer {
    let only = |event| Answer { event, known: None };
    let loaded = |loaded, cause| Event::Loaded { loaded, at: clock.now(), cause };
    match (job, file) {
        (Job::Create { stem, text }, _) => only(Some(plain::create_numbered(&stem, &text))),
        (Job::Save { .. }, None) => {
            let failure = SaveFailure::System("there is no file to write to".to_owned());
            only(Some(Event::SaveFailed(failure)))
        }
        (Job::Save { before, text, patience }, Some(file)) => {
            match save::save_within(patience, file, &before, &text) {
                Ok(look) => Answer { event: Some(Event::Saved { text }), known: Some(look) },
                Err(failure) => only(Some(Event::SaveFailed(failure))),
            }
        }
        (Job::Read(_) | Job::ReadIf(..), None) => only(None),
        (Job::Read(asked), Some(file)) => only(Some(loaded(files::reload(file, &asked), Cause::Asked))),
        (Job::ReadIf(look, asked), Some(file)) => match files::reload_if(file, &look, &asked) {
            Some(found) => Answer { event: Some(loaded(found, Cause::Touched)), known: Some(look) },
            None => only(None),
        },
    }
}

/// Something that is being done in a thread of its own.
#[derive(Debug)]
pub struct Later<T> {
    answer: Receiver<T>,
}

/// Does something in a thread of its own.
///
/// # Errors
///
/// What the system says that has no room for one more thread.
pub fn later<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<Later<T>> {
    let (tell, answer) = channel();
    spawn(move || _ = tell.send(work()))?;
    Ok(Later { answer })
}

impl<T: Send + 'static> Later<T> {
    /// What is done already.
    pub fn now(answer: T) -> Self {
        let (tell, later) = channel();
        let _ = tell.send(answer);
        Self { answer: later }
    }

    /// What came of it, if it is done within this time.
    pub fn within(&self, time: Duration) -> Option<T> {
        self.answer.recv_timeout(time).ok()
    }

    /// Tells the loop what comes of it.
    ///
    /// # Errors
    ///
    /// As [`spawn`].
    pub(super) fn then(self, loop_: &Tell, message: fn(T) -> Message) -> io::Result<()> {
        let tell = loop_.clone();
        spawn(move || {
            if let Ok(answer) = self.answer.recv() {
                tell.send(message(answer));
            }
        })
    }
}
