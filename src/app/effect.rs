//! Effects: everything the app asks of the world. The shell performs them and answers with events.
//!
//! Never performs anything.

/// What must be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write `text` to the file if it still holds `before`. Answer: `Saved` or `SaveFailed`.
    Save {
        /// What the file is believed to hold.
        before: String,
        /// What it shall hold.
        text: String,
    },
    /// Read the file again. Answer: `Loaded`.
    Reload,
    /// Open the file in `$EDITOR` at this line. Answer: `Loaded`, or `EditorFailed` and then `Loaded`.
    OpenEditor {
        /// Line, counted from 1.
        line: usize,
    },
    /// Draw every cell again, whatever is believed to be on the screen.
    Redraw,
    /// Stop the program as Ctrl-Z does; on return the screen is drawn whole.
    Suspend,
    /// Leave.
    Quit,
}
