//! Keys: what the keyboard sends, bytes with their time, as what was meant by it.
//!
//! The parts: `parser` (which bytes belong together), `meaning` (what a sequence says) and `burst` (which keys
//! nobody typed). Never acts, never waits, and has no clock: the time is an argument.

mod burst;
mod input_event;
mod meaning;
mod parser;

pub use input_event::{InputEvent, LARGEST_PASTE};

use burst::Burst;
use parser::Parser;
use std::time::Duration;

/// What was read of the keyboard and is not over.
#[derive(Default)]
pub struct Input {
    parser: Parser,
    burst: Burst,
}

impl Input {
    /// Takes what was read at once.
    pub fn bytes(&mut self, read: &[u8], at: Duration) -> Vec<InputEvent> {
        let pieces = self.parser.bytes(read, at);
        self.burst.sort(pieces, at)
    }

    /// When it means something that nothing more has come.
    pub fn due(&self) -> Option<Duration> {
        self.parser.due().into_iter().chain(self.burst.due()).min()
    }

    /// Takes in that nothing has come until now.
    pub fn silence(&mut self, at: Duration) -> Vec<InputEvent> {
        let mut pieces = self.burst.silence(at);
        let late = self.parser.silence(at);
        pieces.extend(self.burst.sort(late, at));
        pieces
    }
}
