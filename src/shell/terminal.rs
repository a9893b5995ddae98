//! The terminal: taken when the program starts, given back on every way out.
//!
//! Never asks the terminal a question (a silent one would never answer), never goes through the locks
//! of standard output or standard error, and sets no modes but the alternate screen (1049), the cursor
//! (25), bracketed paste (2004) and, around a frame, the synchronised update (2026).

use super::Failure;
use crate::text::Clean;
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Alternate screen, cursor hidden, pastes marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// All of it undone. The cursor goes to the last row first, for terminals that have no alternate screen:
/// there the prompt would come up in the middle of the last frame.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[0m\x1b[999;1H\n\x1b[?25h\x1b[?1049l";

/// How long a terminal that takes no bytes is waited for when it is given back.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// What a terminal says that is gone.
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR);

/// The largest window that is drawn; a larger one (some report 65535x65535) is drawn in its corner.
const LARGEST: Size = Size { width: 2000, height: 1000 };

/// The terminal people look at and type into.
#[derive(Debug)]
pub(super) struct Terminal {
    screen: OwnedFd,
    keyboard: OwnedFd,
    modes: Mutex<Modes>,
}

/// Who has the terminal, and in which modes it was found.
#[derive(Debug)]
struct Modes {
    found: Termios,
    holder: Holder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// This program: raw mode, alternate screen.
    Us,
    /// Whoever started this program, or a program that it started.
    Others,
}

impl Terminal {
    /// Finds the terminal and changes nothing yet. Standard output is the screen and standard input the
    /// keyboard; where one of them is something else (a pipe), the controlling terminal stands in.
    ///
    /// # Errors
    ///
    /// [`Failure::NoTerminal`] if there is none.
    pub(super) fn open() -> Result<Self, Failure> {
        let find = || {
            let screen = terminal_or_controlling(&io::stdout())?;
            let keyboard = terminal_or_controlling(&io::stdin())?;
            let found = rustix::termios::tcgetattr(&keyboard)?;
            Ok(Self { screen, keyboard, modes: Mutex::new(Modes { found, holder: Holder::Others }) })
        };
        find().map_err(Failure::NoTerminal)
    }

    /// Takes the terminal: raw mode and the alternate screen. Taking it again renews both, which is what
    /// a program needs that was stopped without being asked.
    ///
    /// # Errors
    ///
    /// What the system says when the modes cannot be set or the terminal is gone.
    pub(super) fn take(&self) -> io::Result<()> {
        let mut modes = self.modes();
        if modes.holder == Holder::Others {
            modes.found = rustix::termios::tcgetattr(&self.keyboard)?;
        }
        let mut raw = modes.found.clone();
        raw.make_raw();
        rustix::termios::tcsetattr(&self.keyboard, OptionalActions::Now, &raw)?;
        modes.holder = Holder::Us;
        drop(modes);
        self.write(ENTER)
    }

    /// Gives the terminal back as it was found. Harmless when it was given back before; what goes wrong
    /// is passed over, because every caller is on its way out.
    ///
    /// The modes come first: they do not wait for a terminal that takes no bytes.
    pub(super) fn give_back(&self) {
        let mut modes = self.modes();
        if modes.holder == Holder::Others {
            return;
        }
        modes.holder = Holder::Others;
        let _ = rustix::termios::tcsetattr(&self.keyboard, OptionalActions::Now, &modes.found);
        drop(modes);
        write_if_ready(self.screen.as_fd(), LEAVE);
    }

    /// Writes one frame in one piece, unless the terminal has been given back.
    ///
    /// # Errors
    ///
    /// What the system says; a terminal that is gone says `EIO`.
    pub(super) fn show(&self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() || self.modes().holder == Holder::Others {
            return Ok(());
        }
        self.write(frame)
    }

    /// The size of the window in columns and rows; 0x0 if it has none.
    pub(super) fn size(&self) -> Size {
        rustix::termios::tcgetwinsize(&self.screen).map_or(Size::ZERO, |window| Size {
            width: window.ws_col.min(LARGEST.width),
            height: window.ws_row.min(LARGEST.height),
        })
    }

    /// Whether this program is in the foreground. A terminal that knows no jobs belongs to everybody.
    pub(super) fn is_in_foreground(&self) -> bool {
        rustix::termios::tcgetpgrp(&self.keyboard).map_or(true, |front| front == rustix::process::getpgrp())
    }

    /// Waits until the terminal is gone: hung up, closed, or its connection lost. `false` where the system
    /// cannot watch it.
    pub(super) fn wait_until_gone(&self) -> bool {
        loop {
            let mut both = [
                PollFd::new(&self.screen, PollFlags::empty()),
                PollFd::new(&self.keyboard, PollFlags::empty()),
            ];
            match rustix::event::poll(&mut both, None) {
                Err(Errno::INTR) => {}
                Err(_) => return false,
                Ok(_) => return both.iter().any(|end| end.revents().intersects(GONE)),
            }
        }
    }

    /// Waits until keys can be read, for ever or this long; `false` when there will never be any more.
    pub(super) fn wait_for_keys(&self, timeout: Option<Duration>) -> bool {
        let timeout = timeout.and_then(|time| Timespec::try_from(time).ok());
        loop {
            let mut keys = [PollFd::new(&self.keyboard, PollFlags::IN)];
            match rustix::event::poll(&mut keys, timeout.as_ref()) {
                Err(Errno::INTR) => {}
                Err(_) => return false,
                Ok(_) => return !keys.iter().any(|end| end.revents().intersects(GONE)),
            }
        }
    }

    /// Writes all of it. Somebody who shares the terminal may have made it non-blocking: then waits.
    fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.screen, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    rustix::event::poll(&mut [PollFd::new(&self.screen, PollFlags::OUT)], None)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The modes, also after a panic elsewhere: giving back is then what matters.
    fn modes(&self) -> MutexGuard<'_, Modes> {
        self.modes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Says one thing on standard error, without a panic or a wait where that is closed, full or dead.
pub(super) fn say(message: &Clean) {
    write_if_ready(rustix::stdio::stderr(), message.as_str().as_bytes());
}

/// Writes once if the receiver takes bytes within [`PATIENCE`].
fn write_if_ready(to: BorrowedFd<'_>, bytes: &[u8]) {
    let mut room = [PollFd::from_borrowed_fd(to, PollFlags::OUT)];
    if matches!(rustix::event::poll(&mut room, Some(&PATIENCE)), Ok(1)) {
        let _ = rustix::io::write(to, bytes);
    }
}

/// A handle of its own on `stream` if that is a terminal, else on the controlling terminal.
fn terminal_or_controlling(stream: &(impl IsTerminal + AsFd)) -> io::Result<OwnedFd> {
    if stream.is_terminal() {
        stream.as_fd().try_clone_to_owned()
    } else {
        Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portable_pty::{PtySize, native_pty_system};
    use rustix::fs::{Mode, OFlags};

    #[test]
    fn a_terminal_that_is_closed_is_noticed_without_a_signal() {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let name = pair.master.tty_name().unwrap();
        let open = || rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        let found = rustix::termios::tcgetattr(open()).unwrap();
        let modes = Mutex::new(Modes { found, holder: Holder::Others });
        let terminal = Terminal { screen: open(), keyboard: open(), modes };
        assert!(terminal.wait_for_keys(Some(Duration::ZERO)));
        drop(pair);
        assert!(terminal.wait_until_gone());
        assert!(!terminal.wait_for_keys(None));
    }
}
