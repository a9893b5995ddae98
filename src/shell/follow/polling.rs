//! Polling: a file is looked at every two seconds where the system does not say that it was changed.
//!
//! Never reads the text.

use super::looking::look_at;
use crate::shell::inbox::Tell;
use crate::shell::message::Message;
use crate::shell::random;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often a file is looked at where the system does not say that it was changed.
const EVERY: Duration = Duration::from_secs(2);

/// The random part of a wait: many who follow one file do not all read it at the same moment.
pub(super) const SPREAD: Duration = Duration::from_millis(500);

/// After how long a change found in that way is looked at again: it counts when two looks agree.
const AGAIN: Duration = Duration::from_millis(400);

/// Why a file is looked at every two seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PollReason {
    /// Somebody has asked for it.
    Asked,
    /// Other computers can change it without a word to this one: the kind of file system.
    FileSystem(&'static str),
    /// The system does not say what happens to files.
    System,
}

/// Looks every two seconds. What changed counts once two looks agree: somebody may still be writing.
pub(super) fn poll(file: &Path, tell: &Tell) {
    let mut told = None;
    loop {
        let mut found = look_at(file);
        while told != Some(found) {
            thread::sleep(AGAIN);
            let again = look_at(file);
            if again == found {
                told = Some(found);
                if !tell.send(Message::Touched(found)) {
                    return;
                }
            }
            found = again;
        }
        thread::sleep(EVERY.saturating_sub(random::below(SPREAD)));
    }
}
