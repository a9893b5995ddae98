//! Keys: what the terminal library read, as events of the app.
//!
//! Never acts on a key. What this program has no name for is no event: keys held with Alt, function keys
//! past twelve, the mouse, releases.

use crate::app::{Event, Key, KeyCode};
use crossterm::event::{Event as Read, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};

/// The longest escape sequence that is put together again.
const LONGEST: usize = 16;

/// One event of the terminal library, if it is one of the app. Sizes are read from the terminal itself.
pub(super) fn translate(read: Read) -> Option<Event> {
    match read {
        Read::Key(key) => translate_key(key).map(Event::Key),
        Read::Paste(text) => Some(Event::Paste(text)),
        Read::FocusGained | Read::FocusLost | Read::Mouse(_) | Read::Resize(..) => None,
    }
}

fn translate_key(key: KeyEvent) -> Option<Key> {
    let others = KeyModifiers::CONTROL.union(KeyModifiers::SHIFT).complement();
    if key.kind == KeyEventKind::Release || key.modifiers.intersects(others) {
        return None;
    }
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let code = match key.code {
        // The other code of Backspace, and line feed, are what Ctrl-H and Ctrl-J send.
        Code::Char('h' | 'H') if ctrl => return Some(plain(KeyCode::Backspace)),
        Code::Char('j' | 'J') if ctrl => return Some(plain(KeyCode::Enter)),
        Code::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
        Code::Char('\r' | '\n') | Code::Enter => KeyCode::Enter,
        Code::Char(c) if c.is_control() => return None,
        Code::Char(c) => KeyCode::Char(c),
        Code::Esc => KeyCode::Esc,
        Code::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number @ 1..=12) => KeyCode::F(number),
        Code::F(_)
        | Code::Delete
        | Code::Insert
        | Code::Null
        | Code::CapsLock
        | Code::ScrollLock
        | Code::NumLock
        | Code::PrintScreen
        | Code::Pause
        | Code::Menu
        | Code::KeypadBegin
        | Code::Media(_)
        | Code::Modifier(_) => return None,
    };
    Some(Key { code, ctrl })
}

/// Whether this is Escape, or the first byte of a sequence whose rest is still on its way.
pub(super) fn is_escape(read: &Read) -> bool {
    read.as_key_press_event().is_some_and(|key| key == KeyEvent::from(Code::Esc))
}

/// Puts an escape sequence together that arrived in pieces: a slow connection may deliver the Escape of an
/// arrow key first, and `[` and `A` a moment later, and these must not be taken for keys.
///
/// Called after an Escape was read. `soon` gives the next event if it arrives at once (within a time that
/// fingers cannot keep), else nothing.
pub(super) fn after_escape(mut soon: impl FnMut() -> Option<Read>) -> Vec<Event> {
    let escape = Event::Key(plain(KeyCode::Esc));
    let Some(second) = soon() else { return vec![escape] };
    let introducer = character(&second);
    if !matches!(introducer, Some('[' | 'O')) {
        return std::iter::once(escape).chain(translate(second)).collect();
    }
    let mut read = vec![second];
    let mut sequence = String::new();
    while let Some(next) = (read.len() < LONGEST).then(&mut soon).flatten() {
        let c = character(&next);
        read.push(next);
        let Some(c) = c else { break };
        sequence.push(c);
        if introducer == Some('O') || ('@'..='~').contains(&c) {
            return if sequence == "200~" { rest_of_paste(soon) } else { meaning(&sequence) };
        }
    }
    std::iter::once(escape).chain(read.into_iter().filter_map(translate)).collect()
}

/// The key that a sequence stands for (what follows `ESC [` or `ESC O`); others are dropped.
fn meaning(sequence: &str) -> Vec<Event> {
    let code = match sequence {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "H" | "1~" | "7~" => KeyCode::Home,
        "F" | "4~" | "8~" => KeyCode::End,
        "Z" => KeyCode::BackTab,
        "5~" => KeyCode::PageUp,
        "6~" => KeyCode::PageDown,
        "P" => KeyCode::F(1),
        "Q" => KeyCode::F(2),
        "R" => KeyCode::F(3),
        "S" => KeyCode::F(4),
        _ => return Vec::new(),
    };
    vec![Event::Key(plain(code))]
}

/// A paste whose beginning was torn: everything until it is quiet is text, no key.
fn rest_of_paste(soon: impl FnMut() -> Option<Read>) -> Vec<Event> {
    vec![Event::Paste(std::iter::from_fn(soon).filter_map(|read| text(&read)).collect())]
}

fn text(read: &Read) -> Option<char> {
    let code = read.as_key_press_event()?.code;
    if code == Code::Enter {
        Some('\n')
    } else if code == Code::Tab {
        Some('\t')
    } else {
        character(read)
    }
}

/// The character of a key pressed alone or with Shift.
fn character(read: &Read) -> Option<char> {
    let key = read.as_key_press_event()?;
    let alone = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    key.code.as_char().filter(|_| alone)
}

fn plain(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode) -> Event {
        Event::Key(plain(code))
    }

    fn read(code: Code, modifiers: KeyModifiers) -> Read {
        Read::Key(KeyEvent::new(code, modifiers))
    }

    fn typed(text: &str) -> Vec<Read> {
        text.chars().map(|c| read(Code::Char(c), KeyModifiers::NONE)).collect()
    }

    /// What follows when these arrive right after an Escape; the rest arrives too late.
    fn after(soon: Vec<Read>) -> Vec<Event> {
        let mut soon = soon.into_iter();
        after_escape(|| soon.next())
    }

    #[test]
    fn a_key_has_one_name_whatever_the_terminal_sends() {
        let named = |code, modifiers| translate(read(code, modifiers));
        let (none, ctrl, shift) = (KeyModifiers::NONE, KeyModifiers::CONTROL, KeyModifiers::SHIFT);
        assert_eq!(named(Code::Backspace, none), Some(key(KeyCode::Backspace)));
        assert_eq!(named(Code::Char('h'), ctrl), Some(key(KeyCode::Backspace)));
        assert_eq!(named(Code::Enter, none), Some(key(KeyCode::Enter)));
        assert_eq!(named(Code::Char('j'), ctrl), Some(key(KeyCode::Enter)));
        assert_eq!(named(Code::BackTab, shift), Some(key(KeyCode::BackTab)));
        assert_eq!(named(Code::Tab, shift), Some(key(KeyCode::BackTab)));
        assert_eq!(named(Code::Char('G'), shift), Some(key(KeyCode::Char('G'))));
        let copy = Key { code: KeyCode::Char('c'), ctrl: true };
        assert_eq!(named(Code::Char('c'), ctrl), Some(Event::Key(copy)));
        assert_eq!(named(Code::Char('C'), ctrl | shift), Some(Event::Key(copy)));
    }

    #[test]
    fn what_has_no_name_is_no_event() {
        let alt = KeyModifiers::ALT;
        assert_eq!(translate(read(Code::Char('q'), alt)), None);
        assert_eq!(translate(read(Code::Delete, KeyModifiers::NONE)), None);
        assert_eq!(translate(read(Code::F(13), KeyModifiers::NONE)), None);
        assert_eq!(translate(Read::Resize(1, 1)), None);
        let mut released = KeyEvent::from(Code::Char('q'));
        released.kind = KeyEventKind::Release;
        assert_eq!(translate(Read::Key(released)), None);
    }

    #[test]
    fn an_escape_alone_is_an_escape() {
        assert_eq!(after(vec![]), [key(KeyCode::Esc)]);
        assert_eq!(after(typed("j")), [key(KeyCode::Esc), key(KeyCode::Char('j'))]);
    }

    #[test]
    fn a_torn_sequence_is_one_key() {
        for (rest, code) in [
            ("[A", KeyCode::Up),
            ("OB", KeyCode::Down),
            ("[5~", KeyCode::PageUp),
            ("[Z", KeyCode::BackTab),
            ("OP", KeyCode::F(1)),
            ("[1~", KeyCode::Home),
        ] {
            assert_eq!(after(typed(rest)), [key(code)], "{rest}");
        }
    }

    #[test]
    fn a_torn_sequence_without_a_meaning_is_nothing() {
        for rest in ["[1;5C", "[<0;1;1M", "[q", "[24;80R", "[?1;2c"] {
            assert_eq!(after(typed(rest)), [], "{rest}");
        }
    }

    #[test]
    fn a_sequence_that_never_ends_is_what_was_typed() {
        assert_eq!(after(typed("[")), [key(KeyCode::Esc), key(KeyCode::Char('['))]);
        assert_eq!(after(typed(&format!("[{}", "1".repeat(40)))).len(), 1 + LONGEST);
    }

    #[test]
    fn a_torn_paste_presses_no_key() {
        let mut rest = typed("[200~quit");
        rest.push(read(Code::Enter, KeyModifiers::NONE));
        rest.extend(typed("q"));
        assert_eq!(after(rest), [Event::Paste("quit\nq".to_owned())]);
    }
}
