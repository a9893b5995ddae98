//! Upcoming: what has a day within the next weeks, whatever tab it is on.
//!
//! Never holds what is over, closed or late: that is for `agenda`.

use super::progress::{Progress, days_between};
use super::{MeetingFigures, is_closed};
use crate::document::Programme;
use chrono::NaiveDate;

/// How many days ahead are looked at.
pub const AHEAD: i64 = 60;

/// Something that has a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Upcoming {
    /// The day.
    pub date: NaiveDate,
    /// Days from today on, from 0 to [`AHEAD`].
    pub days: i64,
    /// What it is.
    pub what: UpcomingKind,
}

/// What has a day, by its index in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UpcomingKind {
    /// A meeting takes place.
    Meeting(usize),
    /// An initiative is due.
    Initiative(usize),
    /// A recommendation is due.
    Recommendation(usize),
    /// A decision (the second number) of a meeting is due.
    Decision(usize, usize),
}

/// What has a day from `today` to [`AHEAD`] days later, by date.
pub(super) fn upcoming(
    programme: &Programme,
    initiatives: &[Progress],
    meetings: &[MeetingFigures],
    today: NaiveDate,
) -> Vec<Upcoming> {
    let meets = programme.meetings.iter().zip(meetings).enumerate().filter_map(|(at, (one, own))| {
        Some((one.date.as_ref().filter(|_| !own.is_over())?.value, UpcomingKind::Meeting(at)))
    });
    let due = programme.initiatives.iter().zip(initiatives).enumerate().filter_map(|(at, (one, own))| {
        own.days?;
        Some((one.due.as_ref()?.value.day, UpcomingKind::Initiative(at)))
    });
    let advised = programme.recommendations.iter().enumerate().filter_map(|(at, one)| {
        let closed = one.status.as_ref().is_some_and(|status| is_closed(status.value));
        Some((one.due.as_ref().filter(|_| !closed)?.value.day, UpcomingKind::Recommendation(at)))
    });
    let decided = programme.meetings.iter().enumerate().flat_map(|(at, one)| {
        let all = one.decisions.iter().enumerate();
        all.filter_map(move |(number, decision)| {
            Some((decision.due.as_ref()?.day, UpcomingKind::Decision(at, number)))
        })
    });
    let all = meets.chain(due).chain(advised).chain(decided);
    let mut list: Vec<Upcoming> = all
        .map(|(date, what)| Upcoming { date, days: days_between(today, date), what })
        .filter(|one| (0..=AHEAD).contains(&one.days))
        .collect();
    list.sort_unstable();
    list
}
