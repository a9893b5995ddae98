//! Panics: a defect of the program ends it with a message and status 101, and never with a core dump.
//!
//! Never panics itself: not where standard error is closed, and not in the middle of another panic.

use super::terminal::say;
use super::watch::exit;
use crate::text::Clean;
use std::panic;

/// Ends the process at a panic, in whichever thread. To be called first of all.
pub fn end_on_panic() {
    end_with(|| {});
}

/// Ends the process at a panic, and does this before anything is said.
pub(super) fn end_with(first: impl Fn() + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |panic| {
        first();
        let place = panic.location().map(|place| format!(" ({place})")).unwrap_or_default();
        let reason = panic.payload_as_str().unwrap_or("unknown reason");
        let reason = Clean::line(reason);
        say(&Clean::lines(&format!(
            "coopdash: a defect of the program ended it: {reason}{place}\n\
             coopdash: the file is as it was last saved\n"
        )));
        exit(101);
    }));
}
