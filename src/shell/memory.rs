//! Memory: where addresses are limited, the threads of the program share one place for it.
//!
//! Never decides how much is used.

use rustix::process::{Resource, getrlimit};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Asks the C library for one place; it looks for this once, before a program begins.
const SHARED: (&str, &str) = ("MALLOC_ARENA_MAX", "1");

/// Begins the program anew with one place for the memory of all threads, where addresses are limited (`ulimit -v`).
/// The C library sets 64 MB of addresses aside for each thread that asks for memory, which costs nothing but there:
/// it leaves no room for a file, and running out ends a program without giving the terminal back.
///
/// Comes back where there is no limit, where that was asked for before, and where it cannot be done. To be called
/// before anything is read.
#[expect(
    clippy::disallowed_methods,
    reason = "the word to the C library is a variable, and the arguments stay"
)]
pub fn share_where_it_is_scarce() {
    let (variable, one) = SHARED;
    if getrlimit(Resource::As).current.is_none() || std::env::var_os(variable).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut words = std::env::args_os();
    let name = words.next().unwrap_or_default();
    // It comes back only if it fails, and then all goes on as it would have without it.
    let _ = Command::new(program).arg0(name).args(words).env(variable, one).exec();
}
