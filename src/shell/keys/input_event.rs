//! What is heard of the keyboard, once it is understood.

use crate::app::Key;

/// The most that is kept of one paste, in bytes; no field takes so much by far.
pub const LARGEST_PASTE: usize = 1 << 20;

/// One thing that was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputEvent {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal answers that it has come to a question (`CSI 5 n`), and so to all that was written before.
    Answered,
}
