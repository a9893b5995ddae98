//! Meaning: which key a character, a control code or a whole sequence stands for, if any.
//!
//! What this program has no name for is nothing: keys held with Alt, function keys past twelve, the mouse, the
//! focus, releases, and everything that terminals answer. Never knows what came before.

use crate::app::{Key, KeyCode};
use vte::Params;

/// What a sequence that begins with `ESC [` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A key.
    Key(Key),
    /// The terminal has come to a question.
    Answered,
    /// A paste begins.
    Paste,
    /// Another letter follows, and names a function key: the console of Linux.
    Letter,
    /// Three bytes follow, and say where the mouse is.
    Mouse,
}

/// What a character says that was typed.
pub(super) fn character(letter: char) -> Option<Key> {
    match letter {
        '\u{7f}' => Some(plain(KeyCode::Backspace)),
        // What stands for bytes that are no text.
        char::REPLACEMENT_CHARACTER => None,
        _ if letter.is_control() => None,
        _ => Some(plain(KeyCode::Char(letter))),
    }
}

/// What a control code says.
pub(super) fn control(code: u8) -> Option<Key> {
    match code {
        b'\t' => Some(plain(KeyCode::Tab)),
        b'\r' => Some(plain(KeyCode::Enter)),
        0x01..=0x1a => Some(with_ctrl(char::from(code + b'a' - 1))),
        _ => None,
    }
}

/// What `ESC O` and this letter say.
pub(super) fn application(letter: u8) -> Option<Key> {
    lettered(char::from(letter)).map(plain)
}

/// What the letter after `ESC [ [` says.
pub(super) fn console(letter: u8) -> Option<Key> {
    let number = letter.checked_sub(b'A').filter(|number| *number < 5)?;
    Some(plain(KeyCode::F(number + 1)))
}

/// What `ESC [`, these numbers and this letter say. `marks` are the signs that make a sequence an answer.
pub(super) fn sequence(params: &Params, marks: &[u8], last: char) -> Option<Meaning> {
    if !marks.is_empty() {
        return None;
    }
    let number = |at: usize, part: usize| params.iter().nth(at)?.get(part).copied();
    let first = number(0, 0).unwrap_or(0);
    let is_bare = params.len() == 1 && first == 0;
    let held = Held { modifiers: number(1, 0).unwrap_or(0), kind: number(1, 1).unwrap_or(0) };
    match last {
        '[' if is_bare => Some(Meaning::Letter),
        'M' if is_bare => Some(Meaning::Mouse),
        'n' if is_bare => Some(Meaning::Answered),
        '~' if first == 200 => Some(Meaning::Paste),
        // Two numbers and an R are where the cursor is.
        'R' if !is_bare => None,
        'Z' => held.key(KeyCode::BackTab),
        'u' => held.key(coded(number(0, 1).filter(|_| held.has(Held::SHIFT)).unwrap_or(first))?),
        '~' if first == 27 => held.key(coded(number(2, 0)?)?),
        '~' => held.key(numbered(first)?),
        _ if first <= 1 => held.key(lettered(last)?),
        _ => None,
    }
}

/// What is held beside a key, as terminals count it: one more than the sum.
#[derive(Clone, Copy)]
struct Held {
    modifiers: u16,
    kind: u16,
}

impl Held {
    const SHIFT: u16 = 1;
    const CTRL: u16 = 4;
    /// Alt, Super, Hyper and Meta.
    const OTHERS: u16 = 2 + 8 + 16 + 32;
    /// That a key was let go of.
    const RELEASE: u16 = 3;

    fn has(self, modifiers: u16) -> bool {
        self.modifiers.saturating_sub(1) & modifiers != 0
    }

    fn key(self, code: KeyCode) -> Option<Meaning> {
        if self.kind == Self::RELEASE || self.has(Self::OTHERS) {
            return None;
        }
        let (ctrl, shift) = (self.has(Self::CTRL), self.has(Self::SHIFT));
        let key = if let KeyCode::Char(letter) = code {
            let other = if shift { letter.to_uppercase().next().unwrap_or(letter) } else { letter };
            if ctrl { with_ctrl(letter.to_ascii_lowercase()) } else { plain(KeyCode::Char(other)) }
        } else if code == KeyCode::Tab && shift {
            plain(KeyCode::BackTab)
        } else {
            Key { code, ctrl }
        };
        Some(Meaning::Key(key))
    }
}

/// Keys that are told by the last letter.
fn lettered(letter: char) -> Option<KeyCode> {
    match letter {
        'A' => Some(KeyCode::Up),
        'B' => Some(KeyCode::Down),
        'C' => Some(KeyCode::Right),
        'D' => Some(KeyCode::Left),
        'H' => Some(KeyCode::Home),
        'F' => Some(KeyCode::End),
        'P' => Some(KeyCode::F(1)),
        'Q' => Some(KeyCode::F(2)),
        'R' => Some(KeyCode::F(3)),
        'S' => Some(KeyCode::F(4)),
        _ => None,
    }
}

/// Keys that are told by a number.
fn numbered(number: u16) -> Option<KeyCode> {
    let function = |from: u16, first: u16| u8::try_from(number - from + first).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=24 => function(23, 11),
        _ => None,
    }
}

/// Keys that are told by their character, as some terminals do when a program before this one asked for it.
fn coded(code: u16) -> Option<KeyCode> {
    match char::from_u32(code.into())? {
        '\u{1b}' => Some(KeyCode::Esc),
        '\r' => Some(KeyCode::Enter),
        '\t' => Some(KeyCode::Tab),
        '\u{7f}' => Some(KeyCode::Backspace),
        // Names of keys that are no characters, and every number that is too large.
        '\u{e000}'..='\u{f8ff}' | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(KeyCode::Char(letter)),
    }
}

/// A letter that is held with Ctrl. The other code of Backspace, and line feed, are what Ctrl-H and Ctrl-J send.
const fn with_ctrl(letter: char) -> Key {
    match letter {
        'h' => plain(KeyCode::Backspace),
        'j' => plain(KeyCode::Enter),
        _ => Key { code: KeyCode::Char(letter), ctrl: true },
    }
}

const fn plain(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}
