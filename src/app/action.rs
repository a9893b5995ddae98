//! Actions: everything a user can mean, in one table.
//!
//! The keymap, the footer, the help page and the README's key list are made from the table.

/// What the user meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Leave.
    Quit,
}
