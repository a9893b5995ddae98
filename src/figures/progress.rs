//! Progress: where each initiative stands on a given day, and how many stand where.
//!
//! `overdue` is computed here and stored nowhere. Never says in words how late something is.

use crate::programme::{Initiative, InitiativeStatus, Standing};
use chrono::NaiveDate;

/// Where one initiative stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The mark it is drawn with.
    pub mark: StatusMark,
    /// Its status, with `done` read as completed; `None` where the file does not say, or says `done: false`.
    pub status: Option<InitiativeStatus>,
    /// Whether the file says nothing of its state at all.
    pub given: bool,
    /// Days until it is due (negative: late); `None` without a date, once closed and while on hold.
    pub days: Option<i64>,
}

/// The mark of an initiative on screen and in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusMark {
    /// `[ ]`
    Open,
    /// `[~]`
    InProgress,
    /// `[x]`
    Done,
    /// `[!]`
    Overdue,
    /// `[-]`
    Resting,
    /// `[?]`: what the file says of its state could not be read.
    Unknown,
}

/// How many initiatives stand where. The six add up to the number of initiatives that were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not started and not overdue.
    pub open: usize,
    /// Under way and not overdue.
    pub in_progress: usize,
    /// Completed.
    pub done: usize,
    /// Past their due date and not closed.
    pub overdue: usize,
    /// On hold or cancelled.
    pub resting: usize,
    /// Of those, cancelled.
    pub cancelled: usize,
    /// Nobody can say: what the file says could not be read.
    pub unknown: usize,
}

impl Progress {
    /// Whether nothing more is to be done.
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Some(InitiativeStatus::Completed | InitiativeStatus::Cancelled))
    }
}

/// Where `initiative` stands on `today`. What is on hold, cancelled or completed is never overdue, nor is
/// what may be completed for all that can be read.
pub(super) fn progress(initiative: &Initiative, today: NaiveDate) -> Progress {
    let unknown = initiative.has_unreadable_standing();
    let status = initiative.standing.status().filter(|_| !unknown);
    let days = initiative.due.as_ref().map(|due| days_between(today, due.value.day));
    let running = |mark| if days.is_some_and(|days| days < 0) { StatusMark::Overdue } else { mark };
    let mark = match status {
        _ if unknown => StatusMark::Unknown,
        Some(InitiativeStatus::Completed) => StatusMark::Done,
        Some(InitiativeStatus::OnHold | InitiativeStatus::Cancelled) => StatusMark::Resting,
        Some(InitiativeStatus::InProgress) => running(StatusMark::InProgress),
        Some(InitiativeStatus::Announced | InitiativeStatus::Agreed) | None => running(StatusMark::Open),
    };
    let days = days.filter(|days| match mark {
        StatusMark::Done | StatusMark::Resting => false,
        StatusMark::Unknown => *days >= 0,
        StatusMark::Open | StatusMark::InProgress | StatusMark::Overdue => true,
    });
    Progress { mark, status, given: initiative.standing != Standing::NotGiven, days }
}

/// How many stand where.
pub(super) fn counts(initiatives: &[Progress]) -> Counts {
    let mut counts = Counts::default();
    for progress in initiatives {
        let count = match progress.mark {
            StatusMark::Open => &mut counts.open,
            StatusMark::InProgress => &mut counts.in_progress,
            StatusMark::Done => &mut counts.done,
            StatusMark::Overdue => &mut counts.overdue,
            StatusMark::Resting => &mut counts.resting,
            StatusMark::Unknown => &mut counts.unknown,
        };
        *count += 1;
        counts.cancelled += usize::from(progress.status == Some(InitiativeStatus::Cancelled));
    }
    counts
}

/// Days from one date to another; negative if the other is earlier.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
