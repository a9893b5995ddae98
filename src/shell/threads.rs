//! The threads of the program.
//!
//! The C library sets 64 MB of addresses aside for each thread that asks for memory. That costs nothing, but where
//! addresses are limited (`ulimit -v`) a handful of threads leaves no room for a file. So where there is a limit the
//! threads are started first, while there is no room to set aside: they share what the program has, and wait for
//! work.

use super::message::Message;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::{io, thread};

/// As many threads as the program ever needs at once.
const MOST: usize = 8;

/// Room for the stacks of all of them, in bytes; less than what would be set aside for one.
const ROOM: u64 = 40_000_000;

type Task = Box<dyn FnOnce() + Send>;

/// Threads that wait for work.
static IDLE: Mutex<Vec<Sender<Task>>> = Mutex::new(Vec::new());

/// Starts threads that wait, where addresses are limited. To be called first, while there is no other thread: for a
/// moment there is no room for anything else.
pub fn prepare() {
    let limit = getrlimit(Resource::As);
    let (Some(_), Some(used)) = (limit.current, used()) else { return };
    if setrlimit(Resource::As, Rlimit { current: Some(used + ROOM), ..limit }).is_ok() {
        let idle: Vec<_> = (0..MOST).map_while(|_| worker().ok()).collect();
        let _ = setrlimit(Resource::As, limit);
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).extend(idle);
    }
}

/// A thread that does one piece of work and ends.
fn worker() -> io::Result<Sender<Task>> {
    let (give, take) = channel::<Task>();
    let (started, wait) = channel();
    thread::Builder::new().spawn(move || {
        let _ = started.send(());
        if let Ok(work) = take.recv() {
            work();
        }
    })?;
    let _ = wait.recv();
    Ok(give)
}

/// Addresses in use, in bytes.
fn used() -> Option<u64> {
    let sizes = super::files::read(std::path::Path::new("/proc/self/statm")).ok()?;
    let pages: u64 = sizes.split_whitespace().next()?.parse().ok()?;
    pages.checked_mul(u64::try_from(rustix::param::page_size()).ok()?)
}

/// Does something in a thread that ends with the process.
///
/// # Errors
///
/// What the system says that has no room for one more.
pub(super) fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    match idle {
        Some(thread) => thread.send(Box::new(work)).map_err(|_| io::ErrorKind::BrokenPipe.into()),
        None => thread::Builder::new().spawn(work).map(drop),
    }
}

/// A thread that does one thing after the other, and answers each with one message.
#[derive(Debug)]
pub(super) struct Server<T>(Sender<T>);

impl<T: Send + 'static> Server<T> {
    /// Starts the thread; it ends with the process.
    ///
    /// # Errors
    ///
    /// As [`spawn`].
    pub(super) fn start(
        loop_: &Sender<Message>,
        serve: impl Fn(T) -> Message + Send + 'static,
    ) -> io::Result<Self> {
        let (hand_in, todo) = channel();
        let tell = loop_.clone();
        spawn(move || _ = todo.into_iter().all(|one| tell.send(serve(one)).is_ok()))?;
        Ok(Self(hand_in))
    }

    /// Asks for something to be done.
    pub(super) fn ask(&self, one: T) {
        let _ = self.0.send(one);
    }
}
