//! Bursts: so many letters at once that nobody typed them are a paste, in terminals that do not mark one.
//!
//! A key that is held may arrive as often, and is the same one each time. Never looks at what a key means.

use super::input_event::{InputEvent, LARGEST_PASTE};
use crate::app::{Key, KeyCode};
use std::time::Duration;

/// The most letters in one read that may have been typed: more than a second of fast typing, which a slow link
/// may deliver at once.
const TYPED: usize = 10;

/// What follows a burst so soon is the rest of it.
const TOGETHER: Duration = Duration::from_millis(100);

/// A paste that is not over.
#[derive(Debug, Default)]
pub(super) struct Burst {
    text: String,
    until: Option<Duration>,
}

impl Burst {
    /// Makes pastes of keys that were not typed, all others stay as they are.
    pub(super) fn sort(&mut self, pieces: Vec<InputEvent>, at: Duration) -> Vec<InputEvent> {
        let mut sorted = if self.due().is_some_and(|due| due < at) { self.end() } else { Vec::new() };
        let is_burst = is_burst(&pieces);
        for piece in pieces {
            match letter(&piece) {
                Some(letter) if is_burst || self.until.is_some() => {
                    self.until = Some(at + TOGETHER);
                    if self.text.len() < LARGEST_PASTE {
                        self.text.push(letter);
                    }
                }
                Some(_) => sorted.push(piece),
                None => {
                    sorted.extend(self.end());
                    sorted.push(piece);
                }
            }
        }
        sorted
    }

    /// When a paste is over, if nothing more comes.
    pub(super) fn due(&self) -> Option<Duration> {
        self.until
    }

    /// The paste, if it is over now.
    pub(super) fn silence(&mut self, at: Duration) -> Vec<InputEvent> {
        if self.due().is_some_and(|due| due <= at) { self.end() } else { Vec::new() }
    }

    fn end(&mut self) -> Vec<InputEvent> {
        let text = self.until.take().map(|_| InputEvent::Paste(std::mem::take(&mut self.text)));
        text.into_iter().collect()
    }
}

/// Whether more letters came at once than fingers type, and not all the same.
fn is_burst(pieces: &[InputEvent]) -> bool {
    let mut letters = pieces.iter().filter_map(letter).filter(|letter| !letter.is_control());
    let Some(first) = letters.next() else { return false };
    let (mut count, mut is_one_key) = (1, true);
    for letter in letters {
        count += 1;
        is_one_key &= letter == first;
    }
    count > TYPED && !is_one_key
}

/// What a key puts into a text; nothing for keys that are no text, and for everything else.
fn letter(piece: &InputEvent) -> Option<char> {
    let InputEvent::Key(Key { code, ctrl: false }) = piece else { return None };
    if let KeyCode::Char(letter) = code {
        Some(*letter)
    } else if *code == KeyCode::Enter {
        Some('\n')
    } else {
        (*code == KeyCode::Tab).then_some('\t')
    }
}
