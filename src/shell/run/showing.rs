//! Showing: a frame is made and written.
//!
//! Never waits for the terminal.

use super::{Program, Running, ScreenState, now};
use crate::shell::message::Message;
use crate::shell::pace::QUESTION;

impl<P: Program> Running<P> {
    /// Whether there is something to draw, and nothing is being written.
    pub(super) fn may_draw(&self) -> bool {
        self.stage == ScreenState::Shown && self.is_due && !self.is_writing
    }

    /// Draws, if something may have changed, nothing is being written and the terminal keeps up. Whether it did.
    pub(super) fn show(&mut self) -> bool {
        let at = now();
        if !self.may_draw() || !(self.screen.is_unknown() || self.pace.wait(at).is_zero()) {
            return false;
        }
        let Self { program, screen, .. } = self;
        let is_whole = screen.is_unknown();
        // Frames are made in memory, where nothing fails.
        let frame = screen.frame(|area, cells| program.draw(area, cells)).unwrap_or_default();
        self.is_due = false;
        if frame.is_empty() {
            return true;
        }
        let mut bytes = [std::mem::take(&mut self.modes), frame].concat();
        // What is drawn whole was asked for, or the window is another: it waits for nothing.
        if !is_whole && self.pace.writes(bytes.len(), at) {
            bytes.extend(QUESTION);
        }
        self.write(&bytes);
        true
    }

    /// Writes a frame; what the terminal does not take at once is written by the thread for that.
    fn write(&mut self, frame: &[u8]) {
        match self.shared.terminal.show_at_once(frame) {
            Ok(count) if count == frame.len() => {}
            Ok(count) => {
                self.is_writing = true;
                self.writer.ask(frame.get(count..).unwrap_or_default().to_vec());
            }
            Err(error) => _ = self.tell.send(Message::Written(Err(error))),
        }
    }
}
