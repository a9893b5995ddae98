//! The threads of the program, and how one of them answers.
//!
//! Never decides what is done.

use super::inbox::Tell;
use super::message::Message;
use std::sync::Arc;
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

/// Does one thing after the other in a thread of its own, and answers each with one message.
pub(super) struct Server<T> {
    tell: Tell,
    serve: Arc<dyn Fn(T) -> Message + Send + Sync>,
    /// What is handed to the thread, once there is one.
    todo: Option<Sender<T>>,
}

impl<T: Send + 'static> Server<T> {
    /// One that has nothing to do yet, and no thread.
    pub(super) fn new(loop_: &Tell, serve: impl Fn(T) -> Message + Send + Sync + 'static) -> Self {
        Self { tell: loop_.clone(), serve: Arc::new(serve), todo: None }
    }

    /// Asks for something to be done. Where there is no room for the thread, it is done here.
    pub(super) fn ask(&mut self, one: T) {
        if self.todo.is_none() {
            self.todo = self.start().ok();
        }
        match &self.todo {
            Some(todo) => _ = todo.send(one),
            None => _ = self.tell.send((self.serve)(one)),
        }
    }

    /// Starts the thread; it ends with the process.
    fn start(&self) -> io::Result<Sender<T>> {
        let (hand_in, todo) = channel();
        let (tell, serve) = (self.tell.clone(), Arc::clone(&self.serve));
        spawn(move || _ = todo.into_iter().all(|one| tell.send(serve(one))))?;
        Ok(hand_in)
    }
}
