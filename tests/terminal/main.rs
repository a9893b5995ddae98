//! The terminal, seen from the other end: whatever happens, it is given back as it was found.
//!
//! The program here is a toy on the real loop. It is this test program itself, started again in a
//! pseudo-terminal with one test named (`toy`, which does nothing when it is called in another way).

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and the toy is a program of its own"
)]

#[path = "../support/answers.rs"]
mod answers;
mod arriving;
mod barred;
mod drawing;
mod editing;
mod endings;
mod following;
mod hostile;
mod lasting;
mod lending;
mod program;
mod replacing;
mod session;
mod slow_line;
#[path = "../support/strings.rs"]
mod strings;
mod sweep;
mod toy;
mod unattended;
#[cfg(target_os = "linux")]
mod viewers;
mod waiting;

use session::{Session, Start};
use std::path::PathBuf;
use tempfile::TempDir;

#[test]
#[ignore = "the program that the other tests start"]
fn toy() {
    if let Some(file) = std::env::var_os("TOY") {
        let status = toy::run(Some(PathBuf::from(file)).filter(|file| !file.as_os_str().is_empty()));
        std::process::exit(status.into());
    }
}

#[test]
#[ignore = "the program that the tests of walls start"]
fn wall() {
    if let Some(file) = std::env::var_os("TOY") {
        std::process::exit(unattended::run(PathBuf::from(file)).into());
    }
}

/// A file of this name that holds this text, and its folder.
fn written(name: &str, text: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    (folder, file)
}

/// A toy that has drawn its first frame, and the modes of the terminal before it began.
fn started(start: Start) -> (Session, String) {
    let before = modes_of_a_new_terminal();
    let session = start.go();
    session.wait_for("count 0.");
    (session, before)
}

fn modes_of_a_new_terminal() -> String {
    Start {
        command: vec!["/bin/sh".into(), "-c".into(), "read x".into()],
        environment: vec![],
        size: (80, 24),
    }
    .go()
    .modes()
}
