//! Watching: the threads that wait for keys, for signals and for the end of the terminal, so that the loop
//! waits for one thing only.
//!
//! Never changes the state. When the loop does not leave in time, leaves in its stead: a program that is
//! told to end ends, also while it is blocked in a write.

use super::follow::Look;
use super::keys;
use super::terminal::{Terminal, say};
use crate::app::Event;
use crossterm::event::Event as Read;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGWINCH};
use signal_hook::iterator::Signals;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{io, thread};

/// How long the loop may take to leave after it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// How long a terminal may take to be given back when the loop did not leave.
const LAST_CHANCE: Duration = Duration::from_millis(300);

/// How long the terminal library is asked for one more event. It does not sleep for less than a millisecond
/// but spins, hence so short.
const MOMENT: Duration = Duration::from_micros(20);

/// When it is asked again after the last key. In a moment as short as that, a busy computer may not have let
/// it look, and all keys it has read already would wait in its hands for the next one.
const AGAIN: Duration = Duration::from_millis(20);

/// How long it is asked then: so long that it has looked, however busy the computer is. It sleeps meanwhile.
const SURE: Duration = Duration::from_millis(50);

/// What arrives so soon after an Escape was not typed, but is the rest of a torn sequence.
const AFTER_ESCAPE: Duration = Duration::from_millis(50);

/// What the loop waits for.
#[derive(Debug)]
pub(super) enum Message {
    /// Something was typed or pasted.
    Typed(Event),
    /// The file may have been changed; what it looks like.
    Touched(Look),
    /// The window has another size.
    Resized,
    /// The program was stopped and goes on.
    Continued,
    /// Leave, because of this signal.
    Leave(i32),
}

/// What the loop and its threads share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The terminal.
    pub(super) terminal: Terminal,
    /// Held by whoever reads keys: the thread for keys, or the loop while another program has the terminal.
    keyboard: Mutex<()>,
    /// Whether an editor has the terminal: Ctrl-C typed there is not meant for this program. Set by the
    /// loop, and taken back by the thread for signals, see [`editor_is_closed`].
    pub(super) editor_open: AtomicBool,
    /// What is said if the program has to leave while the loop is held up in a save: what may be lost.
    last_words: Mutex<Option<String>>,
}

impl Shared {
    /// What a program on this terminal shares.
    pub(super) fn new(terminal: Terminal) -> Arc<Self> {
        Arc::new(Self {
            terminal,
            keyboard: Mutex::new(()),
            editor_open: AtomicBool::new(false),
            last_words: Mutex::new(None),
        })
    }

    /// Says from now on what may be lost if the program has to leave; none where nothing is at stake.
    pub(super) fn at_stake(&self, words: Option<String>) {
        *self.last_words.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }

    /// Names what may be lost, once.
    fn say_last_words(&self) {
        if let Some(words) = self.last_words.lock().unwrap_or_else(PoisonError::into_inner).take() {
            say(&words);
        }
    }

    /// Keeps the thread for keys from reading any. Gives up after a moment: that thread may be in the middle
    /// of half a sequence, where it holds on until the next key.
    pub(super) fn silence_keys(&self) -> Option<MutexGuard<'_, ()>> {
        (0..200).find_map(|_| {
            self.keyboard.try_lock().ok().or_else(|| {
                thread::sleep(Duration::from_millis(1));
                None
            })
        })
    }
}

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
pub(super) fn start(shared: &Arc<Shared>, signals: Signals, loop_: &Sender<Message>) {
    let (keys, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || read_keys(&keys, &tell));
    let (caught, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || pass_on_signals(&caught, signals, &tell));
    let (watched, tell) = (Arc::clone(shared), loop_.clone());
    spawn(move || {
        if watched.terminal.wait_until_gone() {
            leave(&watched, SIGHUP, &tell);
        }
    });
}

#[expect(clippy::disallowed_methods, reason = "the only threads of the program")]
fn spawn(work: impl FnOnce() + Send + 'static) {
    thread::spawn(work);
}

/// Reads keys for as long as there is a terminal. Waits without the terminal library, which would spin on a
/// terminal that is gone.
fn read_keys(shared: &Shared, tell: &Sender<Message>) {
    while shared.terminal.wait_for_keys(None) {
        take_keys(shared, tell, MOMENT);
        if !shared.terminal.wait_for_keys(Some(AGAIN)) {
            return;
        }
        take_keys(shared, tell, SURE);
    }
}

/// Passes on all keys there are, unless another program has the keyboard: then waits for it.
fn take_keys(shared: &Shared, tell: &Sender<Message>, moment: Duration) {
    let _turn = shared.keyboard.lock().unwrap_or_else(PoisonError::into_inner);
    while let Some(read) = read_within(moment) {
        let events = if keys::is_escape(&read) {
            keys::after_escape(|| read_within(AFTER_ESCAPE))
        } else {
            keys::translate(read).into_iter().collect()
        };
        for event in events {
            let _ = tell.send(Message::Typed(event));
        }
    }
}

fn read_within(time: Duration) -> Option<Read> {
    crossterm::event::poll(time).unwrap_or(false).then(crossterm::event::read).and_then(Result::ok)
}

fn pass_on_signals(shared: &Arc<Shared>, mut signals: Signals, tell: &Sender<Message>) {
    for signal in signals.forever() {
        match signal {
            SIGWINCH => _ = tell.send(Message::Resized),
            SIGCONT => _ = tell.send(Message::Continued),
            SIGUSR1 => shared.editor_open.store(false, Ordering::SeqCst),
            SIGINT | SIGQUIT if shared.editor_open.load(Ordering::SeqCst) => {}
            _ => leave(shared, signal, tell),
        }
    }
}

/// Tells the loop to leave, and leaves after the time of [`GRACE`] if it did not, with its last words.
fn leave(shared: &Arc<Shared>, signal: i32, tell: &Sender<Message>) {
    let _ = tell.send(Message::Leave(signal));
    thread::sleep(GRACE);
    let (done, wait) = channel();
    let terminal = Arc::clone(shared);
    spawn(move || {
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
