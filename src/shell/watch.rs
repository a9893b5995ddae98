//! Watching: the thread that waits for signals and for the end of the terminal.
//!
//! Never changes the state. When the loop does not leave in time, leaves in its stead: a program that is
//! told to end ends, also while it is blocked in a write.

use super::clock::instant;
use super::inbox::Tell;
use super::message::Message;
use super::terminal::{Terminal, TerminalState, say};
use super::threads::spawn;
use crate::text::Clean;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

/// How long the loop may take to leave after it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// How long a terminal may take to be given back when the loop did not leave.
const LAST_CHANCE: Duration = Duration::from_millis(300);

/// What the loop and the thread share.
#[derive(Debug)]
pub(super) struct SharedState {
    /// The terminal.
    pub(super) terminal: Terminal,
    /// Whether an editor has the terminal: Ctrl-C typed there is not meant for this program. Set by the
    /// loop, and taken back by the thread for signals, see [`editor_is_closed`].
    pub(super) editor_open: AtomicBool,
    /// What is said if the program has to leave while the loop is held up in a save: what may be lost.
    last_words: Mutex<Option<Clean>>,
}

impl SharedState {
    /// What a program on this terminal shares.
    pub(super) fn new(terminal: Terminal) -> Arc<Self> {
        Arc::new(Self { terminal, editor_open: AtomicBool::new(false), last_words: Mutex::new(None) })
    }

    /// Says from now on what may be lost if the program has to leave; none where nothing is at stake.
    pub(super) fn at_stake(&self, words: Option<Clean>) {
        *self.last_words.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }

    /// Names what may be lost, once.
    fn say_last_words(&self) {
        if let Some(words) = self.last_words.lock().unwrap_or_else(PoisonError::into_inner).take() {
            say(&words);
        }
    }
}

/// The signals that came, and where it is heard that one came.
pub(super) type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// How late a signal may be that was meant for an editor.
const LATE: Duration = Duration::from_millis(200);

/// The signals that are caught. Not SIGTSTP: a program that catches it can only stop by SIGSTOP, and that
/// freezes a session without a shell for ever.
///
/// # Errors
///
/// What the system says.
pub(super) fn catch_signals() -> io::Result<Signals> {
    let caught = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGWINCH, SIGCONT];
    let (read, write) = UnixStream::pair()?;
    Signals::with_pipe(read, write, SignalOnly, caught)
}

/// Lets Ctrl-C be meant for this program again. Said by a signal, which queues behind the Ctrl-C that
/// ended the editor: that one may not have been looked at yet.
pub(super) fn editor_is_closed() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::USR1);
}

/// Starts the thread. It ends with the process.
///
/// # Errors
///
/// As [`threads::spawn`](super::threads::spawn).
pub(super) fn start(shared: &Arc<SharedState>, signals: Signals, loop_: &Tell) -> io::Result<()> {
    let watcher = Watcher { shared: Arc::clone(shared), tell: loop_.clone(), closed: None };
    spawn(move || watcher.watch(signals))
}

/// Whoever passes on what the system says.
struct Watcher {
    shared: Arc<SharedState>,
    tell: Tell,
    /// When an editor was closed.
    closed: Option<Instant>,
}

impl Watcher {
    fn watch(mut self, mut signals: Signals) {
        let mut state = TerminalState::There;
        loop {
            state = self.shared.terminal.wait_for_other(signals.get_read(), state);
            for signal in signals.pending() {
                self.pass_on(signal);
            }
            if state == TerminalState::Gone {
                self.leave(SIGHUP);
            }
        }
    }

    fn pass_on(&mut self, signal: i32) {
        match signal {
            SIGWINCH => _ = self.tell.send(Message::Resized),
            SIGCONT => _ = self.tell.send(Message::Continued),
            SIGUSR1 => {
                self.closed = Some(instant());
                self.shared.editor_open.store(false, Ordering::SeqCst);
            }
            SIGINT | SIGQUIT if self.is_meant_for_an_editor() => {}
            _ => self.leave(signal),
        }
    }

    /// On a busy computer the Ctrl-C that ended an editor may come after the word that it ended. Here the key itself
    /// sends no signal: nobody else can have meant it.
    fn is_meant_for_an_editor(&self) -> bool {
        self.shared.editor_open.load(Ordering::SeqCst)
            || self.closed.is_some_and(|closed| closed.elapsed() < LATE)
    }

    /// Tells the loop to leave, and leaves after the time of [`GRACE`] if it did not, with its last words.
    fn leave(&self, signal: i32) -> ! {
        self.tell.send(Message::Leave(signal));
        thread::sleep(GRACE);
        let (done, wait) = channel();
        let shared = Arc::clone(&self.shared);
        let _ = spawn(move || {
            shared.terminal.give_back();
            shared.say_last_words();
            let _ = done.send(());
        });
        let _ = wait.recv_timeout(LAST_CHANCE);
        exit(128 + signal);
    }
}

/// Ends the process at once.
#[expect(
    clippy::disallowed_methods,
    reason = "the loop is blocked or has panicked: nobody is left to return to"
)]
pub(super) fn exit(status: i32) -> ! {
    std::process::exit(status)
}
