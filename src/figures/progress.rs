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
    let status = status(&initiative.standing).filter(|_| !unknown);
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

fn status(standing: &Standing) -> Option<InitiativeStatus> {
    match standing {
        Standing::NotGiven => None,
        Standing::Done(done) => done.value.then_some(InitiativeStatus::Completed),
        Standing::Status(status) | Standing::Both(_, status) => Some(status.value),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample::{day, programme};
    use crate::programme::Choice;

    /// Where an initiative with these fields stands on 23 November 2026.
    fn stands(fields: &str) -> Progress {
        let programme = programme(&format!("initiatives: [{{ title: A{fields} }}]"));
        progress(programme.initiatives.first().expect("an initiative"), day(2026, 11, 23))
    }

    #[test]
    fn each_status_has_its_mark_and_only_what_runs_can_be_overdue() {
        for (status, mark, late) in [
            (InitiativeStatus::Announced, StatusMark::Open, StatusMark::Overdue),
            (InitiativeStatus::Agreed, StatusMark::Open, StatusMark::Overdue),
            (InitiativeStatus::InProgress, StatusMark::InProgress, StatusMark::Overdue),
            (InitiativeStatus::Completed, StatusMark::Done, StatusMark::Done),
            (InitiativeStatus::OnHold, StatusMark::Resting, StatusMark::Resting),
            (InitiativeStatus::Cancelled, StatusMark::Resting, StatusMark::Resting),
        ] {
            let word = status.word();
            assert_eq!(stands(&format!(", status: {word}, due: 2026-11-23")).mark, mark, "{word}");
            let past = stands(&format!(", status: {word}, due: 2026-11-22"));
            assert_eq!((past.mark, past.days), (late, (late == StatusMark::Overdue).then_some(-1)), "{word}");
        }
    }

    #[test]
    fn done_is_completed_and_not_done_is_no_status() {
        let done = stands(", done: true");
        assert_eq!((done.mark, done.status), (StatusMark::Done, Some(InitiativeStatus::Completed)));
        let open = stands(", done: false");
        assert_eq!((open.mark, open.status, open.given), (StatusMark::Open, None, true));
        let silent = stands(", due: 2026-01-01");
        assert_eq!((silent.mark, silent.status, silent.given), (StatusMark::Overdue, None, false));
        let both = stands(", done: true, status: agreed");
        assert_eq!((both.mark, both.status), (StatusMark::Open, Some(InitiativeStatus::Agreed)));
    }

    #[test]
    fn the_six_counts_add_up() {
        let all = [
            ", status: agreed",
            ", status: announced",
            ", status: in_progress",
            ", status: completed",
            ", status: agreed, due: 2026-01-01",
            ", status: on_hold",
            ", status: cancelled",
            ", status: nonsense",
        ]
        .map(stands);
        let counts = counts(&all);
        let expected =
            Counts { open: 2, in_progress: 1, done: 1, overdue: 1, resting: 2, cancelled: 1, unknown: 1 };
        assert_eq!(counts, expected);
    }
}
