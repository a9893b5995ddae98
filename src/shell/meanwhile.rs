//! Meanwhile: what a command is doing, said on standard error while that takes longer than half a second.
//!
//! One line, which is gone before anything else is written: nothing is left of it. Says nothing where standard error
//! is no terminal, wakes up only to say something, and writes nothing that a terminal without any sequence does not
//! know.

use super::clock::instant as now;
use super::plain::{complaint_columns, write_over};
use super::threads::spawn;
use crate::text::{Clean, fit};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// What takes no longer is not talked about.
const MOMENT: Duration = Duration::from_millis(500);

/// Says what is being done, until it is dropped.
#[derive(Debug)]
pub struct Meanwhile {
    /// What is told to the thread; none where nobody is there to be told.
    tell: Option<Sender<Told>>,
}

/// What the thread is told.
enum Told {
    /// This is being done now.
    Doing(Clean),
    /// Something else is about to be written; whom to tell that the line is gone.
    Over(Sender<()>),
}

impl Meanwhile {
    /// Begins: half a second from now on nothing is said.
    pub fn begin() -> Self {
        let (tell, told) = channel();
        let is_watched =
            complaint_columns().is_some() && spawn(move || SaidLine::default().follow(&told)).is_ok();
        Self { tell: is_watched.then_some(tell) }
    }

    /// From now on this is being done.
    pub fn doing(&self, what: &str) {
        if let Some(tell) = &self.tell {
            let _ = tell.send(Told::Doing(Clean::line(what)));
        }
    }

    /// Takes back what was said, before something else is written: another half a second begins.
    pub fn is_over(&self) {
        let (gone, wait) = channel();
        if let Some(tell) = &self.tell
            && tell.send(Told::Over(gone)).is_ok()
        {
            let _ = wait.recv();
        }
    }
}

impl Drop for Meanwhile {
    fn drop(&mut self) {
        self.is_over();
    }
}

/// The line on the terminal.
#[derive(Default)]
struct SaidLine {
    /// What stands on it.
    shown: Clean,
}

impl SaidLine {
    /// Says what it is told, once that has taken long enough, until nobody tells anything any more.
    fn follow(mut self, told: &Receiver<Told>) {
        let mut due = now() + MOMENT;
        let mut doing = None;
        loop {
            let next = match doing {
                Some(_) => told.recv_timeout(due.saturating_duration_since(now())),
                None => told.recv().map_err(RecvTimeoutError::from),
            };
            match next {
                Ok(Told::Doing(what)) => doing = Some(what),
                Ok(Told::Over(gone)) => {
                    self.show("");
                    (doing, due) = (None, now() + MOMENT);
                    let _ = gone.send(());
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some((what, columns)) = doing.take().zip(complaint_columns()) {
                        self.show(&fit(what.as_str(), columns, ".."));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Puts this in the place of what stands there.
    fn show(&mut self, words: &str) {
        let words = Clean::line(words);
        if self.shown != words {
            write_over(&self.shown, &words);
            self.shown = words;
        }
    }
}
