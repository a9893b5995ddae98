//! Events: everything that can come in from outside.
//!
//! Never names a terminal library: the shell translates.

use crate::document::Reading;
use chrono::{NaiveDate, NaiveDateTime};
use strum::Display;

/// What came in.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size: columns, rows.
    Resize(u16, u16),
    /// The file may have been changed by somebody else.
    Touched,
    /// The file was read again.
    Loaded {
        /// What that gave.
        loaded: Loaded,
        /// When, by the clock on the wall.
        at: NaiveDateTime,
        /// Why.
        cause: Cause,
    },
    /// A save is on the disk.
    Saved {
        /// The text that was written.
        text: String,
    },
    /// A save did not succeed; nothing was written.
    SaveFailed(SaveFailure),
    /// A new file is on the disk; its name.
    Created(String),
    /// A new file could not be written; why.
    CreateFailed(String),
    /// What was asked for is not done at once, or (none) is done after all.
    Busy(Option<Work>),
    /// The time that was asked for is over.
    Tick,
    /// No key was pressed for a moment, as was asked for.
    Rested,
    /// Nothing else has come in: what was begun goes on, as was asked for.
    GoOn,
    /// Another day has begun.
    Day(NaiveDate),
    /// The program in `$EDITOR` could not be started, or ended with an error; why.
    EditorFailed(String),
}

/// A key press as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

/// The keys this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, with Shift already applied.
    Char(char),
    /// Enter (CR or LF).
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace, whichever of its two codes the terminal sends.
    Backspace,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Function key 1 to 12.
    F(u8),
}

/// Why the file was read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The program has just been started.
    Started,
    /// It was asked for, or the editor came back.
    Asked,
    /// Somebody else may have changed it: what comes of it is said quietly.
    Touched,
}

/// What reading the file again gave.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded {
    /// Its text, and what that means.
    Text(Box<Reading>),
    /// The text that was known already, byte for byte: what it means was not found out again.
    Known(String),
    /// It is not there any more.
    Missing,
    /// It could not be read.
    Unreadable {
        /// Why, as a phrase.
        why: String,
        /// The line of the file, where it is a matter of one.
        line: Option<usize>,
        /// What helps, as a sentence without a full stop.
        help: String,
    },
}

/// What can take long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The file is being read.
    Reading,
    /// The file is being written.
    Saving,
    /// A change of the text is being made.
    Changing,
}

/// Why a save did not succeed, and what helps. The text is still in memory.
#[derive(Debug, Clone, PartialEq, Eq, Display)]
pub enum SaveFailure {
    /// The file is not the text that was read: somebody else changed it. Nothing was written.
    #[strum(to_string = "others keep changing the file; it is tried again")]
    ChangedByAnother,
    /// Another program holds the lock.
    #[strum(to_string = "another coopdash is writing; it is tried again")]
    Locked,
    /// This one does, as a phrase.
    #[strum(to_string = "{0}; it is tried again")]
    LockedBy(String),
    /// The system refused; why, as a phrase ("no space left on device").
    #[strum(to_string = "{0}; r tries again")]
    System(String),
}

/// The names of keys that are neither a plain letter nor one of F1 to F12.
const NAMES: [(KeyCode, &str); 14] = [
    (KeyCode::Char(' '), "Space"),
    (KeyCode::Enter, "Enter"),
    (KeyCode::Esc, "Esc"),
    (KeyCode::Tab, "Tab"),
    (KeyCode::BackTab, "Shift-Tab"),
    (KeyCode::Backspace, "Backspace"),
    (KeyCode::Up, "Up"),
    (KeyCode::Down, "Down"),
    (KeyCode::Left, "Left"),
    (KeyCode::Right, "Right"),
    (KeyCode::Home, "Home"),
    (KeyCode::End, "End"),
    (KeyCode::PageUp, "PgUp"),
    (KeyCode::PageDown, "PgDn"),
];

impl Key {
    /// The key as help and footer name it: `Space`, `Ctrl-R`, `PgDn`, `g`.
    pub fn name(self) -> String {
        let base = if let Some((_, name)) = NAMES.iter().find(|(code, _)| *code == self.code) {
            (*name).to_owned()
        } else if let KeyCode::F(number) = self.code {
            format!("F{number}")
        } else if let KeyCode::Char(letter) = self.code {
            if self.ctrl { letter.to_ascii_uppercase() } else { letter }.to_string()
        } else {
            String::new()
        };
        if self.ctrl { format!("Ctrl-{base}") } else { base }
    }

    /// The key a name stands for; the reverse of [`Key::name`].
    pub fn named(name: &str) -> Option<Self> {
        let (ctrl, base) = name.strip_prefix("Ctrl-").map_or((false, name), |rest| (true, rest));
        let known = NAMES.iter().find(|(_, name)| *name == base).map(|(code, _)| *code);
        let code = known.or_else(|| single_character(base, ctrl)).or_else(|| function_key(base))?;
        Some(Self { code, ctrl })
    }
}

fn single_character(text: &str, ctrl: bool) -> Option<KeyCode> {
    let mut characters = text.chars();
    let only = characters.next().filter(|_| characters.next().is_none())?;
    Some(KeyCode::Char(if ctrl { only.to_ascii_lowercase() } else { only }))
}

fn function_key(text: &str) -> Option<KeyCode> {
    text.strip_prefix('F')?.parse().ok().filter(|number| (1..=12).contains(number)).map(KeyCode::F)
}
