//! Following: notices that somebody else has changed the file, and tells the loop.
//!
//! The system says so where it can; on a network folder, where it cannot, the file is looked at every two
//! seconds. Follows the name and not the file behind it: editors put a new file in the place of the old
//! one. Says nothing while somebody is still writing, and never reads the text, writes or starts anything.

mod looking;
#[cfg(target_os = "linux")]
mod notifications;
mod polling;
#[cfg(target_os = "linux")]
mod route;

pub(super) use looking::{Snapshot, Stamp, look_at};
pub use polling::PollReason;

use super::environment::Environment;
use super::message::Message;
use super::threads::spawn;
use polling::poll;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// How the file is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// The system says what happens, where it can.
    Events,
    /// By looking every two seconds.
    Looks,
}

/// How a file is followed, and why so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// The system says at once what happens.
    Events,
    /// By looking every two seconds.
    Looks(PollReason),
    /// Not at all: it is no plain file.
    Never,
}

/// How the program would follow a file now.
pub fn followed(file: &Path, environment: &Environment) -> Followed {
    if std::fs::metadata(file).is_ok_and(|found| !found.is_file()) {
        return Followed::Never;
    }
    match Means::wanted(environment) {
        Means::Looks => Followed::Looks(PollReason::Asked),
        Means::Events => obstacle(file).map_or(Followed::Events, Followed::Looks),
    }
}

#[cfg(target_os = "linux")]
fn obstacle(file: &Path) -> Option<PollReason> {
    notifications::obstacle(file)
}

#[cfg(not(target_os = "linux"))]
const fn obstacle(_: &Path) -> Option<PollReason> {
    Some(PollReason::System)
}

impl Means {
    /// What the environment asks for.
    pub(super) fn wanted(environment: &Environment) -> Self {
        if environment.watch.as_deref() == Some("stat") { Self::Looks } else { Self::Events }
    }
}

/// Follows the file from now on, in a thread of its own that ends with the process. What is no plain file
/// (a pipe) is not followed: reading it again would take from it.
pub(super) fn start(file: PathBuf, means: Means, loop_: &Sender<Message>) {
    if std::fs::metadata(&file).is_ok_and(|found| !found.is_file()) {
        return;
    }
    let tell = loop_.clone();
    // Without a thread for it the file is shown as it is now.
    let _ = spawn(move || follow(&file, means, &tell));
}

#[cfg(target_os = "linux")]
fn follow(file: &Path, means: Means, tell: &Sender<Message>) {
    if means == Means::Events {
        // Comes back only where the system cannot say what happens.
        notifications::follow(file, tell);
    }
    poll(file, tell);
}

#[cfg(not(target_os = "linux"))]
fn follow(file: &Path, _: Means, tell: &Sender<Message>) {
    poll(file, tell);
}
