//! Typed ahead: what the keyboard has said and the loop has not taken in yet.
//!
//! As a terminal does, keeps only so much, whoever types more has to wait, and Ctrl-C comes before what many keys
//! have left to do. Loses nothing else, but what a key that is held says while the loop is seconds behind.

use super::clock::instant as now;
use super::keys::InputEvent;
use crate::app::{Key, KeyCode};
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So much is kept, counted as [`weight`].
const MOST: usize = 256;

/// A key is held if it was the same one so many times.
const HELD: usize = 64;

/// With more than this to do, Ctrl-C does not wait for its turn.
const MANY: usize = 64;

/// The loop is behind if there was too much for so long.
const BEHIND: Duration = Duration::from_secs(2);

/// How often whoever waits for room looks whether the loop is behind.
const LOOKS: Duration = Duration::from_millis(100);

/// A key that interrupts.
const INTERRUPT: InputEvent = InputEvent::Key(Key { code: KeyCode::Char('c'), ctrl: true });

/// What was typed and is not taken.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    queue: Mutex<Queue>,
    /// Told when something was taken.
    taken: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    pieces: VecDeque<InputEvent>,
    weight: usize,
    /// Since when there is too much.
    full: Option<Instant>,
    /// Whether the loop was told that there is something.
    told: bool,
}

/// What it costs to keep a piece: 1 for a key, and 1 more for each 64 bytes of a paste.
fn weight(piece: &InputEvent) -> usize {
    match piece {
        InputEvent::Key(_) | InputEvent::Answered => 1,
        InputEvent::Paste(text) => 1 + text.len() / 64,
    }
}

impl Ahead {
    /// Puts a piece at the end; waits while there is too much. Whether the loop has to be told that there is
    /// something now.
    pub(super) fn put(&self, piece: InputEvent) -> bool {
        let mut queue = self.lock();
        if piece == INTERRUPT && queue.weight > MANY {
            queue.forget_keys();
        }
        while queue.weight >= MOST {
            // Nobody means what a held key says that has so much to do, and what comes after it must be heard.
            if queue.is_held(&piece) && queue.is_behind() {
                return false;
            }
            queue.full.get_or_insert_with(now);
            let (next, _) = self.taken.wait_timeout(queue, LOOKS).unwrap_or_else(PoisonError::into_inner);
            queue = next;
        }
        queue.weight += weight(&piece);
        queue.pieces.push_back(piece);
        !std::mem::replace(&mut queue.told, true)
    }

    /// Takes the first piece, and whether there are more: then the loop is to tell itself.
    pub(super) fn take(&self) -> (Option<InputEvent>, bool) {
        let mut queue = self.lock();
        let first = queue.pieces.pop_front();
        queue.weight -= first.as_ref().map_or(0, weight);
        if queue.weight < MOST / 2 {
            queue.full = None;
        }
        queue.told = !queue.pieces.is_empty();
        self.taken.notify_one();
        (first, queue.told)
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    /// Whether the last keys were all this one.
    fn is_held(&self, piece: &InputEvent) -> bool {
        self.pieces.len() >= HELD && self.pieces.iter().rev().take(HELD).all(|last| last == piece)
    }

    /// Whether there was too much for long.
    fn is_behind(&self) -> bool {
        self.full.is_some_and(|since| since.elapsed() >= BEHIND)
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

    fn left(ahead: &Ahead) -> Vec<InputEvent> {
        std::iter::from_fn(|| ahead.take().0).collect()
    }

    #[test]
    fn what_is_put_is_taken_in_its_order_and_told_of_once() {
        let ahead = Ahead::default();
        assert_eq!(ahead.take(), (None, false));
        assert!(ahead.put(key('a')));
        assert!(!ahead.put(InputEvent::Answered));
        assert_eq!(ahead.take(), (Some(key('a')), true));
        assert_eq!(ahead.take(), (Some(InputEvent::Answered), false));
        assert!(ahead.put(key('b')));
    }

    #[test]
    fn a_key_that_is_held_waits_too_and_is_kept_no_more_once_the_loop_is_behind() {
        let ahead = Ahead::default();
        let is_full = || ahead.lock().pieces.len() == MOST;
        std::thread::scope(|scope| {
            let hand = scope.spawn(|| (0..MOST + 1000).for_each(|_| _ = ahead.put(key('j'))));
            for _ in 0..500 {
                while !is_full() {
                    std::thread::yield_now();
                }
                ahead.take();
            }
            std::thread::sleep(Duration::from_millis(20));
            assert!(is_full() && !hand.is_finished(), "nothing was lost so far");
            let long_ago = now().checked_sub(BEHIND);
            while !hand.is_finished() {
                ahead.lock().full = long_ago;
            }
        });
        assert_eq!(left(&ahead).len(), MOST);
    }

    #[test]
    fn of_letters_that_are_typed_none_is_taken_for_a_key_that_is_held() {
        let ahead = Ahead::default();
        let typed: Vec<InputEvent> = "a balloon, and three s: sss".repeat(9).chars().map(key).collect();
        for piece in &typed {
            ahead.put(piece.clone());
        }
        assert_eq!(left(&ahead), typed);
    }

    #[test]
    fn whoever_types_other_keys_waits_and_nothing_is_lost() {
        let ahead = Ahead::default();
        let typed: Vec<InputEvent> = "jk".repeat(5000).chars().map(key).collect();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for piece in &typed {
                    ahead.put(piece.clone());
                    assert!(ahead.lock().pieces.len() <= MOST);
                }
            });
            let mut taken = Vec::new();
            while taken.len() < typed.len() {
                taken.extend(ahead.take().0);
            }
            assert_eq!(taken, typed);
        });
    }

    #[test]
    fn pastes_are_counted_by_their_size() {
        let ahead = Ahead::default();
        let paste = || InputEvent::Paste("x".repeat(64 * MOST));
        ahead.put(paste());
        std::thread::scope(|scope| {
            let second = scope.spawn(|| ahead.put(InputEvent::Paste("another".to_owned())));
            std::thread::sleep(std::time::Duration::from_millis(50));
            assert_eq!(ahead.lock().pieces.len(), 1, "the second one waits");
            assert_eq!(ahead.take().0, Some(paste()));
            assert!(second.join().is_ok());
        });
        assert_eq!(left(&ahead), [InputEvent::Paste("another".to_owned())]);
    }

    #[test]
    fn ctrl_c_comes_before_what_many_keys_have_left_to_do_and_after_what_few_have() {
        let ahead = Ahead::default();
        ahead.put(key('a'));
        ahead.put(INTERRUPT);
        assert_eq!(left(&ahead), [key('a'), INTERRUPT]);
        ahead.put(InputEvent::Answered);
        for _ in 0..MOST - 1 {
            ahead.put(key('j'));
        }
        ahead.put(INTERRUPT);
        assert_eq!(left(&ahead), [InputEvent::Answered, INTERRUPT]);
    }

    #[test]
    fn a_flood_of_answers_or_interrupts_is_kept_within_the_same_bounds() {
        let ahead = Ahead::default();
        for _ in 0..10_000 {
            ahead.put(InputEvent::Answered);
            ahead.put(INTERRUPT);
        }
        assert!(left(&ahead).len() <= MOST);
    }
}
