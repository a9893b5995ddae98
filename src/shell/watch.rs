//! Watching: the threads that wait for keys, for signals and for the end of the terminal, so that the loop
//! waits for one thing only.
//!
//! Never changes the state. When the loop does not leave in time, leaves in its stead: a program that is
//! told to end ends, also while it is blocked in a write.

use super::ahead::Ahead;
use super::clock::instant;
use super::keys::Input;
use super::message::Message;
use super::terminal::{Terminal, say};
use super::threads::spawn;
use crate::text::Clean;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGWINCH};
use signal_hook::iterator::Signals;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

/// How long the loop may take to leave after it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// How long a terminal may take to be given back when the loop did not leave.
const LAST_CHANCE: Duration = Duration::from_millis(300);

/// The most that is read of the keyboard at once.
const AT_ONCE: usize = 1 << 16;

/// What the loop and its threads share.
#[derive(Debug)]
pub(super) struct SharedState {
    /// The terminal.
    pub(super) terminal: Terminal,
    /// Held by whoever reads keys: the thread for keys, or the loop while another program has the terminal.
    keyboard: Mutex<()>,
    /// What was typed and is not taken.
    pub(super) ahead: Ahead,
    /// Whether keys begin anew: what was read in part before belongs to nobody.
    anew: AtomicBool,
    /// Whether an editor has the terminal: Ctrl-C typed there is not meant for this program. Set by the
    /// loop, and taken back by the thread for signals, see [`editor_is_closed`].
    pub(super) editor_open: AtomicBool,
    /// What is said if the program has to leave while the loop is held up in a save: what may be lost.
    last_words: Mutex<Option<Clean>>,
}

impl SharedState {
    /// What a program on this terminal shares.
    pub(super) fn new(terminal: Terminal) -> Arc<Self> {
        Arc::new(Self {
            terminal,
            keyboard: Mutex::new(()),
            ahead: Ahead::default(),
            anew: AtomicBool::new(false),
            editor_open: AtomicBool::new(false),
            last_words: Mutex::new(None),
        })
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

    /// Throws away what was typed and not read: it was meant for whoever had the terminal before.
    pub(super) fn forget_keys(&self) {
        self.anew.store(true, Ordering::SeqCst);
        self.terminal.forget_keys();
    }

    /// Keeps the thread for keys from reading any. Gives up after a moment, so that nothing can hold it up.
    pub(super) fn silence_keys(&self) -> Option<MutexGuard<'_, ()>> {
        (0..200).find_map(|_| {
            self.keyboard.try_lock().ok().or_else(|| {
                thread::sleep(Duration::from_millis(1));
                None
            })
        })
    }
}

/// How late a signal may be that was meant for an editor.
const LATE: Duration = Duration::from_millis(200);

/// The signals that are caught. Not SIGTSTP: a program that catches it can only stop by SIGSTOP, and that
/// freezes a session without a shell for ever.
///
/// # Errors
///
/// What the system says.
pub(super) fn catch_signals() -> io::Result<Signals> {
    Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGWINCH, SIGCONT])
}

/// Lets Ctrl-C be meant for this program again. Said by a signal, which queues behind the Ctrl-C that
/// ended the editor: that one may not have been looked at yet.
pub(super) fn editor_is_closed() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::USR1);
}

/// Starts the three threads. They end with the process.
///
/// # Errors
///
/// As [`threads::spawn`](super::threads::spawn).
pub(super) fn start(shared: &Arc<SharedState>, signals: Signals, loop_: &Sender<Message>) -> io::Result<()> {
    let (keys, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || read_keys(&keys, &tell))?;
    let (caught, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || pass_on_signals(&caught, signals, &tell))?;
    let (watched, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || {
        if watched.terminal.wait_until_gone() {
            leave(&watched, SIGHUP, &tell);
        }
    })
}

/// Reads keys for as long as there is a terminal, and takes note when none come in time.
fn read_keys(shared: &SharedState, tell: &Sender<Message>) {
    let started = instant();
    let (mut input, mut read) = (Input::default(), vec![0; AT_ONCE]);
    loop {
        let patience = input.due().map(|due| due.saturating_sub(started.elapsed()));
        if !shared.terminal.wait_for_keys(patience) {
            return;
        }
        // While another program has the keyboard, waits for it; that one may have read what there was.
        let keyboard = shared.keyboard.lock().unwrap_or_else(PoisonError::into_inner);
        if shared.anew.swap(false, Ordering::SeqCst) {
            input = Input::default();
        }
        let Ok(count) = shared.terminal.read_keys(&mut read) else { return };
        let pieces = match read.get(..count) {
            Some(read @ [_, ..]) => input.bytes(read, started.elapsed()),
            _ => input.silence(started.elapsed()),
        };
        drop(keyboard);
        for piece in pieces {
            if shared.ahead.put(piece) {
                let _ = tell.send(Message::Typed);
            }
        }
    }
}

fn pass_on_signals(shared: &Arc<SharedState>, mut signals: Signals, tell: &Sender<Message>) {
    // On a busy computer the Ctrl-C that ended an editor may come after the word that it ended. Here the key itself
    // sends no signal: nobody else can have meant it.
    let mut closed: Option<Instant> = None;
    let was_open = |closed: Option<Instant>| closed.is_some_and(|closed| closed.elapsed() < LATE);
    for signal in signals.forever() {
        match signal {
            SIGWINCH => _ = tell.send(Message::Resized),
            SIGCONT => _ = tell.send(Message::Continued),
            SIGUSR1 => {
                closed = Some(instant());
                shared.editor_open.store(false, Ordering::SeqCst);
            }
            SIGINT | SIGQUIT if shared.editor_open.load(Ordering::SeqCst) || was_open(closed) => {}
            _ => leave(shared, signal, tell),
        }
    }
}

/// Tells the loop to leave, and leaves after the time of [`GRACE`] if it did not, with its last words.
fn leave(shared: &Arc<SharedState>, signal: i32, tell: &Sender<Message>) {
    let _ = tell.send(Message::Leave(signal));
    thread::sleep(GRACE);
    let (done, wait) = channel();
    let terminal = Arc::clone(shared);
    let _ = spawn(move || {
        terminal.terminal.give_back();
        terminal.say_last_words();
        let _ = done.send(());
    });
    let _ = wait.recv_timeout(LAST_CHANCE);
    exit(128 + signal);
}

/// Ends the process at once.
#[expect(
    clippy::disallowed_methods,
    reason = "the loop is blocked or has panicked: nobody is left to return to"
)]
pub(super) fn exit(status: i32) -> ! {
    std::process::exit(status)
}
