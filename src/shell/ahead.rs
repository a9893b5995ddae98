//! Typed ahead: what the keyboard has said and the loop has not taken in yet.
//!
//! As a terminal does, keeps only so much, whoever types more has to wait, and Ctrl-C comes before what many keys
//! have left to do. Loses nothing else, but what a key that is held says while the loop is seconds behind.

use super::clock::instant as now;
use super::keys::{Input, InputEvent};
use crate::app::{Key, KeyCode};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// With so much nothing more is read, counted as [`weight`].
const MOST: usize = 256;

/// A key is held if it was the same one so many times.
const HELD: usize = 64;

/// With more than this to do, Ctrl-C does not wait for its turn.
const MANY: usize = 64;

/// The loop is behind if there was too much for so long.
const BEHIND: Duration = Duration::from_secs(2);

/// A key that interrupts.
const INTERRUPT: InputEvent = InputEvent::Key(Key { code: KeyCode::Char('c'), ctrl: true });

/// What was typed and is not taken.
pub(super) struct Ahead {
    started: Instant,
    input: Input,
    pieces: VecDeque<InputEvent>,
    weight: usize,
    /// Since when there is too much.
    full: Option<Instant>,
    /// Whether no key will ever come again.
    is_over: bool,
}

/// What it costs to keep a piece: 1 for a key, and 1 more for each 64 bytes of a paste.
fn weight(piece: &InputEvent) -> usize {
    match piece {
        InputEvent::Key(_) | InputEvent::Answered => 1,
        InputEvent::Paste(text) => 1 + text.len() / 64,
    }
}

impl Ahead {
    /// Nothing was typed.
    pub(super) fn new() -> Self {
        Self {
            started: now(),
            input: Input::default(),
            pieces: VecDeque::new(),
            weight: 0,
            full: None,
            is_over: false,
        }
    }

    /// Keys begin anew: what was read in part before belongs to nobody.
    pub(super) fn begin_anew(&mut self) {
        self.input = Input::default();
    }

    /// Whether the keyboard is to be read before the next piece is taken: there may be Ctrl-C behind what is there.
    pub(super) fn is_much(&self) -> bool {
        self.weight > MANY && (self.weight < MOST || self.is_held_too_long())
    }

    /// Takes what was read at once.
    pub(super) fn read(&mut self, bytes: &[u8]) {
        let pieces = self.input.bytes(bytes, self.started.elapsed());
        for piece in pieces {
            self.put(piece);
        }
    }

    /// In how much time it means something that nothing more was read.
    pub(super) fn due(&self) -> Option<Duration> {
        self.input.due().map(|due| due.saturating_sub(self.started.elapsed()))
    }

    /// Takes in that there was nothing to read until now.
    pub(super) fn silence(&mut self) {
        let pieces = self.input.silence(self.started.elapsed());
        for piece in pieces {
            self.put(piece);
        }
    }

    /// There is no keyboard any more.
    pub(super) fn end(&mut self) {
        self.is_over = true;
    }

    /// Whether no key will ever come again.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Takes the first piece.
    pub(super) fn take(&mut self) -> Option<InputEvent> {
        let first = self.pieces.pop_front()?;
        self.weight -= weight(&first);
        if self.weight < MOST / 2 {
            self.full = None;
        }
        Some(first)
    }

    /// Puts a piece at the end.
    fn put(&mut self, piece: InputEvent) {
        if piece == INTERRUPT && self.weight > MANY {
            self.forget_keys();
        }
        // Nobody means what a held key says that has so much to do, and what comes after it must be heard.
        if self.is_held_too_long() && self.pieces.back() == Some(&piece) {
            return;
        }
        self.weight += weight(&piece);
        self.pieces.push_back(piece);
        if self.weight >= MOST {
            self.full.get_or_insert_with(now);
        }
    }

    /// Whether there was too much for long, and the last keys were all the same one.
    fn is_held_too_long(&self) -> bool {
        let mut last = self.pieces.iter().rev().take(HELD);
        self.full.is_some_and(|since| since.elapsed() >= BEHIND)
            && self.pieces.len() >= HELD
            && last.next().is_some_and(|key| last.all(|other| other == key))
    }

    /// That the terminal has answered was not typed, and stays; once is enough.
    fn forget_keys(&mut self) {
        let answered = self.pieces.contains(&InputEvent::Answered);
        self.pieces.clear();
        self.pieces.extend(answered.then_some(InputEvent::Answered));
        (self.weight, self.full) = (self.pieces.len(), None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(letter: char) -> InputEvent {
        InputEvent::Key(Key { code: KeyCode::Char(letter), ctrl: false })
    }

    fn left(ahead: &mut Ahead) -> Vec<InputEvent> {
        std::iter::from_fn(|| ahead.take()).collect()
    }

    #[test]
    fn what_is_typed_is_taken_in_its_order() {
        let mut ahead = Ahead::new();
        assert_eq!(ahead.take(), None);
        ahead.read(b"ab");
        assert_eq!(ahead.take(), Some(key('a')));
        ahead.read(b"\x1b[0n");
        assert_eq!(left(&mut ahead), [key('b'), InputEvent::Answered]);
    }

    #[test]
    fn a_key_that_is_held_is_kept_no_more_once_the_loop_is_behind_and_what_comes_after_it_is_heard() {
        let mut ahead = Ahead::new();
        ahead.read(&[b'j'; MOST]);
        assert!(!ahead.is_much(), "there is enough, and nothing more is read");
        ahead.full = now().checked_sub(BEHIND);
        assert!(ahead.is_much());
        ahead.read(&[b'j'; 1000]);
        ahead.read(b"k");
        assert!(!ahead.is_much());
        assert_eq!(left(&mut ahead), [vec![key('j'); MOST], vec![key('k')]].concat());
    }

    #[test]
    fn of_letters_that_are_typed_none_is_taken_for_a_key_that_is_held() {
        let mut ahead = Ahead::new();
        let typed: Vec<InputEvent> = "a balloon, and three s: sss".repeat(20).chars().map(key).collect();
        for piece in &typed {
            ahead.put(piece.clone());
            ahead.full = ahead.full.and(now().checked_sub(BEHIND));
        }
        assert!(!ahead.is_much());
        assert_eq!(left(&mut ahead), typed);
    }

    #[test]
    fn pastes_are_counted_by_their_size() {
        let mut ahead = Ahead::new();
        ahead.put(InputEvent::Paste("x".repeat(64 * MANY)));
        assert!(ahead.is_much());
        ahead.put(InputEvent::Paste("x".repeat(64 * MOST)));
        assert!(!ahead.is_much());
    }

    #[test]
    fn ctrl_c_comes_before_what_many_keys_have_left_to_do_and_after_what_few_have() {
        let mut ahead = Ahead::new();
        ahead.put(key('a'));
        ahead.put(INTERRUPT);
        assert_eq!(left(&mut ahead), [key('a'), INTERRUPT]);
        ahead.put(InputEvent::Answered);
        for _ in 0..MOST - 1 {
            ahead.put(key('j'));
        }
        ahead.put(INTERRUPT);
        assert_eq!(left(&mut ahead), [InputEvent::Answered, INTERRUPT]);
    }
}
