//! Temporary files: where a new text is written before it takes the place of the old one.
//!
//! Their names are short, whatever the file is called, and nobody can foresee them, so nobody can take them
//! beforehand. Each is locked while it is in use; one of ours that is not was left by a killed program and is
//! swept away. Never touches what is not certainly that.

use super::random;
use super::refused::{in_folder, says};
use crate::app::SaveFailure;
use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::os::unix::ffi::OsStrExt;

/// How the names begin and end; between stand the digits of a number.
const BEGINNING: &str = ".coopdash-";
const END: &str = ".tmp";
const DIGITS: usize = 16;

/// How many names are tried.
const MOST_TRIES: usize = 8;

/// A temporary file of ours in a folder, removed unless it took the place of another.
#[derive(Debug)]
pub(super) struct Temporary<'a> {
    folder: &'a File,
    /// None once it has taken another name.
    name: Option<OsString>,
    file: File,
}

impl<'a> Temporary<'a> {
    /// A new one, empty and for nobody else to read.
    pub(super) fn create(folder: &'a File) -> Result<Self, SaveFailure> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        for _ in 0..MOST_TRIES {
            let name = OsString::from(format!("{BEGINNING}{:0DIGITS$x}{END}", random::number()));
            let file = match rustix::fs::openat(folder, &name, flags, Mode::RUSR | Mode::WUSR) {
                Ok(file) => File::from(file),
                Err(Errno::EXIST) => continue,
                Err(error) => return Err(in_folder(error)),
            };
            // Somebody who sweeps may have found it before it was locked.
            let is_swept = matches!(file.try_lock(), Err(TryLockError::WouldBlock))
                || rustix::fs::fstat(&file).is_ok_and(|found| found.st_nlink == 0);
            if !is_swept {
                return Ok(Self { folder, name: Some(name), file });
            }
        }
        Err(says("no temporary file could be made in the folder"))
    }

    pub(super) const fn file(&self) -> &File {
        &self.file
    }

    /// Takes the place of the file `name`.
    pub(super) fn put_in_place(&mut self, name: &OsStr) -> Result<(), Errno> {
        if let Some(own) = &self.name {
            rustix::fs::renameat(self.folder, own, self.folder, name)?;
        }
        self.name = None;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = rustix::fs::unlinkat(self.folder, name, AtFlags::empty());
        }
    }
}

/// Removes the temporary files in the folder that killed programs of the same user have left.
pub(super) fn sweep(folder: &File) {
    let Ok(entries) = rustix::fs::Dir::read_from(folder) else { return };
    for entry in entries.flatten() {
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if is_one(name) && is_left_behind(folder, name).unwrap_or(false) {
            let _ = rustix::fs::unlinkat(folder, name, AtFlags::empty());
        }
    }
}

/// Whether a temporary file may have this name.
fn is_one(name: &OsStr) -> bool {
    let number = name.to_str().and_then(|name| name.strip_prefix(BEGINNING)?.strip_suffix(END));
    number.is_some_and(|number| number.len() == DIGITS && number.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether it is a plain file of this user that no program has in use.
fn is_left_behind(folder: &File, name: &OsStr) -> Result<bool, Errno> {
    let found = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    let is_ours = found.st_uid == rustix::process::geteuid().as_raw()
        && found.st_nlink == 1
        && FileType::from_raw_mode(found.st_mode).is_file();
    if !is_ours {
        return Ok(false);
    }
    let flags = OFlags::WRONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::openat(folder, name, flags, Mode::empty())?);
    Ok(file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_this_program_gives_are_taken_for_its_own() {
        assert!(is_one(OsStr::new(".coopdash-0123456789abcdef.tmp")));
        for other in [
            ".coopdash-1.tmp",
            ".coopdash-0123456789abcdeg.tmp",
            "coopdash-0123456789abcdef.tmp",
            ".coopdash-.tmp",
        ] {
            assert!(!is_one(OsStr::new(other)), "{other}");
        }
    }
}
