//! The lock: two programs that save the same file do so one after the other.
//!
//! It lies on the file itself. No file stands beside it that somebody could plant, that a killed program
//! could leave behind, or whose permissions could keep colleagues out. A save puts a new file in the place of
//! the locked one. Whoever had opened that one just before is let in to a file that has no name any more; so
//! a save looks, as its last act before the new file takes the name, whether it still is that of the locked one.
//!
//! Never waits for longer than it was told, and never for what is no plain file. Whoever may read the file
//! can keep it locked, but only with a program that runs, and that one is named.

use super::clock::instant as now;
use super::failure::ReadError;
use super::files::no_file;
use super::refused::{says, system};
use super::{holders, random};
use crate::app::SaveFailure;
use rustix::fs::{AtFlags, Mode, OFlags};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::fs::{File, TryLockError};
use std::time::Duration;

/// How long another holder is waited for: a save takes some milliseconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// How long where the program has to leave at once.
pub(super) const LAST_PATIENCE: Duration = Duration::from_millis(200);

/// How far apart the tries are, more or less: two that wait do not always meet.
const PAUSE: Duration = Duration::from_millis(10);

/// The file, open for reading and locked until this is dropped.
///
/// Not locked where the file system knows no locks: then the comparison with what was read must do.
#[derive(Debug)]
pub(super) struct Locked(pub(super) File);

/// Locks the file `name` in `folder`, waiting so long for another holder.
///
/// # Errors
///
/// [`SaveFailure::Locked`] if another program keeps it, or what is the matter with the file.
pub(super) fn take(folder: &File, name: &OsStr, patience: Duration) -> Result<Locked, SaveFailure> {
    let until = now() + patience;
    loop {
        let (file, held) = open_and_lock(folder, name)?;
        let is_over = now() >= until;
        match held {
            Err(TryLockError::WouldBlock) if is_over => return Err(kept_by_another(&file)),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE / 2 + random::below(PAUSE)),
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(Locked(file)),
        }
    }
}

/// Some network folders lock only what was opened for writing; elsewhere it is not, for those who follow the
/// file would be told that somebody has written to it.
fn open_and_lock(folder: &File, name: &OsStr) -> Result<(File, Result<(), TryLockError>), SaveFailure> {
    let file = open(folder, name, OFlags::RDONLY)?;
    let held = file.try_lock();
    if let Err(TryLockError::Error(error)) = &held
        && Errno::from_io_error(error) == Some(Errno::BADF)
    {
        let file = open(folder, name, OFlags::RDWR)?;
        let held = file.try_lock();
        return Ok((file, held));
    }
    Ok((file, held))
}

/// Opens the file, which must be a plain one: opening a pipe waits, opening a device may do anything.
fn open(folder: &File, name: &OsStr, access: OFlags) -> Result<File, SaveFailure> {
    let found = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map_err(system)?;
    if let Some(kind) = no_file(found.st_mode) {
        return Err(says(&kind.to_string()));
    }
    let flags = access | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    match rustix::fs::openat(folder, name, flags, Mode::empty()) {
        Ok(file) => Ok(file.into()),
        Err(Errno::ACCESS | Errno::PERM) => Err(says(&ReadError::Forbidden.to_string())),
        Err(error) => Err(system(error)),
    }
}

/// Another program of this kind, or whichever else the system names.
fn kept_by_another(file: &File) -> SaveFailure {
    match holders::holder(file) {
        Some(holder) if !holder.is_like_us => {
            SaveFailure::LockedBy(format!("{} of {} keeps the file locked", holder.program, holder.user))
        }
        Some(_) | None => SaveFailure::Locked,
    }
}
