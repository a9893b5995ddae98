//! The inbox: the one place where the loop sleeps, until a key is pressed or a thread has something to tell it.
//!
//! Never reads keys, and never decides what anything means.

use super::message::Message;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// What the threads tell the loop.
#[derive(Debug)]
pub(super) struct Inbox {
    messages: Receiver<Message>,
    /// Can be read while it rings.
    bell: PipeReader,
    is_rung: Arc<AtomicBool>,
}

/// What a thread tells the loop with.
#[derive(Debug, Clone)]
pub(super) struct Tell {
    messages: Sender<Message>,
    bell: Arc<PipeWriter>,
    is_rung: Arc<AtomicBool>,
}

/// An inbox, and what it is told with.
///
/// # Errors
///
/// What the system says.
pub(super) fn inbox() -> io::Result<(Tell, Inbox)> {
    let (messages, told) = channel();
    let (bell, rope) = io::pipe()?;
    let is_rung = Arc::new(AtomicBool::new(false));
    let tell = Tell { messages, bell: Arc::new(rope), is_rung: Arc::clone(&is_rung) };
    Ok((tell, Inbox { messages: told, bell, is_rung }))
}

impl Tell {
    /// Tells the loop. Whether there is one.
    pub(super) fn send(&self, message: Message) -> bool {
        let is_heard = self.messages.send(message).is_ok();
        if is_heard && !self.is_rung.swap(true, Ordering::SeqCst) {
            let _ = self.bell.as_ref().write(b".");
        }
        is_heard
    }
}

impl Inbox {
    /// The next message, if there is one.
    pub(super) fn take(&self) -> Option<Message> {
        self.messages.try_recv().ok()
    }

    /// The next message, if there is one within this time; keys wait.
    pub(super) fn take_within(&self, time: Duration) -> Option<Message> {
        self.messages.recv_timeout(time).ok()
    }

    /// Sleeps until there is a message, until something can be said of the keyboard, or for this long. What can be
    /// said of the keyboard.
    pub(super) fn sleep(&mut self, keyboard: Option<BorrowedFd<'_>>, time: Option<Duration>) -> PollFlags {
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        let wanted = keyboard.map_or(PollFlags::empty(), |_| PollFlags::IN);
        let keyboard = keyboard.unwrap_or(self.bell.as_fd());
        let mut ends = [PollFd::new(&self.bell, PollFlags::IN), PollFd::new(&keyboard, wanted)];
        if poll(&mut ends, time.as_ref()).is_err() {
            // A signal: whoever is told of it tells the loop.
            return PollFlags::empty();
        }
        let [rings, said] = ends.map(|end| end.revents());
        if rings.contains(PollFlags::IN) {
            let _ = self.bell.read(&mut [0]);
            // Only now: whoever tells something from here on rings again.
            self.is_rung.store(false, Ordering::SeqCst);
        }
        said
    }
}
