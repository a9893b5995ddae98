//! Exit codes: what the process says to whoever called it.

use crate::shell;
use crate::text::Clean;
use std::fmt::Display;

/// Everything went well.
pub const FINE: u8 = 0;
/// Findings at or above the limit, or the world (file, disk) refused.
pub const FAILED: u8 = 1;
/// The command line was wrong.
pub const USAGE: u8 = 2;

/// Says on standard error why the program did not do what it was asked for.
pub(super) fn refused(why: impl Display) -> u8 {
    shell::complain(&Clean::lines(&format!("coopdash: {why}")));
    FAILED
}
