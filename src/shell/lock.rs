//! The lock beside a file: two programs that save the same file do so one after the other.
//!
//! A file of its own (`.programme.yaml.coopdash.lock`), because the file itself is replaced by saving.
//! Never left behind but by a killed program, and harmless then: the system lets go of it.

use super::save::in_folder;
use crate::app::SaveFailure;
use rustix::fs::{AtFlags, Mode, OFlags};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::time::Duration;

/// A save takes some milliseconds: how often, and how long apart, another one is waited for.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// The lock, held until dropped.
#[derive(Debug)]
pub(super) struct Lock<'a> {
    folder: &'a File,
    name: OsString,
    /// None where the file system knows no locks: then the comparison with what was read must do.
    held: Option<File>,
}

impl Lock<'_> {
    /// Whether nobody else can hold it at the same time.
    pub(super) fn is_held(&self) -> bool {
        self.held.is_some()
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Removed while it is held: whoever waits for it finds that it has no name any more.
        if self.held.is_some() {
            let _ = rustix::fs::unlinkat(self.folder, &self.name, AtFlags::empty());
        }
    }
}

/// Takes the lock for the file `name` in `folder`, waiting a second for another holder.
///
/// # Errors
///
/// [`SaveFailure::Locked`] if another program keeps it, or what the system says about the folder.
pub(super) fn take<'a>(folder: &'a File, name: &OsStr) -> Result<Lock<'a>, SaveFailure> {
    let name = OsString::from_vec([b".", name.as_bytes(), b".coopdash.lock"].concat());
    for _ in 0..TRIES {
        let file = open(folder, &name).map_err(in_folder)?;
        match file.try_lock() {
            Ok(()) if is_still(folder, &name, &file) => return Ok(Lock { folder, name, held: Some(file) }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => {
                let _ = rustix::fs::unlinkat(folder, &name, AtFlags::empty());
                return Ok(Lock { folder, name, held: None });
            }
        }
    }
    Err(SaveFailure::Locked)
}

/// Opens the lock file, or makes it. One that another user left may only be readable, which will do.
fn open(folder: &File, name: &OsStr) -> Result<File, Errno> {
    let flags = OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let make = flags | OFlags::RDWR | OFlags::CREATE;
    let everybody = Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::WGRP | Mode::ROTH | Mode::WOTH;
    rustix::fs::openat(folder, name, make, everybody)
        .or_else(|refused| {
            rustix::fs::openat(folder, name, flags | OFlags::RDONLY, Mode::empty()).map_err(|_| refused)
        })
        .map(File::from)
}

/// Whether the name still leads to this file: the holder before may have removed it.
fn is_still(folder: &File, name: &OsStr, file: &File) -> bool {
    let (Ok(named), Ok(open)) =
        (rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW), rustix::fs::fstat(file))
    else {
        return false;
    };
    (named.st_dev, named.st_ino) == (open.st_dev, open.st_ino)
}
