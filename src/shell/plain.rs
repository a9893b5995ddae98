//! What is written without a screen: standard output, standard error, and new files.
//!
//! Never decides what is written.

use super::failure::{Failure, phrase};
use crate::app::{Effect, Event};
use crate::text::{Clean, pad_right, width};
use rustix::fs::OFlags;
use rustix::io::Errno;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;

/// Writes to standard output. A reader that has gone away is no failure: it has seen enough.
///
/// # Errors
///
/// [`Failure::Output`] where the text could not be written, such as on a full disk.
pub fn print(text: &Clean) -> Result<(), Failure> {
    if was_closed() {
        return Err(Failure::Output(Errno::BADF.into()));
    }
    let mut output = io::stdout().lock();
    match output.write_all(text.as_str().as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Whether there was no standard output when the program was started. What stands in for it since then, put there
/// before the program begins, is `/dev/null`, opened to read and write: nobody who wants it opens it so, but those
/// who have put it in the place of standard input as well.
fn was_closed() -> bool {
    let stands_in = |stream: BorrowedFd<'_>| {
        let null = rustix::fs::stat("/dev/null").map(|found| found.st_rdev);
        let is_null = rustix::fs::fstat(stream).map(|found| found.st_rdev) == null && null.is_ok();
        is_null && rustix::fs::fcntl_getfl(stream).is_ok_and(|flags| flags.contains(OFlags::RDWR))
    };
    stands_in(io::stdout().as_fd()) && !stands_in(io::stdin().as_fd())
}

/// Writes a line to standard error; where that is closed too, nobody is there to be told.
pub fn complain(text: &Clean) {
    let mut errors = io::stderr().lock();
    let written = errors.write_all(text.as_str().as_bytes()).and_then(|()| errors.write_all(b"\n"));
    drop(written);
}

/// How many columns a line on standard error may have so that it stays one; none where that is no terminal.
pub(super) fn complaint_columns() -> Option<usize> {
    const USUAL: u16 = 80;
    let errors = io::stderr();
    let size = || rustix::termios::tcgetwinsize(&errors).map_or(0, |size| size.ws_col);
    errors
        .is_terminal()
        .then(|| Some(size()).filter(|columns| *columns > 0).unwrap_or(USUAL))
        .map(|columns| usize::from(columns - 1))
}

/// Writes over a line that was written so before, on standard error: without any sequence, for not every terminal
/// knows one.
pub(super) fn write_over(before: &Clean, line: &Clean) {
    let blank = pad_right("", width(before.as_str()));
    let mut errors = io::stderr().lock();
    let written = write!(errors, "\r{blank}\r{line}").and_then(|()| errors.flush());
    drop(written);
}

/// Whether what comes on standard input is typed.
pub fn input_is_typed() -> bool {
    io::stdin().is_terminal()
}

/// Whether something of this name is there.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes a file that is not there yet; an existing one is never touched.
///
/// # Errors
///
/// [`Failure::Create`] where there is such a file or it cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failure = |reason| Failure::Create { path: path.to_owned(), reason };
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failure)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half a file would look like a whole one later.
        drop(std::fs::remove_file(path));
        failure(error)
    })
}

/// Writes a new file under the first name that is free: `stem-1.svg`, `stem-2.svg` and so on.
pub(super) fn create_numbered(stem: &str, text: &str) -> Event {
    const MOST: usize = 999;
    let names = (1..=MOST).map(|number| format!("{stem}-{number}{}", Effect::PICTURE_ENDING));
    let Some(name) = names.into_iter().find(|name| !exists(Path::new(name))) else {
        return Event::CreateFailed(format!("there are {MOST} pictures of this name already"));
    };
    match create(Path::new(&name), text) {
        Ok(()) => Event::Created(name),
        Err(failure) => Event::CreateFailed(failure.to_string()),
    }
}

/// Why a file could not be created, in plain words.
pub(super) fn why_not_created(error: &io::Error) -> String {
    if error.kind() == ErrorKind::AlreadyExists {
        "there is a file of this name already".to_owned()
    } else if error.kind() == ErrorKind::NotFound {
        "the folder does not exist".to_owned()
    } else {
        phrase(error)
    }
}
