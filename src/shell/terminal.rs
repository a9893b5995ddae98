//! The terminal: taken when the program starts, given back on every way out.
//!
//! Never waits for an answer of the terminal (a silent one would never give it), never goes through the locks
//! of standard output or standard error, and sets no modes but the alternate screen (1049), the cursor
//! (25), bracketed paste (2004) and, around a frame, the synchronised update (2026).

use super::Failure;
use super::clock::instant;
use crate::text::Clean;
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::{Errno, retry_on_intr};
use rustix::termios::{Action, OptionalActions, QueueSelector, Termios};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

/// Alternate screen, cursor hidden, pastes marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// All of it undone. The cursor goes to the last row first, for terminals that have no alternate screen:
/// there the prompt would come up in the middle of the last frame.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[0m\x1b[999;1H\n\x1b[?25h\x1b[?1049l";

/// Ends what may be left of a sequence that was cut off.
const CANCEL: &[u8] = b"\x18";

/// How long a terminal that takes no bytes is waited for when it is given back.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// How long a terminal is waited for that has taken a part of a frame.
const A_MOMENT: Duration = Duration::from_millis(5);

/// What a terminal says that is gone.
pub(super) const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR);

/// The largest window that is drawn; a larger one (some report 65535x65535) is drawn in its corner.
const LARGEST: Size = Size { width: 1000, height: 500 };

/// The terminal people look at and type into.
#[derive(Debug)]
pub(super) struct Terminal {
    screen: OwnedFd,
    /// Whether it is a matter of this program alone if writes to the screen wait.
    is_own: bool,
    keyboard: OwnedFd,
    modes: Mutex<Modes>,
    /// Held by whoever writes to the screen; whether what was written last was cut off.
    pen: Mutex<bool>,
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
    /// A program that this one started, and that leaves it in whichever modes.
    Guest,
    /// Whoever started this program.
    Others,
}

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TerminalState {
    There,
    /// Hung up, closed, or its connection lost.
    Gone,
    /// The system cannot watch it.
    Unseen,
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
            let (screen, is_own) = opened_again(terminal_or_controlling(&io::stdout())?);
            let keyboard = terminal_or_controlling(&io::stdin())?;
            let found = rustix::termios::tcgetattr(&keyboard)?;
            let modes = Mutex::new(Modes { found, holder: Holder::Others });
            Ok(Self { screen, is_own, keyboard, modes, pen: Mutex::new(false) })
        };
        find().map_err(Failure::NoTerminal)
    }

    /// Takes the terminal: raw mode now, and the bytes for everything else, which go before the next frame.
    /// Taking it again renews both, which is what a program needs that was stopped without being asked.
    ///
    /// # Errors
    ///
    /// What the system says when the modes cannot be set or the terminal is gone.
    pub(super) fn take(&self) -> io::Result<&'static [u8]> {
        let mut modes = self.modes();
        if modes.holder == Holder::Others {
            modes.found = rustix::termios::tcgetattr(&self.keyboard)?;
        }
        let mut raw = modes.found.clone();
        raw.make_raw();
        self.let_writes_wait(!self.is_own);
        rustix::termios::tcsetattr(&self.keyboard, OptionalActions::Now, &raw)?;
        modes.holder = Holder::Us;
        Ok(ENTER)
    }

    /// Gives the terminal back as it was found. Harmless when it was given back before; what goes wrong
    /// is passed over, because every caller is on its way out.
    ///
    /// The modes come first: they do not wait for a terminal that takes no bytes. One that takes none loses what
    /// it was sent and has not shown, so that it takes these. In the background nothing is touched: the terminal
    /// is somebody else's there.
    pub(super) fn give_back(&self) {
        let mut modes = self.modes();
        let is_ours = modes.holder != Holder::Others && self.is_in_foreground();
        modes.holder = Holder::Others;
        if !is_ours {
            return;
        }
        let _ = rustix::termios::tcsetattr(&self.keyboard, OptionalActions::Now, &modes.found);
        drop(modes);
        let pen = self.pen();
        if !takes_bytes(self.screen.as_fd()) {
            self.empty();
        }
        let cut = pen.is_none_or(|was_cut| *was_cut);
        let end = [if cut { CANCEL } else { b"" }, LEAVE].concat();
        write_if_ready(self.screen.as_fd(), &end);
    }

    /// Gives the terminal to a program that this one starts. What that leaves behind is put right when the terminal
    /// is taken or given back.
    pub(super) fn lend(&self) {
        self.give_back();
        let mut modes = self.modes();
        if self.is_in_foreground() {
            modes.holder = Holder::Guest;
        }
    }

    /// The terminal is somebody else's now, and is not touched until it is taken again.
    pub(super) fn let_go(&self) {
        self.modes().holder = Holder::Others;
    }

    /// Writes of one frame what the terminal takes at once: how many bytes. None where a write may wait.
    ///
    /// # Errors
    ///
    /// What the system says; a terminal that is gone says `EIO`.
    pub(super) fn show_at_once(&self, frame: &[u8]) -> io::Result<usize> {
        if !self.is_own {
            return Ok(0);
        }
        // What shows a large frame takes it in two pieces.
        let until = instant() + A_MOMENT;
        self.write(frame, |screen| {
            let left = until.saturating_duration_since(instant());
            let is_worth_it =
                !left.is_zero() && takes_bytes_within(screen, Timespec::try_from(left).unwrap_or_default());
            if is_worth_it { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })
    }

    /// Writes what is left of a frame, and waits for a terminal that takes no bytes; until it has been given back.
    ///
    /// # Errors
    ///
    /// What the system says; a terminal that is gone says `EIO`.
    pub(super) fn show(&self, rest: &[u8]) -> io::Result<()> {
        let until_it_takes_more = |screen: BorrowedFd<'_>| {
            takes_bytes(screen);
            ControlFlow::Continue(())
        };
        self.write(rest, until_it_takes_more).map(drop)
    }

    /// Writes as long as the terminal is ours, and asks what to do each time it takes no more: how many bytes.
    fn write(&self, bytes: &[u8], full: impl Fn(BorrowedFd<'_>) -> ControlFlow<()>) -> io::Result<usize> {
        let mut was_cut = self.pen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rest = bytes;
        while !rest.is_empty() && self.modes().holder == Holder::Us {
            match rustix::io::write(&self.screen, rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => rest = rest.get(count..).unwrap_or_default(),
                Err(Errno::AGAIN) if full(self.screen.as_fd()).is_break() => break,
                Err(Errno::AGAIN | Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let written = bytes.len() - rest.len();
        if written > 0 {
            *was_cut = !rest.is_empty();
        }
        Ok(written)
    }

    /// The pen. Whoever is stuck with it in a write is woken up: the terminal is emptied, and the write ends at
    /// the next byte that finds no room. None where that does not help.
    fn pen(&self) -> Option<MutexGuard<'_, bool>> {
        (0..10).find_map(|_| {
            let pen = self.pen_within_a_moment();
            if pen.is_none() {
                self.let_writes_wait(false);
                self.empty();
            }
            pen
        })
    }

    fn pen_within_a_moment(&self) -> Option<MutexGuard<'_, bool>> {
        (0..20).find_map(|_| match self.pen.try_lock() {
            Ok(pen) => Some(pen),
            Err(TryLockError::Poisoned(pen)) => Some(pen.into_inner()),
            Err(TryLockError::WouldBlock) => {
                thread::sleep(Duration::from_millis(1));
                None
            }
        })
    }

    /// Throws away what the terminal was sent and has not taken, and lets one that was stopped go on. Room alone
    /// wakes nobody who waits in a write: what does is that output goes on after it was stopped.
    fn empty(&self) {
        let _ = rustix::termios::tcflush(&self.screen, QueueSelector::OFlush);
        let _ = rustix::termios::tcflow(&self.screen, Action::OOff);
        let _ = rustix::termios::tcflow(&self.screen, Action::OOn);
    }

    /// Whether a write to a full terminal waits, or says that there is no room.
    fn let_writes_wait(&self, wait: bool) {
        if let Ok(flags) = rustix::fs::fcntl_getfl(&self.screen) {
            let flags = if wait { flags - OFlags::NONBLOCK } else { flags | OFlags::NONBLOCK };
            let _ = rustix::fs::fcntl_setfl(&self.screen, flags);
        }
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

    /// Sleeps until something can be read of `other`, or until the terminal, which was in this state before, is gone.
    pub(super) fn wait_for_other(&self, other: impl AsFd, before: TerminalState) -> TerminalState {
        let none = PollFlags::empty();
        let mut ends = [
            PollFd::new(&other, PollFlags::IN),
            PollFd::new(&self.screen, none),
            PollFd::new(&self.keyboard, none),
        ];
        let count = if before == TerminalState::There { ends.len() } else { 1 };
        let ends = ends.get_mut(..count).unwrap_or_default();
        let is_told = retry_on_intr(|| poll(ends, None)).is_ok();
        let said: Vec<PollFlags> = ends.iter().map(PollFd::revents).collect();
        match said.as_slice() {
            [_, terminal @ ..] if terminal.iter().any(|said| said.intersects(GONE)) => TerminalState::Gone,
            [other, ..] if is_told && !other.is_empty() => before,
            _ => TerminalState::Unseen,
        }
    }

    /// Where keys come from.
    pub(super) fn keyboard(&self) -> BorrowedFd<'_> {
        self.keyboard.as_fd()
    }

    /// Reads the keys there are, once there are some: how many bytes.
    ///
    /// # Errors
    ///
    /// What the system says; a terminal that is gone has come to its end.
    pub(super) fn read_keys(&self, into: &mut [u8]) -> io::Result<usize> {
        match rustix::io::read(&self.keyboard, into) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            read => Ok(read?),
        }
    }

    /// Throws away what was typed and not read.
    pub(super) fn forget_keys(&self) {
        let _ = rustix::termios::tcflush(&self.keyboard, QueueSelector::IFlush);
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
    if takes_bytes(to) {
        let _ = rustix::io::write(to, bytes);
    }
}

/// Whether a receiver takes bytes within [`PATIENCE`].
fn takes_bytes(receiver: BorrowedFd<'_>) -> bool {
    takes_bytes_within(receiver, PATIENCE)
}

/// Whether a receiver takes bytes within this time.
fn takes_bytes_within(receiver: BorrowedFd<'_>, time: Timespec) -> bool {
    let mut room = [PollFd::from_borrowed_fd(receiver, PollFlags::OUT)];
    matches!(poll(&mut room, Some(&time)), Ok(1)) && room.iter().all(|end| !end.revents().intersects(GONE))
}

/// The same terminal, opened again, and whether it is: whether its writes wait is then a matter of this program
/// alone. The handle itself where it cannot be opened again.
fn opened_again(terminal: OwnedFd) -> (OwnedFd, bool) {
    let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::CLOEXEC;
    let again = rustix::termios::ttyname(&terminal, Vec::new())
        .and_then(|name| rustix::fs::open(name, flags, Mode::empty()));
    again.map_or((terminal, false), |again| (again, true))
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
    use std::io::Write;

    #[test]
    fn a_terminal_that_is_closed_is_noticed_without_a_signal() {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let name = pair.master.tty_name().unwrap();
        let open = || rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        let found = rustix::termios::tcgetattr(open()).unwrap();
        let modes = Mutex::new(Modes { found, holder: Holder::Others });
        let terminal =
            Terminal { screen: open(), is_own: true, keyboard: open(), modes, pen: Mutex::new(false) };
        let (told, mut tell) = io::pipe().unwrap();
        tell.write_all(b".").unwrap();
        let state = terminal.wait_for_other(&told, TerminalState::There);
        assert_eq!(state, TerminalState::There);
        drop(pair);
        assert_eq!(terminal.wait_for_other(&told, state), TerminalState::Gone);
        assert_eq!(terminal.wait_for_other(&told, TerminalState::Unseen), TerminalState::Unseen);
    }
}
