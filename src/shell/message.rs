//! Messages: what the threads tell the loop.

use super::failure::Failure;
use super::follow::{Snapshot, Stamp};
use super::keys::InputEvent;
use crate::app::{Event, Loaded};
use std::io;

/// What the loop waits for.
#[derive(Debug)]
pub(super) enum Message {
    /// Something was typed or pasted, or the terminal has answered.
    Typed(InputEvent),
    /// It is time for this.
    Due(Event),
    /// The text that the program was started with was read, or why it was not.
    Opened(Result<Opened, Failure>),
    /// A frame may be drawn.
    Ready,
    /// A frame was written, or the terminal refused it.
    Written(io::Result<()>),
    /// A piece of work is done; what came of it.
    Done(Answer),
    /// What was taken in beside the loop is done.
    TakenIn,
    /// The file may have been changed; what it looks like.
    Touched(Snapshot),
    /// The window has another size.
    Resized,
    /// The program was stopped and goes on.
    Continued,
    /// Leave, because of this signal.
    Leave(i32),
}

/// What came of a job.
#[derive(Debug)]
pub(super) struct Answer {
    /// What the app is to be told.
    pub(super) event: Option<Event>,
    /// What the file looked like when it was saved or read, where that is known.
    pub(super) known: Option<Snapshot>,
}

/// What came of reading the text that the program is started with.
#[derive(Debug)]
pub struct Opened {
    /// What the app is told.
    pub loaded: Loaded,
    /// What the file looked like, where nobody was changing it.
    pub known: Option<Stamp>,
}
