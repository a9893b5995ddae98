//! Upcoming: what is late, and what has a day within the next weeks, whatever tab it is on.
//!
//! Never holds what is over or closed.

use super::Deadline;

/// How many days ahead are looked at.
pub const AHEAD: i64 = 60;

/// Of all deadlines those that are late and those of the next [`AHEAD`] days; late ones first.
pub(super) fn upcoming(deadlines: &[Deadline]) -> Vec<Deadline> {
    deadlines.iter().filter(|one| one.days <= AHEAD).copied().collect()
}
