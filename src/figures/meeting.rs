//! Meetings and the age of the data, on a given day.
//!
//! Never assumes that a meeting took place because its date has passed.

use super::progress::days_between;
use crate::programme::{Meeting, MeetingStatus, Programme};
use chrono::NaiveDate;

/// Where one meeting stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFigures {
    /// Its status as given; else to be scheduled without a date, scheduled with one from today on,
    /// and none with a date that has passed: nobody has said that it took place. None as well where the
    /// status, or the date it would follow from, could not be read.
    pub status: Option<MeetingStatus>,
    /// Days until it takes place (negative: ago).
    pub days: Option<i64>,
}

/// How old the data are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Days from `as_of` to today; negative if `as_of` is still to come.
    pub days: i64,
    /// More than `stale_after`.
    pub stale: bool,
}

impl MeetingFigures {
    /// Whether nothing more is to come of it.
    pub const fn is_over(&self) -> bool {
        matches!(self.status, Some(MeetingStatus::Held | MeetingStatus::Cancelled))
    }
}

/// Where `meeting` stands on `today`.
pub(super) fn meeting(meeting: &Meeting, today: NaiveDate) -> MeetingFigures {
    let days = meeting.date.as_ref().map(|date| days_between(today, date.value));
    let given = meeting.status.as_ref().map(|status| status.value);
    let unknown = meeting.unreadable.has_status() || meeting.unreadable.has("date");
    let status = given.or(match days {
        _ if unknown => None,
        None => Some(MeetingStatus::ToBeScheduled),
        Some(0..) => Some(MeetingStatus::Scheduled),
        Some(_) => None,
    });
    MeetingFigures { status, days }
}

/// The meetings in the order of their days; those without one last, as they stand in the file.
pub(super) fn order(programme: &Programme) -> Vec<usize> {
    let mut order: Vec<usize> = (0..programme.meetings.len()).collect();
    order.sort_by_key(|at| {
        let date = programme.meetings.get(*at).and_then(|item| item.date.as_ref()).map(|date| date.value);
        (date.is_none(), date)
    });
    order
}

/// The next meeting: the earliest from today on (by date, then by hour), else the first without a date.
pub(super) fn next_meeting(programme: &Programme, meetings: &[MeetingFigures]) -> Option<usize> {
    let open = || meetings.iter().enumerate().filter(|(_, meeting)| !meeting.is_over());
    let time = |index: usize| programme.meetings.get(index).and_then(|meeting| meeting.time);
    let dated = open().filter_map(|(index, meeting)| Some((meeting.days.filter(|days| *days >= 0)?, index)));
    let next = dated.min_by_key(|(days, index)| (*days, time(*index).is_none(), time(*index), *index));
    let undated = || open().find(|(_, meeting)| meeting.days.is_none()).map(|(index, _)| index);
    next.map(|(_, index)| index).or_else(undated)
}

/// How old the data are, if the file says of which day they are.
pub(super) fn age(programme: &Programme, today: NaiveDate) -> Option<Age> {
    let days = days_between(programme.about.as_of.as_ref()?.value, today);
    Some(Age { days, stale: programme.about.stale_after.is_some_and(|limit| days > i64::from(limit)) })
}
