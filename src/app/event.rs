//! Events: everything that can come in from outside.
//!
//! Never names a terminal library: the shell translates.

/// What came in.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size: columns, rows.
    Resize(u16, u16),
    /// The file was read again, because it was asked for or the editor came back.
    Loaded(Loaded),
    /// A save is on the disk.
    Saved {
        /// The text that was written.
        text: String,
    },
    /// A save did not succeed; nothing was written.
    SaveFailed(SaveFailure),
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

/// What reading the file again gave.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded {
    /// Its text.
    Text(String),
    /// It is not there any more.
    Missing,
    /// It could not be read; why, as a phrase.
    Unreadable(String),
}

/// Why a save did not succeed. The text is still in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveFailure {
    /// The file is not the text that was read: somebody else changed it. Nothing was written.
    ChangedByAnother,
    /// Another program holds the lock.
    Locked,
    /// The system refused; why, as a phrase ("no space left on device").
    System(String),
}
