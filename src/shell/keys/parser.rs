//! The parser: which bytes of the keyboard are a key, which are a paste, and which are answers of the terminal.
//!
//! The state machine is the one of `vte`. It does not say where it stands, and a half must not wait for its other
//! half for ever, so what is open is noted beside it. Strings are swallowed here and not kept. Never has a clock.

use super::input_event::{InputEvent, LARGEST_PASTE};
use super::meaning::{self, Meaning};
use crate::app::{Key, KeyCode};
use std::time::Duration;
use vte::{Params, Perform};

const CTRL_C: u8 = 0x03;
const BELL: u8 = 0x07;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESCAPE: u8 = 0x1b;
/// The end of a string where sequences begin with one byte.
const STRING_ENDS: u8 = 0x9c;

/// What ends a paste.
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// What follows an Escape so soon was not typed after it.
const AFTER_ESCAPE: Duration = Duration::from_millis(50);

/// How long half a sequence waits for its rest, and how long the rest may come after its Escape was a key: more
/// than the longest way there and back that people work over.
const HALF: Duration = Duration::from_millis(500);

/// How long a string or a paste may pause.
const PAUSE: Duration = Duration::from_secs(2);

/// What was read in part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum ParserState {
    #[default]
    Nothing,
    /// A character of several bytes.
    Character,
    /// An Escape: a key, or the beginning of anything else.
    Escape,
    /// `ESC [`, until a letter.
    Sequence,
    /// The same, too old to be a key. If the rest comes in one piece, it is known by its form.
    Stale,
    /// `ESC O`, until a letter.
    Application,
    /// `ESC [ [`, until a letter.
    Console,
    /// `ESC [ M` and as many bytes.
    Mouse(u8),
    /// A string; whether its last byte may be the first of its end.
    Text { ending: bool },
    /// A paste; how much of its end was read.
    Paste { ending: usize },
}

/// The bytes that were read and are not over.
#[derive(Default)]
pub(super) struct Parser {
    machine: vte::Parser,
    open: ParserState,
    /// Whether what is open is held with Alt, or the rest of an Escape that was a key: then it is none.
    mute: bool,
    /// Whether it began without its Escape a byte ago: then this byte tells whether it is a sequence at all.
    unsure: bool,
    /// Whether what is open began with one byte in place of Escape and another.
    short: bool,
    /// How many bytes were read at once.
    read: usize,
    /// Until when the rest of an Escape that was a key may come.
    torn_until: Option<Duration>,
    /// When the last byte came.
    last: Duration,
    paste: Vec<u8>,
}

impl Parser {
    /// Takes what was read at once.
    pub(super) fn bytes(&mut self, read: &[u8], at: Duration) -> Vec<InputEvent> {
        let mut pieces = Vec::new();
        self.take_up(read);
        self.read = read.len();
        if self.torn_until.is_some_and(|until| until < at) {
            self.torn_until = None;
        }
        for (index, byte) in read.iter().enumerate() {
            self.byte(*byte, index + 1 == read.len(), &mut pieces);
        }
        self.last = at;
        pieces
    }

    /// When it means something that nothing more has come.
    pub(super) fn due(&self) -> Option<Duration> {
        let patience = match self.open {
            ParserState::Nothing => return None,
            ParserState::Escape => AFTER_ESCAPE,
            ParserState::Text { .. } if self.mute => HALF,
            ParserState::Text { .. } | ParserState::Paste { .. } => PAUSE,
            ParserState::Stale => HALF + HALF,
            ParserState::Character
            | ParserState::Sequence
            | ParserState::Application
            | ParserState::Console
            | ParserState::Mouse(_) => HALF,
        };
        Some(self.last + patience)
    }

    /// Takes in that nothing has come until now.
    pub(super) fn silence(&mut self, at: Duration) -> Vec<InputEvent> {
        let Some(due) = self.due().filter(|due| *due <= at) else { return Vec::new() };
        if self.open == ParserState::Sequence {
            self.open = ParserState::Stale;
            return self.silence(at);
        }
        if let ParserState::Paste { .. } = self.open {
            return self.end_paste().into_iter().collect();
        }
        let was_escape = self.open == ParserState::Escape;
        self.close();
        if was_escape {
            self.torn_until = Some(due + HALF);
            return vec![key(KeyCode::Esc)];
        }
        Vec::new()
    }

    /// Goes on with a sequence that is too old if this is its rest. Then it is no key.
    fn take_up(&mut self, read: &[u8]) {
        if self.open == ParserState::Stale {
            if is_rest(read) {
                (self.open, self.mute) = (ParserState::Sequence, true);
            } else {
                self.close();
            }
        }
    }

    fn byte(&mut self, byte: u8, is_last: bool, pieces: &mut Vec<InputEvent>) {
        if let ParserState::Paste { ending } = self.open {
            // A person presses Ctrl-C when nothing else comes; within a text it is a part of it.
            return if byte != CTRL_C {
                self.pasted(byte, ending, pieces);
            } else if is_last {
                self.close();
                pieces.extend(meaning::control(byte).map(InputEvent::Key));
            };
        }
        let begins_late = self.torn_until.take().is_some() && self.open == ParserState::Nothing;
        // The title of a window is told as `]l` and `]L`, all at once.
        let is_title = self.read > 2 && matches!(byte, b'l' | b'L');
        if std::mem::take(&mut self.unsure) && !may_follow(self.open, byte) && !is_title {
            self.close();
        }
        match (self.open, byte) {
            (_, CTRL_C) => {
                self.close();
                pieces.extend(meaning::control(byte).map(InputEvent::Key));
            }
            (ParserState::Nothing, _) if begins_late && is_introducer(byte) => {
                self.begin(byte);
                (self.mute, self.unsure) = (true, true);
            }
            (ParserState::Nothing, CANCEL | SUBSTITUTE) => self.advance(byte, pieces),
            (ParserState::Nothing, 0x80..=0x9f) => self.begin_short(byte),
            (ParserState::Text { .. }, STRING_ENDS) if self.short => self.close(),
            (_, CANCEL | SUBSTITUTE)
            | (ParserState::Text { .. }, BELL)
            | (ParserState::Text { ending: true }, b'\\') => {
                self.close();
            }
            (ParserState::Text { .. }, _) => self.open = ParserState::Text { ending: byte == ESCAPE },
            (_, ESCAPE) => self.escape(pieces),
            (ParserState::Escape, _) => self.after_escape(byte, pieces),
            (ParserState::Console, _) => self.end(meaning::console(byte), pieces),
            (ParserState::Mouse(more @ 2..), _) => self.open = ParserState::Mouse(more - 1),
            (ParserState::Mouse(_), _) | (ParserState::Sequence, 0x80..) => self.close(),
            (ParserState::Application, _) if is_letter(byte) => self.end(meaning::application(byte), pieces),
            (ParserState::Application, _) => {}
            _ => self.advance(byte, pieces),
        }
    }

    /// An Escape begins anew. One that was waiting was a key.
    fn escape(&mut self, pieces: &mut Vec<InputEvent>) {
        let was_waiting = self.open == ParserState::Escape;
        pieces.extend(was_waiting.then(|| key(KeyCode::Esc)));
        self.close();
        self.open = ParserState::Escape;
    }

    /// The byte that says what an Escape begins. Before all others it says that Alt was held.
    fn after_escape(&mut self, byte: u8, pieces: &mut Vec<InputEvent>) {
        if is_introducer(byte) {
            self.begin(byte);
        } else {
            self.open = ParserState::Nothing;
            self.mute = true;
            self.advance(byte, pieces);
        }
    }

    fn begin(&mut self, introducer: u8) {
        self.open = match introducer {
            b'[' => ParserState::Sequence,
            b'O' => ParserState::Application,
            _ => ParserState::Text { ending: false },
        };
        if self.open == ParserState::Sequence {
            self.machine.advance(&mut Recognized::None, &[ESCAPE, introducer]);
        }
    }

    /// Begins what a control code of eight bits stands for (C1 of ECMA-48), as a byte or as a character.
    fn begin_short(&mut self, code: u8) {
        let introducer = code.wrapping_sub(0x40);
        self.close();
        if is_introducer(introducer) {
            self.begin(introducer);
            self.short = true;
        }
    }

    /// Lets the machine take a byte, and takes what it makes of it.
    fn advance(&mut self, byte: u8, pieces: &mut Vec<InputEvent>) {
        let mut sign = Recognized::None;
        self.machine.advance(&mut sign, &[byte]);
        let is_sequence = self.open == ParserState::Sequence;
        let is_over = if is_sequence { is_letter(byte) } else { !matches!(sign, Recognized::None) };
        match sign {
            Recognized::Sequence(Some(Meaning::Paste)) => {
                self.close();
                self.open = ParserState::Paste { ending: 0 };
            }
            Recognized::Sequence(Some(Meaning::Letter)) => self.open = ParserState::Console,
            Recognized::Sequence(Some(Meaning::Mouse)) => self.open = ParserState::Mouse(3),
            Recognized::Sequence(Some(Meaning::Answered)) => {
                pieces.push(InputEvent::Answered);
                self.close();
            }
            Recognized::Sequence(Some(Meaning::Key(key))) => self.end(Some(key), pieces),
            Recognized::Character(code @ '\u{80}'..='\u{9f}') => self.begin_short(code as u8),
            Recognized::Character(letter) => self.end(meaning::character(letter), pieces),
            // Within a sequence a control code says nothing.
            Recognized::Control(code) if !is_sequence => self.end(meaning::control(code), pieces),
            Recognized::Control(_) | Recognized::Sequence(None) | Recognized::None if is_over => self.close(),
            Recognized::None if !is_sequence => self.open = ParserState::Character,
            Recognized::Control(_) | Recognized::Sequence(None) | Recognized::None => {}
        }
    }

    /// What was open is whole, and this key.
    fn end(&mut self, key: Option<Key>, pieces: &mut Vec<InputEvent>) {
        pieces.extend(key.filter(|_| !self.mute).map(InputEvent::Key));
        self.close();
    }

    /// Nothing is open any more.
    fn close(&mut self) {
        let (read, last, paste) = (self.read, self.last, std::mem::take(&mut self.paste));
        *self = Self { read, last, paste, ..Self::default() };
        self.paste.clear();
    }

    fn pasted(&mut self, byte: u8, ending: usize, pieces: &mut Vec<InputEvent>) {
        if PASTE_ENDS.get(ending) == Some(&byte) {
            self.open = ParserState::Paste { ending: ending + 1 };
            if ending + 1 == PASTE_ENDS.len() {
                pieces.extend(self.end_paste());
            }
            return;
        }
        // What looked like the end was text.
        let text = PASTE_ENDS.get(..ending).unwrap_or_default();
        let is_escape = byte == ESCAPE;
        let own: &[u8] = if is_escape { &[] } else { &[byte] };
        if self.paste.len() < LARGEST_PASTE {
            self.paste.extend(text.iter().chain(own));
        }
        self.open = ParserState::Paste { ending: usize::from(is_escape) };
    }

    fn end_paste(&mut self) -> Option<InputEvent> {
        let text = String::from_utf8_lossy(&self.paste).into_owned();
        self.close();
        (!text.is_empty()).then_some(InputEvent::Paste(text))
    }
}

/// What the machine makes of a byte.
enum Recognized {
    None,
    Character(char),
    Control(u8),
    Sequence(Option<Meaning>),
}

impl Perform for Recognized {
    fn print(&mut self, letter: char) {
        *self = Self::Character(letter);
    }

    fn execute(&mut self, code: u8) {
        *self = Self::Control(code);
    }

    fn csi_dispatch(&mut self, params: &Params, marks: &[u8], is_too_long: bool, last: char) {
        let meaning = if is_too_long { None } else { meaning::sequence(params, marks, last) };
        *self = Self::Sequence(meaning);
    }
}

/// Whether this begins a sequence after an Escape: CSI, SS3, or the strings OSC, DCS, SOS, PM and APC.
const fn is_introducer(byte: u8) -> bool {
    matches!(byte, b'[' | b'O' | b']' | b'P' | b'X' | b'^' | b'_')
}

/// Whether a sequence or a string of a terminal can go on like this. Who closes something with Escape and then
/// presses `]` for the next tab and `j` for a row loses no more than the `]`.
const fn may_follow(open: ParserState, byte: u8) -> bool {
    match byte {
        b'A'..=b'Z' | b'0'..=b'9' => true,
        b' '..=b'?' => !matches!(open, ParserState::Application),
        b'[' => matches!(open, ParserState::Sequence),
        ESCAPE => matches!(open, ParserState::Text { .. }),
        _ => false,
    }
}

/// Whether this ends a sequence.
const fn is_letter(byte: u8) -> bool {
    matches!(byte, b'@'..=b'~')
}

/// Whether this is the rest of a sequence with numbers: no key, but two bytes at least that belong together.
fn is_rest(read: &[u8]) -> bool {
    let numbers = read.iter().take_while(|byte| matches!(byte, b' '..=b'?')).count();
    let last = read.get(numbers).copied().unwrap_or_default();
    numbers > 0 && matches!(last, b'~' | b'A'..=b'Z' | b'c' | b'm' | b'n' | b't' | b'u' | b'x' | b'y')
}

fn key(code: KeyCode) -> InputEvent {
    InputEvent::Key(Key { code, ctrl: false })
}
