//! The writer: a thread that writes frames, so that a terminal that takes no bytes stops nobody but itself.
//!
//! Never makes a frame, and writes the next one when it was told to; says when a frame is written.

use super::message::Message;
use super::threads::spawn;
use super::watch::SharedState;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

/// Where frames are handed in.
#[derive(Debug)]
pub(super) struct Writer {
    frames: Sender<Vec<u8>>,
}

impl Writer {
    /// Starts the thread; it ends with the process. Each frame is answered by one [`Message::Written`].
    ///
    /// # Errors
    ///
    /// As [`spawn`].
    pub(super) fn start(shared: &Arc<SharedState>, loop_: &Sender<Message>) -> io::Result<Self> {
        let (frames, todo) = channel::<Vec<u8>>();
        let (shared, tell) = (Arc::clone(shared), loop_.clone());
        spawn(move || {
            for frame in todo {
                if tell.send(Message::Written(shared.terminal.show(&frame))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { frames })
    }

    /// Hands in a frame.
    pub(super) fn write(&self, frame: Vec<u8>) {
        let _ = self.frames.send(frame);
    }
}
