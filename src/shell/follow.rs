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

pub use looking::Stamp;
pub(super) use looking::{Snapshot, look_at};
pub use polling::PollReason;

use super::environment::Environment;
use super::inbox::Tell;
use super::threads::spawn;
use polling::poll;
use std::path::{Path, PathBuf};

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
    if is_no_file(file) {
        return Followed::Never;
    }
    let asked = looks_are_asked_for(environment).then_some(PollReason::Asked);
    asked.or_else(|| notifications::obstacle(file)).map_or(Followed::Events, Followed::Looks)
}

/// Whether the environment asks for looking at the file instead of being told of changes.
fn looks_are_asked_for(environment: &Environment) -> bool {
    environment.watch.as_deref() == Some("stat")
}

/// What is no plain file (a pipe) is not followed: reading it again would take from it.
fn is_no_file(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|found| !found.is_file())
}

/// A system that says nothing of what happens to files.
#[cfg(not(target_os = "linux"))]
mod notifications {
    pub(super) const fn follow(_: &super::Path, _: &super::Tell) {}

    pub(super) const fn obstacle(_: &super::Path) -> Option<super::PollReason> {
        Some(super::PollReason::System)
    }
}

/// Follows the file from now on, in a thread of its own that ends with the process.
pub(super) fn start(file: PathBuf, environment: &Environment, loop_: &Tell) {
    if is_no_file(&file) {
        return;
    }
    let (tell, is_told) = (loop_.clone(), !looks_are_asked_for(environment));
    // Without a thread for it the file is shown as it is now.
    let _ = spawn(move || {
        if is_told {
            // Comes back only where the system cannot say what happens.
            notifications::follow(&file, &tell);
        }
        poll(&file, &tell);
    });
}
