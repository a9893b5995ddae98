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

#[cfg(test)]
mod tests {
    use super::super::derive;
    use super::*;
    use crate::figures::sample::{day, programme};

    #[test]
    fn a_status_that_is_not_given_follows_from_the_date_but_never_becomes_held() {
        let text = "
meetings:
  - { title: A }
  - { title: B, date: 2026-11-23 }
  - { title: C, date: 2026-11-22 }
  - { title: D, date: 2026-12-24, status: held }
";
        let stands = |status, days| MeetingFigures { status, days };
        assert_eq!(
            derive(&programme(text), day(2026, 11, 23)).meetings,
            [
                stands(Some(MeetingStatus::ToBeScheduled), None),
                stands(Some(MeetingStatus::Scheduled), Some(0)),
                stands(None, Some(-1)),
                stands(Some(MeetingStatus::Held), Some(31)),
            ]
        );
    }

    #[test]
    fn the_next_meeting_is_the_earliest_to_come_then_the_first_without_a_date() {
        let undated = "
meetings:
  - { title: A }
  - { title: B, date: 2026-11-01 }
  - { title: C, date: 2026-11-24, status: cancelled }
";
        let dated = "  - { title: D, date: 2026-12-01 }
  - { title: E, date: 2026-12-01, time: 15:00 }
  - { title: F, date: 2026-12-01, time: 09:30 }
";
        let next = |text: &str| derive(&programme(text), day(2026, 11, 23)).next_meeting;
        assert_eq!(next(&format!("{undated}{dated}")), Some(5));
        assert_eq!(next(undated), Some(0));
        assert_eq!(next("meetings: []"), None);
    }

    #[test]
    fn data_are_stale_only_beyond_the_days_the_file_allows() {
        let age = |fields: &str| {
            derive(&programme(&format!("programme: {{ title: T{fields} }}")), day(2026, 11, 23)).age
        };
        assert_eq!(age(""), None);
        assert_eq!(age(", as_of: 2026-11-13"), Some(Age { days: 10, stale: false }));
        assert_eq!(age(", as_of: 2026-11-13, stale_after: 9"), Some(Age { days: 10, stale: true }));
    }
}
