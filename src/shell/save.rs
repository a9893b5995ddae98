//! Saving: the file holds the text that was read or the text that was to be written, never a piece of one.
//!
//! Under a lock: the file is compared with what was read, the new text goes to a temporary file in the same
//! folder, is given the permissions of the original and forced to the disk, and takes the place of the
//! original in one step. Whatever fails before that step leaves the original alone and no temporary file
//! behind.
//!
//! Never writes into the file itself, for that can tear. So a file with a second name (a hard link) is
//! refused: the step would part the two names without a word.

use super::failure::LARGEST;
use super::files::no_file;
use super::follow::{Snapshot, Stamp};
use super::lock::{self, Locked};
use super::refused::{no_way, not_in_place, says, system};
use super::temporary::{Temporary, sweep};
use crate::app::SaveFailure;
use rustix::fs::{AtFlags, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Duration;

/// Writes `text` to the file at `path` if it still holds `before`. A symbolic link stays one: its target is
/// written.
///
/// # Errors
///
/// A [`SaveFailure`]; nothing was written then.
pub fn save(path: &Path, before: &str, text: &str) -> Result<(), SaveFailure> {
    save_within(lock::PATIENCE, path, before, text).map(drop)
}

/// As [`save`], waiting no longer than this for another program that saves. What the file looks like then:
/// whoever follows it sees whether it is still the one that was written here.
///
/// # Errors
///
/// As for [`save`].
pub(super) fn save_within(
    patience: Duration,
    path: &Path,
    before: &str,
    text: &str,
) -> Result<Snapshot, SaveFailure> {
    let target = std::fs::canonicalize(path).map_err(no_way)?;
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(says("it is a folder"));
    };
    let folder = &open_folder(folder).map_err(no_way)?;
    let original = lock::take(folder, name, patience)?;
    sweep(folder);
    replace(folder, name, before, text, &original)
}

/// The save proper, under the lock.
fn replace(
    folder: &File,
    name: &OsStr,
    before: &str,
    text: &str,
    Locked(original): &Locked,
) -> Result<Snapshot, SaveFailure> {
    let found = rustix::fs::fstat(original).map_err(system)?;
    may_be_replaced(folder, name, &found)?;
    if !holds(original, before.as_bytes()).map_err(system)? {
        return Err(SaveFailure::ChangedByAnother);
    }
    let mut temporary = Temporary::create(folder)?;
    temporary.file().write_all(text.as_bytes()).map_err(system)?;
    take_after(temporary.file(), original, &found)?;
    temporary.file().sync_all().map_err(system)?;
    let now = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map_err(system)?;
    if Stamp::from(now) != Stamp::from(found) || now.st_ctime != found.st_ctime {
        return Err(SaveFailure::ChangedByAnother);
    }
    temporary.put_in_place(name).map_err(|error| not_in_place(error, folder, &found))?;
    // The text is in place. Where a folder cannot be forced to the disk, the system does it in its time.
    let _ = folder.sync_all();
    Ok(Stamp::of(temporary.file()))
}

/// Whether taking the place of this file keeps every promise.
fn may_be_replaced(folder: &File, name: &OsStr, found: &Stat) -> Result<(), SaveFailure> {
    if let Some(kind) = no_file(found.st_mode) {
        return Err(says(&kind.to_string()));
    }
    let writable = rustix::fs::accessat(folder, name, rustix::fs::Access::WRITE_OK, AtFlags::EACCESS);
    if !Mode::from_raw_mode(found.st_mode).intersects(Mode::WUSR | Mode::WGRP | Mode::WOTH) {
        return Err(says("the file is marked read-only"));
    }
    writable.map_err(|error| match error {
        Errno::ACCESS | Errno::PERM => says("you may not write to the file"),
        other => system(other),
    })?;
    if found.st_nlink > 1 {
        return Err(says("the file has a second name (a hard link), and saving would part the two"));
    }
    Ok(())
}

/// Whether the file holds these bytes, and no more.
fn holds(file: &File, bytes: &[u8]) -> io::Result<bool> {
    let mut found = Vec::with_capacity(bytes.len() + 1);
    file.take(LARGEST + 1).read_to_end(&mut found)?;
    Ok(found == bytes)
}

/// Gives the new file the group, the extended attributes (access lists are among them) and the permissions
/// of the original. The owner is kept where the system lets us; in a folder shared by a group it becomes
/// whoever saved last.
fn take_after(new: &File, original: &File, found: &Stat) -> Result<(), SaveFailure> {
    let (owner, group) = (rustix::fs::Uid::from_raw(found.st_uid), rustix::fs::Gid::from_raw(found.st_gid));
    let mine = rustix::fs::fstat(new).map_err(system)?;
    if mine.st_gid != found.st_gid && rustix::fs::fchown(new, None, Some(group)).is_err() {
        return Err(says("the group of the file cannot be kept"));
    }
    if mine.st_uid != found.st_uid {
        let _ = rustix::fs::fchown(new, Some(owner), None);
    }
    copy_attributes(new, original).map_err(|_| says("the extended attributes of the file cannot be kept"))?;
    rustix::fs::fchmod(new, Mode::from_raw_mode(found.st_mode & 0o7777)).map_err(system)
}

/// Copies what users and access lists put there. The labels of the system's own (`security.`, `trusted.`)
/// are copied where that is allowed; otherwise its policy gives the new file its labels.
fn copy_attributes(new: &File, original: &File) -> io::Result<()> {
    let mut names = Vec::with_capacity(4096);
    match rustix::fs::flistxattr(original, rustix::buffer::spare_capacity(&mut names)) {
        Ok(_) => {}
        Err(Errno::NOTSUP | Errno::NOSYS) => return Ok(()),
        Err(Errno::RANGE) => {
            names.reserve(rustix::fs::flistxattr_query(original)?);
            rustix::fs::flistxattr(original, rustix::buffer::spare_capacity(&mut names))?;
        }
        Err(error) => return Err(error.into()),
    }
    for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let ours = name.starts_with(b"user.") || name.starts_with(b"system.posix_acl");
        match copy_attribute(new, original, name) {
            Err(error) if ours => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn copy_attribute(new: &File, original: &File, name: &[u8]) -> io::Result<()> {
    let size = rustix::fs::fgetxattr_query(original, name)?;
    let mut value = Vec::with_capacity(size + 1);
    rustix::fs::fgetxattr(original, name, rustix::buffer::spare_capacity(&mut value))?;
    rustix::fs::fsetxattr(new, name, &value, rustix::fs::XattrFlags::empty())?;
    Ok(())
}

fn open_folder(folder: &Path) -> io::Result<File> {
    let flags = OFlags::DIRECTORY | OFlags::CLOEXEC;
    let open = |access| rustix::fs::open(folder, flags | access, Mode::empty());
    let opened = open(OFlags::RDONLY);
    // One that may be written to but not be looked into will do.
    #[cfg(target_os = "linux")]
    let opened = opened.or_else(|_| open(OFlags::PATH));
    Ok(opened?.into())
}
