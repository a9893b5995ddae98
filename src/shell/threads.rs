//! The threads of the program, and how one of them answers.
//!
//! Never decides what is done.

use super::message::Message;
use std::sync::mpsc::{Sender, channel};
use std::{io, thread};

/// Does something in a thread that ends with the process.
///
/// # Errors
///
/// What the system says that has no room for one more.
pub(super) fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().spawn(work).map(drop)
}

/// A thread that does one thing after the other, and answers each with one message.
#[derive(Debug)]
pub(super) struct Server<T>(Sender<T>);

impl<T: Send + 'static> Server<T> {
    /// Starts the thread; it ends with the process.
    ///
    /// # Errors
    ///
    /// As [`spawn`].
    pub(super) fn start(
        loop_: &Sender<Message>,
        serve: impl Fn(T) -> Message + Send + 'static,
    ) -> io::Result<Self> {
        let (hand_in, todo) = channel();
        let tell = loop_.clone();
        spawn(move || _ = todo.into_iter().all(|one| tell.send(serve(one)).is_ok()))?;
        Ok(Self(hand_in))
    }

    /// Asks for something to be done.
    pub(super) fn ask(&self, one: T) {
        let _ = self.0.send(one);
    }
}
