//! Waiting: for keys, for what the threads tell, and for the time at which something is due.
//!
//! Keys are read here, when the loop has nothing else to do: no thread stands between a key and its frame. While the
//! loop is busy they wait in the terminal. Never takes anything in.

use super::{Program, Running, ScreenState, now};
use crate::app::Event;
use crate::shell::message::Message;
use crate::shell::terminal::GONE;
use std::time::{Duration, Instant};

/// The most that is read of the keyboard at once, in bytes.
const AT_ONCE: usize = 1024;

impl<P: Program> Running<P> {
    /// The next message; sleeps until there is one, until the app wants to be woken up, or until a frame may be
    /// drawn.
    pub(super) fn next(&mut self) -> Message {
        let at = now();
        let frame = self.may_draw().then(|| at + self.pace.wait(at));
        // Once a day something happens by itself.
        let tomorrow = if self.world.stays { None } else { self.world.clock.until_tomorrow() };
        let times = self.wake.into_iter().chain(self.rest).chain(frame).chain(tomorrow.map(|left| at + left));
        if let Some(message) = self.receive(times.min()) {
            return message;
        }
        let is_time = |time: &mut Option<Instant>| time.take_if(|time| *time <= now()).is_some();
        if is_time(&mut self.wake) {
            Message::Due(Event::Tick)
        } else if is_time(&mut self.rest) {
            Message::Due(Event::Rested)
        } else {
            Message::Ready
        }
    }

    /// The next message or key; sleeps until there is one, or until then.
    pub(super) fn receive(&mut self, until: Option<Instant>) -> Option<Message> {
        let mut is_last = false;
        loop {
            if let Some(told) = self.held.pop_front().or_else(|| self.inbox.take()) {
                return Some(told);
            }
            if self.ahead.is_much() {
                self.listen(Some(Duration::ZERO));
            }
            if let Some(piece) = self.ahead.take() {
                return Some(Message::Typed(piece));
            }
            if is_last {
                return None;
            }
            let left = until.map(|until| until.saturating_duration_since(now()));
            self.listen(left.into_iter().chain(self.ahead.due()).min());
            is_last = until.is_some_and(|until| until <= now());
        }
    }

    /// Sleeps until there is something to take, or for this long. The keyboard is listened to while the terminal is
    /// this program's.
    fn listen(&mut self, time: Option<Duration>) {
        let listens = self.stage == ScreenState::Shown && !self.ahead.is_over();
        let keyboard = listens.then(|| self.shared.terminal.keyboard());
        let said = self.inbox.sleep(keyboard, time);
        if said.is_empty() {
            self.ahead.silence();
        } else if said.intersects(GONE) {
            self.ahead.end();
        } else {
            let mut read = [0; AT_ONCE];
            match self.shared.terminal.read_keys(&mut read) {
                Ok(count) => self.ahead.read(read.get(..count).unwrap_or_default()),
                Err(_) => self.ahead.end(),
            }
        }
    }
}
