//! Effects: everything the app asks of the world. The shell performs them and answers with events.
//!
//! Never performs anything.

use super::access::Need;

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
    /// Read the file again, since it may have been changed. Answer: `Loaded`, or nothing while somebody is
    /// still writing.
    Follow,
    /// Open the file in `$EDITOR` at this line. Answer: `Loaded`, or `EditorFailed` and then `Loaded`.
    OpenEditor {
        /// Line, counted from 1.
        line: usize,
    },
    /// Make a picture of the present screen. Who knows how to draw answers with [`Effect::Create`].
    Picture {
        /// What the name of the file begins with.
        stem: String,
    },
    /// Write a new file in the folder the program was started in, under the first name that is free.
    /// Answer: `Created` or `CreateFailed`.
    Create {
        /// What its name begins with; a number and [`Effect::PICTURE_ENDING`] follow.
        stem: String,
        /// What it shall hold.
        text: String,
    },
    /// Wait so many seconds and then answer `Tick`; `None` waits for nothing. Takes the place of any wait
    /// that was asked for before.
    Timer {
        /// How long.
        seconds: Option<u16>,
    },
    /// Answer `Rested` in a moment. Takes the place of any such moment that was asked for before.
    Rest,
    /// Answer `GoOn` as soon as nothing else has come in: what cannot be done at once is done piece by piece.
    GoOn,
    /// Draw every cell again, whatever is believed to be on the screen.
    Redraw,
    /// Stop the program as Ctrl-Z does; on return the screen is drawn whole.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// How the names of pictures end.
    pub const PICTURE_ENDING: &str = ".svg";

    /// What it takes to perform it: the shell asks as well.
    pub const fn needs(&self) -> Need {
        match self {
            Self::Save { .. } => Need::Writing,
            Self::OpenEditor { .. } => Need::Starting,
            Self::Picture { .. } | Self::Create { .. } => Need::Creating,
            Self::Suspend => Need::Stopping,
            Self::Reload
            | Self::Follow
            | Self::Timer { .. }
            | Self::Rest
            | Self::GoOn
            | Self::Redraw
            | Self::Quit => Need::Nothing,
        }
    }
}
