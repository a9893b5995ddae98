//! Following: notices that somebody else has changed the file, and tells the loop.
//!
//! The system says so where it can; on a network folder, where it cannot, the file is looked at every two
//! seconds. Follows the name and not the file behind it: editors put a new file in the place of the old
//! one. Says nothing while somebody is still writing, and never reads the text, writes or starts anything.

mod looking;
#[cfg(target_os = "linux")]
mod route;
#[cfg(target_os = "linux")]
mod telling;

pub(super) use looking::look_at;
pub(super) use looking::{Look, Stamp};

use super::chance;
use super::environment::Environment;
use super::hands::spawn;
use super::watch::Message;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How often a file is looked at where the system does not say that it was changed.
const EVERY: Duration = Duration::from_secs(2);

/// The random part of a wait: many who follow one file do not all read it at the same moment.
const SPREAD: Duration = Duration::from_millis(500);

/// After how long a change found in that way is looked at again: it counts when two looks agree.
const AGAIN: Duration = Duration::from_millis(400);

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
    Looks(Why),
    /// Not at all: it is no plain file.
    Never,
}

/// Why a file is looked at every two seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody has asked for it.
    Asked,
    /// Other computers can change it without a word to this one: the kind of file system.
    FileSystem(&'static str),
    /// The system does not say what happens to files.
    System,
}

/// How the program would follow a file now.
pub fn followed(file: &Path, environment: &Environment) -> Followed {
    if std::fs::metadata(file).is_ok_and(|found| !found.is_file()) {
        return Followed::Never;
    }
    match Means::wanted(environment) {
        Means::Looks => Followed::Looks(Why::Asked),
        Means::Events => obstacle(file).map_or(Followed::Events, Followed::Looks),
    }
}

#[cfg(target_os = "linux")]
fn obstacle(file: &Path) -> Option<Why> {
    telling::obstacle(file)
}

#[cfg(not(target_os = "linux"))]
const fn obstacle(_: &Path) -> Option<Why> {
    Some(Why::System)
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
        telling::follow(file, tell);
    }
    by_looking(file, tell);
}

#[cfg(not(target_os = "linux"))]
fn follow(file: &Path, _: Means, tell: &Sender<Message>) {
    by_looking(file, tell);
}

/// Looks every two seconds. What changed counts once two looks agree: somebody may still be writing.
fn by_looking(file: &Path, tell: &Sender<Message>) {
    let mut told = None;
    loop {
        let mut found = look_at(file);
        while told != Some(found) {
            thread::sleep(AGAIN);
            let again = look_at(file);
            if again == found {
                told = Some(found);
                if tell.send(Message::Touched(found)).is_err() {
                    return;
                }
            }
            found = again;
        }
        thread::sleep(EVERY.saturating_sub(chance::below(SPREAD)));
    }
}
