//! Exit codes: what the process says to whoever called it.

/// Everything went well.
pub const FINE: u8 = 0;
/// Findings at or above the limit, or the world (file, disk) refused.
pub const FAILED: u8 = 1;
/// The command line was wrong.
pub const USAGE: u8 = 2;
