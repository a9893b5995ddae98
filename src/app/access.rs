//! Access: what whoever sits at the keys may do. The one guard: keys, footers, help, messages and, behind
//! them all, the shell ask here.
//!
//! Never does or says anything itself.

/// What may be done. Each takes away more than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everything.
    Write,
    /// `--read-only`: no file is written, no program started, and there is no shell behind.
    ReadOnly,
    /// `--captive`: nor is anything of the visitor's own used. For people who may see one file and nothing else.
    Captive,
    /// `present --every`: nor anything but slides. For a screen that nobody sits at.
    Wall,
}

/// What something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// Nothing but looking.
    Nothing,
    /// Writing to the file that is open.
    Writing,
    /// Starting another program.
    Starting,
    /// Writing a file of its own.
    Creating,
    /// Giving the terminal back to the shell behind.
    Stopping,
    /// Showing something other than what a room may see: pages over the slides, and speaker notes.
    Pages,
}

impl Access {
    /// Whether what needs this may be done.
    pub const fn allows(self, need: Need) -> bool {
        match need {
            Need::Nothing => true,
            Need::Writing | Need::Starting | Need::Creating | Need::Stopping => matches!(self, Self::Write),
            Need::Pages => !matches!(self, Self::Wall),
        }
    }
}
