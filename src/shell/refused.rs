//! Refused: why a save did not come about, in the words that are shown.

use super::failure::phrase;
use super::holders;
use crate::app::SaveFailure;
use rustix::fs::{Mode, Stat};
use rustix::io::Errno;
use std::fs::File;
use std::io;

/// What this program says itself.
pub(super) fn says(phrase: &str) -> SaveFailure {
    SaveFailure::System(phrase.to_owned())
}

/// What the system said.
pub(super) fn system(error: impl Into<io::Error>) -> SaveFailure {
    SaveFailure::System(phrase(&error.into()))
}

/// What the system said on the way to the folder.
pub(super) fn no_way(error: io::Error) -> SaveFailure {
    match Errno::from_io_error(&error) {
        Some(Errno::ACCESS | Errno::PERM) => says("you may not enter its folder"),
        _ => system(error),
    }
}

/// What the system said about making or moving a file in the folder.
pub(super) fn in_folder(error: Errno) -> SaveFailure {
    match error {
        Errno::ACCESS | Errno::PERM => says("the folder may not be written to"),
        other => system(other),
    }
}

/// What the system said when the new file was to take the place of the old one. In a folder such as `/tmp`
/// everybody may make files, and only their owners may replace them.
pub(super) fn not_in_place(error: Errno, folder: &File, found: &Stat) -> SaveFailure {
    let is_sticky = || {
        rustix::fs::fstat(folder).is_ok_and(|folder| Mode::from_raw_mode(folder.st_mode).contains(Mode::SVTX))
    };
    let me = rustix::process::geteuid().as_raw();
    if matches!(error, Errno::ACCESS | Errno::PERM) && found.st_uid != me && is_sticky() {
        let owner = holders::user(found.st_uid);
        return says(&format!("in its folder only {owner}, to whom the file belongs, may replace it"));
    }
    in_folder(error)
}
