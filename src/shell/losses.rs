//! Losses: the words for edits that are not on the disk when the program ends.

use super::run::Unsaved;
use crate::app::SaveFailure;
use crate::text::Clean;

/// Why a save did not succeed, as a phrase.
pub(super) fn why(failure: &SaveFailure) -> &str {
    match failure {
        SaveFailure::ChangedByAnother => "somebody else changed the file",
        SaveFailure::Locked => "another program is saving the file",
        SaveFailure::System(phrase) | SaveFailure::LockedBy(phrase) => phrase,
    }
}

/// What is said about edits that are lost.
pub(super) fn lost(why: &str, changes: &[String]) -> Clean {
    Clean::lines(&format!("coopdash: not saved, because {}:\n{}", Clean::line(why), list(changes)))
}

/// What is said where the program has to leave before it knows whether a save succeeded.
pub(super) fn in_doubt(unsaved: &Unsaved) -> Clean {
    let changes = list(&all(unsaved));
    Clean::lines(&format!("coopdash: perhaps not saved, because the save did not come to an end:\n{changes}"))
}

/// What is said where the program has to leave before a change was made.
pub(super) fn unmade() -> Clean {
    Clean::lines("coopdash: the last change was not made\n")
}

/// Every change that is not on the disk.
pub(super) fn all(unsaved: &Unsaved) -> Vec<String> {
    [unsaved.changes.as_slice(), &unsaved.undecided].concat()
}

fn list(changes: &[String]) -> String {
    let line = |change: &String| format!("  {}\n", Clean::line(change));
    changes.iter().map(line).collect()
}
