//! Saving: the file holds the text that was read or the text that was to be written, never a piece of one.
//!
//! Under a lock beside the file: the file is compared with what was read, the new text goes to a temporary
//! file in the same folder, is given the permissions of the original and forced to the disk, and takes the
//! place of the original in one step. Whatever fails before that step leaves the original alone and no
//! temporary file behind.
//!
//! Never writes into the file itself, for that can tear. So a file with a second name (a hard link) is
//! refused: the step would part the two names without a word.

use super::failure::phrase;
use super::files::LARGEST;
use super::lock::{self, Lock};
use crate::app::SaveFailure;
use rustix::fs::{AtFlags, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

/// Writes `text` to the file at `path` if it still holds `before`. A symbolic link stays one: its target is
/// written.
///
/// # Errors
///
/// A [`SaveFailure`]; nothing was written then.
pub fn save(path: &Path, before: &str, text: &str) -> Result<(), SaveFailure> {
    let target = std::fs::canonicalize(path).map_err(system)?;
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(says("it is a folder"));
    };
    let folder = &open_folder(folder).map_err(system)?;
    let lock = lock::take(folder, name)?;
    if lock.is_held() {
        sweep(folder, name);
    }
    replace(folder, name, before, text, &lock)
}

/// The save proper, under the lock.
fn replace(folder: &File, name: &OsStr, before: &str, text: &str, _lock: &Lock) -> Result<(), SaveFailure> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let original = File::from(rustix::fs::openat(folder, name, flags, Mode::empty()).map_err(system)?);
    let found = rustix::fs::fstat(&original).map_err(system)?;
    may_be_replaced(folder, name, &found)?;
    if !holds(&original, before.as_bytes()).map_err(system)? {
        return Err(SaveFailure::ChangedByAnother);
    }
    let temporary = Temporary::create(folder, name)?;
    temporary.file().write_all(text.as_bytes()).map_err(system)?;
    take_after(temporary.file(), &original, &found)?;
    temporary.file().sync_all().map_err(system)?;
    let now = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map_err(system)?;
    if stamp(&now) != stamp(&found) {
        return Err(SaveFailure::ChangedByAnother);
    }
    temporary.put_in_place(folder, name)?;
    // The text is in place. Where a folder cannot be forced to the disk, the system does it in its time.
    let _ = folder.sync_all();
    Ok(())
}

/// Whether taking the place of this file keeps every promise.
fn may_be_replaced(folder: &File, name: &OsStr, found: &Stat) -> Result<(), SaveFailure> {
    if !rustix::fs::FileType::from_raw_mode(found.st_mode).is_file() {
        return Err(says("it is not a file"));
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

/// What changes when somebody writes to a file or puts another in its place.
fn stamp(stat: &Stat) -> [i128; 6] {
    [
        stat.st_dev.into(),
        stat.st_ino.into(),
        stat.st_size.into(),
        stat.st_mtime.into(),
        stat.st_mtime_nsec.into(),
        stat.st_ctime.into(),
    ]
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

/// A temporary file of ours beside the file, removed unless it took its place.
#[derive(Debug)]
struct Temporary<'a> {
    folder: &'a File,
    name: OsString,
    file: File,
}

impl<'a> Temporary<'a> {
    fn create(folder: &'a File, beside: &OsStr) -> Result<Self, SaveFailure> {
        let mut name = prefix(beside);
        name.push(format!("{}.tmp", std::process::id()));
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = rustix::fs::openat(folder, &name, flags, Mode::RUSR | Mode::WUSR).map_err(in_folder)?;
        Ok(Self { folder, name, file: file.into() })
    }

    fn file(&self) -> &File {
        &self.file
    }

    fn put_in_place(mut self, folder: &File, name: &OsStr) -> Result<(), SaveFailure> {
        rustix::fs::renameat(folder, &self.name, folder, name).map_err(in_folder)?;
        self.name = OsString::new();
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.name.is_empty() {
            let _ = rustix::fs::unlinkat(self.folder, &self.name, AtFlags::empty());
        }
    }
}

/// Removes temporary files that a killed program of ours left beside this file. Only under the lock, where
/// none can be in use.
fn sweep(folder: &File, name: &OsStr) {
    let prefix = prefix(name);
    let Ok(entries) = rustix::fs::Dir::read_from(folder) else { return };
    for entry in entries.flatten() {
        let entry = OsStr::from_bytes(entry.file_name().to_bytes());
        if entry.as_bytes().starts_with(prefix.as_bytes()) && entry.as_bytes().ends_with(b".tmp") {
            let _ = rustix::fs::unlinkat(folder, entry, AtFlags::empty());
        }
    }
}

/// How the names of our temporary files begin: `.programme.yaml.coopdash-`.
fn prefix(name: &OsStr) -> OsString {
    OsString::from_vec([b".", name.as_bytes(), b".coopdash-"].concat())
}

fn open_folder(folder: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    Ok(rustix::fs::open(folder, flags, Mode::empty())?.into())
}

fn says(phrase: &str) -> SaveFailure {
    SaveFailure::System(phrase.to_owned())
}

fn system(error: impl Into<io::Error>) -> SaveFailure {
    SaveFailure::System(phrase(&error.into()))
}

/// What the system said about making or moving a file in the folder.
pub(super) fn in_folder(error: Errno) -> SaveFailure {
    match error {
        Errno::ACCESS | Errno::PERM => says("the folder may not be written to"),
        other => system(other),
    }
}
